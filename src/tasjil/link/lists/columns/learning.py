"""What is peculiar to one list's cells: its fillers, its codes, its order of dates."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from tasjil.link.lists.cells.ages import AgeRules
from tasjil.link.lists.cells.dates import DateOrder, order_of
from tasjil.link.lists.cells.numbers import (
    CheckDigit,
    NumberRules,
    fits,
    read_number,
)
from tasjil.link.lists.cells.places import written_wide_first
from tasjil.link.lists.cells.sexes import WORDS, codes_of, sex_of_name
from tasjil.link.lists.cells.unread import Unread
from tasjil.link.lists.columns.columns import Column, Columns
from tasjil.link.lists.columns.meaning import (
    DATES,
    ID_OF,
    LEVEL_OF,
    ColumnMeaning,
)
from tasjil.link.lists.plain import plain, words_of
from tasjil.model.persons import Sex

_DAY_BEFORE_MONTH = frozenset({"ar", "fr", "ku"})
"""Languages that write the day before the month everywhere; English does not."""

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_ENOUGH = 50
"""Cells that have to be there before their distribution is believed."""
_NEARLY_ALL = 0.9
_TOO_MANY = 5
"""Rows that share one number of the state before it is nobody's."""

Under = Callable[[str], Sequence[str]]
"""Gives the cells under a header, one for each row in the order of the rows."""


def learned(columns: Columns, under: Under) -> Columns:
    """Learn what is peculiar to a list from its cells; what a person said stays.

    Args:
        columns: What its columns mean.
        under: The cells of all rows, or of enough to go by.
    """
    dates = [c.header for c in columns if c.meaning in DATES]
    order = columns.order
    if order is DateOrder.UNKNOWN and dates:
        order = order_of({cell for header in dates for cell in under(header)})
    if order is DateOrder.UNKNOWN and columns.language in _DAY_BEFORE_MONTH:
        order = DateOrder.DAY_FIRST
    years = (
        int(y) for h in dates for cell in set(under(h)) for y in _YEAR.findall(cell)
    )
    names = columns.of(ColumnMeaning.NAME, ColumnMeaning.GIVEN)
    return replace(
        columns,
        order=order,
        latest=max((columns.latest, *years)),
        columns=tuple(_learned(c, under, names) for c in columns),
    )


def _learned(column: Column, under: Under, names: Sequence[str]) -> Column:
    if column.meaning is ColumnMeaning.AGE:
        return replace(column, ages=_ages(column.header, Counter(under(column.header))))
    if column.meaning in ID_OF:
        return replace(column, numbers=_numbers(Counter(under(column.header))))
    if column.meaning in LEVEL_OF or column.meaning is ColumnMeaning.HOME:
        wide_first = written_wide_first(set(under(column.header)))
        return replace(column, wide_first=wide_first)
    if column.meaning is ColumnMeaning.SEX and not column.codes:
        return replace(column, codes=_codes(column, under, names))
    return column


def _ages(header: str, cells: Counter[str]) -> AgeRules:
    """Find numbers that stand for "not recorded" by how far they stick out.

    0 is an age, unless there are more of it than of all ages from 1 to 5; 99 is one,
    unless there are more of it than of all from 90 to 98.
    """
    years: Counter[int] = Counter()
    for cell, count in cells.items():
        text = plain(cell).removesuffix(".0")
        if text.lstrip("-").isdigit() and text.isascii():
            years[int(text)] += count
    total = sum(years.values())
    fillers = {-1, 999, -9, -99, 9999}
    if total >= _ENOUGH:
        fillers |= {
            filler
            for filler, near in (
                (0, range(1, 6)),
                (99, range(90, 99)),
                (100, range(90, 100)),
            )
            if years[filler] > max(0.02 * total, 2 * sum(years[n] for n in near))
        }
    words = words_of(header)
    months = "month" in words or "اشهر" in words or "mois" in words
    return AgeRules(frozenset(fillers), 30.44 if months else 365.25)


def _numbers(cells: Counter[str]) -> NumberRules:
    """Find the common length, the check digit, and numbers that too many share."""
    found: Counter[str] = Counter()
    for cell, count in cells.items():
        bare = read_number(cell) if cell else Unread.EMPTY
        if not isinstance(bare, Unread):
            found[bare] += count
    most = max(_TOO_MANY, 0.01 * found.total())
    fillers = frozenset(number for number, count in found.items() if count > most)
    digits = [number for number in found if number.isdigit() and number not in fillers]
    if len(digits) < _ENOUGH:
        return NumberRules(fillers=fillers)
    lengths = Counter(map(len, digits))
    length, count = lengths.most_common(1)[0]
    lost = count >= 0.8 * len(digits) and not any(n > length for n in lengths)
    starts = any(n.startswith("0") for n in digits if len(n) == length)
    full = length if lost and (starts or length >= 8) and len(lengths) > 1 else None
    return NumberRules(full, _check(digits, length, full), fillers)


def _check(digits: Sequence[str], length: int, full: int | None) -> CheckDigit:
    padded = [n.zfill(full) if full else n for n in digits]
    same = [n for n in padded if len(n) == length]
    for check in (CheckDigit.LUHN, CheckDigit.TURKISH):
        if sum(fits(n, check) for n in same) >= _NEARLY_ALL * max(1, len(padded)):
            return check
    return CheckDigit.NONE


def _codes(
    column: Column, under: Under, names: Sequence[str]
) -> tuple[tuple[str, Sex], ...]:
    """Find out what 1 and 2 stand for, by the first names beside them."""
    beside: dict[str, dict[Sex, int]] = {}
    if not any(plain(cell).isdigit() for cell in set(under(column.header))):
        return ()
    beside_it = [under(header) for header in names]
    for cell, *told in zip(under(column.header), *beside_it, strict=True):
        code = plain(cell)
        if not code.isdigit() or code in WORDS:
            continue
        sexes = beside.setdefault(code, {})
        for name in told:
            sex = sex_of_name(name)
            if sex is not Sex.UNKNOWN:
                sexes[sex] = sexes.get(sex, 0) + 1
    return tuple(sorted(codes_of(beside).items()))
