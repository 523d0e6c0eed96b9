"""From one total to another through the parts their own tellers give."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tasjil.count.reconcile.differences.by_area import named
from tasjil.count.reconcile.differences.by_doer import share_a_word
from tasjil.count.reconcile.differences.by_who import who
from tasjil.count.reconcile.differences.reasons import IN_PARTS, scope_reasons
from tasjil.count.reconcile.differences.sentences import Says
from tasjil.count.reconcile.differences.side import Side, joined
from tasjil.count.reconcile.ground import Ground
from tasjil.count.reconcile.slips.divided import By
from tasjil.model.reconciliation import DifferenceKind, DifferencePart

MOST_STEPS = 4
"""Steps of a walk; there are three things that parts are told by."""

_DIVIDES = {
    By.AREA: DifferenceKind.AREA,
    By.STATUS: DifferenceKind.STATUS,
    By.SEX: DifferenceKind.STATUS,
    By.DOER: DifferenceKind.PERPETRATOR,
}


@dataclass(frozen=True, slots=True)
class Walk:
    """Where a walk has come: two sides nearer to each other, and what was left behind.

    Attributes:
        parts: Reasons with their sizes, from what the statements say of themselves.
    """

    a: Side
    b: Side
    parts: tuple[DifferencePart, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """From a whole to one of its parts, on the second side or the first."""

    part: Side
    kind: DifferenceKind
    second: bool


def walk(a: Side, b: Side, ground: Ground) -> Walk:
    """Go from whole to part on either side while that brings them nearer.

    "1,311 of everybody, 830 of them civilians" against "1,225 civilians" goes to the
    830: that the one counts everybody explains 481.
    """
    at = Walk(a, b)
    for _ in range(MOST_STEPS):
        nearer = next(_steps(at, ground), None)
        if nearer is None:
            return at
        at = nearer
    return at


def _steps(at: Walk, ground: Ground) -> Iterator[Walk]:
    """Give the steps that leave fewer reasons, the best first."""
    before = _open(at.a, at.b, ground)
    if not before:
        return
    found = []
    for nth, side, other in ((1, at.b, at.a), (0, at.a, at.b)):
        for part in _candidates(side, other):
            after = _open(part, other, ground)
            kind = _one_kind(part, side, ground)
            new = after - before - {DifferenceKind.PERPETRATOR}
            sure = kind is not DifferenceKind.PERPETRATOR or _one_party(part, other)
            if kind in before - after and not new and sure:
                step = Step(part, kind, second=bool(nth))
                found.append(((len(after), -nth, part.claims), step))
    for _, step in sorted(found, key=lambda each: each[0]):
        yield _taken(at, step, ground)


def _open(a: Side, b: Side, ground: Ground) -> frozenset[DifferenceKind]:
    """Give what whom, where and by whom leave open between two sides.

    A party that only one of them names counts, because its victims may be told apart.
    """
    return frozenset(
        each.kind
        for each in scope_reasons(a, b, ground)
        if not each.weak or each.kind is DifferenceKind.PERPETRATOR
    )


def _one_party(part: Side, other: Side) -> bool:
    mine, theirs = part.party, other.party
    return mine is not None and theirs is not None and share_a_word(mine, theirs)


def _one_kind(part: Side, whole: Side, ground: Ground) -> DifferenceKind | None:
    """Give the one thing a part differs in from its whole; None where there are two.

    A party that is named with a part only is no second thing.
    """
    told = scope_reasons(part, whole, ground)
    strong = {each.kind for each in told if not each.weak}
    if not strong:
        strong = {each.kind for each in told if each.kind in IN_PARTS}
    return next(iter(strong)) if len(strong) == 1 else None


def _candidates(side: Side, other: Side) -> Iterator[Side]:
    yield from (part for part in side.parts if part.number <= side.number)
    together = _places_together(side, other)
    if together is not None:
        yield together


def _places_together(side: Side, other: Side) -> Side | None:
    """Add up the parts whose places are together just those of the other side."""
    wanted = set((other.spread or other.area).told)
    parts = [
        part
        for part in side.parts
        if part.area.told and set(part.area.told) <= wanted and _alike(part, side)
    ]
    told = [name for part in parts for name in part.area.told]
    if len(parts) < 2 or set(told) != wanted or len(told) != len(wanted):
        return None
    return replace(
        parts[0],
        number=sum(part.number for part in parts),
        area=joined(part.area for part in parts),
        claims=tuple(claim for part in parts for claim in part.claims),
        parts=(),
    )


def _alike(part: Side, whole: Side) -> bool:
    return (
        part.statuses == whole.statuses
        and part.sex is whole.sex
        and part.age_group is whole.age_group
    )


def _taken(at: Walk, step: Step, ground: Ground) -> Walk:
    """Take one step, and say what it leaves behind, with its size."""
    part, kind = step.part, step.kind
    side = at.b if step.second else at.a
    sign = 1 if step.second else -1
    missing = _missing(side, part, kind)
    rest = side.number - part.number
    left = [
        DifferencePart(
            kind,
            _said(side, part, kind, ground),
            sign * (rest - missing),
            (*side.claims, *part.claims),
        )
    ]
    if missing and side.off is not None:
        total = side.number - side.off.missing
        text = Says.SUM.say(side.number, side.name, total)
        claims = (*side.claims, *side.off.claims)
        arithmetic = DifferenceKind.ARITHMETIC
        left.append(DifferencePart(arithmetic, text, sign * missing, claims))
    parts = (*at.parts, *left)
    return Walk(at.a, part, parts) if step.second else Walk(part, at.b, parts)


def _missing(side: Side, part: Side, kind: DifferenceKind) -> int:
    """Give what the parts of a whole miss, where the step goes through those parts."""
    off = side.off
    if off is None or not set(part.claims) <= set(off.claims):
        return 0
    return off.missing if _DIVIDES.get(off.by, kind) is kind else 0


def _said(side: Side, part: Side, kind: DifferenceKind, ground: Ground) -> str:
    numbers = (side.number, side.name, part.number)
    rest = side.number - part.number
    if kind is DifferenceKind.AREA:
        return Says.PART_ELSEWHERE.say(*numbers, named(part.area, ground), rest)
    if kind is DifferenceKind.PERPETRATOR:
        return Says.PART_BY_DOER.say(*numbers, part.doer or "nobody", rest)
    return Says.PART_OF_THEM.say(*numbers, who(part), rest)
