"""Two times of one sentence that bound each other: "since 6 March, as of Monday"."""

from collections.abc import Sequence
from dataclasses import replace

from tasjil.model.edtf import Edtf
from tasjil.read.date_read import DateRead, DateRole, days_edtf
from tasjil.read.found import Found


def bound_each_other(found: Sequence[Found[DateRead]]) -> list[Found[DateRead]]:
    """Close a time that runs since a day by the day up to which it was counted.

    Only where a sentence tells one of each: two beginnings are of two figures.

    Example:
        >>> since = DateRead("2031-03-06/2031-03-21", DateRole.SINCE)
        >>> until = DateRead("../2031-03-20", DateRole.UNTIL)
        >>> told = "since 6 March as of 20 March"
        >>> both = [Found.at(told, 0, 13, since), Found.at(told, 14, 28, until)]
        >>> [each.value.edtf for each in bound_each_other(both)]
        ['2031-03-06/2031-03-20', '2031-03-06/2031-03-20']
    """
    begins = [f for f in found if f.value.role is DateRole.SINCE and f.value.edtf]
    ends = [f for f in found if f.value.role is DateRole.UNTIL and f.value.edtf]
    if len(begins) != 1 or len(ends) != 1:
        return list(found)
    first = Edtf.parse(begins[0].value.edtf or "").earliest
    last = Edtf.parse(ends[0].value.edtf or "").latest
    both = days_edtf(first, last)
    if both is None:
        return list(found)
    return [
        replace(f, value=replace(f.value, edtf=both)) if f in (*begins, *ends) else f
        for f in found
    ]
