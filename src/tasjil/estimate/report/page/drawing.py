"""What every drawing is made of: lines, words, an axis, two sizes.

Everything is drawn in the colour of the words around it, in tones and dashes: so it is
readable on white, on black, on paper, and by those who do not see colours.
"""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.estimate.report.page.elements import element, joined
from tasjil.estimate.report.page.scale import Scale
from tasjil.estimate.saying import number

INK = "currentColor"


@dataclass(frozen=True, slots=True)
class Field:
    """The room of a drawing.

    Attributes:
        left: Room for names; 0 puts each name over its row.
        row: Height of a row.
        ticks: The most words on an axis.
    """

    width: int
    left: int
    row: int
    ticks: int

    @property
    def kind(self) -> str:
        """The class by which a style sheet shows one of the two sizes."""
        return "wide" if self.left else "narrow"


WIDE = Field(760, 230, 30, 6)
NARROW = Field(340, 0, 44, 3)


def both(draw: Callable[[Field], tuple[Markup, float]], title: str) -> Markup:
    """Draw for a desk and for a phone; a style sheet shows one.

    Args:
        draw: Gives what stands in a field, and how high it is.
        title: What it shows, for those who hear it.
    """
    sizes = (_whole(field, *draw(field), title) for field in (WIDE, NARROW))
    return element("div", *sizes, class_="drawing", dir="ltr")


def _whole(field: Field, inside: Markup, height: float, title: str) -> Markup:
    return element(
        "svg",
        element("title", title),
        inside,
        class_=f"chart {field.kind}",
        viewBox=f"0 0 {field.width} {height:.0f}",
        role="img",
        aria_label=title,
    )


def line(x1: float, y1: float, x2: float, y2: float, **look: object) -> Markup:
    """Draw a straight line."""
    look = {"stroke": INK, "stroke_width": 1, **look}
    return element(
        "line", x1=float(x1), y1=float(y1), x2=float(x2), y2=float(y2), **look
    )


def box(x: float, y: float, width: float, height: float, tone: float) -> Markup:
    """Draw a filled box in a tone from 0 (nothing) to 1 (full ink)."""
    return element(
        "rect",
        x=float(x),
        y=float(y),
        width=float(max(width, 0)),
        height=float(max(height, 0)),
        fill=INK,
        fill_opacity=tone,
    )


def words(x: float, y: float, text: object, anchor: str = "start") -> Markup:
    """Write words; the anchor says which of their ends stands at x.

    A rim in the colour of the sheet keeps them readable over lines.
    """
    return element(
        "text",
        text,
        x=float(x),
        y=float(y),
        text_anchor=anchor,
        fill=INK,
        font_size=12,
        stroke="var(--sheet)",
        stroke_width=4,
        stroke_linejoin="round",
        paint_order="stroke",
    )


def axis(scale: Scale, top: float, base: float, most: int) -> Markup:
    """Draw numbers under a drawing, with fine lines up through it."""
    pieces = []
    for value in scale.ticks(most):
        x = scale(value)
        pieces.append(line(x, top, x, base + 4, stroke_opacity=0.15))
        text = number(int(value))
        half = len(text) * 3.4
        at = min(max(x, scale.start + half - 8), scale.end - half + 8)
        pieces.append(words(at, base + 18, text, "middle"))
    return element("g", joined(pieces), aria_hidden="true")
