"""How each first teller's total grew: one line a teller, named where it ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

from markupsafe import Markup

from tasjil.publish.charts.scale import (
    Scale,
    round_steps,
    spread,
    tick_place,
)
from tasjil.publish.charts.svg import element, isolated, joined
from tasjil.publish.charts.timeaxis import TimeAxis

COLOURS = 6
"""How many lines get a colour and a name of their own; the rest are grey dots."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One statement: when it was made, how many it told of, and where it is shown."""

    day: date
    value: int
    open_above: bool
    href: str
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """One first teller's statements in order of time."""

    name: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Size:
    """The size of a drawing and the room it keeps for names at its right."""

    width: int
    height: int
    left: int
    right: int
    ticks: int
    letters: int

    @property
    def class_(self) -> str:
        """The class by which the style sheet shows one of the two."""
        return "wide" if self.width > 500 else "narrow"


WIDE = Size(width=760, height=420, left=52, right=220, ticks=7, letters=32)
NARROW = Size(width=340, height=400, left=42, right=112, ticks=3, letters=15)


def growth_chart(lines: Sequence[Line], days: "DayNames", size: Size) -> Markup:
    """Draw the lines, longest first, each with its name and last number.

    Of lines that are as long, whoever spoke first comes first.

    Args:
        lines: At least one, each with at least one dot.
        days: How this language writes a day of the axis.
        size: One of the two sizes, for a desk or for a phone.
    """
    order = sorted(lines, key=lambda line: (-len(line.dots), line.dots[0].day))
    named, rest = order[:COLOURS], order[COLOURS:]
    frame = _Frame.around(lines, size)
    ends = [frame.y(spine(line)[-1].value) for line in named]
    places = spread(ends, _gap(named, size), 24, size.height - 66)
    pieces = [_axes(frame, days)]
    pieces += [_dots(frame, line, "rest") for line in rest]
    for n, (line, y) in enumerate(zip(named, places, strict=True)):
        pieces.append(_line(frame, line, f"s{n}"))
        pieces.append(_name(frame, line, y, f"s{n}"))
    return element(
        "svg",
        joined(pieces),
        class_=f"chart {size.class_}",
        viewBox=f"0 0 {size.width} {size.height}",
        role="group",
        aria_label=days.chart_name,
    )


@dataclass(frozen=True, slots=True)
class DayNames:
    """The words a chart needs: its name, and how to write a day."""

    chart_name: str
    names: dict[date, str]

    def __call__(self, day: date) -> str:
        """Write a day of the axis."""
        return self.names.get(day) or f"{day.day}/{day.month}"


@dataclass(frozen=True, slots=True)
class _Frame:
    size: Size
    x: Scale
    y: Scale
    axis: TimeAxis
    steps: list[int]

    @classmethod
    def around(cls, lines: Sequence[Line], size: Size) -> "_Frame":
        axis = axis_of(lines)
        steps = round_steps(max(dot.value for line in lines for dot in line.dots))
        x = Scale(0, axis.width, size.left + 12, size.width - size.right)
        y = Scale(0, steps[-1], size.height - 40, 20)
        return cls(size, x, y, axis, steps)

    def at(self, dot: Dot) -> tuple[float, float]:
        return self.x(self.axis.places[dot.day]), self.y(dot.value)


def axis_of(lines: Sequence[Line]) -> TimeAxis:
    """Lay out the days of all dots."""
    return TimeAxis.over(dot.day for line in lines for dot in line.dots)


def ticks_of(lines: Sequence[Line], size: Size) -> list[date]:
    """Give the days the axis will name, so that the words can be made first."""
    return axis_of(lines).ticks(size.ticks)


def _axes(frame: _Frame, days: DayNames) -> Markup:
    size, pieces = frame.size, []
    right = size.width - size.right
    for step in frame.steps:
        y = frame.y(step)
        pieces.append(
            element("line", class_="grid", x1=size.left, x2=right, y1=y, y2=y)
        )
        text = f"{step:,}"
        pieces.append(
            element("text", text, x=size.left - 8, y=y + 4, text_anchor="end")
        )
    for day in frame.axis.ticks(size.ticks):
        x = frame.x(frame.axis.places[day])
        base = size.height - 40
        pieces.append(element("line", class_="tick", x1=x, x2=x, y1=base, y2=base + 5))
        pieces.append(
            element(
                "text",
                isolated(days(day)),
                x=tick_place(x, days(day), size.width),
                y=base + 20,
                text_anchor="middle",
            )
        )
    pieces += [_cut(frame.x(cut), size.height - 40) for cut in frame.axis.cuts]
    return element("g", joined(pieces), class_="axis", aria_hidden="true")


def _cut(x: float, base: int) -> Markup:
    """Draw two strokes across the axis, where days without a statement are left out."""
    return element("path", class_="cut", d=f"M{x - 5:.1f} {base + 5}l5 -10m1 10l5 -10")


def _line(frame: _Frame, line: Line, colour: str) -> Markup:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in map(frame.at, spine(line)))
    path = element("polyline", class_="line", points=points)
    return element("g", path, _dots(frame, line, colour), class_=f"series {colour}")


def spine(line: Line) -> list[Dot]:
    """Take the highest total of each day; a narrower one is no step down."""
    highest: dict[date, Dot] = {}
    for dot in line.dots:
        if dot.day not in highest or dot.value > highest[dot.day].value:
            highest[dot.day] = dot
    return [highest[day] for day in sorted(highest)]


def _dots(frame: _Frame, line: Line, colour: str) -> Markup:
    return joined(_dot(frame, dot, colour) for dot in line.dots)


def _dot(frame: _Frame, dot: Dot, colour: str) -> Markup:
    """Draw a statement as a link; an arrow above it says: or more."""
    x, y = frame.at(dot)
    pieces = [
        element("title", dot.words),
        element("circle", class_="reach", cx=x, cy=y, r=11),
        element("circle", class_=f"dot {colour}", cx=x, cy=y, r=4.5),
    ]
    if dot.open_above:
        arrow = f"M{x:.1f} {y - 6:.1f}v-8m-3 3l3 -3l3 3"
        pieces.append(element("path", class_=f"arrow {colour}", d=arrow))
    return element("a", joined(pieces), href=dot.href, aria_label=dot.words)


def _gap(named: Sequence[Line], size: Size) -> int:
    """Leave room between names, more where any takes two lines."""
    most = max(len(_lines_of(line.name, size.letters)) for line in named)
    return 18 + 13 * most


def _lines_of(name: str, letters: int) -> list[str]:
    """Break a long name into at most two lines."""
    lines = wrap(name, letters)
    if len(lines) > 2:
        lines[1] = lines[1][: letters - 1] + "…"
    return lines[:2]


def _name(frame: _Frame, line: Line, y: float, colour: str) -> Markup:
    """Name a line at its right end, with a thin leader from its last dot."""
    last_x, last_y = frame.at(spine(line)[-1])
    x = frame.size.width - frame.size.right + 16
    leader = element(
        "path", class_="leader", d=f"M{last_x + 6:.1f} {last_y:.1f}L{x - 4} {y:.1f}"
    )
    number = f"{spine(line)[-1].value:,}" + ("+" if spine(line)[-1].open_above else "")
    names = [
        element("text", isolated(words), class_="name", x=x, y=y + 14 + n * 13)
        for n, words in enumerate(_lines_of(line.name, frame.size.letters))
    ]
    return element(
        "g",
        leader,
        element("text", number, class_="value", x=x, y=y + 1),
        *names,
        class_=f"label {colour}",
        aria_hidden="true",
    )
