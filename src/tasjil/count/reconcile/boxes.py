"""Sets of cells as boxes: all combinations of some places, days, people and parties."""

from collections.abc import Iterable, Sequence

from tasjil.count.reconcile.grid import Box

MOST_PIECES = 20_000
"""Beyond it, the rest of a box counts as covered: more bounds are asked, not fewer."""


def holds(outer: Box, inner: Box) -> bool:
    """Tell whether every cell of the inner box is one of the outer.

    Example:
        >>> holds((0b11, 1, 1, 1), (0b10, 1, 1, 1))
        True
    """
    return all(not (mine & ~theirs) for mine, theirs in zip(inner, outer, strict=True))


def is_empty(box: Box) -> bool:
    """Tell whether there is no cell in it."""
    return 0 in box


def uncovered(box: Box, covers: Sequence[Box]) -> bool:
    """Tell whether some cell of the box is in none of the others.

    Example:
        >>> uncovered((0b11, 1, 1, 1), [(0b01, 1, 1, 1), (0b10, 1, 1, 1)])
        False
    """
    open_pieces = [(box, 0)]
    cut = 0
    while open_pieces:
        piece, nth = open_pieces.pop()
        if is_empty(piece):
            continue
        while nth < len(covers) and is_empty(_meet(piece, covers[nth])):
            nth += 1
        if nth == len(covers):
            return True
        cut += 1
        if cut > MOST_PIECES:
            return False
        open_pieces += [(rest, nth + 1) for rest in without(piece, covers[nth])]
    return False


def without(box: Box, other: Box) -> Iterable[Box]:
    """Cut a box into pieces that hold all its cells but those of the other box."""
    kept = list(box)
    for side, (mine, theirs) in enumerate(zip(box, other, strict=True)):
        rest = mine & ~theirs
        if rest:
            piece = list(kept)
            piece[side] = rest
            yield piece[0], piece[1], piece[2], piece[3]
        kept[side] = mine & theirs


def _meet(one: Box, other: Box) -> Box:
    return one[0] & other[0], one[1] & other[1], one[2] & other[2], one[3] & other[3]
