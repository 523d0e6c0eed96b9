"""A table as its file tells it: lists, what is known of the people, and the draws."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tasjil.errors import BadValue
from tasjil.estimate.tables.table import CaptureTable


@dataclass(frozen=True, eq=False)
class ToldTables:
    """Rows of people: on which lists they are, how many, and what is known of them.

    Attributes:
        lists: Names of the lists, (J,).
        on: Who is on which, (rows, J) bool.
        counts: People of each row, (rows,) int64; 1 where a row is a person.
        about: Names of what is known of them: sex, age, place, (C,).
        known: What is known, as written, (rows, C); None is not known.
        draws: Which of several tables a row belongs to, (rows,); None for one table.
        persons: Whether each row is a person.
        sources: Who published the rows, where the file says.

    Example:
        >>> told = ToldTables.of_people(("a", "b"), [(1, 0), (1, 1)], ("sex",), [
        ...     ("woman",), (None,)])
        >>> told.table.n, told.column("sex")
        (2, ('woman', None))
    """

    lists: tuple[str, ...]
    on: NDArray[np.bool_]
    counts: NDArray[np.int64]
    about: tuple[str, ...]
    known: tuple[tuple[str | None, ...], ...]
    draws: NDArray[np.int64] | None = None
    persons: bool = False
    sources: tuple[str, ...] = ()

    @classmethod
    def of_people(
        cls,
        lists: Sequence[str],
        on: Sequence[Sequence[int]] | NDArray[np.bool_],
        about: Sequence[str] = (),
        known: Sequence[Sequence[str | None]] | None = None,
    ) -> "ToldTables":
        """Make it of people, one row each.

        Args:
            lists: Names, all different.
            on: Who is on which, (people, J).
            about: Names of what is known.
            known: What is known, (people, len(about)).

        Raises:
            BadValue: Someone is on no list, or the forms do not fit together.
        """
        rows = np.asarray(on, np.bool_).reshape(-1, len(lists))
        each = np.ones(len(rows), np.int64)
        values = [()] * len(rows) if known is None else [tuple(row) for row in known]
        if len(values) != len(rows) or any(len(row) != len(about) for row in values):
            raise BadValue(
                f"expected {len(about)} values for each of {len(rows)} people"
            )
        CaptureTable.of(lists, rows, each.tolist())
        return cls(tuple(lists), rows, each, tuple(about), tuple(values), persons=True)

    @cached_property
    def table(self) -> CaptureTable:
        """The one table, all strata together.

        Raises:
            BadValue: There are several draws: each is a table of its own.
        """
        if self.draws is not None:
            raise BadValue(
                "expected one table, found draws: each is the same people linked "
                "otherwise; estimate each and combine them"
            )
        return CaptureTable.of(self.lists, self.on, self.counts.tolist())

    @property
    def n(self) -> int:
        """How many persons the one table, or a draw on average, documents."""
        many = 1 if self.draws is None else len(np.unique(self.draws))
        return round(int(self.counts.sum()) / max(many, 1))

    def tables(self) -> tuple[CaptureTable, ...]:
        """Give the table of each draw, in the order of their numbers; or the one."""
        return tuple(each.table for each in self.each_draw())

    def each_draw(self) -> tuple["ToldTables", ...]:
        """Give what each draw tells, without the draws' numbers; or the one itself."""
        if self.draws is None:
            return (self,)
        return tuple(
            replace(self._rows(self.draws == number), draws=None)
            for number in np.unique(self.draws)
        )

    def column(self, name: str) -> tuple[str | None, ...]:
        """Give what is known of one thing, row by row.

        Raises:
            BadValue: Nothing of this name is told.
        """
        if name not in self.about:
            told = ", ".join(self.about) or "nothing beside the lists"
            raise BadValue(f"expected one of {told}, got {name!r}")
        at = self.about.index(name)
        return tuple(row[at] for row in self.known)

    def where(self, which: NDArray[np.bool_] | NDArray[np.int64]) -> "ToldTables":
        """Give some of the rows: by yes and no, (rows,), or by their numbers."""
        return self._rows(which)

    def _rows(self, which: NDArray[np.bool_] | NDArray[np.int64]) -> "ToldTables":
        at = np.flatnonzero(which) if which.dtype == np.bool_ else which
        return replace(
            self,
            on=self.on[at],
            counts=self.counts[at],
            known=tuple(self.known[nth] for nth in at),
            draws=None if self.draws is None else self.draws[at],
        )
