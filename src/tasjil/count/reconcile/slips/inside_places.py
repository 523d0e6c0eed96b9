"""Parts that are put outside the place of their whole."""

from collections.abc import Iterable, Iterator

from tasjil.count.placebook import finest
from tasjil.count.reconcile.slips.sentences import Says
from tasjil.count.reconcile.slips.statement import Node, Whole, number
from tasjil.model.places import PlaceLevel, Where
from tasjil.model.reach import BORDERLESS
from tasjil.model.reconciliation import Slip, SlipKind


def misplaced_parts(statements: Iterable[Whole]) -> Iterator[Slip]:
    """Find parts whose place no place of the whole holds.

    A region without borders may hold anything, and a place of no list may lie
    anywhere, so nothing is said of either.
    """
    for statement in statements:
        around = _places(statement.whole)
        if not around:
            continue
        for part in statement.parts:
            inside = _places(part)
            if inside and not any(_meets(each, around) for each in inside):
                yield _slip(Says.NOT_INSIDE, (part, inside), (statement.whole, around))
            elif inside and all(_is_wider(each, around) for each in inside):
                yield _slip(Says.WIDER_PLACE, (part, inside), (statement.whole, around))


Placed = tuple[Node, tuple[Where, ...]]


def _places(node: Node) -> tuple[Where, ...]:
    """Give the places of a node; none where one of them is of no list or borderless."""
    where = tuple(finest(node.head.where))
    sure = all(
        each.place is not None
        and (each.level not in BORDERLESS or each.level is PlaceLevel.COUNTRY)
        for each in where
    )
    return where if sure else ()


def _meets(where: Where, around: tuple[Where, ...]) -> bool:
    return any(
        where.place == other.place
        or other.place in where.within
        or where.place in other.within
        for other in around
    )


def _is_wider(where: Where, around: tuple[Where, ...]) -> bool:
    """Tell whether a part's place holds every place of the whole.

    The country is told beside any number, most often without a word on this one.
    """
    return where.level is not PlaceLevel.COUNTRY and all(
        where.place in other.within and where.place != other.place for other in around
    )


def _slip(says: Says, part: Placed, whole: Placed) -> Slip:
    listed = [
        " + ".join(sorted({each.name or each.text for each in places}))
        for _, places in (part, whole)
    ]
    return Slip(
        claim=part[0].head.id,
        kind=SlipKind.PLACE,
        text=says.say(number(part[0]), *listed),
        claims=(whole[0].head.id,),
    )
