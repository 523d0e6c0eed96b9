"""Draws how seconds grow with records, both by powers of ten, as an SVG."""

from collections.abc import Iterator, Sequence
from math import log10

WIDE, HIGH, EDGE = 560, 360, 56
COLOURS = {
    "tasjil_link": "#1b5e8c",
    "stock_splink": "#b3541e",
    "folded_splink": "#8a3b6f",
    "record_linkage": "#5b7c3a",
}


def chart(points: Sequence[tuple[str, int, float, bool]]) -> str:
    """Draw a line for each linker.

    Args:
        points: Linker, records, seconds, and whether it was stopped then: that end of
            its line is broken and marked "not ended".
    """
    across = [log10(records) for _, records, _, _ in points] or [4.0]
    up = [log10(max(seconds, 0.1)) for *_, seconds, _ in points] or [0.0]
    left, right = min(across) - 0.1, max(across) + 0.1
    low, high = min(0.0, min(up)), max(up) + 0.1

    def x(records: float) -> float:
        share = (log10(records) - left) / (right - left)
        return EDGE + share * (WIDE - 2 * EDGE)

    def y(seconds: float) -> float:
        share = (log10(max(seconds, 0.1)) - low) / (high - low)
        return HIGH - EDGE - share * (HIGH - 2 * EDGE)

    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" '
        'font-family="sans-serif" font-size="12">'
    ]
    for power in range(int(low), int(high) + 1):
        at = y(10**power)
        drawn.append(f'<path d="M{EDGE} {at:.0f}H{WIDE - EDGE}" stroke="#ddd"/>')
        drawn.append(f'<text x="8" y="{at + 4:.0f}">{10**power:,} s</text>')
    for records in sorted({records for _, records, _, _ in points}):
        drawn.append(
            f'<text x="{x(records):.0f}" y="{HIGH - EDGE + 20}" text-anchor="middle">'
            f"{records:,}</text>"
        )
    for nth, linker in enumerate(dict.fromkeys(name for name, *_ in points)):
        own = sorted(
            (records, took, cut)
            for name, records, took, cut in points
            if name == linker
        )
        at = [(f"{x(records):.0f},{y(took):.0f}", cut) for records, took, cut in own]
        line = " ".join(place for place, cut in at if not cut)
        colour = COLOURS.get(linker, "#444")
        drawn.append(f'<polyline points="{line}" fill="none" stroke="{colour}"/>')
        drawn += _not_ended(at, colour)
        drawn.append(
            f'<text x="{EDGE + 8}" y="{24 + 16 * nth}" fill="{colour}">{linker}</text>'
        )
    return "\n".join([*drawn, "</svg>"]) + "\n"


def _not_ended(at: Sequence[tuple[str, bool]], colour: str) -> Iterator[str]:
    """Draw the broken ends, each from the point before it."""
    before = ""
    for place, cut in at:
        if cut:
            across, up = place.split(",")
            yield (
                f'<polyline points="{before} {place}" fill="none" stroke="{colour}" '
                'stroke-dasharray="4"/>'
            )
            yield (
                f'<text x="{across}" y="{int(up) - 6}" text-anchor="end" '
                f'fill="{colour}">not ended</text>'
            )
        before = place
