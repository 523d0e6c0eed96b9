"""The same person in two incidents of one act, who counts once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tasjil.count.runs import Ints
from tasjil.model.ids import IncidentId
from tasjil.model.incident import Incident
from tasjil.model.victim import Victim


@dataclass(frozen=True, slots=True)
class Shared:
    """Persons who stand in several incidents of one act.

    Attributes:
        persons: For each, the places of the incidents among all, and whether a person
            settled that it is one.
        of_incident: Which of the persons stand in an incident.
        incidents: The places of all of these incidents, sorted.
    """

    persons: tuple[tuple[tuple[int, ...], bool], ...]
    of_incident: Mapping[int, tuple[int, ...]]
    incidents: Ints

    @classmethod
    def of(cls, incidents: Sequence[Incident], victims: Iterable[Victim]) -> "Shared":
        """Find them; a person abducted in one and killed in another is in no two."""
        rows = {each.id: n for n, each in enumerate(incidents)}
        found = tuple(
            (same, victim.settled)
            for victim in sorted(victims, key=lambda each: each.id)
            for same in _by_act(victim, rows, incidents)
        )
        of_incident: dict[int, tuple[int, ...]] = defaultdict(tuple)
        for n, (same, _) in enumerate(found):
            for row in same:
                of_incident[row] += (n,)
        return cls(found, dict(of_incident), np.array(sorted(of_incident), np.int64))

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
        An incident holds all persons who stand in it: where it adds fewer people than
        those, the ones it does not add are not counted too often either.

        Args:
            incident: The place of an incident among all, for each part of a row.
            value: The row it is a part of.
            number: What it adds there.
            settled: Only persons of whom somebody settled that they are one.
        """
        if not self.persons:
            return {}
        at = np.flatnonzero(np.isin(incident, self.incidents) & (number > 0))
        rows: dict[int, dict[int, int]] = defaultdict(dict)
        for n in at.tolist():
            rows[int(value[n])][int(incident[n])] = int(number[n])
        return {
            row: self._in_row(adds, settled)
            for row, adds in rows.items()
            if len(adds) > 1
        }

    def _in_row(self, adds: Mapping[int, int], settled: bool) -> int:
        groups = _Groups()
        for n in sorted({n for each in adds for n in self.of_incident[each]}):
            same, sure = self.persons[n]
            here = [each for each in same if each in adds]
            if len(here) > 1 and (sure or not settled):
                groups.join(here)
        return groups.twice(adds)


class _Groups:
    """Incidents that hang together by the persons who stand in several of them."""

    def __init__(self) -> None:
        self._first: dict[int, int] = {}
        self._persons: Counter[int] = Counter()
        self._twice: Counter[int] = Counter()

    def join(self, incidents: Sequence[int]) -> None:
        """Put a person's incidents into one group."""
        roots = [self._root(each) for each in incidents]
        for root in roots:
            self._first[root] = min(roots)
        self._persons.update(incidents)
        self._twice[incidents[0]] += len(incidents) - 1

    def _root(self, incident: int) -> int:
        while self._first.setdefault(incident, incident) != incident:
            incident = self._first[incident]
        return incident

    def twice(self, adds: Mapping[int, int]) -> int:
        """Add up, group by group, who is counted too often; never less than nobody."""
        found: Counter[int] = Counter()
        for incident, persons in self._persons.items():
            left_out = max(0, persons - adds[incident])
            found[self._root(incident)] += self._twice[incident] - left_out
        return sum(max(0, each) for each in found.values())


def _by_act(
    victim: Victim, rows: Mapping[IncidentId, int], incidents: Sequence[Incident]
) -> list[tuple[int, ...]]:
    by_act: dict[str, list[int]] = defaultdict(list)
    for row in sorted(rows[each] for each in victim.incidents if each in rows):
        by_act[incidents[row].act].append(row)
    return [tuple(same) for same in by_act.values() if len(same) > 1]
