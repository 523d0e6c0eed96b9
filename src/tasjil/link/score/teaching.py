"""Lists teach a model: pairs are drawn, counted, and what they show is put together."""

from collections.abc import Mapping, Sequence, Set
from typing import Any

from tasjil.link.compare.levels import Comparison
from tasjil.link.score.learning import Learned, learn_pass, start
from tasjil.link.score.model import Model
from tasjil.link.score.passes import (
    AT_RANDOM,
    Pass,
    pairs_at_random,
    pairs_of,
    passes,
)
from tasjil.link.score.scoring import count_patterns
from tasjil.link.score.weights import ENOUGH, weigh

DRAWN = 1_000_000
"""Pairs drawn at random, at most."""

OF_A_PASS = 100_000
"""Pairs that agree on two things, for each pass, at most."""

SHARE = 0.5
"""Pairs of one person to a record, before anything is known."""


def teach(
    connection: Any,
    records: int,
    comparisons: Sequence[Comparison],
    filled: Set[str],
    seed: int,
) -> Model:
    """Learn from lists how records of one person differ.

    Args:
        connection: To a database with the table `records`.
        records: How many it holds.
        comparisons: What is compared.
        filled: Columns in which some record tells something.
        seed: What chance is drawn from.
    """
    every = records * (records - 1) // 2
    chosen = passes(filled)
    drawn = [pairs_at_random(records, min(DRAWN, 4 * every), seed)]
    drawn += [pairs_of(each, "records", OF_A_PASS, seed) for each in chosen]
    patterns = count_patterns(
        connection, " union all ".join(f"({each})" for each in drawn), comparisons
    )
    prior = min(0.1, SHARE * records / max(every, 1))
    m, u = start(comparisons, patterns.of(AT_RANDOM), prior)
    tried = {
        each: learn_pass(each, patterns.of(each.name), comparisons, m, u)
        for each in chosen
    }
    learned = {each: found for each, found in tried.items() if found.matches >= ENOUGH}
    weights = weigh(comparisons, m, u, learned)
    return Model(
        comparisons=weights,
        matches=SHARE * records,
        records=records,
        seed=seed,
        settled=all(each.settled for each in learned.values()),
        said=_said(comparisons, learned, filled),
    )


def _said(
    comparisons: Sequence[Comparison], learned: Mapping[Pass, Learned], filled: Set[str]
) -> tuple[str, ...]:
    """Say what is to be known about the model."""
    taught = {place for found in learned.values() for place in found.counts}
    own = [each.name for place, each in enumerate(comparisons) if place not in taught]
    said = [f"compared: {', '.join(each.name for each in comparisons)}"]
    if own:
        said.append(
            "the lists are too small, or tell too little, to teach how records of one "
            f"person differ in: {', '.join(own)}; built-in values stand"
        )
    if not any(column.startswith("id_") for column in filled):
        said.append("no list gives numbers such as those of identity cards")
    return tuple(said)
