"""The rows of a list, held as the cells they came in; a record is made when asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import overload

from tasjil.model.ids import RecordId
from tasjil.model.record import ListRecord

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ListRows(Sequence[ListRecord]):
    """Every row with words in it below the headers, in the order of the file.

    A list of a million rows is a few arrays: its records, with a dict each, are made
    one by one while somebody walks through them.

    Attributes:
        list: The list's name.
        keys: The headers, numbered where two are equal.
        table: The cells of each row, as many as there are keys or fewer.
        at: The row of the file that each stands in; the first row is 1.
        digest: The digest of the file.
        numbers: What each record is called; its place below the headers without it.
    """

    list: str
    keys: tuple[str, ...]
    table: Sequence[Cells]
    at: Sequence[int]
    digest: str
    numbers: Sequence[str] | None = None

    def __len__(self) -> int:
        """Say how many rows there are."""
        return len(self.table)

    @overload
    def __getitem__(self, at: int) -> ListRecord: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[ListRecord, ...]: ...
    def __getitem__(self, at: int | slice) -> ListRecord | tuple[ListRecord, ...]:
        """Make one record, or some."""
        if isinstance(at, slice):
            return tuple(self._record(n) for n in range(*at.indices(len(self))))
        return self._record(range(len(self))[at])

    def __iter__(self) -> Iterator[ListRecord]:
        """Make the records one by one."""
        return map(self._record, range(len(self)))

    def under(self, key: str) -> Sequence[str]:
        """Give the cells under one header, "" where a row ends before it."""
        column = self.keys.index(key)
        return [row[column] if column < len(row) else "" for row in self.table]

    def numbered(self, numbers: Sequence[str]) -> "ListRows":
        """Give the same rows, each called by a number of its own."""
        return replace(self, numbers=numbers)

    def called(self, name: str) -> "ListRows":
        """Give the same rows as those of a list with another name."""
        return replace(self, list=name)

    def number(self, at: int) -> str:
        """Give what a record is called behind its list's name."""
        return str(at + 1) if self.numbers is None else self.numbers[at]

    def _record(self, at: int) -> ListRecord:
        row = self.table[at]
        cells = dict(zip(self.keys, row, strict=False))
        for key in self.keys[len(row) :]:
            cells[key] = ""
        id = RecordId(f"{self.list}:{self.number(at)}")
        return ListRecord(id, self.list, self.at[at], cells, list_digest=self.digest)
