"""Whole linkages drawn by how likely they are, so that estimates carry that doubt."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from tasjil.errors import BadValue
from tasjil.link.pairs import Pairs
from tasjil.link.persons import exact, moves
from tasjil.link.persons.balance import balance, moved
from tasjil.link.persons.board import Board
from tasjil.link.persons.chance import sweep
from tasjil.link.persons.clustering import lay
from tasjil.link.persons.groups import by_first
from tasjil.link.persons.joining import join_allowed
from tasjil.link.persons.marks import Marks
from tasjil.link.persons.outlook import chunks
from tasjil.link.persons.tangles import Knots, Limits, Tangles, find_knots
from tasjil.link.persons.told import Told
from tasjil.link.persons.unseen import Unseen, faint, give_back
from tasjil.link.persons.wobble import Wobble, lists_of

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]

BETWEEN_DRAWS = 4
"""Sweeps over a large tangle from one draw to the next; 30 before the first."""


TRIED = 5
"""Times as many pairs that are tried for being joined as are joined."""


@dataclass(frozen=True, slots=True)
class DrawSettings:
    """How linkages are drawn.

    Attributes:
        n: How many.
        seed: The same seed gives the same draws.
        wobble: How unsure the probabilities are, all together.
        limits: How far the search for tangles goes.
    """

    n: int = 100
    seed: int = 1
    wobble: Wobble = Wobble()
    limits: Limits = Limits()

    def __post_init__(self) -> None:
        """Refuse no draws."""
        if self.n < 1:
            raise BadValue(f"expected one draw or more, got {self.n}")


def draw(
    pairs: Pairs,
    marks: Marks,
    told: Told | None = None,
    unseen: Unseen | None = None,
    settings: DrawSettings | None = None,
) -> Iterator[Ints]:
    """Draw whole linkages, each as likely as the pairs make it.

    Small tangles are drawn from all their linkages, large ones by Gibbs sampling. Every
    draw has a map from evidence to probability of its own, and people whom no
    comparison could find are given back to it.

    Args:
        pairs: With calibrated probabilities.
        marks: Of every record.
        told: People's words; they hold in every draw.
        unseen: Who could not be found; None holds that every pair was looked at.
        settings: How many, and how.

    Yields:
        The person of each record, numbered by first record, (n,) int32.
    """
    chosen = settings or DrawSettings()
    words = told or Told()
    knots = find_knots(pairs, marks, words, chosen.limits)
    chance = np.random.default_rng(chosen.seed)
    evidence = moved(
        pairs.probability, balance(knots.sizes, pairs.probability, chosen.limits)
    )
    sources = [_source(each, evidence, chosen.limits) for each in knots.sizes]
    between = lists_of(pairs, marks.lists)
    if unseen is not None:
        unseen = replace(unseen, faint=faint(pairs, marks.lists))
    for _ in range(chosen.n):
        now = chosen.wobble.redrawn(evidence, between, chance)
        person = np.arange(_count(knots), dtype=np.int32)
        for tangles, source in zip(knots.sizes, sources, strict=True):
            lay(tangles, source.draw(tangles.weights(now), chance), person)
        labels = by_first(person[knots.node])
        hit, most = _strays(knots.between, now, chance)
        ends = np.stack([pairs.left[hit], pairs.right[hit]], axis=1)
        labels = join_allowed(labels, ends, most, marks, words)
        if unseen is not None:
            labels = give_back(by_first(labels), marks.lists, unseen, chance)
        yield by_first(labels)


def _count(knots: Knots) -> int:
    return int(knots.node.max()) + 1 if len(knots.node) else 0


class _Exact:
    """Draws small tangles, each draw independent of the last."""

    def draw(self, weights: Floats, chance: Generator) -> NDArray[np.int8]:
        k = weights.shape[1]
        return np.concatenate(
            [
                exact.draw(exact.posterior(weights[at]), k, chance)
                for at in chunks(len(weights), k)
            ]
        )


@dataclass(slots=True)
class _Chain:
    """Draws large tangles, going on from the last draw."""

    board: Board
    started: bool = False

    def draw(self, weights: Floats, chance: Generator) -> NDArray[np.int8]:
        own = Board.alone(weights).weights
        self.board = Board(own, self.board.labels)
        for _ in range(BETWEEN_DRAWS if self.started else 30):
            sweep(self.board, chance)
        self.started = True
        return self.board.labels.copy()


def _source(tangles: Tangles, evidence: Floats, limits: Limits) -> _Exact | _Chain:
    if tangles.members.shape[1] <= limits.exact:
        return _Exact()
    return _Chain(moves.best(tangles.weights(evidence)))


def _strays(
    between: NDArray[np.int64], evidence: Floats, chance: Generator
) -> tuple[NDArray[np.int64], int]:
    """Draw which pairs too unlikely to bind a tangle are of one person after all.

    Returns:
        Pairs in the order in which they are tried, and how many of them to join: as
        many as are expected, though some are barred by what else is drawn.
    """
    likely = 1.0 / (1.0 + np.exp(-evidence[between]))
    many = int((chance.random(len(between)) < likely).sum())
    turn = np.log(likely) + chance.gumbel(size=len(between))
    return between[np.argsort(-turn, kind="stable")[: TRIED * many]], many
