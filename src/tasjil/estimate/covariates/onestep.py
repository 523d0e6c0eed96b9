"""How many there are, from two lists that are independent among people alike."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.covariates.chances import chances, fit_chances

BOTH, FIRST, SECOND, NEITHER = 0, 1, 2, 3
"""Which of two lists a person is on; neither where other lists tell of them."""


@dataclass(frozen=True, slots=True)
class OneStep:
    """What two lists and the chances of being on them say.

    Attributes:
        plain: N by the fitted chances alone (plug-in).
        point: N doubly robust: right where either list's chances are fitted well.
        error: Its standard error, of the influence function and of who is documented.
        bounded: The share of people whose chance of both lists was below the floor.
        heaviest: The share of the estimate that the heaviest hundredth of the people
            carries: where it is large, the interval is too narrow.
    """

    plain: float
    point: float
    error: float
    bounded: float
    heaviest: float


@dataclass(frozen=True, eq=False)
class Crossed:
    """Chances of BOTH, FIRST, SECOND (and NEITHER), and what gave them.

    Attributes:
        fitted: Each fitted to other people, (people, 3 or 4).
    """

    fitted: NDArray[np.float64]
    ridge: float
    features: int


def one_step(
    which: NDArray[np.int64], fitted: NDArray[np.float64], floor: float
) -> OneStep:
    """Correct fitted chances by what was seen (Das, Kennedy & Jewell 2023).

    With q1, q2 and q12 the chances, among the documented, of being on the first list,
    the second and both, the inverse of the chance of being documented is the mean of
    q1 q2 / q12 (1[first] / q1 + 1[second] / q2 - 1[both] / q12).

    The variance is that of what was seen or that which the chances foretell, whichever
    is more: the few who weigh most are often not among those seen.

    Args:
        which: BOTH, FIRST, SECOND or NEITHER, (people,).
        fitted: Chances of these, fitted to other people, (people, 3 or 4).
        floor: Least chance of both that is divided by.

    Example:
        >>> which = np.repeat([BOTH, FIRST, SECOND], [10, 30, 20])
        >>> shares = np.tile([10 / 60, 30 / 60, 20 / 60], (60, 1))
        >>> round(one_step(which, shares, 0.001).point, 6)  # 40 * 30 / 10
        120.0
    """
    n = len(which)
    both = np.maximum(fitted[:, BOTH], floor)
    q1 = np.minimum(both + fitted[:, FIRST], 1)
    q2 = np.minimum(both + fitted[:, SECOND], 1)
    ratio = q1 * q2 / both
    first = (which == BOTH) | (which == FIRST)
    second = (which == BOTH) | (which == SECOND)
    told = ratio * (first / q1 + second / q2 - (which == BOTH) / both)
    inverse = max(float(told.mean()), 1.0)
    spread = max(float(told.var(ddof=1)), _foretold(fitted, q1, q2, both))
    variance = n * spread + n * inverse * (inverse - 1)
    return OneStep(
        plain=n * float(ratio.mean()),
        point=n * inverse,
        error=float(np.sqrt(variance)),
        bounded=float((fitted[:, BOTH] < floor).mean()),
        heaviest=float(np.sort(ratio)[-max(n // 100, 1) :].sum() / ratio.sum()),
    )


def _foretold(
    fitted: NDArray[np.float64],
    q1: NDArray[np.float64],
    q2: NDArray[np.float64],
    both: NDArray[np.float64],
) -> float:
    """Give the variance of the estimate's terms if the chances were right."""
    ratio = q1 * q2 / both
    terms = ratio[:, None] * np.stack([1 / q1 + 1 / q2 - 1 / both, 1 / q1, 1 / q2], 1)
    chance = fitted[:, : SECOND + 1]
    mean = float((chance * terms).sum(1).mean())
    return float((chance * terms**2).sum(1).mean()) - mean**2


def crossed(
    features: Sequence[NDArray[np.float64]],
    which: NDArray[np.int64],
    folds: int,
    ridges: Sequence[float],
    seed: int,
) -> Crossed:
    """Give everyone the chances fitted to the people of the other folds.

    Of several features and ridges those are kept that foretell best on which lists
    people are (a discrete super learner: van der Laan, Polley & Hubbard 2007).

    Args:
        features: To choose from, each (people, P), in an order that does not depend on
            the file.
        which: As in `one_step`, (people,).
        folds: How many.
        ridges: Of the regression, to choose from.
        seed: Of the folds.
    """
    fold = np.arange(len(which)) % folds
    np.random.default_rng(seed).shuffle(fold)
    tried = [
        Crossed(_fitted(x, which, fold, ridge), ridge, x.shape[1])
        for x in features
        for ridge in ridges
    ]
    seen = np.arange(len(which))
    scores = [float(np.log(each.fitted[seen, which]).sum()) for each in tried]
    return tried[int(np.argmax(scores))]


def _fitted(
    x: NDArray[np.float64],
    which: NDArray[np.int64],
    fold: NDArray[np.int64],
    ridge: float,
) -> NDArray[np.float64]:
    classes = 4 if (which == NEITHER).any() else 3
    found = np.zeros((len(x), classes))
    for each in range(int(fold.max()) + 1):
        own = fold == each
        beta = fit_chances(x[~own], which[~own], classes, ridge)
        found[own] = chances(x[own], beta)
    return found
