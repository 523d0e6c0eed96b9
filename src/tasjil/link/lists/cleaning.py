"""A row of a list, cleaned for comparing: what it tells of a person, cell by cell."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any, cast

from tasjil.link.lists.cells.ages import read_age
from tasjil.link.lists.cells.dates import DateOrder, DateRules, read_date
from tasjil.link.lists.cells.fates import read_cause, read_status
from tasjil.link.lists.cells.names import NameTold, read_name
from tasjil.link.lists.cells.numbers import read_number
from tasjil.link.lists.cells.places import read_places
from tasjil.link.lists.cells.sexes import read_sex
from tasjil.link.lists.cells.unread import Unread
from tasjil.link.lists.columns.columns import Column, Columns
from tasjil.link.lists.columns.meaning import (
    DATES,
    ID_OF,
    LEVEL_OF,
    PARTS_OF_DATES,
    ColumnMeaning,
)
from tasjil.link.lists.naming import Named, put_together
from tasjil.link.lists.plain import seen, tells_nothing
from tasjil.model.causes import Cause
from tasjil.model.particulars import IdKind, Particulars
from tasjil.model.persons import Sex, Status
from tasjil.model.places import PlaceLevel, Where
from tasjil.model.record import ListRecord

M = ColumnMeaning

Spot = tuple[PlaceLevel, str]
"""A cell that names a place, and the level its column is of."""

PlaceOf = Callable[[tuple[Spot, ...]], tuple[Where, ...]]
"""Finds the places of one row, which are given the finest first."""

_Told = Mapping[ColumnMeaning, list[Any]]
_Reading = tuple[
    str, ColumnMeaning, Callable[[str], Any], dict[str, Any], "ColumnAccount"
]

_KEPT = 100_000
"""Cells of one column whose reading is remembered."""

_FEW = 5
"""Rows that are named for each column whose cells could not be read."""


def as_told(spots: tuple[Spot, ...]) -> tuple[Where, ...]:
    """Keep places as they are told, where there is no list of places to ask.

    Example:
        >>> as_told(((PlaceLevel.VILLAGE, "Kesarun"),))[0].level
        <PlaceLevel.VILLAGE: 'village'>
    """
    return tuple(Where(text, level=level) for level, text in spots)


@dataclass(slots=True)
class ColumnAccount:
    """How the cells of one column were read.

    Attributes:
        read: Cells that tell something, and could be read.
        unread: Cells that tell something that could not.
        unreadable: The first ids of rows whose cell could not.
        at_odds: The first ids of rows whose cell cannot be true: 31 June.
    """

    read: int = 0
    unread: int = 0
    unreadable: list[str] = field(default_factory=list)
    at_odds: list[str] = field(default_factory=list)

    @property
    def filled(self) -> int:
        """How many cells tell something."""
        return self.read + self.unread

    def miss(self, why: Unread, record: str) -> None:
        """Count a cell that could not be read, and name its record if it is a first."""
        self.unread += 1
        first = self.at_odds if why is Unread.AT_ODDS else self.unreadable
        if len(first) < _FEW:
            first.append(record)


@dataclass(slots=True)
class Cleaner:
    """Cleans the rows of one list, and keeps an account of what could not be read.

    Attributes:
        account: By header, for the columns that are compared.
    """

    columns: Columns
    place_of: PlaceOf = as_told
    account: dict[str, ColumnAccount] = field(default_factory=dict)
    _readers: list["_Reading"] = field(default_factory=list)
    _levels: list[tuple[ColumnMeaning, PlaceLevel]] = field(default_factory=list)
    _places: dict[tuple[Spot, ...], tuple[Where, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find the reader of each column."""
        for column in self.columns:
            if column.meaning in _KEPT_ONLY:
                continue
            reader = _reader(column, self.columns)
            account = self.account[column.header] = ColumnAccount()
            self._readers.append((column.header, column.meaning, reader, {}, account))
        there = {column.meaning for column in self.columns}
        self._levels = [each for each in LEVEL_OF.items() if each[0] in there]

    def clean(self, record: ListRecord) -> Particulars:
        """Turn one row into what it tells of a person.

        A cell that cannot be read is left out, and stands in the account.
        """
        told: dict[ColumnMeaning, list[Any]] = {}
        cells = record.cells
        for header, meaning, reader, known, account in self._readers:
            cell = cells.get(header)
            if not cell:
                continue
            value = known.get(cell, known)
            if value is known:
                value = reader(cell)
                if len(known) < _KEPT:
                    known[cell] = value
            if value.__class__ is Unread:
                if value is not Unread.EMPTY:
                    account.miss(value, record.id)
                continue
            account.read += 1
            if meaning in told:
                told[meaning].append(value)
            else:
                told[meaning] = [value]
        return self._put_together(record, told)

    def _put_together(self, record: ListRecord, told: _Told) -> Particulars:
        named = _named(told)
        return Particulars(
            record.id,
            record.list,
            named.name,
            named.others,
            _first(told, M.SEX, Sex.UNKNOWN),
            _first(told, M.AGE, None),
            _date(told, M.BORN),
            _date(told, M.DIED),
            self._where(told),
            self._home(told),
            _ids(told),
            named.kin,
            _first(told, M.CAUSE, Cause.UNKNOWN),
            _first(told, M.STATUS, None) or _first(told, M.RANK, Status.UNKNOWN),
        )

    def _where(self, told: _Told) -> tuple[Where, ...]:
        spots = _spots((level, told[m]) for m, level in self._levels if m in told)
        return self._found(spots) if spots else ()

    def _home(self, told: _Told) -> tuple[Where, ...]:
        if M.HOME not in told:
            return ()
        return self._found(_spots([(PlaceLevel.UNKNOWN, _homes(told[M.HOME]))]))

    def _found(self, spots: tuple[Spot, ...]) -> tuple[Where, ...]:
        found = self._places.get(spots)
        if found is None:
            found = self.place_of(spots)
            if len(self._places) < _KEPT:
                self._places[spots] = found
        return found


