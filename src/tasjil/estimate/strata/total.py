"""Adds strata to a whole, with the doubt of each, and none left out in silence."""

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from tasjil.estimate.combine import Inferred, check_parts, together
from tasjil.estimate.refuse import Reason
from tasjil.estimate.refuse.reason import SAID
from tasjil.estimate.strata.groups import Key
from tasjil.model.estimate import Estimate, Interval, Refusal, WhyRefused

DRAWS = 10_000


@dataclass(frozen=True, eq=False)
class Summed:
    """The sum of strata.

    Attributes:
        whole: An estimate of all of them; a refusal where one was refused.
        at_least: Where some were refused: the others, and those documented in these.
        refused: The strata without a number.
    """

    whole: Inferred
    at_least: Interval | None = None
    refused: tuple[Key, ...] = ()


def sum_strata(parts: Sequence[tuple[Key, Inferred]], seed: int = 1) -> Summed:
    """Add the estimates of strata that share nobody.

    Draws are added draw by draw, in an order chance chooses: strata are independent.
    Of a method without draws the points are added, and the ends come of draws of log n0
    in each stratum, as wide to either side as its interval (Monte Carlo). Such draws
    lean upwards in every stratum, and a thousand of them would lift the sum by more
    than its interval; so the sum of the draws is scaled to lie about the sum of points.

    Args:
        parts: Strata and what one method infers of each.
        seed: Where chance begins.

    Raises:
        BadValue: There are none, or they are of different methods or levels.

    Example:
        >>> from tasjil.model.estimate import Method
        >>> found = Estimate(
        ...     Method.CHAO, 100, Interval(120, 120, 110, 140, 0.95), "sha256:0")
        >>> both = sum_strata([(("a",), Inferred(found)), (("b",), Inferred(found))])
        >>> both.whole.outcome.N.mean, 222 < both.whole.outcome.N.low < 229
        (240.0, True)
    """
    given = [part for _, part in parts]
    check_parts(given)
    sure = [part for part in given if isinstance(part.outcome, Estimate)]
    refused = tuple(key for key, part in parts if isinstance(part.outcome, Refusal))
    if not refused:
        return Summed(_added(given, given, seed))
    least = _added(given, sure, seed).estimate.N if sure else None
    return Summed(Inferred(_refusal(parts, refused, least)), least, refused)


def _added(given: list[Inferred], sure: list[Inferred], seed: int) -> Inferred:
    """Add estimates; who is documented in a refused stratum counts as documented."""
    n = sum(part.outcome.n for part in given)
    level = sure[0].estimate.N.level
    rng = np.random.default_rng(seed)
    exact = all(part.draws is not None for part in sure)
    unseen = np.zeros(DRAWS)
    for part in sure:
        unseen += _drawn(part, rng) if exact else _spread(part, rng)
    tails = ((1 - level) / 2, 0.5, (1 + level) / 2)
    low, middle, high = (float(each) for each in np.quantile(unseen, tails))
    mean = float(unseen.mean())
    if not exact:
        point = math.fsum(part.estimate.N.median - part.outcome.n for part in sure)
        scale = point / middle if middle > 0 else 0.0
        low, middle, high, mean = low * scale, point, high * scale, point
    interval = Interval(n + mean, n + middle, n + low, n + high, level)
    outcomes = [part.outcome for part in given]
    first = sure[0].estimate
    told = Estimate(
        first.method,
        n,
        interval,
        together(outcomes),
        diagnostics={"strata": len(sure), "added": "draws" if exact else "log n0"},
        settings={**first.settings, "sum_seed": seed},
    )
    return Inferred(told, n + unseen if exact else None)


def _drawn(part: Inferred, rng: Generator) -> NDArray[np.float64]:
    unseen = part.unseen()
    if len(unseen) >= DRAWS:
        return rng.permutation(unseen)[:DRAWS]
    # Whole rounds first, then some of them by chance: each draw weighs the same.
    rounds = np.tile(unseen, DRAWS // len(unseen))
    rest = rng.permutation(unseen)[: DRAWS - len(rounds)]
    return rng.permutation(np.concatenate([rounds, rest]))


def _spread(part: Inferred, rng: Generator) -> NDArray[np.float64]:
    """Draw n0 from a lognormal that is as wide above and below as the interval."""
    found = part.estimate
    if found.N.high <= found.n:
        return np.zeros(DRAWS)
    middle, below, above = part.spread()
    z = rng.standard_normal(DRAWS)
    return np.exp(middle + z * np.where(z < 0, below, above))


def _refusal(
    parts: Sequence[tuple[Key, Inferred]],
    refused: tuple[Key, ...],
    least: Interval | None,
) -> Refusal:
    outcomes = [part.outcome for _, part in parts]
    first = next(each for each in outcomes if isinstance(each, Refusal))
    stratum = ", ".join(refused[0])
    values = {
        "n": len(parts),
        "refused": len(refused),
        "stratum": stratum,
        "because": first.refused,
    }
    reason = Reason(first.why or WhyRefused.NOT_FOR_THIS, "stratum_refused", values)
    told: dict[str, Any] = {
        "strata": len(parts),
        "strata_refused": [list(key) for key in refused],
        "at_least": None if least is None else asdict(least),
        SAID: {"sentence": reason.sentence, "values": values},
    }
    n = sum(each.n for each in outcomes)
    return Refusal(
        first.method,
        n,
        reason.words(),
        together(outcomes),
        why=first.why,
        diagnostics=told,
        settings=first.settings,
    )
