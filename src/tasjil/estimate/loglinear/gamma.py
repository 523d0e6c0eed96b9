"""The logarithm of the gamma function and its slope, for arrays of a few hundred."""

from math import erfc, exp, lgamma, log, pi, sqrt

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


def log_gamma(at: Numbers) -> Numbers:
    """Give log gamma of each number above 0."""
    flat = [lgamma(each) for each in np.ravel(at).tolist()]
    return np.array(flat).reshape(np.shape(at))


def digamma(at: Numbers) -> Numbers:
    """Give the slope of log gamma at each number above 0.

    Example:
        >>> import numpy as np
        >>> round(float(digamma(np.array([1.0]))[0]), 9)
        -0.577215665
    """
    total = np.zeros_like(at)
    for up in range(10):
        total -= 1 / (at + up)
    far = at + 10
    square = 1 / far**2
    tail = square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square / 240)))
    return total + np.log(far) - 0.5 / far - tail


def exceeded(square: float, free: int) -> float:
    """Say how often a chi-squared value of so many degrees of freedom is larger.

    Example:
        >>> round(exceeded(3.841458820694124, 1), 9), round(exceeded(9.323, 4), 4)
        (0.05, 0.0535)
    """
    if free < 1 or square <= 0:
        return 1.0
    half = square / 2
    even = free % 2 == 0
    # Ends of the recurrence Q(a + 1, x) = Q(a, x) + x^a e^-x / gamma(a + 1).
    total = exp(-half) if even else erfc(sqrt(half))
    power = 0.0 if even else log(2 * sqrt(half / pi)) - half
    shape = 1.0 if even else 0.5
    if even:
        power = log(half) - half
    while shape < free / 2 - 1e-9:
        total += exp(power)
        shape += 1
        power += log(half / shape)
    return min(1.0, total)
