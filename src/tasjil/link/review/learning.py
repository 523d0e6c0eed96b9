"""What people's answers on some pairs teach about the pairs that nobody was asked.

The model stays; answers correct it where they are. The correction has three parts, each
drawn towards nothing, so that five answers move little and two hundred much: a curve
over what the model says (it is too sure, or not sure enough), a step for each level of
each comparison (ages that agree are worth less here), and one for each pattern of
levels that was answered more than once.

Pairs were not drawn by chance: those were asked whose answer was open. The fit is
therefore made given all that the choice was made by: what the model says of the pair,
how its comparisons came out, and the rivals and third records beside it. Answers that
are selected by these alone bend nothing (D. B. Rubin, "Inference and missing data",
Biometrika 63 (1976), 581-592). Some answers are slips; one in fifty is expected to be.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tasjil.link.pairs import Pairs
from tasjil.link.review.standing import log_odds, probability
from tasjil.link.review.ties import Floats, Ints

SLIPS = 0.02
"""Share of answers expected to be wrong by a slip of the hand or the eye."""

JUDGED = 1e-4
"""Probability left that a judged pair is otherwise; judgements hold by themselves."""

KNOTS = np.array([-8.0, -4.0, -2.0, 0.0, 2.0, 4.0, 8.0])
"""Log odds at which the curve may bend."""

_CURVE, _CURVE_REACH = 1.0, 3.0
_LEVEL, _PATTERN = 0.5, 0.5
"""Spread, in log odds, of what is believed of each part before any answer."""

HOW_FAR_OFF = (0.05, 0.25, 0.7, 1.5)
"""Shares of that spread. A model that is right is hardly moved, a wrong one freely: the
answers themselves say which it is."""

MOST_PATTERNS = 200
"""Patterns with a number of their own, the most answered ones: so the fit stays quick
however many answers there are."""

_SURE_MOVES_LITTLE = 6.0
"""Log odds at which steps of levels and patterns count half."""

_LEAST_SLOPE = 0.1
_ROUNDS = 30
_NEAR_ENOUGH = 1e-6


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person said of two records; "cannot tell" teaches nothing and is not here.

    Attributes:
        left: Position of one record.
        right: Position of the other.
        same: Whether they are one person.
    """

    left: int
    right: int
    same: bool


def learn(
    pairs: Pairs, answers: Sequence[Answer], context: Floats | None = None
) -> Pairs:
    """Correct the probabilities of all pairs by what people said of some.

    Args:
        pairs: As the model gave them, never as learnt before: all answers are read
            each time, and their order changes nothing.
        answers: One for each pair judged; those of pairs that are not among `pairs`
            teach nothing.
        context: (n,) the probability of each pair given who stands together
            (`chance_same`), as it was asked about; None where each pair was asked
            about for itself.

    Returns:
        The same pairs in the same order. What is likelier stays likelier, among pairs
        of one pattern. Judged pairs are all but sure.

    Example:
        >>> pairs = Pairs(
        ...     np.arange(40, dtype=np.int32), np.arange(1, 41, dtype=np.int32),
        ...     np.zeros(40), np.full(40, 0.5), np.ones((40, 1), np.int8), ("age",)
        ... )
        >>> said = [Answer(n, n + 1, True) for n in range(20)]
        >>> round(float(learn(pairs, said).probability[30]), 1)
        1.0
        >>> round(float(learn(pairs, said[:1]).probability[30]), 1)
        0.6
    """
    at, same = _found(pairs, answers)
    if not len(at):
        return pairs
    own = log_odds(pairs.probability)
    beside = own if context is None else log_odds(context)
    pattern = _patterns(pairs.levels, at)
    parts = _Parts.of(pairs.levels, pattern)
    design = parts.rows(own[at], pairs.levels[at], pattern[at])
    taught = _fit(design, own[at], beside[at], same)
    change = parts.correction(taught * parts.spread, own, pairs.levels, pattern)
    told = probability(own + change)
    told[at] = np.where(same, 1 - JUDGED, JUDGED)
    return replace(pairs, weight=pairs.weight + change / np.log(2), probability=told)


def _found(pairs: Pairs, answers: Sequence[Answer]) -> tuple[Ints, NDArray[np.bool_]]:
    """Give the positions of answered pairs, in order, and what was said of each."""
    records = int(pairs.right.max(initial=0)) + 1
    told = {
        min(each.left, each.right) * records + max(each.left, each.right): each.same
        for each in answers
        if max(each.left, each.right) < records
    }
    keys = pairs.left.astype(np.int64) * records + pairs.right
    at = np.flatnonzero(np.isin(keys, np.array(list(told), dtype=np.int64)))
    same = np.array([told[int(key)] for key in keys[at]], dtype=np.bool_)
    return at, same


def _patterns(levels: NDArray[np.int8], at: Ints) -> Ints:
    """Number the patterns answered more than once; -1 for all others, (n,)."""
    seen, count = np.unique(levels[at], axis=0, return_counts=True)
    order = np.argsort(-count, kind="stable")[:MOST_PATTERNS]
    seen = np.ascontiguousarray(seen[order][count[order] > 1])
    number = np.full(len(levels), -1, dtype=np.int64)
    if not len(seen):
        return number
    rows = np.ascontiguousarray(levels)
    whole = np.dtype((np.void, rows.dtype.itemsize * rows.shape[1]))
    known = {row.tobytes(): n for n, row in enumerate(seen)}
    kinds, which = np.unique(rows.view(whole).ravel(), return_inverse=True)
    numbers = np.array([known.get(bytes(kind), -1) for kind in kinds], dtype=np.int64)
    return numbers[which.ravel()]


