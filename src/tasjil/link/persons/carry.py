"""Ids of persons that survive: who is who again when the records are linked anew."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from tasjil.errors import BadValue
from tasjil.model.ids import RecordId, VictimId


@dataclass(frozen=True, slots=True)
class Carried:
    """Which person each record tells of now, and what became of the persons before.

    Attributes:
        persons: The person of every record.
        joined: Persons that are no more, each with the person most of it went into.
        parted: Persons that lost records to others, each with those others, sorted.
        new: Persons that were not there before.
        past: For every id that names nobody now, the records it named last.
    """

    persons: Mapping[RecordId, VictimId]
    joined: Mapping[VictimId, VictimId] = field(default_factory=dict)
    parted: Mapping[VictimId, tuple[VictimId, ...]] = field(default_factory=dict)
    new: frozenset[VictimId] = frozenset()
    past: Mapping[VictimId, frozenset[RecordId]] = field(default_factory=dict)


def carry(
    records: Sequence[RecordId],
    labels: NDArray[np.integer],
    before: Mapping[RecordId, VictimId] | None = None,
    past: Mapping[VictimId, frozenset[RecordId]] | None = None,
) -> Carried:
    """Give the persons of a linkage their ids.

    A person keeps its id while at least half of its records stay together; of two
    halves, the one with its first record does. Of persons that become one, the one
    with most records there gives its id. Somebody who was there once, was joined to
    another, and is now parted again gets the old id back. Others are named after
    their first record. An id that was ever given names nobody else.

    Args:
        records: Every record once.
        labels: The person of each, any numbers, (n,).
        before: Whom each record told of; records that are gone may be in it.
        past: Records that ids named last which name nobody now: `Carried.past` of the
            linkage before.

    Raises:
        BadValue: A record stands there twice.

    Example:
        >>> first = carry(["a:1", "b:1", "b:2"], np.array([0, 0, 1]))
        >>> first.persons["a:1"] == first.persons["b:1"] in first.new
        True
        >>> again = carry(["b:2", "b:1", "a:1"], np.array([5, 4, 4]), first.persons)
        >>> again.persons == first.persons, again.new
        (True, frozenset())
    """
    if len(set(records)) < len(records):
        raise BadValue("expected every record once, found one twice: leave one out")
    held = before or {}
    parts = _parts(records, labels)
    number = {record: at for at, part in enumerate(parts) for record in part}
    retired = dict(past or {})
    kept = _back(parts, held, retired)
    _keep(number, held, kept)
    _returned(parts, kept, retired)
    new = _named(parts, kept, {*held.values(), *retired})
    persons = {record: kept[at] for record, at in number.items()}
    now = frozenset(kept.values())
    gone = _holdings(held, set(held.values()) - now)
    ended = {id: told for id, told in {**retired, **gone}.items() if id not in now}
    moved = Counter(
        (was, persons[record])
        for record, was in held.items()
        if record in persons and persons[record] != was
    )
    return Carried(persons, _joined(moved, now), _parted(moved, now), new, ended)


def person_id(record: RecordId, nth: int = 0) -> VictimId:
    """Name a person after a record: the digest says nothing about either."""
    return VictimId("v-" + sha256(f"{record}|{nth}".encode()).hexdigest()[:16])


def _parts(
    records: Sequence[RecordId], labels: NDArray[np.integer]
) -> list[list[RecordId]]:
    """Give the records of each person, in one order whatever the input's."""
    found: dict[int, list[RecordId]] = {}
    for record, label in sorted(zip(records, labels.tolist(), strict=True)):
        found.setdefault(label, []).append(record)
    return list(found.values())


def _back(
    parts: Sequence[Sequence[RecordId]],
    before: Mapping[RecordId, VictimId],
    past: Mapping[VictimId, frozenset[RecordId]],
) -> dict[int, VictimId]:
    """Give an old id back to exactly the records that it named last."""
    ended = {past[id]: id for id in sorted(past, reverse=True)}
    unchanged = set(_holdings(before, set(before.values())).values()) if ended else ()
    wholes = ((at, frozenset(part)) for at, part in enumerate(parts) if ended)
    return {
        at: ended[whole]
        for at, whole in wholes
        if whole in ended and whole not in unchanged
    }


def _keep(
    number: Mapping[RecordId, int],
    before: Mapping[RecordId, VictimId],
    kept: dict[int, VictimId],
) -> None:
    """Let persons keep their ids, those with most records staying together first."""
    shared: Counter[tuple[VictimId, int]] = Counter()
    first: dict[tuple[VictimId, int], RecordId] = {}
    size: Counter[VictimId] = Counter()
    for record, person in before.items():
        if (at := number.get(record)) is None:
            continue
        key = person, at
        shared[key] += 1
        size[person] += 1
        first[key] = min(first.get(key, record), record)
    taken = set(kept.values())
    for key in sorted(shared, key=lambda each: (-shared[each], first[each], each)):
        person, at = key
        if at not in kept and person not in taken and 2 * shared[key] >= size[person]:
            kept[at] = person
            taken.add(person)


def _returned(
    parts: Sequence[Sequence[RecordId]],
    kept: dict[int, VictimId],
    past: Mapping[VictimId, frozenset[RecordId]],
) -> None:
    """Give old ids back to those who hold most of what they named last."""
    last: dict[RecordId, list[VictimId]] = {}
    for person in sorted(past):
        for record in past[person]:
            last.setdefault(record, []).append(person)
    taken = set(kept.values())
    for at, part in enumerate(parts):
        if at in kept:
            continue
        shared = Counter(id for record in part for id in last.get(record, ()))
        fitting = [
            (-count, id)
            for id, count in shared.items()
            if id not in taken and 2 * count > len(past[id]) and 2 * count > len(part)
        ]
        if fitting:
            kept[at] = min(fitting)[1]
            taken.add(kept[at])


def _named(
    parts: Sequence[Sequence[RecordId]],
    kept: dict[int, VictimId],
    given: set[VictimId],
) -> frozenset[VictimId]:
    """Name those who have no id, after their first records."""
    given |= set(kept.values())
    new = set()
    for at, part in enumerate(parts):
        if at in kept:
            continue
        nth = 0
        while (id := person_id(part[0], nth)) in given:
            nth += 1
        kept[at] = id
        given.add(id)
        new.add(id)
    return frozenset(new)


def _holdings(
    before: Mapping[RecordId, VictimId], ids: Iterable[VictimId]
) -> dict[VictimId, frozenset[RecordId]]:
    wanted: dict[VictimId, set[RecordId]] = {id: set() for id in ids}
    for record, person in before.items():
        if person in wanted:
            wanted[person].add(record)
    return {id: frozenset(told) for id, told in wanted.items()}


def _joined(
    moved: Counter[tuple[VictimId, VictimId]], now: frozenset[VictimId]
) -> dict[VictimId, VictimId]:
    """Tell which person most of one that is no more went into."""
    into: dict[VictimId, tuple[int, VictimId]] = {}
    for (was, person), count in moved.items():
        if was not in now:
            into[was] = min(into.get(was, (0, person)), (-count, person))
    return {was: into[was][1] for was in sorted(into)}


def _parted(
    moved: Counter[tuple[VictimId, VictimId]], now: frozenset[VictimId]
) -> dict[VictimId, tuple[VictimId, ...]]:
    """Tell to whom persons lost records; one that is no more, if to several."""
    others: dict[VictimId, set[VictimId]] = {}
    for was, person in moved:
        others.setdefault(was, set()).add(person)
    return {
        was: tuple(sorted(others[was]))
        for was in sorted(others)
        if was in now or len(others[was]) > 1
    }
