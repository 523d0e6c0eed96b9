"""Finds people on the board by parts of their names: few queries, whatever is typed."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Value
from django.db.models.functions import StrIndex

from tasjil.model.ids import PlaceId, VictimId
from tasjil.register.board import filters
from tasjil.register.board.filters import EDGE, Reach
from tasjil.register.board.lines import PersonFilter
from tasjil.register.border import translated
from tasjil.register.store import BoardName, BoardPerson, BoardPlace, BoardWord, Store

EVERYBODY = PersonFilter()


def reach(store: Store, place: PlaceId | None, what: str) -> Reach | None:
    """Say how much lies in a place and all inside it; None where none is asked for.

    Args:
        store: The register.
        place: The place.
        what: "incidents" or "people".
    """
    if place is None:
        return None
    here = StrIndex("places", Value(f"{EDGE}{place}{EDGE}"))
    rows = BoardPlace.objects.using(store.alias).alias(here=here).filter(here__gt=0)
    with translated():
        found = list(rows.values_list("places", what))
    many = [(places, rows) for places, rows in found if rows]
    return Reach(place, tuple(places for places, _ in many), sum(n for _, n in many))


def words(store: Store, keys: Sequence[str]) -> dict[str, int]:
    """Give every part of a name that is found under one of the keys.

    Returns:
        How many people bear each.
    """
    rows = BoardWord.objects.using(store.alias).filter(key__in=list(keys))
    with translated():
        return dict(rows.values_list("word", "persons"))


@dataclass(frozen=True, slots=True)
class Borne:
    """What somebody has to be called: one word of each group.

    Attributes:
        groups: The first is looked up; the others are asked of each who is found.
        bearers: How many people bear a word of the first.
    """

    groups: tuple[tuple[str, ...], ...]
    bearers: int


def bearers(
    store: Store, borne: Borne, wanted: PersonFilter, most: int
) -> list[VictimId]:
    """Give people who are called so, so many at most.

    Whichever are fewer are looked through: those of a place, or those of a name.
    """
    names = BoardName.objects.using(store.alias)
    people = BoardPerson.objects.using(store.alias)
    here = reach(store, wanted.place, "people")
    if here is not None and here.rows < borne.bearers:
        rows, key = filters.people(people, wanted, here), "pk"
        groups = borne.groups
    else:
        first, *others = borne.groups
        rows, key = names.filter(word__in=first), "person"
        groups = tuple(others)
        if wanted != EVERYBODY:
            fits = filters.people(people, wanted, here)
            rows = rows.filter(Exists(fits.filter(pk=OuterRef("person"))))
    for group in groups:
        beside = names.filter(person=OuterRef(key), word__in=group)
        rows = rows.filter(Exists(beside))
    with translated():
        return list(rows.values_list(key, flat=True).distinct()[:most])


def words_of(store: Store, people: Sequence[VictimId]) -> dict[VictimId, list[str]]:
    """Give the words in the names of some people."""
    rows = BoardName.objects.using(store.alias).filter(person__in=list(people))
    found: dict[VictimId, list[str]] = {}
    with translated():
        for person, word in rows.values_list("person", "word"):
            found.setdefault(VictimId(person), []).append(word)
    return found
