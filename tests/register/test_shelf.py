"""What a reader looks through is found by what waits in it, newest first."""

import pytest

from tasjil.model.ids import UserId
from tasjil.model.judgement import ClaimState
from tasjil.register.desk.shelf import UNKNOWN, Wanted


@pytest.fixture
def shelf(register, lumenia):
    """Three reports with claims, of which the first has one accepted."""
    lumenia.fill(register, reports=3)
    return register.shelf


def test_the_newest_report_comes_first_and_a_part_begins_behind_another(shelf):
    whole = shelf.cards(Wanted(), 10)
    later = shelf.cards(Wanted(), 10, before=whole[0].place)

    assert [each.place for each in whole] == sorted(
        (each.place for each in whole), reverse=True
    )
    assert later == whole[1:]


def test_a_report_says_how_many_of_its_claims_stand_how(register, shelf):
    counted = register.counts().claims
    cards = shelf.cards(Wanted(), 10)

    for state in (ClaimState.PROPOSED, ClaimState.ACCEPTED):
        assert sum(each.claims.get(state, 0) for each in cards) == counted[state]


def test_what_waits_is_found_and_what_nobody_has_read(register, shelf, lumenia):
    kept, original = lumenia.report(9)
    register.capture(kept, original, by="lead", at=lumenia.noon)

    assert [each.id for each in shelf.cards(Wanted(unread=True), 9)] == [kept.id]
    waiting = shelf.cards(Wanted(state=ClaimState.PROPOSED), 9)
    assert kept.id not in {each.id for each in waiting}
    assert shelf.how_many(Wanted(state=ClaimState.PROPOSED)) == len(waiting)


def test_counting_stops_one_behind_the_most(shelf):
    assert shelf.how_many(Wanted(), most=1) == 2
    assert shelf.how_many(Wanted(), most=9) == 3


def test_reports_are_found_by_language_day_and_who_captured_them(shelf):
    told = {code: many for code, many in shelf.languages().items()}
    of_all = sum(told.values())

    assert of_all == 3
    for code, many in told.items():
        wanted = Wanted(language=UNKNOWN if code is None else code)
        assert shelf.how_many(wanted) == many
    assert shelf.how_many(Wanted(since="2999")) == 0
    assert shelf.how_many(Wanted(by=UserId("nobody-9"))) == 0


def test_claims_are_outlined_in_the_order_of_the_words(register, shelf):
    card = shelf.cards(Wanted(), 1)[0]
    outline = shelf.outline(card.id)
    claims = {claim.id: claim for claim, _ in register.claims(report=card.id)}

    assert {each.id for each in outline} == claims.keys()
    assert [each.start for each in outline] == sorted(each.start for each in outline)
    for each in outline:
        assert (each.start, each.end) == (
            claims[each.id].passage.start,
            claims[each.id].passage.end,
        )


def test_the_next_report_that_waits_goes_round_and_ends_when_none_does(register, shelf):
    cards = shelf.cards(Wanted(), 10)
    newest, oldest = cards[0].id, cards[-1].id

    assert shelf.following(newest) == cards[1].id
    assert shelf.following(oldest) == newest
