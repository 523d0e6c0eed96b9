"""The board shows nobody what is not for them, and holds nothing that was erased."""

import pytest

from tasjil.errors import NotAllowed
from tasjil.journey import board
from tasjil.journey.board.laying import laid_out
from tasjil.journey.join import join
from tasjil.journey.progress import Silence
from tasjil.model.users import Role

WHY = "their family asked for it"

WORDS = {
    "incidents": lambda r: board.incidents(r),
    "incident": lambda r: board.incident(r, "i-1"),
    "incident of": lambda r: board.incident_of(r, "c-1"),
    "people": lambda r: board.people(r),
    "search": lambda r: board.people(r, "Daren Vell"),
    "person": lambda r: board.person(r, "v-1"),
    "figure": lambda r: board.figure(r, "killed"),
    "figure of an incident": lambda r: board.figure(r, "incident/i-1"),
    "figure of a claim": lambda r: board.figure(r, "claim/c-1"),
    "missing": board.missing,
    "sources": board.sources,
    "reconciliation": board.reconciliation,
    "sheets": lambda r: r.board.sheets(["i-1"]),
    "incidents of": lambda r: r.board.incidents_of(["c-1"]),
    "people of": lambda r: r.board.people_of(["a:1"]),
}
FIGURES = {
    "standing": board.standing_of_board,
    "behind": board.behind,
    "tally": board.tally,
    "dimensions": board.dimensions,
    "cells": lambda r: board.cells(r, "place"),
}


def refused(questions, register, words):
    """Give the questions that are refused in these words."""
    found = set()
    for name, ask in questions.items():
        try:
            ask(register)
        except NotAllowed as refusal:
            found |= {name} if words in str(refusal) else set()
    return found


def test_a_guest_sees_figures_and_no_words(desk):
    guest = desk.seat_of("friend", Role.GUEST)
    assert refused(WORDS, guest, "expected a lead, documenter") == WORDS.keys()
    for ask in FIGURES.values():
        ask(guest)
    shown = board.tally(guest)
    assert shown.figures[0].floor == board.tally(desk.register).figures[0].floor > 0
    assert shown.aggregates == ()
    assert board.tally(desk.register).aggregates != ()


def test_who_works_on_their_own_records_alone_has_no_board(desk):
    own = desk.seat_of("reader-3", Role.DOCUMENTER, own_records=True)
    every = {**WORDS, **FIGURES}
    assert refused(every, own, "records of your own") == every.keys()
    with pytest.raises(NotAllowed, match="records of your own"):
        board.lay_out(desk.case, own, Silence())


def test_a_guest_lays_nothing_out(desk):
    before = desk.tables()
    with pytest.raises(NotAllowed):
        board.lay_out(desk.case, desk.seat_of("friend", Role.GUEST), Silence())
    assert desk.tables() == before


def paper(desk, name):
    return next(each for each in desk.register.reports() if each.name.endswith(name))


def erase(desk, id):
    box, me = desk.register.box, desk.register.user
    box.erase(None, [id], by=me, at=desk.now(), because=WHY)


def test_nothing_stays_on_the_board_when_something_is_erased(desk):
    erase(desk, paper(desk, "arabic.txt").id)
    assert not any(desk.tables().values())
    assert not board.standing_of_board(desk.register).is_there
    assert board.people(desk.register).items == ()
    assert board.tally(desk.register) is None
    desk.lay_out()
    assert all(not each.arabic.startswith("سليم") for each in people(desk))


def people(desk):
    return board.people(desk.register).items


def test_whoever_stood_on_an_erased_list_is_not_laid_out_again(desk):
    assert board.people(desk.register, "Kelvak").total == 1
    (version,) = desk.register.kept_lists()
    erase(desk, version.list)
    desk.lay_out()
    assert board.people(desk.register, "Kelvak").total == 0
    assert "kelvak" not in repr(desk.tables()).casefold()


def test_what_is_erased_while_it_is_counted_does_not_come_back(desk):
    laid = laid_out(desk.case, desk.register, Silence())
    erase(desk, paper(desk, "mill.txt").id)
    assert not desk.register.board.keep(laid)
    assert not any(desk.tables().values())


def test_an_older_count_never_takes_the_place_of_a_newer_one(desk):
    older = laid_out(desk.case, desk.register, Silence())
    desk.judge(desk.claims()[0])
    desk.lay_out()
    newer = desk.tables()
    assert desk.register.board.keep(older)
    assert desk.tables() == newer


def test_a_page_is_told_how_far_the_board_is_behind(desk):
    state = board.standing_of_board(desk.register)
    assert (state.behind, state.seq) == (0, desk.register.head().size)
    desk.seat_of("friend", Role.GUEST)
    assert board.behind(desk.register) == 0
    desk.judge(desk.claims()[0])
    desk.judge(desk.claims()[1])
    assert board.behind(desk.register) == 2
    desk.lay_out()
    assert board.behind(desk.register) == 0


def test_who_asks_for_an_incident_that_was_joined_is_shown_the_present_one(desk):
    killed = [each for each in board.incidents(desk.register).items if each.floor > 3]
    one, other = killed[0].id, killed[1].id
    join(desk.case, desk.seat, (one, other), WHY, desk.now())
    desk.lay_out()
    sheets = {id: board.incident(desk.register, id) for id in (one, other)}
    assert sheets[one].line == sheets[other].line
    assert {sheet.asked for sheet in sheets.values()} == {None, *sheets} - {
        sheets[one].line.id
    }
    assert board.incident(desk.register, "i-never") is None
    claim = sheets[one].body.claims[0].id
    assert board.incident_of(desk.register, claim).id == sheets[one].line.id
