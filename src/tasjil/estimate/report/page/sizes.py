"""How many people are on each list, and how many of them on it alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.estimate.report.page.drawing import Field, both, box, words
from tasjil.estimate.report.page.elements import joined
from tasjil.estimate.report.page.outside import drawn

TALL = 12


@dataclass(frozen=True, slots=True)
class Size:
    """A list; numbers as they may be told."""

    name: str
    people: int
    alone: int
    words: str


def list_sizes(sizes: Sequence[Size], title: str) -> Markup:
    """Draw a bar for each list."""
    return both(lambda field: _drawn(field, sizes), title) if sizes else Markup("")


def _drawn(field: Field, sizes: Sequence[Size]) -> tuple[Markup, float]:
    start = field.left + 10
    longest = field.width - start - 110
    most = max(each.people for each in sizes) or 1
    pieces = []
    for k, each in enumerate(sizes):
        top = field.row * k + 4
        y = top + (field.row / 2 if field.left else 30)
        over = y + 4 if field.left else top + 14
        unit = longest / most
        pieces += [
            words(4, over, drawn(each.name, 36)),
            box(start, y - TALL / 2, each.people * unit, TALL, 0.3),
            box(start, y - TALL / 2, min(each.alone, each.people) * unit, TALL, 0.6),
            words(start + each.people * unit + 6, y + 4, drawn(each.words)),
        ]
    return joined(pieces), field.row * len(sizes) + 10.0
