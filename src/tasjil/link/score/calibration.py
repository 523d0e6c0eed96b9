"""From bits of evidence to probabilities, set right without anybody telling the truth.

Nobody stands twice on a clean list, so its own pairs are known to be of two persons:
they show how often strangers and brothers reach each weight. What pairs across lists
show beyond that are people on both. Weights alone would be too sure, because names,
places and days are not independent of each other.
"""

from dataclasses import dataclass, field, replace
from math import log, log2

import numpy as np
from numpy.typing import NDArray

from tasjil.link.score.kin_tables import KinTables
from tasjil.link.score.rivals import Shown

Floats = NDArray[np.float64]

DAMPED = 0.85
"""How far a bit counts where no list is clean to show it."""

STRAYS = 1.5
"""How far, in bits, the shift may stray before pairs pull it: the standard deviation of
a normal prior around the weights as they are."""

SLOPE_STRAYS = 0.05
"""The same of the slope."""

APART = 0.3
"""How far the shifts of other kinds may be from that of the first, in bits: where given
names differ few are one person, and strangers alike would pass for them."""

LOW = (10.0, 5.0)
"""Bits below as likely as not between which hardly a pair is of one person: there pairs
show how much more alike strangers are across lists than within one. Further down kin
that differ in much outnumber those that matter."""

WORTH = 20.0
"""Pairs that "just as alike" is worth."""

WIDTH = 0.5
"""Bits of one bin."""

PROOF = 20.0
"""Pairs of one bin that count in full."""

FEW = 30
"""Known pairs of two persons with which a map is not fitted."""

ROUNDS = 60


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """Pairs and what they weigh, by kind, as the map is fitted to them.

    Attributes:
        bits: Evidence, (n,) float64.
        kind: A small number for the kind of the pair, (n,) int8: agreement, no word,
            or disagreement on the given name.
        within: How many pairs across lists a pair within a clean list stands for,
            (n,); 0 for a pair across lists; nan for pairs that show nothing.
    """

    bits: Floats
    kind: NDArray[np.int8]
    within: Floats


@dataclass(frozen=True, slots=True)
class Calibration:
    """The map from evidence to probability: log odds in bits are a line in the bits.

    Attributes:
        shift: Bits at no evidence, for each kind of pair.
        slope: What a bit of evidence is worth.
        deviations: Standard errors of the shifts and, last, of the slope.
        alike: For each kind, how much more often strangers on two lists reach a weight
            than strangers on one.
        kin: What was learned of kin, with which the bits were weighed.
        unsure: Standard deviation of the log odds of a pair as likely as not, in nats.
        fitted: False where no list is clean, and the weights are only damped.
        against: How likely two records were held to be of one person when the map was
            made; pairs of lists that show more or fewer weigh more or less.
    """

    shift: tuple[float, ...]
    slope: float
    deviations: tuple[float, ...]
    alike: tuple[float, ...]
    fitted: bool
    against: float | None = None
    kin: KinTables | None = field(default=None, repr=False, compare=False)
    unsure: float = 1.5

    def moved(self, shown: Shown) -> "Calibration":
        """Move the line to what the rivals of pairs show."""
        shift = shown.shift / log(2)
        return replace(
            self,
            shift=tuple(shift + shown.slope * each for each in self.shift),
            slope=shown.slope * self.slope,
            unsure=shown.unsure,
        )

    def probability(self, bits: Floats, kind: NDArray[np.int8]) -> Floats:
        """Give how likely pairs are of one person."""
        odds = np.asarray(self.shift)[kind] + self.slope * bits
        return _chance(odds)


def _chance(odds: Floats) -> Floats:
    made: Floats = 1 / (1 + np.exp2(-np.clip(odds, -60, 60)))
    return made


def matches_expected(bits: Floats, pairs: float, start: float) -> float:
    """Estimate how many of all pairs are of one person.

    Each pair counts by its probability, and the probability by how many there are,
    until both agree.

    Args:
        bits: Evidence of all pairs worth keeping.
        pairs: How many pairs there are, compared or not.
        start: Where to begin.
    """
    found = max(start, 1.0)
    for _ in range(ROUNDS):
        odds = bits + log2(found / max(pairs - found, 1.0))
        now = max(float(_chance(odds).sum()), 0.5)
        if abs(now - found) < 1e-4 * found:
            break
        found = now
    return found


def damped(prior: float, kinds: int) -> Calibration:
    """Give the map where nothing shows how far the weights are too sure.

    Args:
        prior: How likely two records drawn at random are one person.
        kinds: Kinds of pairs.
    """
    start = log2(prior / (1 - prior))
    # The evidence that makes a pair as likely as not stays where it is.
    shift = tuple(DAMPED * start for _ in range(kinds))
    return Calibration(
        shift, DAMPED, (*(1.0,) * kinds, 0.1), (1.0,) * kinds, fitted=False
    )


def calibrate(weighed: Weighed, prior: float, kinds: int) -> Calibration:
    """Fit the map to pairs across lists and pairs within clean lists.

    Args:
        weighed: The pairs.
        prior: As for `damped`.
        kinds: Kinds of pairs.
    """
    shown = ~np.isnan(weighed.within)
    strangers = shown & (weighed.within > 0)
    if int(strangers.sum()) < FEW or not np.any(shown & ~strangers):
        return damped(prior, kinds)
    bins = _Bins.of(weighed, shown, strangers, kinds)
    return _fitted(bins, log2(prior / (1 - prior)), kinds)


