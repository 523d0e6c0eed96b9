"""Scopes of totals side by side: one bar a total over the days it covers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from tasjil.publish.charts.growth import DayNames
from tasjil.publish.charts.scale import Scale, day_ticks, tick_place
from tasjil.publish.charts.svg import element, isolated, joined

ROW = 26
"""Height of one total, so that a finger can touch it."""

HEAD = 22
"""Height of the words over a group of totals of one area."""


@dataclass(frozen=True, slots=True)
class Reach:
    """One total: the days it covers, its number, and where it is taken apart.

    Attributes:
        since: The first day; None where nobody said when it starts.
        until: The last day; None where nobody said when it ends.
        look: The class that colours it: whom it counts.
    """

    number: str
    since: date | None
    until: date | None
    look: str
    href: str
    words: str


@dataclass(frozen=True, slots=True)
class AreaGroup:
    """The totals of one area, the wider areas first.

    Attributes:
        depth: How many of the areas above hold it; it is drawn further in.
    """

    name: str
    depth: int
    totals: tuple[Reach, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """The size of a drawing of scopes, and the room it keeps for numbers."""

    width: int
    right: int
    ticks: int

    @property
    def class_(self) -> str:
        """The class by which the style sheet shows one of the two."""
        return "wide" if self.width > 500 else "narrow"


WIDE_FIELD = Field(width=760, right=110, ticks=6)
NARROW_FIELD = Field(width=340, right=96, ticks=3)


def days_of(groups: Sequence[AreaGroup]) -> tuple[date, date] | None:
    """Give the first and the last day that any total names; None where none does."""
    days = [
        day
        for group in groups
        for each in group.totals
        for day in (each.since, each.until)
        if day is not None
    ]
    return (min(days), max(days)) if days else None


def scope_chart(groups: Sequence[AreaGroup], days: DayNames, field: Field) -> Markup:
    """Draw the groups; nothing where no total names a day.

    Args:
        groups: Areas with their totals, in the order they are drawn.
        days: How this language writes a day of the axis.
        field: One of the two sizes, for a desk or for a phone.
    """
    ends = days_of(groups)
    if ends is None:
        return Markup("")
    first, last = ends
    x = Scale(0, (last - first).days + 1, 12, field.width - field.right)
    pieces, top = [], 8.0
    for group in groups:
        pieces.append(_heading(group, top))
        top += HEAD
        for each in group.totals:
            pieces.append(_bar(each, first, x, top))
            top += ROW
        top += 6
    pieces.append(_axis(field, x, ends, days, top))
    return element(
        "svg",
        joined(pieces),
        class_=f"chart scopes {field.class_}",
        viewBox=f"0 0 {field.width} {top + 30:.0f}",
        role="group",
        aria_label=days.chart_name,
    )


def _heading(group: AreaGroup, top: float) -> Markup:
    at = 4 + 14 * min(group.depth, 4)
    mark = element("path", class_="nest", d=f"M{at} {top + 4:.0f}v10h8")
    text = element("text", isolated(group.name), class_="name", x=at + 12, y=top + 15)
    return element("g", mark if group.depth else Markup(""), text, aria_hidden="true")


def _bar(each: Reach, first: date, x: Scale, top: float) -> Markup:
    start = x.start if each.since is None else x((each.since - first).days)
    end = x.end if each.until is None else x((each.until - first).days + 1)
    open_ = " open" if each.since is None or each.until is None else ""
    width = max(end - start, 4.0)
    pieces = [
        element("title", each.words),
        element("rect", class_="reach", x=0, y=top, width=x.end + 60, height=ROW),
        element(
            "rect",
            class_=f"scope {each.look}{open_}",
            x=start,
            y=top + 5,
            width=width,
            height=ROW - 10,
            rx=3,
        ),
        element(
            "text",
            isolated(each.number),
            class_="value",
            x=start + width + 6,
            y=top + 18,
        ),
    ]
    return element("a", joined(pieces), href=each.href, aria_label=each.words)


def _axis(
    field: Field, x: Scale, ends: tuple[date, date], days: DayNames, base: float
) -> Markup:
    pieces = [
        element("line", class_="grid", x1=x.start, x2=x.end, y1=base, y2=base),
    ]
    for day in day_ticks(*ends, most=field.ticks):
        at = x((day - ends[0]).days)
        name = isolated(days(day))
        place = tick_place(at, days(day), field.width)
        pieces += [
            element("line", class_="tick", x1=at, x2=at, y1=base, y2=base + 5),
            element("text", name, x=place, y=base + 20, text_anchor="middle"),
        ]
    return element("g", joined(pieces), class_="axis", aria_hidden="true")
