"""Classes in blocks of four: the two loops over patterns where all the time goes.

Classes are filled up to fours (L of them; those filled in have weight 0), so that four
products or sums run beside each other and none waits for the last. Places are counted
with unsigned numbers, because a signed one is checked for being counted from the end.
"""

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.compiled import compiled

Blocks = NDArray[np.float64]
Places = NDArray[np.uint64]
FOUR = 4
_ONE, _TWO, _THREE = np.uint64(1), np.uint64(2), np.uint64(3)


def blocks_for(*shape: int) -> Blocks:
    """Make room for so many classes, the last of the shape, filled up to fours.

    Example:
        >>> blocks_for(2, 5).shape
        (2, 8)
    """
    return np.zeros((*shape[:-1], -(-shape[-1] // FOUR) * FOUR))


@compiled
def weigh_unlisted(weights: Blocks, odds: Blocks, out: Blocks) -> float:
    """Give the probability of each class and no list, and the share on some list.

    Args:
        weights: (L,).
        odds: Of being listed, (J, L).
        out: Overwritten, (L,).
    """
    seen = 0.0
    for block in range(out.size // FOUR):
        a = np.uint64(block * FOUR)
        b, c, d = a + _ONE, a + _TWO, a + _THREE
        p = q = r = s = 1.0
        for each in range(odds.shape[0]):
            j = np.uint64(each)
            p *= 1.0 + odds[j, a]
            q *= 1.0 + odds[j, b]
            r *= 1.0 + odds[j, c]
            s *= 1.0 + odds[j, d]
        p, q, r, s = 1.0 / p, 1.0 / q, 1.0 / r, 1.0 / s
        seen += weights[a] * (1.0 - p) + weights[b] * (1.0 - q)
        seen += weights[c] * (1.0 - r) + weights[d] * (1.0 - s)
        out[a], out[b] = weights[a] * p, weights[b] * q
        out[c], out[d] = weights[c] * r, weights[d] * s
    return seen


@compiled
def weigh_patterns(
    begins: Places, on: Places, odds: Blocks, unlisted: Blocks, terms: Blocks
) -> None:
    """Give the probability of each class and pattern, (M, L).

    Args:
        begins: Where the lists of a pattern begin, (M + 1,).
        on: The lists.
        odds: Of being listed, (J, L).
        unlisted: Probability of each class and no list, (L,).
        terms: Overwritten.
    """
    for each in range(terms.shape[0]):
        m = np.uint64(each)
        for block in range(unlisted.size // FOUR):
            a = np.uint64(block * FOUR)
            b, c, d = a + _ONE, a + _TWO, a + _THREE
            p, q, r, s = unlisted[a], unlisted[b], unlisted[c], unlisted[d]
            for i in range(begins[m], begins[m + _ONE]):
                j = on[i]
                p *= odds[j, a]
                q *= odds[j, b]
                r *= odds[j, c]
                s *= odds[j, d]
            terms[m, a], terms[m, b], terms[m, c], terms[m, d] = p, q, r, s


@compiled
def add_up(terms: Blocks, fit: NDArray[np.float64]) -> None:
    """Give the probability of each pattern, (M,)."""
    for each in range(fit.size):
        m = np.uint64(each)
        total = 0.0
        for block in range(terms.shape[1] // FOUR):
            a = np.uint64(block * FOUR)
            first = terms[m, a] + terms[m, a + _ONE]
            total += first + (terms[m, a + _TWO] + terms[m, a + _THREE])
        fit[m] = total


@compiled
def share_out(
    begins: Places, on: Places, shares: NDArray[np.float64], terms: Blocks, to: Blocks
) -> None:
    """Add each pattern's persons to its classes, and to the lists they are on.

    Args:
        begins: Where the lists of a pattern begin, (M + 1,).
        on: The lists.
        shares: Persons over probability of each pattern, (M,).
        terms: Probability of each class and pattern, (M, L).
        to: Persons by list and class, and last by class alone: (J + 1, L).
    """
    last = np.uint64(to.shape[0] - 1)
    for each in range(shares.size):
        m = np.uint64(each)
        share = shares[m]
        for block in range(terms.shape[1] // FOUR):
            a = np.uint64(block * FOUR)
            b, c, d = a + _ONE, a + _TWO, a + _THREE
            p, q = share * terms[m, a], share * terms[m, b]
            r, s = share * terms[m, c], share * terms[m, d]
            _add(to, last, a, (p, q, r, s))
            for i in range(begins[m], begins[m + _ONE]):
                _add(to, on[i], a, (p, q, r, s))


@compiled
def _add(
    to: Blocks, row: np.uint64, a: np.uint64, more: tuple[float, float, float, float]
) -> None:
    b, c, d = a + _ONE, a + _TWO, a + _THREE
    # all are read before any is written: nothing then waits for a write
    p, q, r, s = to[row, a], to[row, b], to[row, c], to[row, d]
    to[row, a], to[row, b] = p + more[0], q + more[1]
    to[row, c], to[row, d] = r + more[2], s + more[3]
