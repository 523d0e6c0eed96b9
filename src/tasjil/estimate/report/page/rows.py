"""Intervals in rows: one a method, a stratum, a draw, or a thing that was varied."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.estimate.report.page.drawing import (
    INK,
    Field,
    axis,
    both,
    box,
    line,
    words,
)
from tasjil.estimate.report.page.elements import element, joined
from tasjil.estimate.report.page.outside import drawn
from tasjil.estimate.report.page.scale import Bend, Scale, fitted
from tasjil.model.estimate import Interval

HEAD = 24
DASHES = "5 4"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a drawing.

    Attributes:
        N: The interval; None where there is no number, and `note` says why.
        note: Words at the end of the row.
        open: A bound: an arrow to the right.
        aside: Set aside: dashed.
        seen: A dot at what was really seen.
        strong: The row others are compared with.
    """

    name: str
    N: Interval | None = None
    note: str = ""
    open: bool = False
    aside: bool = False
    seen: float | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands behind all rows.

    Attributes:
        documented: An upright line here ...
        label: ... with these words.
        band: What may be said in the end, shaded.
    """

    documented: float | None = None
    label: str = ""
    band: tuple[float, float] | None = None


def interval_rows(
    rows: Sequence[Row],
    title: str,
    marks: Marks | None = None,
    bend: Bend | None = None,
) -> Markup:
    """Draw rows of intervals over one axis; nothing where there are none.

    Args:
        rows: From above to below.
        title: What it shows, for those who hear it.
        marks: What stands behind.
        bend: How the axis runs; chosen by the spread where it is not told.
    """
    if not rows:
        return Markup("")
    behind = marks or Marks()
    return both(lambda field: _drawn(field, rows, behind, bend), title)


def is_log(rows: Sequence[Row], marks: Marks | None = None) -> bool:
    """Say whether the axis is logarithmic, so that a caption can tell."""
    return fitted(_values(rows, marks or Marks()), 0, 1).bend is Bend.LOG


def _values(rows: Sequence[Row], marks: Marks) -> list[float]:
    ends = [end for row in rows if row.N for end in (row.N.low, row.N.high)]
    ends += [row.seen for row in rows if row.seen is not None]
    if marks.documented is not None:
        ends.append(marks.documented)
    return ends


def _drawn(
    field: Field, rows: Sequence[Row], marks: Marks, bend: Bend | None
) -> tuple[Markup, float]:
    values = _values(rows, marks)
    start, end = field.left + 10, field.width - (190 if field.left else 12)
    scale = fitted(values, start, end)
    if bend is not None:
        scale = Scale(0, max(values, default=1.0) * 1.04, start, end, bend)
    base = HEAD + field.row * len(rows) + 4
    pieces = [_behind(marks, scale, base), axis(scale, HEAD, base, field.ticks)]
    for k, row in enumerate(rows):
        pieces.append(_row(field, row, scale, HEAD + field.row * k))
    return joined(pieces), base + 26


def _behind(marks: Marks, scale: Scale, base: float) -> Markup:
    pieces = []
    if marks.band is not None:
        left, right = scale(marks.band[0]), scale(marks.band[1])
        pieces.append(box(left, HEAD, right - left, base - HEAD, 0.08))
    if marks.documented is not None:
        x = scale(marks.documented)
        pieces.append(line(x, HEAD - 4, x, base, stroke_width=1.5))
        late = x > (scale.start + scale.end) / 2
        anchor = "end" if late else "start"
        pieces.append(words(x, 14, drawn(marks.label), anchor))
    return joined(pieces)


def _row(field: Field, row: Row, scale: Scale, top: float) -> Markup:
    middle = top + (field.row / 2 if field.left else 31)
    name = drawn(row.name, 36 if field.left else 26)
    pieces = [words(4, middle + 4 if field.left else top + 16, name)]
    if row.N is None:
        pieces.append(words(scale.start, middle + 4, drawn(row.note, 46)))
    else:
        pieces.append(_interval(row, row.N, scale, middle))
        at = field.width - 4
        end = middle + 4 if field.left else top + 16
        pieces.append(words(at, end, drawn(row.note, 34 if field.left else 24), "end"))
    return element("g", joined(pieces))


def _interval(row: Row, N: Interval, scale: Scale, y: float) -> Markup:
    left, right = scale(N.low), scale.end if row.open else scale(N.high)
    dashes = DASHES if row.aside else None
    thick = 4 if row.strong else 2.5
    look = {"stroke_width": thick, "stroke_dasharray": dashes}
    pieces = [line(left, y, right, y, **look)]
    pieces.append(line(left, y - 6, left, y + 6, stroke_width=1.5))
    if row.open:
        head = f"M{right - 8:.1f} {y - 6:.1f}L{right:.1f} {y:.1f}l-8 6"
        pieces.append(element("path", d=head, fill="none", stroke=INK, stroke_width=2))
    else:
        pieces.append(line(right, y - 6, right, y + 6, stroke_width=1.5))
    if row.seen is None:
        x = scale(N.median)
        pieces.append(element("circle", cx=x, cy=float(y), r=5, fill=INK))
    else:
        x = scale(row.seen)
        ring = {"fill": "none", "stroke": INK, "stroke_width": 2}
        pieces.append(element("circle", cx=x, cy=float(y), r=6, **ring))
    return joined(pieces)
