"""Incidents along time: for each day a bar, solid to its floor, pale to its ceiling."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from tasjil.publish.charts.growth import DayNames
from tasjil.publish.charts.scale import Scale, day_ticks, round_steps, tick_place
from tasjil.publish.charts.svg import element, isolated, joined


@dataclass(frozen=True, slots=True)
class DayBar:
    """What the incidents of one day add up to, and where they are listed."""

    day: date
    floor: int
    ceiling: int
    incidents: int
    href: str
    words: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The size of a timeline."""

    width: int
    height: int
    left: int
    ticks: int

    @property
    def class_(self) -> str:
        """The class by which the style sheet shows one of the two."""
        return "wide" if self.width > 500 else "narrow"


WIDE_STRIP = Strip(width=760, height=240, left=48, ticks=9)
NARROW_STRIP = Strip(width=340, height=240, left=40, ticks=4)


def timeline(
    bars: Sequence[DayBar], period: tuple[date, date], days: DayNames, size: Strip
) -> Markup:
    """Draw one bar a day over the period.

    Args:
        bars: Days with incidents, all inside the period.
        period: The first and the last day of the strip.
        days: How this language writes a day of the axis.
        size: One of the two sizes, for a desk or for a phone.
    """
    first, last = period
    count = (last - first).days + 1
    x = Scale(0, count, size.left, size.width - 8)
    steps = round_steps(max((bar.ceiling for bar in bars), default=1))
    y = Scale(0, steps[-1], size.height - 34, 14)
    pieces = [_axes(size, x, y, steps), _days(size, x, period, days)]
    width = max((size.width - 8 - size.left) / count * 0.72, 2)
    for bar in bars:
        middle = x((bar.day - first).days + 0.5)
        pieces.append(_bar(bar, middle, width, y))
    return element(
        "svg",
        joined(pieces),
        class_=f"chart {size.class_}",
        viewBox=f"0 0 {size.width} {size.height}",
        role="group",
        aria_label=days.chart_name,
    )


def _axes(size: Strip, x: Scale, y: Scale, steps: Sequence[int]) -> Markup:
    pieces = []
    for step in steps:
        at = y(step)
        pieces.append(
            element("line", class_="grid", x1=x.start, x2=x.end, y1=at, y2=at)
        )
        pieces.append(
            element("text", f"{step:,}", x=size.left - 8, y=at + 4, text_anchor="end")
        )
    return element("g", joined(pieces), class_="axis", aria_hidden="true")


def _days(size: Strip, x: Scale, period: tuple[date, date], days: DayNames) -> Markup:
    base, pieces = size.height - 34, []
    for day in day_ticks(*period, most=size.ticks):
        at = x((day - period[0]).days + 0.5)
        pieces.append(
            element("line", class_="tick", x1=at, x2=at, y1=base, y2=base + 5)
        )
        pieces.append(
            element(
                "text",
                isolated(days(day)),
                x=tick_place(at, days(day), size.width),
                y=base + 20,
                text_anchor="middle",
            )
        )
    return element("g", joined(pieces), class_="axis", aria_hidden="true")


def _bar(bar: DayBar, middle: float, width: float, y: Scale) -> Markup:
    left, base = middle - width / 2, y(0)
    floor, ceiling = y(bar.floor), y(bar.ceiling)
    pieces = [
        element("title", bar.words),
        element(
            "rect", class_="reach", x=left, y=y.end, width=width, height=base - y.end
        ),
        element(
            "rect",
            class_="bar-ceiling",
            x=left,
            y=ceiling,
            width=width,
            height=max(floor - ceiling, 0.0),
        ),
        element(
            "rect",
            class_="bar-floor",
            x=left,
            y=floor,
            width=width,
            height=max(base - floor, 0.0),
        ),
    ]
    if bar.ceiling == 0:
        pieces.append(
            element("circle", class_="no-number", cx=middle, cy=base - 5, r=3.5)
        )
    return element("a", joined(pieces), href=bar.href, aria_label=bar.words)
