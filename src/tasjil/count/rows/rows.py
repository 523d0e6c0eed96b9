"""Rows of a breakdown as values: labels, ranges, and the ids of what they hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, cast, overload

import numpy as np

from tasjil.count.algebra.lines import REJECTED, Columns
from tasjil.count.algebra.runs import UNTOLD, Ints
from tasjil.count.names import figure_id
from tasjil.count.rows.divisions import Division
from tasjil.count.rows.sums import RowSums, ranged
from tasjil.count.rows.wholes import Wholes
from tasjil.model.acts import Act
from tasjil.model.ids import ClaimId, IncidentId
from tasjil.model.tally import Row

Id = TypeVar("Id", bound=str)


@dataclass(frozen=True)
class Members:
    """Which incidents stand in which row of one breakdown, and by which claims.

    Attributes:
        pairs: Incidents and values that stand together.
        patches: Incidents looked at again since, and the pairs in place of theirs.
        states: What people decided of each claim.
    """

    columns: Columns
    way: Division | Wholes
    pairs: tuple[Ints, Ints]
    patches: tuple[tuple[Ints, tuple[Ints, Ints]], ...]
    states: Ints

    @cached_property
    def _by_value(self) -> tuple[Ints, Ints]:
        incident, value = self.pairs
        for gone, (at, values) in self.patches:
            kept = ~np.isin(incident, gone)
            incident = np.concatenate((incident[kept], at))
            value = np.concatenate((value[kept], values))
        order = np.lexsort((incident, value))
        return incident[order], value[order]

    def incidents(self, value: int) -> list[IncidentId]:
        """Give the incidents of a row by their ids."""
        incidents = self.columns.incidents
        return [incidents[n].id for n in self._of(value).tolist()]

    def claims(self, value: int) -> list[ClaimId]:
        """Give the claims that put them there; for the unknown row, those silent."""
        lines = self.columns.of_incidents(self._of(value))
        lines = lines.where(self.states[lines.claim] != REJECTED)
        if isinstance(self.way, Division):
            code = self.way.codes[lines.claim]
            kept = code == (UNTOLD if value == self.way.unknown else value)
            lines = lines.where(kept)
        return cast("list[ClaimId]", self.columns.ids[np.unique(lines.claim)].tolist())

    def _of(self, value: int) -> Ints:
        incident, values = self._by_value
        first, last = np.searchsorted(values, (value, value + 1))
        return incident[first:last]


class Ids(Sequence[Id]):
    """Ids of one row, put together when somebody looks; equal to a tuple of them.

    A row of a country can hold a million claims, and few readers open it.
    """

    __slots__ = ("_kept", "_members", "_name", "_value")

    def __init__(self, members: Members, name: str, value: int) -> None:
        """Keep what to look up: incidents or claims, and of which value."""
        self._members: Members | None = members
        self._name, self._value = name, value
        self._kept: tuple[Id, ...] = ()

    def _all(self) -> tuple[Id, ...]:
        if self._members is not None:
            look = getattr(self._members, self._name)
            self._kept, self._members = tuple(look(self._value)), None
        return self._kept

    @overload
    def __getitem__(self, at: int) -> Id: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Id, ...]: ...
    def __getitem__(self, at: int | slice) -> Id | tuple[Id, ...]:
        """Give one, or some."""
        return self._all()[at]

    def __len__(self) -> int:
        """Count them."""
        return len(self._all())

    def __iter__(self) -> Iterator[Id]:
        """Go through them."""
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        """Compare with other ids, or with a tuple."""
        if isinstance(other, Ids):
            return self._all() == other._all()
        return self._all() == other if isinstance(other, tuple) else NotImplemented

    def __hash__(self) -> int:
        """Hash as a tuple does."""
        return hash(self._all())

    def __repr__(self) -> str:
        """Show them as a tuple."""
        return repr(self._all())


def in_order(way: Division | Wholes) -> tuple[int, ...]:
    """Give the places of the values in the order of their rows."""
    known = range(way.unknown)
    return (*sorted(known, key=lambda n: way.values[n]), way.unknown)


def make_rows(
    act: Act, sums: RowSums, members: Members, values: Ints
) -> dict[int, Row]:
    """Make the rows of some values; a value no incident stands in has none."""
    way = members.way
    low, high, opened = sums.verified
    found = {}
    for n in values[sums.number[values] > 0].tolist():
        floor = int(sums.floor[n])
        ceiling = max(int(sums.ceiling[n]), floor)
        found[n] = Row(
            id=figure_id(act, way.name, way.values[n]),
            value=way.values[n],
            label=way.labels[n],
            floor=floor,
            ceiling=ceiling if sums.known[n] else None,
            incidents=_ids(members, "incidents", n),
            claims=_ids(members, "claims", n),
            verified=ranged(int(low[n]), int(high[n]), int(opened[n])),
        )
    return found


def _ids(members: Members, name: str, value: int) -> tuple[Id, ...]:
    """Give ids that are put together when somebody looks."""
    # A sequence that equals, hashes and reads as the tuple that rows are said to hold.
    return cast("tuple[Id, ...]", Ids[Id](members, name, value))
