"""Who is on which lists, counted: the one thing every estimate starts from."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tasjil.errors import BadValue


@dataclass(frozen=True, eq=False)
class CaptureTable:
    """How many persons stand on exactly which lists.

    Make it with `of`: rows are then unique, none is empty, and their order does not
    depend on the order they came in.

    Attributes:
        lists: Names of the lists, (J,).
        patterns: Who is on which, one row a pattern, (M, J) bool.
        counts: How many persons stand on exactly these lists, (M,) int64, above 0.

    Example:
        >>> table = CaptureTable.of(
        ...     ("a", "b"), [(True, False), (False, True), (True, True)], [30, 20, 10]
        ... )
        >>> table.n, table.size("a"), table.together("a", "b")
        (60, 40, 10)
    """

    lists: tuple[str, ...]
    patterns: NDArray[np.bool_]
    counts: NDArray[np.int64]

    @classmethod
    def of(
        cls, lists: Sequence[str], patterns: Any, counts: Iterable[int]
    ) -> "CaptureTable":
        """Make a table of rows in any order; rows with one pattern are added.

        Args:
            lists: Names, all different.
            patterns: 0 and 1, or False and True, (rows, J).
            counts: Persons of each row, 0 or more; rows of 0 are left out.

        Raises:
            BadValue: A name stands twice, a row has no list, a count is below 0, or
                the forms do not fit together.
        """
        names = tuple(lists)
        if len(set(names)) < len(names):
            raise BadValue("expected lists with names that differ, got one twice")
        on = np.asarray(patterns)
        many = np.asarray(list(counts))
        on = on.reshape(len(many), -1) if on.size else on.reshape(0, len(names))
        _check(names, on, many)
        kept, total = _added(on.astype(np.bool_), many.astype(np.int64))
        return cls(names, kept, total)

    @cached_property
    def n(self) -> int:
        """How many persons are on any list."""
        return int(self.counts.sum())

    @cached_property
    def sizes(self) -> NDArray[np.int64]:
        """How many persons are on each list, (J,)."""
        return self.counts @ self.patterns

    @cached_property
    def overlaps(self) -> NDArray[np.int64]:
        """How many are on both of two lists, (J, J); on the diagonal the sizes."""
        on = self.patterns.astype(np.int64)
        return (on * self.counts[:, None]).T @ on

    @cached_property
    def caught(self) -> NDArray[np.int64]:
        """How many persons are on exactly 0, 1, ... J lists, (J + 1,); 0 is 0."""
        times = self.patterns.sum(1)
        return np.bincount(times, self.counts, len(self.lists) + 1).astype(np.int64)

    @cached_property
    def digest(self) -> str:
        """`sha256:` and the digest of lists and counts; order does not matter."""
        order = sorted(range(len(self.lists)), key=lambda j: self.lists[j])
        rows = sorted(
            [[int(row[j]) for j in order], int(count)]
            for row, count in zip(self.patterns, self.counts, strict=True)
        )
        told = json.dumps([[self.lists[j] for j in order], rows], ensure_ascii=False)
        return "sha256:" + sha256(told.encode()).hexdigest()

    def size(self, name: str) -> int:
        """Say how many persons are on a list."""
        return int(self.sizes[self.place(name)])

    def together(self, a: str, b: str) -> int:
        """Say how many persons are on both lists."""
        return int(self.overlaps[self.place(a), self.place(b)])

    def place(self, name: str) -> int:
        """Say which column a list is.

        Raises:
            BadValue: There is none of this name.
        """
        if name not in self.lists:
            raise BadValue(
                f"expected one of the lists {', '.join(self.lists)}, got {name!r}"
            )
        return self.lists.index(name)

    def apart(self) -> list[str]:
        """Name the lists that share nobody with any other."""
        shared = (self.overlaps - np.diag(self.sizes)).sum(1)
        return [name for j, name in enumerate(self.lists) if shared[j] == 0]

    def pairs(self) -> Iterable[tuple[int, int]]:
        """Give every two lists, by their columns."""
        return combinations(range(len(self.lists)), 2)

    def only(self, names: Sequence[str]) -> "CaptureTable":
        """Give the table of these lists alone; who is on none of them is left out."""
        columns = [self.place(name) for name in names]
        on = self.patterns[:, columns]
        some = on.any(1)
        return CaptureTable.of(tuple(names), on[some], self.counts[some].tolist())

    def without(self, name: str) -> "CaptureTable":
        """Give the table as it were without a list."""
        self.place(name)
        return self.only([each for each in self.lists if each != name])

    def cells(self) -> NDArray[np.int64]:
        """Give the counts of all 2^J cells; list j is bit j; cell 0 is 0.

        Raises:
            BadValue: More than 20 lists: use `patterns`.
        """
        if len(self.lists) > 20:
            raise BadValue(
                f"expected at most 20 lists to write out every cell, got "
                f"{len(self.lists)}; use the patterns that occur"
            )
        bits = 1 << np.arange(len(self.lists))
        cells = np.zeros(1 << len(self.lists), np.int64)
        cells[self.patterns @ bits] = self.counts
        return cells


def _check(names: tuple[str, ...], on: NDArray[Any], many: NDArray[Any]) -> None:
    if on.ndim != 2 or on.shape[1] != len(names):
        raise BadValue(
            f"expected a column for each of {len(names)} lists, got {on.shape}"
        )
    if many.size and (many.dtype.kind not in "iu" or (many < 0).any()):
        raise BadValue("expected whole counts of 0 or more")
    if not np.isin(on, (0, 1)).all():
        raise BadValue("expected 0 or 1 for every list of every row")
    if many.size and (~on.astype(np.bool_).any(1) & (many > 0)).any():
        raise BadValue(
            "expected nobody who is on no list, got a row of zeros with people in "
            "it: those whom nobody documented are what is to be estimated"
        )


def _added(
    on: NDArray[np.bool_], many: NDArray[np.int64]
) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
    on, many = on[many > 0], many[many > 0]
    if not len(many):
        return on, many
    unique, which = np.unique(on, axis=0, return_inverse=True)
    return unique, np.bincount(which.ravel(), many).astype(np.int64)
