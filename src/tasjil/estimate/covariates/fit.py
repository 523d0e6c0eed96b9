"""The doubly robust estimate: pairs of lists, people, and what is known of them."""

from dataclasses import dataclass
from itertools import combinations
from math import exp, log
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tasjil.errors import BadValue
from tasjil.estimate.covariates.features import features
from tasjil.estimate.covariates.onestep import (
    BOTH,
    FIRST,
    NEITHER,
    SECOND,
    OneStep,
    crossed,
    one_step,
)
from tasjil.estimate.covariates.settings import DoublyRobustSettings
from tasjil.estimate.refuse import Reason, nobody
from tasjil.estimate.tables import CaptureTable, ToldTables
from tasjil.model.estimate import Estimate, Interval, Method, Refusal, WhyRefused

ASSUMPTION = (
    "Among people alike in {known}, being on {first} makes being on {second} neither "
    "more nor less likely, and nobody is out of reach of either list. Two lists cannot "
    "show whether that is so."
)


@dataclass(frozen=True, slots=True)
class PairFit:
    """What two of the lists say.

    Attributes:
        both: How many people are on both.
        independent: Chapman's estimate, as if nothing were known of the people.
        step: The doubly robust estimate and the plug-in.
        ridge: That was chosen.
        features: How many were chosen: with products of columns or without.
    """

    lists: tuple[str, str]
    both: int
    independent: float
    step: OneStep
    ridge: float
    features: int

    def interval(self, n: int, level: float) -> Interval:
        """Give N with an interval that is symmetrical on log n0."""
        unseen = max(self.step.point - n, 0.5)
        half = NormalDist().inv_cdf((1 + level) / 2) * self.step.error / unseen
        point = max(self.step.point, float(n))
        low = min(n + exp(log(unseen) - half), point)
        # A half-width of hundreds says that there is no upper end to speak of.
        high = max(n + exp(min(log(unseen) + half, 60.0)), point)
        return Interval(point, point, low, high, level)


@dataclass(frozen=True, eq=False)
class DoublyRobustFit:
    """Every pair of lists that shares people enough; the first is the estimate.

    Attributes:
        about: What is known of people and was used.
        lack: Why there is no number.
    """

    settings: DoublyRobustSettings
    about: tuple[str, ...]
    pairs: tuple[PairFit, ...] = ()
    lack: Reason | str | None = None
    why: WhyRefused = WhyRefused.NOT_FOR_THIS

    def outcome(self, table: CaptureTable) -> Estimate | Refusal:
        """Give the estimate of the first pair, or the refusal (DESIGN §8)."""
        plain, told = self.settings.plain(), self._told(table)
        if isinstance(self.lack, Reason):
            return self.lack.refusal(Method.DOUBLY_ROBUST, table, plain, told)
        if self.lack is not None or not self.pairs:
            said = self.lack or "No two lists share people enough."
            return Refusal(
                Method.DOUBLY_ROBUST,
                table.n,
                said,
                table.digest,
                why=self.why,
                diagnostics=told,
                settings=plain,
            )
        return Estimate(
            Method.DOUBLY_ROBUST,
            table.n,
            self.pairs[0].interval(table.n, self.settings.level),
            table.digest,
            diagnostics=told,
            settings=plain,
        )

    def _told(self, table: CaptureTable) -> dict[str, Any]:
        told: dict[str, Any] = {"known": list(self.about)}
        told["pairs"] = [
            {
                "lists": list(pair.lists),
                "both": pair.both,
                "doubly_robust": pair.step.point,
                "se": pair.step.error,
                "plug_in": pair.step.plain,
                "independent": pair.independent,
                "bounded": pair.step.bounded,
                "heaviest": pair.step.heaviest,
                "ridge": pair.ridge,
                "features": pair.features,
            }
            for pair in self.pairs
        ]
        if self.pairs:
            first, second = self.pairs[0].lists
            told["assumption"] = ASSUMPTION.format(
                known=" and ".join(self.about), first=first, second=second
            )
        return told


