"""The overlap picture: who is on exactly which lists, a row a group (UpSet).

Lex, Gehlenborg, Strobelt, Vuillemot & Pfister 2014, IEEE Transactions on Visualization
and Computer Graphics 20.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.estimate.report.page.drawing import INK, Field, both, box, line, words
from tasjil.estimate.report.page.elements import element, joined
from tasjil.estimate.report.page.outside import drawn

GROUPS = 30
"""Groups that are drawn; the rest is told in words."""
ROW, HEAD = 20, 96
SLANT = -52
FOR_NUMBER = 92


@dataclass(frozen=True, slots=True)
class Group:
    """People on exactly these lists.

    Attributes:
        people: How long the bar is; None where too few to tell.
        words: How many, in words.
    """

    lists: tuple[str, ...]
    people: int | None
    words: str


def overlap_picture(
    lists: Sequence[str], groups: Sequence[Group], title: str
) -> Markup:
    """Draw the largest groups; nothing where there is nobody.

    Args:
        lists: In the order of their columns.
        groups: The largest first.
        title: What it shows, for those who hear it.
    """
    if not groups:
        return Markup("")
    return both(lambda field: _drawn(field, lists, groups[:GROUPS]), title)


def _drawn(
    field: Field, lists: Sequence[str], groups: Sequence[Group]
) -> tuple[Markup, float]:
    gap = min(22.0, field.width * 0.5 / len(lists))
    columns = [gap / 2 + 8 + gap * k for k in range(len(lists))]
    start = columns[-1] + gap / 2 + 12
    longest = field.width - FOR_NUMBER - start
    most = max((each.people or 0 for each in groups), default=0) or 1
    pieces = [_head(x, name) for x, name in zip(columns, lists, strict=True)]
    for k, group in enumerate(groups):
        y = HEAD + ROW * k + ROW / 2
        pieces.append(_dots(columns, [name in group.lists for name in lists], y, gap))
        wide = longest * (group.people or 0) / most
        pieces.append(box(start, y - 6, max(wide, 1.5), 12, 0.75))
        pieces.append(words(start + wide + 6, y + 4, drawn(group.words)))
    return joined(pieces), HEAD + ROW * len(groups) + 8.0


def _head(x: float, name: str) -> Markup:
    turned = f"rotate({SLANT} {x:.1f} {HEAD - 6})"
    text = drawn(name, 16)
    return element(
        "text", text, x=x, y=HEAD - 6, transform=turned, fill=INK, font_size=12
    )


def _dots(columns: Sequence[float], on: Sequence[bool], y: float, gap: float) -> Markup:
    size = min(6.0, gap * 0.36)
    inside = [x for x, there in zip(columns, on, strict=True) if there]
    pieces = []
    if len(inside) > 1:
        pieces.append(line(inside[0], y, inside[-1], y, stroke_width=2))
    for x, there in zip(columns, on, strict=True):
        tone = 1 if there else 0.13
        dot = {"cx": x, "cy": y, "r": size, "fill": INK, "fill_opacity": tone}
        pieces.append(element("circle", **dot))
    return joined(pieces)
