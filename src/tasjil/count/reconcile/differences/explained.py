"""The difference of two totals, split into its reasons."""

from collections.abc import Iterator

from tasjil.count.reconcile.differences.reason import Reason
from tasjil.count.reconcile.differences.reasons import reasons
from tasjil.count.reconcile.differences.sentences import Says
from tasjil.count.reconcile.differences.side import Side
from tasjil.count.reconcile.differences.walk import Walk, walk
from tasjil.count.reconcile.ground import Ground
from tasjil.model.ids import ClaimId
from tasjil.model.reconciliation import Difference, DifferenceKind, DifferencePart

SPEAKS_FOR_ITSELF = 100
"""Numbers from which two tellers hardly give the same by chance, unless it is round."""

ROUND = 10
"""Numbers that many people arrive at."""


def explain(one: Side, other: Side, ground: Ground) -> Difference:
    """Say why two totals are not the same number.

    What the statements themselves tell of their parts has a size. If one reason is
    left over and one teller made both, it is the rest of the gap; of several, or
    between two tellers, nobody can say how much each explains, and no size is made up.

    Args:
        one: The one total; the order of the two changes nothing.
        other: The other.
        ground: What is known of places.
    """
    a, b = sorted((one, other), key=_by_size)
    gap = b.number - a.number
    parts = _relayed(a, b, gap) or _parts(walk(a, b, ground), ground)
    if not any(part.kind is DifferenceKind.ARITHMETIC for part in parts):
        parts = (*parts, *_wrong_sums(a, b))
    return Difference(a.total.stated.claim, b.total.stated.claim, gap, parts)


def _by_size(side: Side) -> tuple[int, str]:
    return side.number, side.total.statement.id


Parts = tuple[DifferencePart, ...]


def _relayed(a: Side, b: Side, gap: int) -> Parts:
    """Tell one figure that stands twice; the first teller decides."""
    if _of_one_people(a, b):
        text = Says.ONE_PEOPLE.say(a.number, b.number, a.name)
        return (DifferencePart(DifferenceKind.RELAY, text, gap, _claims(a, b)),)
    if gap or a.teller != b.teller:
        return ()
    text = Says.TOLD_TWICE.say(a.number, a.name)
    return (DifferencePart(DifferenceKind.RELAY, text, 0, (*a.claims, *b.claims)),)


def _of_one_people(a: Side, b: Side) -> bool:
    """Tell whether one report gives both numbers for one group of people."""
    return a.teller == b.teller and not a.groups.isdisjoint(b.groups)


def _claims(a: Side, b: Side) -> tuple[ClaimId, ...]:
    return (*a.claims, *b.claims)


def _parts(at: Walk, ground: Ground) -> Parts:
    found = reasons(at.a, at.b, ground)
    strong = [each for each in found if not each.weak]
    weak = [each for each in found if each.weak]
    rest = at.b.number - at.a.number
    if not strong:
        return (*at.parts, *_without_reason(at, rest, weak))
    one_count = at.a.teller == at.b.teller
    if len(strong) == 1 and one_count and _fits(strong[0], rest):
        return (*at.parts, strong[0].part(rest))
    left = [each.part() for each in strong]
    if rest and not any(_fits(each, rest) for each in strong):
        left.append(_wrong_way(at, rest))
    return (*at.parts, *left)


def _fits(reason: Reason, rest: int) -> bool:
    """Tell whether a reason can make the difference that is left."""
    return reason.sign * rest >= 0


def _without_reason(at: Walk, rest: int, weak: list[Reason]) -> Parts:
    """Explain a rest for which nothing sure was said."""
    a, b = at.a, at.b
    claims = (*a.claims, *b.claims)
    if not rest:
        return _same_number(at)
    arithmetic = _sum_explains(at, rest)
    if arithmetic is not None:
        return (arithmetic,)
    kind = DifferenceKind.UNEXPLAINED
    if a.teller == b.teller:
        if len(weak) == 1 and _fits(weak[0], rest):
            return (weak[0].part(rest),)
        text = Says.OF_ONE_TELLER.say(a.name, abs(rest))
    else:
        text = Says.TWO_COUNTS.say(a.name, b.name, abs(rest))
    size = None if weak else rest
    left = DifferencePart(kind, text, size, claims)
    return (*(each.part() for each in weak), left)


def _same_number(at: Walk) -> Parts:
    """Tell two tellers with one unusual number for one thing; one may be the other."""
    a, b = at.a, at.b
    usual = a.number < SPEAKS_FOR_ITSELF or not a.number % ROUND
    if at.parts or usual or a.teller == b.teller:
        return ()
    text = Says.MAY_BE_ONE.say(a.name, b.name, a.number)
    return (DifferencePart(DifferenceKind.RELAY, text, 0, (*a.claims, *b.claims)),)


def _wrong_sums(a: Side, b: Side) -> Iterator[DifferencePart]:
    """Say that a total's own parts miss it, though no step went through them.

    Either the whole or a part is wrong, so nobody knows how much of the gap it is.
    """
    for side in (a, b):
        if side.off is not None:
            text = Says.SUM.say(side.number, side.name, side.number - side.off.missing)
            claims = (*side.claims, *side.off.claims)
            yield DifferencePart(DifferenceKind.ARITHMETIC, text, None, claims)


def _sum_explains(at: Walk, rest: int) -> DifferencePart | None:
    """Give the parts that do not add up, where they miss just what is left."""
    for sign, side in ((1, at.b), (-1, at.a)):
        off = side.off
        if off is not None and off.missing == sign * rest:
            total = side.number - off.missing
            text = Says.SUM.say(side.number, side.name, total)
            claims = (*side.claims, *off.claims)
            return DifferencePart(DifferenceKind.ARITHMETIC, text, rest, claims)
    return None


def _wrong_way(at: Walk, rest: int) -> DifferencePart:
    """Say that the side which covers less counts more."""
    larger, smaller = (at.b, at.a) if rest > 0 else (at.a, at.b)
    text = Says.WRONG_WAY.say(larger.name, smaller.name, abs(rest))
    claims = (*larger.claims, *smaller.claims)
    return DifferencePart(DifferenceKind.UNEXPLAINED, text, None, claims)
