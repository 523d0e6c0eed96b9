"""Says in plain words who holds each end of a range."""

from collections.abc import Mapping, Sequence

from tasjil.count.reconcile.ranges import End, Side
from tasjil.count.reconcile.scopes import Total
from tasjil.model.ids import FigureId

ALONE = 1.0
TOLERANCE = 1e-6

Totals = Mapping[FigureId, Total]


def why_no_fewer(low: int, end: End, totals: Totals) -> tuple[str, ...]:
    """Say what holds the lower end up: the end first, then each statement behind it.

    Example:
        >>> why_no_fewer(0, End(()), {})
        ('nothing that was told holds it up',)
    """
    if not low:
        return ("nothing that was told holds it up",)
    told = [_telling(side, totals) for side, _ in end.holding]
    if len(told) == 1:
        return f"no fewer than {low:,}, by one statement", *told
    if _add_up(end):
        return f"no fewer than {low:,}, for these are different people", *told
    return f"no fewer than {low:,}, by these together", *told


def why_no_more(high: int | None, end: End, totals: Totals) -> tuple[str, ...]:
    """Say what holds the upper end down."""
    if high is None:
        return ("nothing that was told closes it",)
    told = tuple(_telling(side, totals) for side, _ in end.holding)
    return f"no more than {high:,}, by these together", *told


def _add_up(end: End) -> bool:
    """Tell whether the end is a plain sum: floors, each counted once."""
    return all(
        not side.down and abs(weight - ALONE) < TOLERANCE
        for side, weight in end.holding
    )


def _telling(side: Side, totals: Totals) -> str:
    statement = side.bound.statement
    total = None if statement is None else totals.get(statement)
    if total is None:
        return f"incidents that are certainly different hold {side.number:,}"
    stated = total.stated
    verb = "allows no more than" if side.down else "counts"
    where = f"; {' + '.join(sorted(stated.where))}" if stated.where else ""
    said = f"{stated.first_teller} {verb} {side.number:,} ({stated.who}{where})"
    return f"{said} until {stated.counted_until}" if stated.counted_until else said


def as_one_sentence(because: Sequence[str]) -> str:
    """Put a reason and its statements into one sentence.

    Example:
        >>> as_one_sentence(["no fewer than 3, by one statement", "A counts 3"])
        'no fewer than 3, by one statement: A counts 3'
    """
    first, *rest = because
    return f"{first}: {'; '.join(rest)}" if rest else first