@dataclass(frozen=True, slots=True, eq=False)
class _Bins:
    """Counts by kind and weight: across lists, within clean ones, and their scale."""

    bits: Floats
    kind: NDArray[np.int64]
    across: Floats
    within: Floats
    scale: Floats

    @classmethod
    def of(
        cls,
        weighed: Weighed,
        shown: NDArray[np.bool_],
        strangers: NDArray[np.bool_],
        kinds: int,
    ) -> "_Bins":
        low = float(weighed.bits[shown].min())
        place = ((np.clip(weighed.bits, low, low + 60) - low) / WIDTH).astype(np.int64)
        place = place * kinds + weighed.kind
        size = int(place[shown].max()) + 1
        across = np.bincount(place[shown & ~strangers], minlength=size)
        within = np.bincount(place[strangers], minlength=size)
        stood = np.bincount(place[strangers], weighed.within[strangers], minlength=size)
        mean = float(stood.sum() / within.sum())
        scale = np.full(size, mean)
        np.divide(stood, within, out=scale, where=within > 0)
        held = np.flatnonzero(across + within)
        middle = np.asarray(low + (held // kinds + 0.5) * WIDTH, np.float64)
        return cls(
            middle,
            held % kinds,
            across[held].astype(float),
            within[held].astype(float),
            scale[held],
        )


def _alike(bins: _Bins, start: float, kinds: int) -> Floats:
    """Say how much more often strangers reach a weight across lists, by kind."""
    low = (bins.bits >= -start - LOW[0]) & (bins.bits < -start - LOW[1])
    across = np.bincount(bins.kind[low], bins.across[low], minlength=kinds)
    within = np.bincount(
        bins.kind[low], (bins.within * bins.scale)[low], minlength=kinds
    )
    made: Floats = (across + WORTH) / (within + WORTH)
    return made


def _fitted(bins: _Bins, start: float, kinds: int) -> Calibration:
    """Find the likeliest line by Newton's steps.

    A pair at some weight is within a clean list with probability
    1 / (1 + scale * more * (1 + odds)), if across lists `odds` are of one person for
    each of two. `more` is how much more alike strangers are across lists than within
    one; weights at which nobody is one person show it.
    """
    alike = _alike(bins, start, kinds)
    design = np.zeros((len(bins.bits), kinds + 1))
    design[np.arange(len(bins.bits)), bins.kind] = 1
    design[:, kinds] = bins.bits
    middle = np.append(np.full(kinds, start), 1.0)
    precision = _precision(start, kinds)
    strangers = bins.scale * alike[bins.kind]
    line, curve = middle.copy(), precision
    for _ in range(ROUNDS):
        step, curve = _newton(bins, (design, strangers), line, middle, precision)
        line = line + step
        if np.abs(step).max() < 1e-6:
            break
    spread = np.sqrt(np.diag(np.linalg.inv(curve)))
    return Calibration(
        tuple(map(float, line[:kinds])),
        float(line[kinds]),
        tuple(map(float, spread)),
        tuple(map(float, alike)),
        fitted=True,
    )


def _precision(start: float, kinds: int) -> Floats:
    """Lay out how tightly the line is held before any pair is seen."""
    turn = np.eye(kinds + 1)
    # Shift and slope are tied where a pair is as likely as not.
    turn[0, kinds] = -start
    turn[1:kinds, 0] = -1
    deviation = np.array([STRAYS, *[APART] * (kinds - 1), SLOPE_STRAYS])
    made: Floats = turn.T @ np.diag(deviation**-2) @ turn
    return made


def _newton(
    bins: _Bins,
    of: tuple[Floats, Floats],
    line: Floats,
    middle: Floats,
    precision: Floats,
) -> tuple[Floats, Floats]:
    design, strangers = of
    odds = np.exp2(np.clip(design @ line, -60, 60))
    count = bins.across + bins.within
    held = 1 / (1 + strangers * (1 + odds))
    # What a bit more does to the log odds of being across lists.
    slope = np.log(2) * design * (odds / (1 + odds))[:, None]
    pull = held * count - bins.within
    # No line is quite right: a bin full of pairs does not prove more than some can.
    thin = 1 / (1 + count / PROOF)
    pull, weight = pull * thin, count * thin * held * (1 - held)
    curve = slope.T @ (slope * weight[:, None]) + precision
    step = np.linalg.solve(curve, slope.T @ pull - precision @ (line - middle))
    largest = np.abs(step).max()
    return step * min(1.0, 3.0 / max(largest, 1e-9)), curve


@dataclass(frozen=True, slots=True)
class Reliability:
    """What was said and what the pairs themselves show, bin by bin of probability.

    Attributes:
        said: The mean probability of the pairs of each bin.
        shown: The share of one person among them, as far as clean lists show it.
        pairs: How many pairs.
    """

    said: tuple[float, ...]
    shown: tuple[float, ...]
    pairs: tuple[int, ...]


EDGES = (0.005, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 0.99, 1.0)


def reliability(weighed: Weighed, map: Calibration) -> Reliability:
    """Set what is said beside what pairs within clean lists leave unexplained."""
    probability = map.probability(weighed.bits, weighed.kind)
    stands = weighed.within * np.asarray(map.alike)[weighed.kind]
    across = weighed.within == 0
    place = np.digitize(probability, EDGES[1:-1])
    said, shown, pairs = [], [], []
    for nth in range(len(EDGES) - 1):
        here = (place == nth) & (probability >= EDGES[0])
        count = int((here & across).sum())
        if count == 0:
            continue
        strangers = float(np.nansum(stands[here]))
        said.append(float(probability[here & across].mean()))
        shown.append(max(0.0, 1 - strangers / count))
        pairs.append(count)
    return Reliability(tuple(said), tuple(shown), tuple(pairs))
