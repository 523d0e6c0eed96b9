"""One act's figure, put together from its parts, and changed part by part."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from tasjil.count.algebra.runs import Ints
from tasjil.count.evidence import Evidence
from tasjil.count.ground import Ground
from tasjil.count.names import figure_id
from tasjil.count.notes import figure_notes
from tasjil.count.rows.divisions import Division
from tasjil.count.rows.rows import Members, in_order, make_rows
from tasjil.count.rows.sums import Part, RowSums, ranged
from tasjil.count.rows.wholes import Wholes
from tasjil.count.totals.over_several import told_in_all
from tasjil.model.acts import Act
from tasjil.model.quantity import CountRange
from tasjil.model.scope import Treated
from tasjil.model.tally import Figure, IncidentCount, Row


@dataclass(frozen=True, slots=True)
class Table:
    """One breakdown of a figure.

    Attributes:
        order: The places of its values in the order of the rows.
        rows: The rows there are, by the place of the value.
    """

    sums: RowSums
    members: Members
    order: tuple[int, ...]
    rows: Mapping[int, Row]

    @classmethod
    def of(cls, act: Act, sums: RowSums, members: Members) -> Self:
        """Make every row."""
        order = in_order(members.way)
        rows = make_rows(act, sums, members, np.array(order, np.int64))
        return cls(sums, members, order, rows)

    def swapped(self, act: Act, name: str, old: Part, new: Part, states: Ints) -> Self:
        """Take a part out and put it back changed; other rows stay as they are."""
        sums = self.sums - old.rows[name] + new.rows[name]
        gone = old.members[name]
        patch = (np.unique(gone[0]), new.members[name])
        patches = (*self.members.patches, patch)
        members = replace(self.members, patches=patches, states=states)
        touched = np.union1d(gone[1], patch[1][1])
        rows = dict(self.rows)
        for n in touched.tolist():
            rows.pop(n, None)
        rows |= make_rows(act, sums, members, touched)
        return replace(self, sums=sums, members=members, rows=rows)

    def listed(self) -> tuple[Row, ...]:
        """Give the rows by value, the unknown last."""
        return tuple(self.rows[n] for n in self.order if n in self.rows)


@dataclass(frozen=True, slots=True)
class ActCount:
    """Everything that is counted of one act.

    Attributes:
        counts: What each incident adds, by its place among all.
    """

    act: Act
    sums: Counter[str]
    notes: Counter[str]
    tables: Mapping[str, Table]
    counts: Mapping[int, IncidentCount]

    @classmethod
    def of(cls, act: Act, ground: Ground, part: Part, states: Ints) -> Self:
        """Make a figure of one part: all incidents of the act."""
        ways: tuple[Wholes | Division, ...] = (*ground.wholes, *ground.divisions)
        tables = {}
        for way in ways:
            pairs = part.members[way.name]
            members = Members(ground.columns, way, pairs, (), states)
            tables[way.name] = Table.of(act, part.rows[way.name], members)
        return cls(act, part.sums, part.notes, tables, part.counts)

    def swapped(self, old: Part, new: Part, states: Ints) -> Self:
        """Take a part out and put it back as it is after a judgement."""
        sums, notes = Counter(self.sums), Counter(self.notes)
        for total, before, after in (
            (sums, old.sums, new.sums),
            (notes, old.notes, new.notes),
        ):
            total.subtract(before)
            total.update(after)
        tables = {
            name: table.swapped(self.act, name, old, new, states)
            for name, table in self.tables.items()
        }
        counts = {**self.counts, **new.counts}
        for at in old.counts.keys() - new.counts.keys():
            del counts[at]
        if new.counts.keys() - old.counts.keys():
            counts = dict(sorted(counts.items()))
        return replace(self, sums=sums, notes=notes, tables=tables, counts=counts)

    def figure(self, ground: Ground, evidence: Evidence) -> Figure:
        """Write the figure, with what must be said beside it."""
        sums, counts = self.sums, tuple(self.counts.values())
        verified = ranged(
            sums["verified"], sums["verified at most"], sums["verified open"]
        )
        floor = max(sums["floor"], verified.low)
        most = max(sums["ceiling"], floor)
        return Figure(
            id=figure_id(self.act),
            act=self.act,
            verified=verified,
            floor=floor,
            ceiling=most if sums["with a ceiling"] else None,
            reported=ranged(
                sums["reported"], sums["reported at most"], sums["reported open"]
            ),
            accepted=self._accepted(),
            proposed_only=not sums["with accepted"],
            incidents=counts,
            by={name: table.listed() for name, table in self.tables.items()},
            notes=(
                *figure_notes(self.notes, ground.codebook),
                *told_in_all(self.act, counts, evidence),
            ),
            treatments={
                str(each): str(ground.codebook.treats(each)) for each in Treated
            },
        )

    def _accepted(self) -> CountRange:
        sums = self.sums
        if not sums["with accepted"]:
            return CountRange(0, 0)
        opened = not sums["accepted with a ceiling"]
        return ranged(sums["accepted"], sums["accepted at most"], opened)
