"""How well the probabilities of links hold: said on one side, seen on the other."""

from collections.abc import Sequence

from markupsafe import Markup

from tasjil.publish.charts.scale import Scale
from tasjil.publish.charts.svg import element, isolated, joined
from tasjil.publish.lists import ReliabilityBin

SIZE = 340
MARGIN, BELOW = 62, 44
HALF_A_TICK = 20
"""Room for the last words below, which stand around their point."""
STEPS = (0.0, 0.25, 0.5, 0.75, 1.0)


def reliability_curve(
    bins: Sequence[ReliabilityBin], title: Markup, said: Markup, held: Markup
) -> Markup:
    """Draw what was said against what was seen; on the line, both are equal.

    Args:
        bins: From the least likely to the likeliest; one alone draws nothing.
        title: What the drawing shows, for screen readers.
        said: The words below: how likely it was said to be.
        held: The words at the side: how often it was so.
    """
    if len(bins) < 2:
        return Markup("")
    across, up = Scale(0, 1, MARGIN, SIZE - HALF_A_TICK), Scale(0, 1, SIZE - BELOW, 8)
    points = " ".join(f"{across(b.said):.1f},{up(b.held):.1f}" for b in bins)
    dots = (
        element("circle", class_="curve-dot", cx=across(b.said), cy=up(b.held), r=4.0)
        for b in bins
    )
    return element(
        "svg",
        element("title", title),
        joined(_line(across(0), up(n), across(1), up(n), "grid") for n in STEPS),
        joined(_tick(across(0) - 6, up(n) + 4, n, "end") for n in STEPS),
        joined(_tick(across(n), up(0) + 18, n, "middle") for n in STEPS),
        _line(across(0), up(0), across(1), up(1), "curve-even"),
        element("polyline", class_="curve-line", points=points, fill="none"),
        joined(dots),
        element(
            "text", said, x=across(0.5), y=SIZE - 6, text_anchor="middle", class_="axis"
        ),
        element(
            "text",
            held,
            x=12,
            y=up(0.5),
            text_anchor="middle",
            class_="axis",
            transform=f"rotate(-90 12 {up(0.5):.1f})",
        ),
        class_="curve",
        viewBox=f"0 0 {SIZE} {SIZE}",
        role="img",
        width=SIZE,
        height=SIZE,
    )


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Markup:
    return element("line", class_=kind, x1=x1, y1=y1, x2=x2, y2=y2)


def _tick(x: float, y: float, value: float, anchor: str) -> Markup:
    words = isolated(f"{100 * value:.0f} %")
    return element("text", words, x=x, y=y, text_anchor=anchor, class_="axis")
