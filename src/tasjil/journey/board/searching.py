"""Searches people by name: in any script, its parts in any order, as they sound."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tasjil.journey.board.name_keys import SURE, WORST, asked_keys, level, words_in
from tasjil.model.ids import VictimId
from tasjil.register.board.board import Board
from tasjil.register.board.finding import Borne
from tasjil.register.board.lines import PersonFilter, PersonLine
from tasjil.register.board.pages import Page, Paged
from tasjil.register.register import Register

MOST_FOUND = 500
"""How many people one search finds; more of the name finds fewer of them."""

MOST_WORDS = 400
"""How many spellings one part is looked up by, the best first."""

MOST_PARTS = 8


@dataclass(frozen=True, slots=True)
class Meaning:
    """The words that one part which was typed can mean.

    Attributes:
        levels: How well each fits, 0 the best.
        persons: How many people bear each.
    """

    levels: Mapping[str, int]
    persons: Mapping[str, int]

    def words(self, worst: int) -> list[str]:
        """Give those that fit so well at least."""
        return [word for word, how in self.levels.items() if how <= worst]

    def many(self, worst: int) -> int:
        """Count those who bear them, once for each that they bear."""
        return sum(self.persons[word] for word in self.words(worst))


def search(
    register: Register, query: str, wanted: PersonFilter, page: Page
) -> Paged[PersonLine]:
    """Find people by a name, the best first.

    Args:
        register: The open register.
        query: As somebody types it; nothing of it is kept.
        wanted: Narrows who is found.
        page: Which page of those who were found.
    """
    board = register.board
    asked = words_in(query)[:MOST_PARTS]
    meant = _meant(board, asked)
    if not (meant and all(each.levels for each in meant)):
        return Paged((), page, 0)
    found = _found(board, meant, wanted)
    ranked = _ranked(board, found[:MOST_FOUND], meant)
    shown = ranked[page.start : page.start + page.size]
    lines = board.people_by_id(shown)
    items = tuple(lines[each] for each in shown if each in lines)
    return Paged(items, page, len(ranked), len(found) > MOST_FOUND)


def _meant(board: Board, asked: Sequence[str]) -> list[Meaning]:
    """Give for each part that was typed the words it can mean; one query for all."""
    keys = [key for word in asked for key in asked_keys(word)]
    there = board.words(keys) if keys else {}
    return [_meaning(word, there) for word in asked]


def _meaning(asked: str, there: Mapping[str, int]) -> Meaning:
    held = {
        word: (how, -persons)
        for word, persons in there.items()
        if (how := level(asked, word)) is not None
    }
    best = sorted(held, key=lambda word: (held[word], word))[:MOST_WORDS]
    return Meaning({word: held[word][0] for word in best}, there)


def _found(
    board: Board, meant: Sequence[Meaning], wanted: PersonFilter
) -> list[VictimId]:
    """Give those who bear all parts: first as they were typed, then nearly so."""
    found: dict[VictimId, None] = {}
    for worst in (SURE, WORST):
        groups = [(each.many(worst), each.words(worst)) for each in meant]
        if len(found) <= MOST_FOUND and all(words for _, words in groups):
            groups.sort(key=lambda group: group[0])
            rarest_first = tuple(tuple(words) for _, words in groups)
            borne = Borne(rarest_first, groups[0][0])
            found |= dict.fromkeys(board.bearers(borne, wanted, MOST_FOUND + 1))
    return list(found)


def _ranked(
    board: Board, found: Sequence[VictimId], meant: Sequence[Meaning]
) -> list[VictimId]:
    """Order people by how well their names are what was typed, then by the shortest."""
    words = board.words_of(found)

    def distance(person: VictimId) -> tuple[int, int, str]:
        own = words.get(person, [])
        off = (
            min((each.levels.get(word, WORST + 1) for word in own), default=WORST + 1)
            for each in meant
        )
        return sum(off), len(own), person

    return sorted(found, key=distance)
