"""Bars from nothing over verified and floor to ceiling, each in a tone of its own."""

from markupsafe import Markup

from tasjil.publish.charts.svg import element, joined

WIDTH = 100
HEIGHT = 10
OPEN_TAIL = 6
"""Width of the fading tail that says: or more."""


def range_bar(
    low: int | None, high: int | None, most: int, verified: int = 0
) -> Markup:
    """Draw one range as a bar that stretches to the width it is given.

    The numbers stand beside it as text, so the bar is hidden from screen readers.

    Args:
        low: The floor; None where no number was told, which draws nothing.
        high: The ceiling; None for an open end.
        most: The number at the right edge of the bar.
        verified: How many of the floor are verified; a line of its own along the foot.

    Example:
        >>> str(range_bar(None, None, 10))
        ''
    """
    if low is None and high is None:
        return Markup("")
    unit = (WIDTH - OPEN_TAIL) / (most or 1)
    floor = (low or 0) * unit
    pieces = [_box("track", 0, WIDTH), _box("floor", 0, floor)]
    if high is not None and high > (low or 0):
        pieces.append(_box("ceiling", floor, (high - (low or 0)) * unit))
    if high is None:
        pieces.append(_box("open", floor, OPEN_TAIL))
    if verified:
        pieces.append(_verified(verified * unit))
    return element(
        "svg",
        joined(pieces),
        class_="bar",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        preserveAspectRatio="none",
        aria_hidden="true",
        focusable="false",
    )


def _box(kind: str, x: float, width: float) -> Markup:
    return element(
        "rect",
        class_=f"bar-{kind}",
        x=float(x),
        y=0,
        width=float(max(width, 0)),
        height=HEIGHT,
    )


def _verified(width: float) -> Markup:
    """Draw a line over the lower half, so that the floor stays seen behind it."""
    half = HEIGHT / 2
    return element(
        "rect", class_="bar-verified", x=0, y=half, width=float(width), height=half
    )
