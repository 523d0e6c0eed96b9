"""Lays out for the desks what is worth asking, and what is known of the lists."""

from collections.abc import Iterator
from datetime import UTC, datetime

from tasjil.errors import RegisterError
from tasjil.journey.case import Case
from tasjil.journey.claims.following import words_now
from tasjil.journey.count import Held, count_held, held_by
from tasjil.journey.linking.case import people_kept
from tasjil.journey.linking.desk import Desk
from tasjil.journey.linking.desk_of_case import Laid, material_of
from tasjil.journey.linking.shown import shown
from tasjil.journey.lists.keeping import KeptList, lists_of
from tasjil.journey.progress import Progress
from tasjil.journey.review.cards import person_card
from tasjil.journey.review.incident_pairs import incident_pairs
from tasjil.journey.review.list_sheets import ListSheet, ListsSheet, sheet_of
from tasjil.model.json import to_json
from tasjil.model.judgement import Judgement
from tasjil.register.deeds import Deed
from tasjil.register.desk.review import LaidReview, NewCard, Queued
from tasjil.register.register import Register

MOST = 500
"""Pairs of records that are laid out at once."""

TRIES = 5
"""How often it is laid out again because something was erased meanwhile."""

LISTS, PERSONS = "lists", "persons"
"""The documents: what is known of the lists, and how far the review of persons is."""


def lay_review(case: Case, register: Register, progress: Progress) -> int:
    """Lay out the pairs to ask about, and the lists, as the last linking left them.

    Args:
        case: The case.
        register: Opened by somebody who may link.
        progress: Told how far it is.

    Returns:
        How many pairs are worth asking about.
    """
    for _ in range(TRIES):
        laid = _laid(case, register, progress)
        if register.review.lay(laid):
            return sum(map(len, laid.cards.values()))
    raise RegisterError(
        "expected the register to hold still while pairs are laid out, found that "
        "something was erased each time; wait until that is done, and link again"
    )


def _laid(case: Case, register: Register, progress: Progress) -> LaidReview:
    seq = register.head().size
    progress.begin("Laying out pairs", None)
    held = held_by(register, Deed.LOOK_AT_REPORTS)
    persons, standing = _persons(case, register, held)
    cards = {Queued.PERSONS: persons, Queued.INCIDENTS: _incidents(case, held)}
    lists = lists_of(case, register)
    documents = {PERSONS: standing, LISTS: _lists(register, lists)}
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return LaidReview(
        seq, at, cards, documents, {each.id: _rows(each) for each in lists}
    )


def _persons(
    case: Case, register: Register, held: Held
) -> tuple[list[NewCard], dict[str, int]]:
    found: Laid | None = material_of(case, register, held)
    if found is None:
        return [], {"doubtful": 0, "persons": 0}

    def never(word: Judgement) -> None:
        raise AssertionError(f"laying out answers nothing, not {word.kind}")

    desk = Desk(found.material, never, register.user, lambda: datetime.now(UTC))
    # One drawn by chance to check may be chosen again where few are left.
    cards = {"|".join(card.pair): card for card in reversed(desk.questions(MOST))}
    laid = [
        NewCard(id, *card.pair, to_json(person_card(card, found.claims)))
        for id, card in reversed(cards.items())
    ]
    now = desk.standings()
    return laid, {"doubtful": now.doubtful, "persons": now.persons}


def _incidents(case: Case, held: Held) -> list[NewCard]:
    pairs = incident_pairs(held, count_held(case, held))
    return [
        NewCard(f"{each.one}|{each.other}", each.one, each.other, to_json(each))
        for each in pairs
    ]


def _lists(register: Register, lists: tuple[KeptList, ...]) -> object:
    people = people_kept(register)
    summed = shown(people, tuple(words_now(register)))
    sheets: tuple[ListSheet, ...] = tuple(map(sheet_of, lists))
    return to_json(ListsSheet(sheets, summed, tuple(people.beside.not_compared)))


def _rows(kept: KeptList) -> Iterator[object]:
    for at, row in enumerate(kept.rows):
        yield {"id": row.id, "cells": dict(row.cells), "nobody": at in kept.nobody}
