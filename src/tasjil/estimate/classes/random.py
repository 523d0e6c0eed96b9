"""Chance for compiled loops: a stream of its own for every chain, kept in an array.

A stream is xoshiro256++ (Blackman & Vigna 2021), its state four words. Whoever keeps
the words can go on from there and draw exactly what would have come.

Every loop that draws again has an end. The ends are so far off that none is ever
reached (each attempt succeeds more often than not); there, the middle of the
distribution is given.
"""

import math

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.compiled import compiled

Stream = NDArray[np.uint64]

TRIES = 10_000
MOST = 1 << 61
_11, _17, _23, _45 = np.uint64(11), np.uint64(17), np.uint64(23), np.uint64(45)
_19, _41 = np.uint64(19), np.uint64(41)
_TAILS = np.array(
    [
        0.08106146679532726,
        0.04134069595540929,
        0.02767792568499834,
        0.02079067210376509,
        0.01664469118982119,
        0.01387612882307075,
        0.01189670994589177,
        0.01041126526197209,
        0.009255462182712733,
        0.008330563433362871,
    ]
)


def stream(seed: np.random.SeedSequence) -> Stream:
    """Begin a stream, (4,) words.

    Example:
        >>> a = stream(np.random.SeedSequence(1))
        >>> b = a.copy()
        >>> uniform(a) == uniform(b)
        True
    """
    return np.asarray(seed.generate_state(4, np.uint64), np.uint64)


@compiled
def uniform(gen: Stream) -> float:
    """Draw evenly from between 0 and 1, never either."""
    total = gen[0] + gen[3]
    word = ((total << _23) | (total >> _41)) + gen[0]
    kept = gen[1] << _17
    gen[2] ^= gen[0]
    gen[3] ^= gen[1]
    gen[1] ^= gen[2]
    gen[0] ^= gen[3]
    gen[2] ^= kept
    gen[3] = (gen[3] << _45) | (gen[3] >> _19)
    return (np.int64(word >> _11) + 0.5) * (1.0 / 9007199254740992.0)


@compiled
def normals(gen: Stream, out: NDArray[np.float64]) -> None:
    """Fill an array with standard normal draws, two at a time (Marsaglia's polar)."""
    for i in range(0, out.size, 2):
        for _ in range(TRIES):
            u, v = 2.0 * uniform(gen) - 1.0, 2.0 * uniform(gen) - 1.0
            q = u * u + v * v
            if 0.0 < q < 1.0:
                break
        stretch = math.sqrt(-2.0 * math.log(q) / q)
        out[i] = u * stretch
        if i + 1 < out.size:
            out[i + 1] = v * stretch


@compiled
def normal(gen: Stream) -> float:
    """Draw one from the standard normal."""
    u, q = 0.0, 1.0
    for _ in range(TRIES):
        u, v = 2.0 * uniform(gen) - 1.0, 2.0 * uniform(gen) - 1.0
        q = u * u + v * v
        if 0.0 < q < 1.0:
            break
    return u * math.sqrt(-2.0 * math.log(q) / q)


@compiled
def log_gamma_draw(gen: Stream, shape: float) -> float:
    """Draw from a gamma of scale 1 and give its logarithm (Marsaglia & Tsang 2000).

    In logarithms, because a shape near 0 gives draws below any positive float.
    """
    lift = 0.0
    if shape < 1.0:
        lift = math.log(uniform(gen)) / shape
        shape += 1.0
    d = shape - 1.0 / 3.0
    c = 1.0 / math.sqrt(9.0 * d)
    for _ in range(TRIES):
        x = normal(gen)
        v = 1.0 + c * x
        if v <= 0.0:
            continue
        v = v * v * v
        u = uniform(gen)
        if u < 1.0 - 0.0331 * x * x * x * x:
            return math.log(d * v) + lift
        if math.log(u) < 0.5 * x * x + d * (1.0 - v + math.log(v)):
            return math.log(d * v) + lift
    return math.log(d) + lift


@compiled
def log_odds_of_beta(gen: Stream, yes: float, no: float) -> float:
    """Draw a share from Beta(yes, no) and give the logarithm of its odds."""
    return log_gamma_draw(gen, yes) - log_gamma_draw(gen, no)


