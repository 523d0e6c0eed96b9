"""Pairs compared by Splink: how each comparison came out, and what it weighs."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from tasjil.link.compare.levels import Comparison
from tasjil.link.score.frequencies import register_frequencies, terms
from tasjil.link.score.model import LevelWeight
from tasjil.link.score.settings import splink_settings
from tasjil.link.score.spark_door import OnSpark

HOPELESS = 9.0
"""Bits below as likely as not at which a pair is not even looked at again."""

Weights = Mapping[str, tuple[LevelWeight, ...]]

_Weigh = Callable[[NDArray[np.int32], NDArray[np.int32]], AbstractContextManager[str]]
"""Weighs a batch, and names the table of the database that holds what came of it."""


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """How comparisons came out together, and for how many pairs.

    Attributes:
        group: What the pairs were counted under, (n,).
        levels: (n, comparisons) int8; 0 for "differs" upward, -1 for untold.
        pairs: How many, (n,).
    """

    group: NDArray[np.str_]
    levels: NDArray[np.int8]
    pairs: NDArray[np.float64]

    def of(self, group: str) -> "Patterns":
        """Give the counts of one group."""
        own = self.group == group
        return Patterns(self.group[own], self.levels[own], self.pairs[own])


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """Pairs and their evidence.

    Attributes:
        left: Position of one record, (n,) int32.
        right: Position of the other, after it, (n,) int32.
        bits: The evidence, (n,) float64.
        levels: How each comparison came out, (n, comparisons) int8.
    """

    left: NDArray[np.int32]
    right: NDArray[np.int32]
    bits: NDArray[np.float64]
    levels: NDArray[np.int8]

    def __len__(self) -> int:
        """How many pairs."""
        return len(self.left)


def built_in(comparisons: Sequence[Comparison]) -> dict[str, tuple[LevelWeight, ...]]:
    """Give the weights that stand before any list has taught anything."""
    return {
        each.name: tuple(
            LevelWeight(level.label, level.m, level.u) for level in each.levels
        )
        for each in comparisons
    }


def count_patterns(
    connection: Any, pairs: str, comparisons: Sequence[Comparison]
) -> Patterns:
    """Count how comparisons come out together.

    Args:
        connection: To a database with the table `records`.
        pairs: SQL that gives `join_key_l`, `join_key_r` and `match_key`, a text by
            which the counts are kept apart.
        comparisons: What is compared.
    """
    told = connection.execute(
        f"select match_key, {_levels(comparisons)}, count(*) as pairs "
        f"{_joined(f'({pairs})')} group by all order by all"
    ).fetchnumpy()
    return Patterns(
        np.asarray(told["match_key"]).astype(str),
        _stacked(told, comparisons),
        told["pairs"].astype(np.float64),
    )


def score(
    api: Any,
    batches: Iterable[tuple[NDArray[np.int32], NDArray[np.int32]]],
    comparisons: Sequence[Comparison],
    weights: Weights,
    at_least: float,
    session: Any = None,
    every: pa.Table | None = None,
) -> Scored:
    """Weigh pairs with Splink, batch by batch, and keep those of some weight.

    Args:
        api: Splink's door to a database with the table `records`.
        batches: Left and right positions, each pair once.
        comparisons: What is compared.
        weights: Of each comparison.
        at_least: Bits of evidence below which a pair is not kept.
        session: A Spark session that weighs them instead of the database.
        every: All records, where the database holds only those of the pairs: how common
            something is, is counted in these.

    Returns:
        By left and right position, however the batches came.
    """
    connection = api.duckdb_con
    kept = [nothing(comparisons)]
    if session is None:
        weigh = _on_duckdb(api, comparisons, weights, at_least, every)
    else:
        weigh = _on_spark(api, session, comparisons, weights, at_least)
    for left, right in batches:
        with weigh(left, right) as table:
            kept.append(_kept(connection, table, comparisons))
    left, right, bits, levels = (
        np.concatenate([getattr(each, name) for each in kept])
        for name in ("left", "right", "bits", "levels")
    )
    order = np.lexsort((right, left))
    return Scored(left[order], right[order], bits[order], levels[order])


def _on_duckdb(
    api: Any,
    comparisons: Sequence[Comparison],
    weights: Weights,
    at_least: float,
    every: pa.Table | None,
) -> _Weigh:
    from splink import Linker

    records = api.register(api.duckdb_con.table("records"))
    settings = splink_settings(comparisons, weights)
    # Its own logging would say on the terminal what it does.
    linker = Linker(records, settings, log_level=None)
    used = terms(comparisons)
    if every is None:
        told = api.duckdb_con.table("records").select(*used).to_arrow_table()
    else:
        told = every.select(used)
    register_frequencies(linker, api.register, told)

    @contextmanager
    def weigh(left: NDArray[np.int32], right: NDArray[np.int32]) -> Iterator[str]:
        asked = pa.table({"join_key_l": left, "join_key_r": right})
        asked = asked.append_column("match_key", pa.repeat("0", len(left)))
        linker.table_management.register_blocked_pairs_for_predict(api.register(asked))
        made = linker.inference.predict(
            threshold_match_weight=at_least, warning_mode="never"
        )
        yield made.physical_name
        made.drop_table_from_database_and_remove_from_cache()

    return weigh


def _on_spark(
    api: Any,
    session: Any,
    comparisons: Sequence[Comparison],
    weights: Weights,
    at_least: float,
) -> _Weigh:
    connection = api.duckdb_con
    records = connection.table("records").to_arrow_table()
    spark = OnSpark(session, records, comparisons, weights)

    @contextmanager
    def weigh(left: NDArray[np.int32], right: NDArray[np.int32]) -> Iterator[str]:
        connection.register("weighed", spark.weigh(left, right, at_least))
        yield "weighed"
        connection.unregister("weighed")

    return weigh


def nothing(comparisons: Sequence[Comparison]) -> Scored:
    """Give no pairs."""
    nobody = np.empty(0, np.int32)
    return Scored(nobody, nobody, np.empty(0), np.empty((0, len(comparisons)), np.int8))


def _kept(connection: Any, table: str, comparisons: Sequence[Comparison]) -> Scored:
    """Fetch what was kept, and how its comparisons came out; Splink drops that."""
    rows = (
        f"(select row_l as join_key_l, row_r as join_key_r, match_weight from {table})"
    )
    told = connection.execute(
        f"select join_key_l, join_key_r, match_weight, {_levels(comparisons)} "
        f"{_joined(rows)}"
    ).fetchnumpy()
    return Scored(
        told["join_key_l"].astype(np.int32),
        told["join_key_r"].astype(np.int32),
        told["match_weight"],
        _stacked(told, comparisons),
    )


def _levels(comparisons: Sequence[Comparison]) -> str:
    return ", ".join(
        f"({_qualified(each.case)})::tinyint as {each.name}_level"
        for each in comparisons
    )


def _stacked(
    told: Mapping[str, NDArray[Any]], comparisons: Sequence[Comparison]
) -> NDArray[np.int8]:
    levels = [told[f"{each.name}_level"].astype(np.int8) for each in comparisons]
    return np.stack(levels, axis=1)


_COLUMN = re.compile(r"\b([a-z_0-9]+)_([lr])\b")


def _qualified(sql: str) -> str:
    """Read `x_l` and `x_r` as columns of the two tables."""
    return _COLUMN.sub(r"\2.\1", sql)


def _joined(pairs: str) -> str:
    """Write the rest of a query that compares pairs."""
    return (
        f"from {pairs} as asked join records as l on l.row = asked.join_key_l "
        f"join records as r on r.row = asked.join_key_r"
    )
