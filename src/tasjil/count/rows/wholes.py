"""Rows that hold whole incidents: by place at every level, by day, week and month."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import numpy as np

from tasjil.count.algebra.runs import Ints, spread
from tasjil.count.placebook import PlaceBook
from tasjil.count.rows.divisions import UNKNOWN
from tasjil.count.rows.shares import Shares
from tasjil.model.edtf import Edtf
from tasjil.model.ids import PlaceId
from tasjil.model.incident import Incident
from tasjil.model.places import PlaceLevel

AROUND = frozenset(
    {
        PlaceLevel.COUNTRY,
        PlaceLevel.GOVERNORATE,
        PlaceLevel.DISTRICT,
        PlaceLevel.SUBDISTRICT,
    }
)
"""Places with borders, which get a row for everything inside them."""

Told = TypeVar("Told", bound=Hashable)

Rows = dict[str, str]
"""Values and their labels."""


@dataclass(frozen=True, slots=True)
class Wholes:
    """One way to divide incidents that never splits one.

    Attributes:
        begins: Where the values of each incident begin; shape (incidents + 1,).
        codes: The place of each value among the values.
    """

    name: str
    values: tuple[str, ...]
    labels: tuple[str, ...]
    begins: Ints
    codes: Ints

    @property
    def unknown(self) -> int:
        """The place of the value that nobody told."""
        return len(self.values) - 1

    def shares(self, at: Ints, floor: Ints, ceiling: Ints) -> Shares:
        """Put each incident wholly into its rows.

        Args:
            at: Which incidents, among all.
            floor: What each of them adds at least.
            ceiling: And at most; UNTOLD where it has no number.
        """
        lengths = self.begins[at + 1] - self.begins[at]
        incident = np.repeat(np.arange(len(at)), lengths)
        value = self.codes[spread(self.begins[at], lengths)]
        return Shares(incident, value, floor[incident], ceiling[incident])


def wholes(incidents: Sequence[Incident], book: PlaceBook) -> tuple[Wholes, ...]:
    """Give every way to divide whole incidents.

    An incident of several days, or of a wide place, stands in the row of its own span
    or place; in the row of a week or a month where it lies wholly inside one.
    """
    where = [(each.place, each.within, each.place_text) for each in incidents]
    when = [each.edtf for each in incidents]
    return (
        _whole("place", where, lambda told: _places(*told, book)),
        _whole("day", when, _same),
        _whole("week", when, lambda edtf: _span(edtf, week)),
        _whole("month", when, lambda edtf: _span(edtf, month)),
    )


def week(first: date, last: date) -> str | None:
    """Give the ISO week that holds both days, Monday to Sunday; None where none does.

    Example:
        >>> week(date(2025, 3, 7), date(2025, 3, 9))
        '2025-03-03/2025-03-09'
    """
    monday = first.toordinal() - first.weekday()
    if last.toordinal() > monday + 6 or monday < 1:
        return None
    ends = (date.fromordinal(monday), date.fromordinal(monday + 6))
    return "/".join(each.isoformat() for each in ends)


def month(first: date, last: date) -> str | None:
    """Give the month that holds both days; None where none does.

    Example:
        >>> month(date(2025, 3, 7), date(2025, 3, 9)), month(date.min, date.max)
        ('2025-03', None)
    """
    same = (first.year, first.month) == (last.year, last.month)
    return first.isoformat()[:7] if same else None


def _whole(name: str, told: Sequence[Told], rows: Callable[[Told], Rows]) -> Wholes:
    """Put incidents into rows; what is told in the same way is looked at once."""
    known = {each: rows(each) for each in set(told)}
    found: dict[str, int] = {}
    labels: Rows = {}
    begins, codes = [0], []
    for each in told:
        for value, label in known[each].items():
            if value != UNKNOWN:
                labels[value] = min(labels.get(value, label), label)
                codes.append(found.setdefault(value, len(found)))
            else:
                codes.append(-1)
        begins.append(len(codes))
    values = (*found, UNKNOWN)
    code = np.array(codes, np.int64)
    return Wholes(
        name,
        values,
        (*(labels[value] for value in found), UNKNOWN),
        np.array(begins, np.int64),
        np.where(code < 0, len(found), code),
    )


def _same(edtf: str | None) -> Rows:
    value = edtf or UNKNOWN
    return {value: value}


def _span(edtf: str | None, of: Callable[[date, date], str | None]) -> Rows:
    """Give the week or the month it lies in, or else its own span."""
    if edtf is None:
        return {UNKNOWN: UNKNOWN}
    when = Edtf.parse(edtf)
    first, last = when.earliest, when.latest
    return _same((of(first, last) if first and last else None) or edtf)


def _places(
    place: PlaceId | None,
    within: tuple[PlaceId, ...],
    text: str | None,
    book: PlaceBook,
) -> Rows:
    """Give the row of its own place, and of every place with borders around it."""
    rows: Rows = {
        around: f"{book.name(around)} and places inside it"
        for around in within
        if book.level(around) in AROUND
    }
    if place is None:
        rows[f"unlisted: {text}" if text else UNKNOWN] = text or UNKNOWN
    elif place not in rows:
        name = book.name(place)
        wide = book.level(place) in AROUND
        rows[place] = f"{name} and places inside it" if wide else name
    return rows
