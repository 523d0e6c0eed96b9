"""Records put together as persons, with as few pairs wrong as can be expected."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasjil.link.pairs import Pairs
from tasjil.link.persons.balance import balance, moved
from tasjil.link.persons.doubts import Doubtful, Standing, find_doubts
from tasjil.link.persons.groups import by_first
from tasjil.link.persons.marks import Marks
from tasjil.link.persons.outlook import Outlook
from tasjil.link.persons.tangles import (
    Knots,
    Limits,
    Tangles,
    find_knots,
)
from tasjil.link.persons.told import Told

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Measure:
    """By what records are put together, so that a few can be added by the same.

    Attributes:
        moves: Nats by which the evidence of pairs is moved, by bin of probability.
        threshold: Pairs above this are put together where nothing else speaks; half of
            the F1 that is expected.
    """

    moves: tuple[float, ...]
    threshold: float | None


@dataclass(frozen=True, slots=True, eq=False)
class Clusters:
    """Which records are of one person, and how sure that is.

    Attributes:
        labels: The person of each record, numbered by first record, (n,) int32.
        certainty: How likely each person is exactly these records, (persons,).
        together: How likely each of the pairs is one person when everything else is
            weighed, (pairs,); 0 where it cannot be.
        measure: By what the records were put together.
        f1: The pair F1 that is expected of this, if the probabilities are right.
        doubtful: What people should look at, the least certain first.
        given_up: Pairs that only the bound on a tangle's size kept apart, (m,).
    """

    labels: Ints
    certainty: Floats
    together: Floats
    measure: Measure
    f1: float
    doubtful: tuple[Doubtful, ...]
    given_up: NDArray[np.int64]


def cluster(
    pairs: Pairs,
    marks: Marks,
    told: Told | None = None,
    *,
    limits: Limits | None = None,
    measure: Measure | None = None,
    seed: int = 0,
) -> Clusters:
    """Put records together as persons.

    All linkages that are possible are weighed: what people said, clean lists, ids and
    days of death bar some; the others are as likely as the odds of their pairs make
    them. Of these, the one is taken whose expected pair F1 is highest: nobody has to
    choose a threshold, and no chain of likely pairs makes one person of strangers.

    Args:
        pairs: With calibrated probabilities; positions are those of `marks`.
        marks: Of every record, in an order that does not depend on how they came.
        told: People's words; they go before everything.
        limits: How far to go.
        measure: Of a linkage before, when a few records come to it; None finds it.
        seed: For tangles with too many linkages to look at all.
    """
    words, bounds = told or Told(), limits or Limits()
    knots = find_knots(pairs, marks, words, bounds)
    chance = np.random.default_rng(seed)
    held = measure or Measure(
        tuple(balance(knots.sizes, pairs.probability, bounds).tolist()), None
    )
    evidence = moved(pairs.probability, np.array(held.moves))
    outlooks = [
        Outlook.of(each.weights(evidence), bounds.exact, chance) for each in knots.sizes
    ]
    likely = _likely(knots, outlooks, pairs)
    chosen, f1 = _best_f1(outlooks, likely.sum(), held.threshold)
    node, certain = _gathered(knots, outlooks, chosen)
    labels = by_first(node[knots.node])
    certainty = np.ones(int(labels.max()) + 1 if len(labels) else 0)
    certainty[labels] = certain[knots.node]
    standing = Standing(labels, certainty, likely, knots.given_up, words.contradictions)
    doubtful = find_doubts(pairs, standing)
    used = Measure(held.moves, f1 / 2 if held.threshold is None else held.threshold)
    return Clusters(labels, certainty, likely, used, f1, doubtful, knots.given_up)


def _likely(knots: Knots, outlooks: list[Outlook], pairs: Pairs) -> Floats:
    """Tell how likely each pair is one person, given everything else."""
    found = np.zeros(len(pairs))
    found[knots.node[pairs.left] == knots.node[pairs.right]] = 1.0
    found[knots.between] = pairs.probability[knots.between]
    for tangles, outlook in zip(knots.sizes, outlooks, strict=True):
        found[tangles.pair] = outlook.together.ravel()[tangles.spot]
    return found


def _best_f1(
    outlooks: list[Outlook], expected: float, threshold: float | None
) -> tuple[list[NDArray[np.int8]], float]:
    """Choose the linkage of highest expected F1, unless the threshold is known.

    The best F1 of all is F exactly if pairs above F / 2 gain (W. Dinkelbach, "On
    nonlinear fractional programming", 1967); a few rounds find it.
    """
    f1 = 1.0
    for _ in range(4):
        least = f1 / 2 if threshold is None else threshold
        chosen = [each.decide(least) for each in outlooks]
        right = held = 0.0
        for labels, each in zip(chosen, outlooks, strict=True):
            same = np.triu(labels[:, :, None] == labels[:, None, :], 1)
            held += same.sum()
            right += each.together[same].sum()
        now = 2 * right / (held + expected) if held else 1.0
        close = abs(now - f1) < 1e-3
        if close or threshold is not None:
            break
        f1 = float(now)
    return chosen, f1


def _gathered(
    knots: Knots, outlooks: list[Outlook], chosen: list[NDArray[np.int8]]
) -> tuple[Ints, Floats]:
    """Name each node's person by its first node, with how certain it is."""
    count = int(knots.node.max()) + 1 if len(knots.node) else 0
    person, certain = np.arange(count, dtype=np.int32), np.ones(count)
    for tangles, outlook, labels in zip(knots.sizes, outlooks, chosen, strict=True):
        lay(tangles, labels, person)
        held = tangles.members >= 0
        certain[tangles.members[held]] = outlook.certainty(labels)[held]
    return person, certain


def lay(tangles: Tangles, labels: NDArray[np.int8], person: Ints) -> None:
    """Write who is whom in tangles into the persons of all nodes, by first node."""
    same = labels[:, :, None] == labels[:, None, :]
    first = np.take_along_axis(tangles.members, same.argmax(axis=2), axis=1)
    held = tangles.members >= 0
    person[tangles.members[held]] = first[held]