@compiled
def tail(k: float) -> float:
    """Give what Stirling's formula leaves of log k!."""
    if k < 10.0:
        return float(_TAILS[int(k)])
    s = 1.0 / ((k + 1.0) * (k + 1.0))
    return (1.0 / 12.0 - (1.0 / 360.0 - s / 1260.0) * s) / (k + 1.0)


@compiled
def poisson(gen: Stream, mean: float) -> int:
    """Draw a number of independent rare things, at most 2^61 (Hörmann's PTRS 1993)."""
    if mean >= 1e18:
        return MOST
    if mean < 10.0:
        return _poisson_by_steps(gen, mean)
    spread = math.sqrt(mean)
    b = 0.931 + 2.53 * spread
    a = -0.059 + 0.02483 * b
    top = 0.9277 - 3.6224 / (b - 2.0)
    for _ in range(TRIES):
        u = uniform(gen) - 0.5
        v = uniform(gen)
        us = 0.5 - abs(u)
        k = math.floor((2.0 * a / us + b) * u + mean + 0.43)
        if us >= 0.07 and v <= top:
            return int(k)
        if k < 0.0 or (us < 0.013 and v > us):
            continue
        inverse = 1.1239 + 1.1328 / (b - 3.4)
        # log of mean^k e^-mean / k!, written so that a mean of 1e15 loses nothing
        away = (mean - k - 1.0) / (k + 1.0)
        log_p = (k + 0.5) * math.log1p(away) - (mean - k - 1.0)
        log_p -= 0.5 * math.log(2.0 * math.pi * mean) + tail(k)
        if math.log(v * inverse / (a / (us * us) + b)) <= log_p:
            return int(k)
    return int(mean)


@compiled
def _poisson_by_steps(gen: Stream, mean: float) -> int:
    p = math.exp(-mean)
    left = uniform(gen)
    k = 0
    while left > p and k < 200:
        left -= p
        k += 1
        p *= mean / k
    return k


@compiled
def binomial(gen: Stream, n: int, p: float) -> int:
    """Draw how many of n are chosen, each with probability p (Hörmann's BTRS 1993)."""
    if n <= 0 or p <= 0.0:
        return 0
    if p >= 1.0:
        return n
    q = min(p, 1.0 - p)
    k = _binomial_by_steps(gen, n, q) if n * q < 10.0 else _binomial_far(gen, n, q)
    return n - k if p > 0.5 else k


@compiled
def _binomial_by_steps(gen: Stream, n: int, p: float) -> int:
    odds = p / (1.0 - p)
    chance = math.exp(n * math.log1p(-p))
    left = uniform(gen)
    k = 0
    while left > chance and k < min(n, 200):
        left -= chance
        k += 1
        chance *= odds * (n - k + 1) / k
    return k


@compiled
def _binomial_far(gen: Stream, n: int, p: float) -> int:
    spread = math.sqrt(n * p * (1.0 - p))
    b = 1.15 + 2.53 * spread
    a = -0.0873 + 0.0248 * b + 0.01 * p
    c = n * p + 0.5
    top = 0.92 - 4.2 / b
    for _ in range(TRIES):
        u = uniform(gen) - 0.5
        v = uniform(gen)
        us = 0.5 - abs(u)
        k = math.floor((2.0 * a / us + b) * u + c)
        if us >= 0.07 and v <= top:
            return int(k)
        if k < 0 or k > n:
            continue
        v *= (2.83 + 5.1 / b) * spread / (a / (us * us) + b)
        if math.log(v) <= _against_the_middle(n, p, k):
            return int(k)
    return int(n * p)


@compiled
def _against_the_middle(n: int, p: float, k: float) -> float:
    """Give the logarithm of how much rarer k is than the likeliest number."""
    m = math.floor((n + 1) * p)
    r = math.log(p / (1.0 - p))
    here = (k + 0.5) * math.log((m + 1.0) / (k + 1.0))
    there = (n - k + 0.5) * math.log((n - m + 1.0) / (n - k + 1.0))
    # Stirling on m! (n-m)! / (k! (n-k)!); exponents of m differ from those of k
    moved = (m - k) * (math.log(m + 1.0) - math.log(n - m + 1.0))
    tails = tail(m) + tail(n - m) - tail(k) - tail(n - k)
    return here + there + moved + (k - m) * r + tails
