"""The same person in two incidents of one act, who counts once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tasjil.count.runs import Ints
from tasjil.model.ids import IncidentId
from tasjil.model.incident import Incident
from tasjil.model.victim import Victim

Adds = Callable[[int], int]
Node = tuple[int, int]
"""An incident and a row that it stands in."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Persons who stand in several incidents of one act.

    Attributes:
        persons: For each, the places of the incidents among all, and whether a person
            settled that it is one.
        incidents: The places of all of these incidents, sorted.
    """

    persons: tuple[tuple[tuple[int, ...], bool], ...]
    incidents: Ints

    @classmethod
    def of(cls, incidents: Sequence[Incident], victims: Iterable[Victim]) -> "Shared":
        """Find them; a person abducted in one and killed in another is in no two."""
        rows = {each.id: n for n, each in enumerate(incidents)}
        found = [
            (same, victim.settled)
            for victim in sorted(victims, key=lambda each: each.id)
            for same in _by_act(victim, rows, incidents)
        ]
        places = sorted({row for same, _ in found for row in same})
        return cls(tuple(found), np.array(places, np.int64))

    def pairs(self) -> tuple[Ints, Ints]:
        """Give the incidents that hang together because of a person."""
        ends = [(same[0], other) for same, _ in self.persons for other in same[1:]]
        one, other = [a for a, _ in ends], [b for _, b in ends]
        return np.array(one, np.int64), np.array(other, np.int64)

    def twice(
        self, incident: Ints, value: Ints, number: Ints, *, settled: bool = False
    ) -> dict[int, int]:
        """Say by row how many people are counted more often than once.

        A person in several incidents of a row is one too many for each further one.
        What incidents that share persons add is never below the largest of them.

        Args:
            incident: The place of an incident among all, for each part of a row.
            value: The row it is a part of.
            number: What it adds there.
            settled: Only persons of whom somebody settled that they are one.
        """
        if not self.persons:
            return {}
        at = np.flatnonzero(np.isin(incident, self.incidents) & (number > 0))
        weights: dict[Node, int] = {}
        rows: dict[int, set[int]] = defaultdict(set)
        for n in at.tolist():
            weights[int(incident[n]), int(value[n])] = int(number[n])
            rows[int(incident[n])].add(int(value[n]))
        found: dict[int, int] = {}
        for row in sorted(set().union(*rows.values())):
            found[row] = self._in_row(row, weights, settled)
        return found

    def _in_row(self, row: int, weights: Mapping[Node, int], settled: bool) -> int:
        groups = _Groups()
        for same, sure in self.persons:
            here = [each for each in same if (each, row) in weights]
            if len(here) > 1 and (sure or not settled):
                groups.join(here)
        return sum(
            min(twice, sum(adds) - max(adds))
            for twice, adds in groups.found(lambda each: weights[each, row])
        )


class _Groups:
    """Incidents that hang together, and how many persons too many they count."""

    def __init__(self) -> None:
        self._first: dict[int, int] = {}
        self._twice: dict[int, int] = defaultdict(int)

    def join(self, incidents: Sequence[int]) -> None:
        """Put a person's incidents into one group."""
        roots = {self._root(each) for each in incidents}
        least = min(roots)
        twice = sum(self._twice.pop(root, 0) for root in roots)
        for root in roots:
            self._first[root] = least
        self._twice[least] = twice + len(incidents) - 1

    def _root(self, incident: int) -> int:
        while self._first.setdefault(incident, incident) != incident:
            incident = self._first[incident]
        return incident

    def found(self, adds: Adds) -> list[tuple[int, list[int]]]:
        """Give each group: people counted too often, and what its incidents add."""
        members: dict[int, list[int]] = defaultdict(list)
        for incident in sorted(self._first):
            members[self._root(incident)].append(adds(incident))
        return [(self._twice[root], kept) for root, kept in members.items()]


def _by_act(
    victim: Victim, rows: Mapping[IncidentId, int], incidents: Sequence[Incident]
) -> list[tuple[int, ...]]:
    by_act: dict[str, list[int]] = defaultdict(list)
    for row in sorted(rows[each] for each in victim.incidents if each in rows):
        by_act[incidents[row].act].append(row)
    return [tuple(same) for same in by_act.values() if len(same) > 1]