_KEPT_ONLY = frozenset({M.RECORD, M.NOTES, M.SOURCE, M.IGNORED})
_NAME_CELLS = frozenset(
    {M.NAME, M.OTHER_NAME, M.GIVEN, M.FATHER, M.GRANDFATHER, M.FAMILY, M.KUNYA}
    | {M.MOTHER, M.SPOUSE}
)


def clean(
    record: ListRecord, columns: Columns, place_of: PlaceOf = as_told
) -> Particulars:
    """Turn one row of a list into what it tells of a person.

    Args:
        record: The row as it came; it stays as it is.
        columns: What its columns mean.
        place_of: Finds the places of a row, the finest first; without it they are
            kept as told.

    Example:
        >>> from tasjil.link.lists.columns.guessing import guess_columns
        >>> row = {"Name": "Daren Vell", "Age": "~40", "Date of death": "2031-05"}
        >>> record = ListRecord.of("hospital", 2, row, number="1")
        >>> told = clean(record, guess_columns([*row], [row]))
        >>> told.name, told.age.low, told.died
        ('Daren Vell', 36, '2031-05')
    """
    return _cleaner(columns, place_of).clean(record)


@lru_cache(maxsize=16)
def _cleaner(columns: Columns, place_of: PlaceOf) -> Cleaner:
    return Cleaner(columns, place_of)


def _reader(column: Column, columns: Columns) -> Callable[[str], Any]:
    """Choose what reads the cells of a column."""
    meaning = column.meaning
    if meaning in _NAME_CELLS:
        return _name_reader
    if meaning in DATES:
        return partial(read_date, rules=DateRules(columns.order, columns.latest))
    if meaning in ID_OF:
        return partial(read_number, rules=column.numbers)
    if meaning is M.AGE:
        return partial(read_age, rules=column.ages)
    if meaning is M.SEX:
        return partial(read_sex, codes=dict(column.codes))
    if meaning in LEVEL_OF or meaning is M.HOME:
        return partial(read_places, wide_first=column.wide_first)
    if meaning is M.CAUSE:
        return read_cause
    if meaning is M.STATUS:
        return read_status
    if meaning is M.RANK:
        return _rank
    return _text


def _rank(cell: str) -> Status | Unread:
    """An occupation that tells no standing is no fault of the cell."""
    found = read_status(cell)
    return Unread.EMPTY if found is Unread.UNREADABLE else found


def _name_reader(cell: str) -> NameTold | Unread:
    found = read_name(cell)
    return found if found.name or found.kin else Unread.EMPTY


def _text(cell: str) -> str | Unread:
    return Unread.EMPTY if tells_nothing(cell) else seen(cell)


def _first(told: _Told, meaning: ColumnMeaning, otherwise: Any) -> Any:
    return told[meaning][0] if meaning in told else otherwise


def _spots(told: Iterable[tuple[PlaceLevel, list[Any]]]) -> tuple[Spot, ...]:
    """Give the places of cells; the second of one cell is of a level nobody told."""
    return tuple(
        (PlaceLevel.UNKNOWN if at else level, text)
        for level, cells in told
        for cell in cells
        for at, text in enumerate(cell)
    )


def _homes(cells: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Put the number of a house before its street, where it has its own column."""
    if len(cells) > 1 and len(cells[0]) == 1 and cells[0][0].isdecimal():
        street, *rest = cells[1]
        return [(f"{cells[0][0]} {street}", *rest), *cells[2:]]
    return cells


def _named(told: _Told) -> Named:
    if len(told) and M.NAME in told and not _OTHER_NAME_CELLS & told.keys():
        whole = told[M.NAME][0]
        return Named(whole.name, whole.others, whole.kin)
    return put_together(told)


_OTHER_NAME_CELLS = _NAME_CELLS - {M.NAME}


def _ids(told: _Told) -> tuple[tuple[IdKind, str], ...]:
    if ID_OF.keys().isdisjoint(told):
        return ()
    return tuple(
        (kind, number)
        for meaning, kind in ID_OF.items()
        for number in told.get(meaning, ())
    )


def _date(told: _Told, meaning: ColumnMeaning) -> str | None:
    """Give a date; year, month and day may have columns of their own."""
    if meaning in told:
        return cast(str, told[meaning][0])
    day, month, year = PARTS_OF_DATES[meaning]
    return _from_parts(told, (day, month, year)) if year in told else None


def _from_parts(told: _Told, meanings: Sequence[ColumnMeaning]) -> str | None:
    parts = [told[each][0] for each in meanings if each in told]
    if meanings[1] not in told:
        parts = parts[-1:]
    text = ("/" if parts[-2:-1] and parts[-2].isdigit() else " ").join(parts)
    found = read_date(text, DateRules(DateOrder.DAY_FIRST))
    return None if isinstance(found, Unread) else found