@dataclass(frozen=True, slots=True, eq=False)
class _Parts:
    """Which numbers the correction is made of: curve, levels, patterns, in a row."""

    starts: Ints
    """Where each comparison's levels begin among the numbers; level -1 first."""
    patterns_from: int
    spread: Floats

    @classmethod
    def of(cls, levels: NDArray[np.int8], pattern: Ints) -> "_Parts":
        widths = levels.max(axis=0, initial=-1).astype(np.int64) + 2
        starts = len(KNOTS) + np.concatenate([[0], np.cumsum(widths)[:-1]])
        begin = len(KNOTS) + int(widths.sum())
        patterns = int(pattern.max(initial=-1)) + 1
        spread = [np.ones(len(KNOTS)), np.full(int(widths.sum()), _LEVEL)]
        spread.append(np.full(patterns, _PATTERN))
        return cls(starts, begin, np.concatenate(spread))

    def rows(self, own: Floats, levels: NDArray[np.int8], pattern: Ints) -> Floats:
        """Lay the answered pairs out as rows of a design, each scaled by its spread."""
        design = np.zeros((len(own), len(self.spread)))
        design[:, : len(KNOTS)] = _hats(own) @ _ROOT
        damped, each = _damped(own), np.arange(len(own))
        for n, start in enumerate(self.starts):
            design[each, start + levels[:, n] + 1] = damped
        some = pattern >= 0
        design[each[some], self.patterns_from + pattern[some]] = damped[some]
        scaled: Floats = design * self.spread
        return scaled

    def correction(
        self, numbers: Floats, own: Floats, levels: NDArray[np.int8], pattern: Ints
    ) -> Floats:
        """Give the change of each pair's log odds, (n,)."""
        curve = KNOTS + _ROOT @ numbers[: len(KNOTS)]
        steps = np.maximum(np.diff(curve), _LEAST_SLOPE * np.diff(KNOTS))
        middle = len(KNOTS) // 2
        rising = np.concatenate([[0.0], np.cumsum(steps)])
        curve = rising - rising[middle] + curve[middle]
        change = np.interp(own, KNOTS, curve - KNOTS)
        step = np.zeros(len(own))
        for n, start in enumerate(self.starts):
            step += numbers[start + levels[:, n].astype(np.int64) + 1]
        some = pattern >= 0
        step[some] += numbers[self.patterns_from + pattern[some]]
        whole: Floats = change + step * _damped(own)
        return whole


def _curve_root() -> Floats:
    """Give the root of what is believed of the curve: near knots move together."""
    apart = (KNOTS[:, None] - KNOTS[None, :]) / _CURVE_REACH
    alike = _CURVE**2 * np.exp(-(apart**2) / 2) + 1e-9 * np.eye(len(KNOTS))
    root: Floats = np.linalg.cholesky(alike)
    return root


_ROOT = _curve_root()


def _hats(own: Floats) -> Floats:
    return np.stack([np.interp(own, KNOTS, each) for each in np.eye(len(KNOTS))], 1)


def _damped(own: Floats) -> Floats:
    damped: Floats = 1 / (1 + (own / _SURE_MOVES_LITTLE) ** 2)
    return damped


def _fit(
    design: Floats, own: Floats, beside: Floats, same: NDArray[np.bool_]
) -> Floats:
    """Give the numbers that answers teach, averaged over how far a model can be off.

    What rivals and third records say of a pair is not sure either: how far it is off
    gets numbers of its own, which are left behind here, or they would bend the rest.
    """
    beyond = beside - own
    left_behind = np.stack([beyond / 4, np.tanh(beyond / 2)], axis=1)
    found = [
        _likeliest(np.hstack([design * far, left_behind]), beside, same)
        for far in HOW_FAR_OFF
    ]
    evidence = np.array([each for _, each in found])
    belief = np.exp(evidence - evidence.max())
    belief /= belief.sum()
    averaged: Floats = np.sum(
        [
            share * far * numbers[: design.shape[1]]
            for share, far, (numbers, _) in zip(belief, HOW_FAR_OFF, found, strict=True)
        ],
        axis=0,
    )
    return averaged


def _likeliest(
    design: Floats, offset: Floats, same: NDArray[np.bool_]
) -> tuple[Floats, float]:
    """Find the likeliest numbers (standard normal before the answers), and evidence.

    Newton's method; what each answer would be without slips is worked out again in
    every round (EM over answers that are slips). The evidence is Laplace's.
    """
    numbers, whole = np.zeros(design.shape[1]), np.eye(design.shape[1])
    said = same.astype(float)
    for _ in range(_ROUNDS):
        chance = probability(offset + design @ numbers)
        slope = design.T @ (_meant(said, chance) - chance) - numbers
        bend = (design * (chance * (1 - chance))[:, None]).T @ design + whole
        step = np.linalg.solve(bend, slope)
        numbers = numbers + step
        if np.abs(step).max() < _NEAR_ENOUGH:
            break
    chance = probability(offset + design @ numbers)
    seen = np.where(same, chance, 1 - chance) * (1 - 2 * SLIPS) + SLIPS
    fits = np.log(seen).sum() - numbers @ numbers / 2
    return numbers, float(fits - np.linalg.slogdet(bend)[1] / 2)


def _meant(said: Floats, chance: Floats) -> Floats:
    """Give the probability that "same" is what is true, given what was said."""
    of_same = np.where(said > 0, 1 - SLIPS, SLIPS) * chance
    of_two = np.where(said > 0, SLIPS, 1 - SLIPS) * (1 - chance)
    meant: Floats = of_same / (of_same + of_two)
    return meant
