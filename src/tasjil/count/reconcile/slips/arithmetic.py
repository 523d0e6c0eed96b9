"""Parts that do not add up to their whole, and parts that are larger than it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tasjil.count.reconcile.slips.divided import Breakdown, By, breakdowns
from tasjil.count.reconcile.slips.sentences import Says
from tasjil.count.reconcile.slips.statement import Node, Whole, number
from tasjil.model.ids import ClaimId
from tasjil.model.reconciliation import Slip, SlipKind

LOOKS_COMPLETE = 0.25
"""Share of the whole that may be missing from parts that only look like all of it.

A larger gap is more likely a list of some parts than a slip of the pen.
"""


def sums(statements: Iterable[Whole]) -> Iterator[Slip]:
    """Hold the parts of each statement against its whole.

    Parts that may hold each other's people, and lists that say they are of some
    ("including"), are held against it from above alone.
    """
    for statement in statements:
        too_large = _larger(statement)
        yield from too_large
        if not too_large:
            slip = _wrong_sum(statement)
            if slip is not None:
                yield slip


def _larger(statement: Whole) -> list[Slip]:
    whole = statement.whole
    return [
        Slip(
            claim=part.head.id,
            kind=SlipKind.SUBSET,
            text=Says.LARGER.say(number(part), number(whole)),
            claims=(whole.head.id,),
        )
        for part in statement.parts
        if whole.high is not None and part.low > whole.high
    ]


@dataclass(frozen=True, slots=True)
class Off:
    """A breakdown that is not its whole.

    Attributes:
        missing: The whole less the sum of the parts; below zero where they exceed it.
        claims: The claims of the parts.
    """

    by: By
    missing: int
    claims: tuple[ClaimId, ...]


def off_by(statement: Whole) -> Off | None:
    """Tell what the parts of a statement miss of its whole; None where they add up."""
    found = _off(statement)
    if found is None:
        return None
    told = sum(number(part) for part in found.parts)
    claims = tuple(part.head.id for part in found.parts)
    return Off(found.by, number(statement.whole) - told, claims)


def _off(statement: Whole) -> Breakdown | None:
    """Give the breakdown that is surest to be all of the whole and is not."""
    found = [each for each in breakdowns(statement) if _is_off(each, statement.whole)]
    sure = [each for each in found if each.complete]
    return next(iter(sure or found), None)


def _wrong_sum(statement: Whole) -> Slip | None:
    found = _off(statement)
    return None if found is None else _slip(found, statement.whole)


def _is_off(breakdown: Breakdown, whole: Node) -> bool:
    """Tell whether the numbers as said, "at least" or not, miss the whole."""
    low = sum(part.low for part in breakdown.parts)
    if whole.high is not None and low > whole.high:
        return True
    missing = whole.low - sum(_most(part) for part in breakdown.parts)
    if missing <= 0 or breakdown.by is By.SEX:
        return False
    is_open = any(part.high is None for part in breakdown.parts)
    if breakdown.complete is None or (breakdown.complete and is_open):
        return missing <= LOOKS_COMPLETE * whole.low
    return breakdown.complete


def _most(part: Node) -> int:
    return number(part) if part.high is None else part.high


def _slip(breakdown: Breakdown, whole: Node) -> Slip:
    told = [number(part) for part in breakdown.parts]
    total, stated = sum(told), number(whole)
    says = Says.TOO_MANY if total > stated else Says.TOO_FEW
    listed = " + ".join(f"{each:,}" for each in told)
    return Slip(
        claim=whole.head.id,
        kind=SlipKind.ARITHMETIC,
        text=says.say(listed, total, stated, abs(total - stated)),
        claims=tuple(part.head.id for part in breakdown.parts),
    )
