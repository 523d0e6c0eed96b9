"""What may be said in the end: an interval over methods, a bound, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from tasjil.model.defined import Defined
from tasjil.model.estimate import Estimate, Method, Refusal

INFER = (
    Method.LOGLINEAR,
    Method.DGA,
    Method.LCMCR,
    Method.SPARSE,
    Method.COVERAGE,
    Method.DOUBLY_ROBUST,
)
"""Methods that say how many there were; the others bound it, or assume much."""


class Kind(Defined):
    """What a verdict is."""

    INTERVAL = "interval", "Two or more methods gave numbers: all of them together."
    ONE_METHOD = "one method", "A single method gave a number: too little to rest on."
    BOUND = "bound", "At least so many; how many more, the lists do not say."
    REFUSAL = "refusal", "The lists do not say."


@dataclass(frozen=True, slots=True)
class Verdict:
    """What may be said in the end.

    Attributes:
        low: The lowest end of all methods' intervals, or the bound.
        high: The highest; None of a bound or a refusal.
        methods: Whose numbers it rests on.
        refused: Which methods gave none.
        medians: The lowest and the highest median.
        apart: Intervals of some two methods do not touch: what is assumed decides.
        bound: Chao's lower bound, beside an interval.
    """

    kind: Kind
    low: float | None = None
    high: float | None = None
    methods: tuple[Method, ...] = ()
    refused: tuple[Method, ...] = ()
    medians: tuple[float, float] | None = None
    apart: bool = False
    bound: float | None = None


def verdict(outcomes: Sequence[Estimate | Refusal]) -> Verdict:
    """Bring outcomes of several methods to one verdict.

    One number alone is never the verdict: methods assume different things of those
    whom nobody documented, and nothing in the lists says which is true.

    Args:
        outcomes: One of each method; those set aside are refusals.

    Example:
        >>> from tasjil.model.estimate import Interval
        >>> one, other = Interval(20, 20, 15, 30, 0.95), Interval(40, 40, 33, 50, 0.95)
        >>> found = verdict([
        ...     Estimate(Method.DGA, 9, one, "sha256:0"),
        ...     Estimate(Method.LCMCR, 9, other, "sha256:0")])
        >>> found.low, found.high, found.apart
        (15, 50, True)
    """
    refused = tuple(each.method for each in outcomes if isinstance(each, Refusal))
    numbers = [each for each in outcomes if isinstance(each, Estimate)]
    infer = [e for e in numbers if e.method in INFER and not is_bound(e)]
    least = _bound([each for each in numbers if each.method is Method.CHAO])
    if infer:
        return _over(infer, refused, least)
    bounds = [each for each in numbers if is_bound(each)]
    if bounds:
        low = _bound(bounds)
        methods = tuple(each.method for each in bounds)
        return Verdict(Kind.BOUND, low, methods=methods, refused=refused)
    return Verdict(Kind.REFUSAL, refused=refused)


def is_bound(outcome: Estimate | Refusal) -> bool:
    """Say whether an outcome is a number from below: there were at least so many."""
    if not isinstance(outcome, Estimate):
        return False
    return outcome.method is Method.CHAO or bool(outcome.diagnostics.get("bound"))


def _over(
    infer: Sequence[Estimate], refused: tuple[Method, ...], least: float | None
) -> Verdict:
    low, high = min(e.N.low for e in infer), max(e.N.high for e in infer)
    medians = [each.N.median for each in infer]
    apart = max(each.N.low for each in infer) > min(each.N.high for each in infer)
    return Verdict(
        Kind.INTERVAL if len(infer) > 1 else Kind.ONE_METHOD,
        low,
        high,
        tuple(each.method for each in infer),
        refused,
        (min(medians), max(medians)),
        apart,
        least,
    )


def _bound(found: Sequence[Estimate]) -> float | None:
    """Give the lower end of the most careful bound."""
    return min((each.N.low for each in found), default=None)
