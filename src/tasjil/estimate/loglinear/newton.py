"""The most likely expected counts of many tables and models at once, by Newton."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.loglinear.designs import Design

Numbers = NDArray[np.float64]
Truths = NDArray[np.bool_]
Place = tuple[Numbers, Numbers, Numbers]
"""Coefficients (B, P), what they expect (B, C), the log likelihood (B,)."""

ROUNDS = 80
HALVINGS = 40
SETTLED = 1e-12
"""Twice what another step could add to the log likelihood."""
ROUNDING = 1e-12
"""Expected counts so much smaller than the rest may be lost in solving for a step."""
HELD = 1e-8
"""The least share of its own information that the others leave a coefficient."""


@dataclass(frozen=True, slots=True)
class Maximum:
    """Where the likelihoods of B Poisson models are highest.

    Attributes:
        coefficients: One a column of the design, (B, P).
        expected: Counts that the model expects, (B, C); 0 in cells out of use.
        variance: Of the first coefficient, (B,).
        settled: No step adds anything any more, (B,).
        sure: The last step proves that a maximum exists, (B,); where it is False,
            ask the linear programme.
    """

    coefficients: Numbers
    expected: Numbers
    variance: Numbers
    settled: Truths
    sure: Truths


def maximise(
    design: Design, counts: Numbers, used: Truths, start: Numbers | None = None
) -> Maximum:
    """Fit B Poisson regressions with log link.

    A column of zeros is out of use; its coefficient is 0. Newton's steps are halved
    until the likelihood does not fall, so that it never leaves the table worse.

    Args:
        design: B models of P terms over C cells; the first term is the intercept.
        counts: (B, C).
        used: Cells that take part, (B, C).
        start: Coefficients to start from, (B, P).

    Example:
        >>> import numpy as np
        >>> from tasjil.estimate.loglinear.designs import Written
        >>> counts = np.array([[30.0, 20.0, 10.0]])
        >>> design = Written(np.array([[[1.0, 1, 0], [1, 0, 1], [1, 1, 1]]]))
        >>> found = maximise(design, counts, np.ones((1, 3), bool))
        >>> round(float(np.exp(found.coefficients[0, 0])), 6)
        60.0
    """
    use = used.astype(float)
    y = counts * use
    beta = _first(design, y, use) if start is None else start.copy()
    mean, height = _height(design, y, use, beta)
    settled = np.zeros(len(beta), bool)
    # Only what has not settled is stepped again: a few tables take most of the rounds.
    here = np.arange(len(beta))
    cut = (design, y, use)
    for _ in range(ROUNDS):
        found, still = _step(*cut, (beta[here], mean[here], height[here]))
        beta[here], mean[here], height[here] = found
        settled[here[~still]] = True
        if still.all():
            continue
        here = here[still]
        if not len(here):
            break
        cut = (design.part(here), y[here], use[here])
    return _told(design, (y, use), beta, mean, settled)


def _first(design: Design, y: Numbers, use: Numbers) -> Numbers:
    """Regress the logarithms of the counts, as the usual software begins."""
    guess = y + 0.1
    reply = (np.log(guess) - 0.1 / guess) * guess * use
    return _solved(_bend(design, guess * use), design.margins(reply)[..., None])[..., 0]


def _step(design: Design, y: Numbers, use: Numbers, at: Place) -> tuple[Place, Truths]:
    """Take one step; tell which are still on their way."""
    beta, mean, height = at
    gradient = design.margins(y - mean)
    step = _solved(_bend(design, mean), gradient[..., None])[..., 0]
    still: Truths = (gradient * step).sum(1) > SETTLED
    size = np.ones((len(beta), 1))
    least = height - 1e-10 * (1 + np.abs(height))
    for _ in range(HALVINGS):
        there = beta + size * step
        mean, height = _height(design, y, use, there)
        worse = height < least
        if not worse.any():
            break
        size[worse] /= 2
    return (there, mean, height), still


def _told(
    design: Design,
    held: tuple[Numbers, Numbers],
    beta: Numbers,
    mean: Numbers,
    settled: Truths,
) -> Maximum:
    y, use = held
    gradient = design.margins(y - mean)
    unit = np.zeros_like(beta)
    unit[:, 0] = 1
    bend = _bend(design, mean)
    solved = _solved(bend, np.stack([gradient, unit], 2))
    # mean * (1 + move) has exactly the margins of the table: where it is positive
    # throughout, they lie inside the cone of margins, and a maximum exists. Where
    # none does, some cells still move to zero, and move is -1 there, until the step
    # towards it is nothing but rounding: then the coefficients are no longer held.
    move = design.logs(solved[:, :, 0])
    sure = settled & (np.where(use > 0, move, 0).min(1) > -0.5)
    small = np.where(use > 0, mean, np.inf).min(1)
    asked = np.flatnonzero(sure & (small < ROUNDING * bend.max((1, 2))))
    sure[asked] = _firm(bend[asked])
    return Maximum(beta, mean, solved[:, 0, 1], settled, sure)


def _firm(bend: Numbers) -> Truths:
    """Tell where every combination of coefficients is held by what is expected."""
    nth = np.arange(bend.shape[1])
    scale = np.sqrt(bend[:, nth, nth])
    alike = bend / scale[:, :, None] / scale[:, None, :]
    return np.asarray(np.linalg.eigvalsh(alike)[:, 0] > HELD)


def _height(
    design: Design, y: Numbers, use: Numbers, beta: Numbers
) -> tuple[Numbers, Numbers]:
    """Give the expected counts and the log likelihood, without its constant."""
    eta = design.logs(beta)
    mean = np.exp(np.clip(eta, -300.0, 300.0)) * use
    return mean, (y * eta - mean).sum(1)


def _bend(design: Design, mean: Numbers) -> Numbers:
    """Give the information of the coefficients, 1 for a column out of use."""
    bend = design.bend(mean)
    nth = np.arange(bend.shape[1])
    bend[:, nth, nth] += bend[:, nth, nth] == 0
    return bend


def _solved(bend: Numbers, right: Numbers) -> Numbers:
    try:
        return np.asarray(np.linalg.solve(bend, right))
    except np.linalg.LinAlgError:
        # One that is singular must not change what is solved for the others.
        pairs = zip(bend, right, strict=True)
        return np.stack([_alone(each, side) for each, side in pairs])


def _alone(bend: Numbers, right: Numbers) -> Numbers:
    try:
        return np.asarray(np.linalg.solve(bend, right))
    except np.linalg.LinAlgError:
        return np.asarray(np.linalg.lstsq(bend, right, rcond=None)[0])
