"""The same person in two incidents of one act, who counts once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tasjil.count.algebra.runs import Bools, Ints
from tasjil.model.acts import Act
from tasjil.model.ids import IncidentId
from tasjil.model.incident import Incident
from tasjil.model.victim import Victim

Near = Mapping[int, set[int]]
"""For parts of a row, the other parts of it that may be one with them."""

ONCE = frozenset({Act.KILLED, Act.BODIES_FOUND})
"""Acts that nobody suffers twice."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who stands in several incidents of one act.

    Attributes:
        incidents: Their places among all.
        settled: Whether somebody settled that it is one person.
        once: Whether nobody suffers the act twice, so that incidents of the person
            that may be one incident are one.
    """

    incidents: tuple[int, ...]
    settled: bool
    once: bool


@dataclass(frozen=True, slots=True)
class Shared:
    """Persons who stand in several incidents of one act.

    Attributes:
        of_incident: Which of the persons stand in an incident.
        incidents: The places of all of these incidents, sorted.
    """

    persons: tuple[Person, ...]
    of_incident: Mapping[int, tuple[int, ...]]
    incidents: Ints

    @classmethod
    def of(cls, incidents: Sequence[Incident], victims: Iterable[Victim]) -> "Shared":
        """Find them; a person abducted in one and killed in another is in no two."""
        rows = {each.id: n for n, each in enumerate(incidents)}
        found = tuple(
            Person(same, victim.settled, act in ONCE)
            for victim in sorted(victims, key=lambda each: each.id)
            for act, same in _by_act(victim, rows, incidents)
        )
        of_incident: dict[int, tuple[int, ...]] = defaultdict(tuple)
        for n, person in enumerate(found):
            for row in person.incidents:
                of_incident[row] += (n,)
        return cls(found, dict(of_incident), np.array(sorted(of_incident), np.int64))

    def pairs(self) -> tuple[Ints, Ints]:
        """Give the incidents that hang together because of a person."""
        ends = [
            (person.incidents[0], other)
            for person in self.persons
            for other in person.incidents[1:]
        ]
        one, other = [a for a, _ in ends], [b for _, b in ends]
        return np.array(one, np.int64), np.array(other, np.int64)

    def twice(
        self,
        incident: Ints,
        value: Ints,
        number: Ints,
        edges: tuple[Ints, Ints] | None = None,
        *,
        settled: bool = False,
    ) -> dict[int, int]:
        """Say by row how many people are counted more often than once.

        A person in several incidents of a row is one too many for each further one.
        An incident that is not added, because it may be one that is, stands for those
        it may be: the person may be counted there. An incident holds all persons who
        stand in it: where it adds fewer people than those, the ones it does not add are
        not counted too often either.

        Args:
            incident: The place of an incident among all, for each part of a row.
            value: The row it is a part of.
            number: What it adds there.
            edges: Pairs of parts whose incidents may be one; none where each stands
                for itself.
            settled: Only persons of whom somebody settled that they are one.
        """
        if not self.persons:
            return {}
        here = np.isin(incident, self.incidents)
        rows: dict[int, dict[int, int]] = defaultdict(dict)
        for n in np.flatnonzero(here).tolist():
            rows[int(value[n])][int(incident[n])] = n
        near = {} if edges is None else _near(here, edges)
        return {
            row: _in_row(self._persons_in(parts, settled), parts, number, near)
            for row, parts in rows.items()
            if len(parts) > 1
        }

    def _persons_in(self, incidents: Iterable[int], settled: bool) -> list[Person]:
        found = sorted({n for each in incidents for n in self.of_incident[each]})
        persons = (self.persons[n] for n in found)
        return [each for each in persons if each.settled or not settled]


def _in_row(
    persons: Iterable[Person], parts: Mapping[int, int], number: Ints, near: Near
) -> int:
    """Count in one row.

    Args:
        persons: Who may be counted there more often than once.
        parts: The part of the row that each incident is, by its place among all.
        number: What each part adds.
        near: Parts that may be one.
    """
    groups = _Groups()
    for person in persons:
        mine = [parts[each] for each in person.incidents if each in parts]
        stand = [_stand_for(each, number, near) for each in _told(mine, person, near)]
        stand = [each for each in stand if each]
        places = sorted(set().union(*stand))
        again = min(len(stand), len(places)) - 1
        if again > 0:
            sure = [each for each in mine if number[each] > 0]
            groups.join(places, sure, again)
    return groups.twice(number)


def _told(mine: Sequence[int], person: Person, near: Near) -> list[set[int]]:
    """Put parts together that are one where the person suffers the act only once."""
    sets: list[set[int]] = []
    for each in mine:
        joined = {each}
        if person.once:
            met = [one for one in sets if one & near.get(each, set())]
            sets = [one for one in sets if one not in met]
            joined = joined.union(*met)
        sets.append(joined)
    return sets


def _stand_for(parts: set[int], number: Ints, near: Near) -> set[int]:
    """Give the parts that are added of these, or else those added that they may be."""
    own = {each for each in parts if number[each] > 0}
    others = set().union(*(near.get(each, set()) for each in parts))
    return own or {each for each in others if number[each] > 0}


def _near(here: Bools, edges: tuple[Ints, Ints]) -> Near:
    """Give the neighbours of some parts."""
    found: dict[int, set[int]] = defaultdict(set)
    one, other = edges
    kept = here[one] | here[other]
    for a, b in zip(one[kept].tolist(), other[kept].tolist(), strict=True):
        found[a].add(b)
        found[b].add(a)
    return found


class _Groups:
    """Parts of a row that hang together by the persons who stand in several of them."""

    def __init__(self) -> None:
        self._first: dict[int, int] = {}
        self._persons: Counter[int] = Counter()
        self._twice: Counter[int] = Counter()

    def join(self, parts: Sequence[int], sure: Iterable[int], again: int) -> None:
        """Put the parts where a person may be counted into one group.

        Args:
            parts: Where the person may be counted.
            sure: Those of them in which the person certainly stands.
            again: How often too often.
        """
        roots = [self._root(each) for each in parts]
        for root in roots:
            self._first[root] = min(roots)
        self._persons.update(sure)
        self._twice[parts[0]] += again

    def _root(self, part: int) -> int:
        while self._first.setdefault(part, part) != part:
            part = self._first[part]
        return part

    def twice(self, number: Ints) -> int:
        """Add up, group by group, who is counted too often; never less than nobody."""
        found: Counter[int] = Counter()
        for part in sorted(self._first):
            left_out = max(0, self._persons[part] - int(number[part]))
            found[self._root(part)] += self._twice[part] - left_out
        return sum(max(0, each) for each in found.values())


def _by_act(
    victim: Victim, rows: Mapping[IncidentId, int], incidents: Sequence[Incident]
) -> list[tuple[Act, tuple[int, ...]]]:
    by_act: dict[Act, list[int]] = defaultdict(list)
    for row in sorted(rows[each] for each in victim.incidents if each in rows):
        by_act[incidents[row].act].append(row)
    return [(act, tuple(same)) for act, same in by_act.items() if len(same) > 1]
