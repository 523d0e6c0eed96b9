"""Finds the places that a row of a list tells in the case's list of places."""

from collections.abc import Iterator

from tasjil.journey.case import Case
from tasjil.link.lists.cleaning import PlaceOf, Spot
from tasjil.model.places import Where
from tasjil.read.found import Found
from tasjil.read.places.gazetteer import Gazetteer

BETWEEN = ", "


def places_of(case: Case) -> PlaceOf:
    """Give the way to find places as a case's reports have theirs found.

    The cells of a row settle each other: a village that two districts have is that of
    the district beside it. What no list of places has stays as it was told.

    Args:
        case: The case, with its own places.
    """
    gazetteer, hints = Gazetteer(case.places), case.scope.where

    def place_of(spots: tuple[Spot, ...]) -> tuple[Where, ...]:
        text = BETWEEN.join(words for _, words in spots)
        return tuple(_each(spots, gazetteer.find(text, hints=hints)))

    return place_of


def _each(spots: tuple[Spot, ...], found: list[Found[Where]]) -> Iterator[Where]:
    start = 0
    for level, words in spots:
        end = start + len(words)
        own = [each.value for each in found if start <= each.start and each.end <= end]
        if own and own[0].place is not None:
            yield own[0]
        else:
            yield Where(words, level=level)
        start = end + len(BETWEEN)