def fit_doubly_robust(
    told: ToldTables, settings: DoublyRobustSettings | None = None
) -> DoublyRobustFit:
    """Estimate from two lists that are independent among people alike.

    Chances of being on the lists are fitted by a ridge multinomial logit on what is
    known (missing is a value of its own), to other people than those they are used on;
    the one-step correction makes the estimate right to first order where either list's
    chances are right (Das, Kennedy & Jewell 2023, Biometrics 79). With more than two
    lists every pair is fitted, among all people on any list.

    Args:
        told: One table whose rows are people, or people alike with their number.
        settings: How.

    Raises:
        BadValue: There are draws, or the pair asked for is not there.
    """
    by = settings or DoublyRobustSettings()
    if told.draws is not None:
        raise BadValue("expected one table, found draws: estimate each by itself")
    told = in_order(told)
    if lack := nobody(told.table):
        return DoublyRobustFit(by, told.about, (), lack)
    made = features(told, by.rare)
    if not made[0].shape[1]:
        lack = Reason(WhyRefused.NOT_FOR_THIS, "needs_people")
        return DoublyRobustFit(by, told.about, (), lack)
    pairs = _pairs(told.table, by)
    if isinstance(pairs, str):
        return DoublyRobustFit(by, told.about, (), pairs, WhyRefused.APART)
    if told.n < by.least_people:
        said = (
            f"There are {told.n} people; fitting chances to what is known of them "
            f"takes {by.least_people} or more."
        )
        return DoublyRobustFit(by, told.about, (), said)
    rows = np.repeat(np.arange(len(told.counts)), told.counts)
    people = told.on[rows]
    known = [each[rows] for each in made]
    found = tuple(_pair(told.lists, people, known, pair, by) for pair in pairs)
    if found[0].step.bounded > by.most_bounded:
        said = (
            f"For {found[0].step.bounded:.0%} of the people the chance of being on "
            f"both {' and '.join(found[0].lists)} is next to none: one of the lists "
            "does not reach them. Leave such people out, say so, estimate the others."
        )
        return DoublyRobustFit(by, told.about, found, said)
    return DoublyRobustFit(by, told.about, found)


def in_order(told: ToldTables) -> ToldTables:
    """Put rows in an order that does not depend on the file, so that folds do not."""
    keys = [
        (tuple((value is not None, value or "") for value in known), tuple(on), many)
        for known, on, many in zip(
            told.known, told.on.tolist(), told.counts.tolist(), strict=True
        )
    ]
    return told.where(
        np.array(sorted(range(len(keys)), key=keys.__getitem__), np.int64)
    )


def _pairs(
    table: CaptureTable, by: DoublyRobustSettings
) -> list[tuple[int, int]] | str:
    """Give the pairs that share people enough, most first; or say that none does."""
    every = list(combinations(range(len(table.lists)), 2))
    if by.pair is not None:
        a, b = (table.place(name) for name in by.pair)
        if a == b:
            raise BadValue(f"expected two lists, got {by.pair[0]!r} twice")
        every = [(a, b)]
    shared = {pair: int(table.overlaps[pair]) for pair in every}
    enough = [pair for pair in every if shared[pair] >= by.least_both]
    if not enough:
        most = max(shared.values(), default=0)
        return (
            f"No two lists share {by.least_both} people or more (the most is {most}): "
            "how likely people on one are to be on the other cannot be told."
        )
    return sorted(enough, key=lambda pair: (-shared[pair], pair))


def _pair(
    lists: tuple[str, ...],
    people: NDArray[np.bool_],
    known: list[NDArray[np.float64]],
    pair: tuple[int, int],
    by: DoublyRobustSettings,
) -> PairFit:
    a, b = (people[:, each] for each in pair)
    which = np.select([a & b, a, b], [BOTH, FIRST, SECOND], NEITHER)
    found = crossed(known, which, by.folds, by.ridges, by.seed)
    both, first, second = int((a & b).sum()), int(a.sum()), int(b.sum())
    return PairFit(
        (lists[pair[0]], lists[pair[1]]),
        both,
        (first + 1) * (second + 1) / (both + 1) - 1,
        one_step(which, found.fitted, by.floor),
        found.ridge,
        found.features,
    )
