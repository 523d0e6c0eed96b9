"""Records as columns that a database compares: one row a record, null for untold."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import pyarrow as pa

from tasjil.link.compare.name_columns import name_columns
from tasjil.link.compare.parts import Codes, TextKeys
from tasjil.link.unswept import unswept
from tasjil.model.causes import Cause
from tasjil.model.edtf import Edtf
from tasjil.model.particulars import OF_ONE_OFFICE, IdKind, Particulars
from tasjil.model.persons import Sex
from tasjil.model.places import PlaceLevel, Where

PLACES = 3
"""Places kept of one record: the finest and what contains it, short of the country."""

A_YEAR = 365.2425

TOO_MANY = 2
"""Rows of one list that may bear one number. With more it names an office or nobody."""


@dataclass(slots=True)
class _Rows:
    """The columns while they are filled."""

    sex: list[str | None] = field(default_factory=list)
    dates: list[tuple[int | None, ...]] = field(default_factory=list)
    places: list[tuple[str | None, ...]] = field(default_factory=list)
    homes: list[tuple[str | None, ...]] = field(default_factory=list)
    causes: list[str | None] = field(default_factory=list)
    text: TextKeys = field(default_factory=TextKeys)
    codes: Codes = field(default_factory=Codes)

    def add(self, told: Particulars) -> None:
        """Take the next record."""
        self.sex.append(None if told.sex is Sex.UNKNOWN else told.sex.value)
        self.dates.append(_dates(told))
        self.places.append(_places(told.where, self.text))
        self.homes.append(_places(told.home, self.text))
        self.causes.append(None if told.cause is Cause.UNKNOWN else told.cause.value)


def prepare(
    records: Sequence[Particulars], beside: Sequence[Particulars] | None = None
) -> pa.Table:
    """Lay records out for comparing.

    Args:
        records: In any order; `row` is the position in it.
        beside: All records of their lists, where these are not all.

    Returns:
        One row a record: `row` int32, `list`; for each of given, father, grandfather,
        family, mother and kunya the part, three sounds (`_1` the likeliest) and the
        coarse `_loose`, by numbers that are equal where the texts are; `_vowels`
        (names/sounds.py), and the likeliest sound in letters, `_heard`, with the set of
        them, `_letters`; parts in Latin letters as `_written`, with the set of letters
        in them, `_marks`; `sex`;
        `age_low`, `age_high` in years, `born_low` .. `died_high` as day numbers;
        `born_day` as in 19620510 where it is one day; `place_1` (finest) .. `place_3`
        and `home_1` .. `home_3` by number, `home_heard`; `cause`; a column `id_...`
        for each kind of number that any record bears.

    Example:
        >>> table = prepare([Particulars("a:1", "a", name="Daren Vell")])
        >>> table.num_rows, table["sex"].to_pylist()
        (1, [None])
    """
    with unswept():
        return _laid_out(records, beside)


def _laid_out(
    records: Sequence[Particulars], beside: Sequence[Particulars] | None
) -> pa.Table:
    rows = _Rows()
    for told in records:
        rows.add(told)
    names = name_columns(records, beside=beside)
    columns: dict[str, pa.Array] = {
        "row": pa.array(range(len(records)), pa.int32()),
        "list": pa.array((each.list for each in records), pa.string()),
    }
    columns |= {each: names[each].combine_chunks() for each in names.column_names}
    columns |= {"sex": pa.array(rows.sex, pa.string())}
    columns |= _spread(rows.dates, _DATES)
    places = tuple(f"place_{n + 1}" for n in range(PLACES))
    columns |= _spread([_numbers(rows.codes, each) for each in rows.places], places)
    homes = tuple(f"home_{n + 1}" for n in range(PLACES))
    columns |= _spread([_numbers(rows.codes, each) for each in rows.homes], homes)
    columns |= {"home_heard": pa.array((each[0] for each in rows.homes), pa.string())}
    columns |= {"born_day": pa.array(map(_day, (t.born for t in records)), pa.int32())}
    columns |= {"cause": pa.array(rows.causes, pa.string())}
    columns |= dict(_ids(records))
    return pa.table(columns)


_DATES = ("age_low", "age_high", "born_low", "born_high", "died_low", "died_high")


def _numbers(codes: Codes, texts: Iterable[str | None]) -> tuple[int | None, ...]:
    return tuple(codes.of(each) for each in texts)


def _spread(
    rows: Sequence[tuple[int | None, ...]], names: tuple[str, ...]
) -> dict[str, pa.Array]:
    columns = list(zip(*rows, strict=True)) or [()] * len(names)
    return {
        name: pa.array(column, pa.int32())
        for name, column in zip(names, columns, strict=True)
    }


@lru_cache(maxsize=65_536)
def _days(text: str | None) -> tuple[int | None, int | None]:
    """Give the first and last day; an open end has none, and a wide guess is none."""
    if text is None:
        return None, None
    spans = Edtf.parse(text).spans
    return spans[0][0], spans[-1][1]


@lru_cache(maxsize=65_536)
def _day(text: str | None) -> int | None:
    """Give a date as a number, 19620510; None where it is not told to the day."""
    if text is None:
        return None
    told = Edtf.parse(text)
    if told.earliest is None or told.earliest != told.latest:
        return None
    return told.earliest.year * 10_000 + told.earliest.month * 100 + told.earliest.day


def _dates(told: Particulars) -> tuple[int | None, ...]:
    """Give ages and days; what birth and death say of the age fills an untold one."""
    born, died = _days(told.born), _days(told.died)
    born = born if None not in born else (None, None)
    died = died if None not in died else (None, None)
    low, high = _age(told, born, died)
    return low, high, *born, *died


def _age(
    told: Particulars, born: tuple[int | None, ...], died: tuple[int | None, ...]
) -> tuple[int | None, int | None]:
    if told.age is not None:
        high = told.age.high
        return told.age.low, high if high is not None else 120
    if None in born or None in died:
        return None, None
    low = int(max(0, ((died[0] or 0) - (born[1] or 0)) // A_YEAR))
    return low, int(max(low, ((died[1] or 0) - (born[0] or 0)) // A_YEAR))


def _places(where: tuple[Where, ...], text: TextKeys) -> tuple[str | None, ...]:
    """Give the finest place and what contains it; the country says nothing.

    Places go by the sound of their names: one list may have been found in a gazetteer
    and the other not.
    """
    keys = [
        text.of(each.name or each.text)
        for each in where
        if each.level is not PlaceLevel.COUNTRY
    ]
    keys += [str(place) for each in where for place in each.within]
    found = list(dict.fromkeys(key for key in keys if key is not None))[:PLACES]
    return (*found, *_NOWHERE[len(found) :])


_NOWHERE = (None,) * PLACES


def _ids(records: Sequence[Particulars]) -> Iterator[tuple[str, pa.Array]]:
    """Give a column for each kind of number; one that many bear names nobody."""
    borne = Counter(
        (told.list, kind, number) for told in records for kind, number in told.ids
    )
    for kind in sorted(set(IdKind) - OF_ONE_OFFICE):
        numbers = [_id(told, kind, borne) for told in records]
        if any(number is not None for number in numbers):
            yield f"id_{kind.name.lower()}", pa.array(numbers, pa.string())


def _id(
    told: Particulars, kind: IdKind, borne: Counter[tuple[str, IdKind, str]]
) -> str | None:
    for own, number in told.ids:
        if own is kind and borne[told.list, kind, number] <= TOO_MANY:
            return number
    return None
