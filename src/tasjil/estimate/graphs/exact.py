"""Averages over every chordal graph of up to seven lists."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from tasjil.errors import BadValue
from tasjil.estimate.graphs.averaged import Averaged
from tasjil.estimate.graphs.chordal import Graphs, chordal_graphs
from tasjil.estimate.graphs.grid import (
    Nodes,
    Reals,
    filled,
    knots,
    peaks,
    refined,
    weights,
)
from tasjil.estimate.graphs.scores import Scores, steps
from tasjil.estimate.graphs.settings import DgaSettings

_BLOCK = 1 << 19
"""Numbers held at once: 4 MB."""
_MOST_INTEGERS = 2_000_000
_DROPPED = 16.0
_LEADING = 1000
_HIGHEST = 300.0


def log_weights(
    graphs: Graphs, scores: Scores, nodes: Nodes, log_prior: Any = None
) -> Iterator[tuple[slice, Reals]]:
    """Give the log weight of graphs at numbers undocumented, in blocks of graphs.

    Args:
        graphs: G graphs.
        scores: Of the table.
        nodes: Numbers undocumented, (K,).
        log_prior: See `Scores.base`.

    Yields:
        Which graphs, and their log weights, (block, K).
    """
    added = steps(scores.every(nodes))
    base = scores.base(nodes, log_prior)
    block = max(1, _BLOCK // len(nodes))
    for start in range(0, len(graphs), block):
        rows = slice(start, start + block)
        logs = np.repeat(base[None, :], len(graphs.masks[rows]), axis=0)
        for v, step in enumerate(added):
            logs += step[graphs.parents[rows, v]]
        yield rows, logs


def average(scores: Scores, settings: DgaSettings, log_prior: Any = None) -> Averaged:
    """Average over every chordal graph; the saturated one only if it is asked for.

    Graphs that together hold less than one part in 10^7 of the weight, wherever their
    peak is, are looked at once on few nodes and then left.
    """
    graphs = chordal_graphs(len(scores.table.lists))
    graphs = graphs if settings.saturated else graphs.these(slice(0, -1))
    visited = len(graphs)
    cap = max(10, int(settings.cap * scores.table.n))
    graphs, nodes, top = _closer(graphs, scores, cap, log_prior)
    if settings.integers:
        nodes = every_integer(cap)
    density = np.zeros(len(nodes))
    own = np.empty(len(graphs))
    counted = filled(nodes).weights()
    for rows, logs in log_weights(graphs, scores, nodes, log_prior):
        each = np.exp(np.minimum(logs - top, _HIGHEST))
        density += each.sum(0)
        own[rows] = each @ counted
    chances = np.maximum(own, 0) / own.sum()
    return Averaged(nodes, density, graphs.masks, chances, visited)


def every_integer(cap: int) -> Nodes:
    """Give every whole number from 1 to a cap.

    Raises:
        BadValue: They would not fit into memory.
    """
    if cap > _MOST_INTEGERS:
        raise BadValue(
            f"expected at most {_MOST_INTEGERS:,} whole numbers to try, got {cap:,}: "
            "lower the cap, or leave `integers` out"
        )
    return np.arange(1, cap + 1)


def _closer(
    graphs: Graphs, scores: Scores, cap: int, log_prior: Any
) -> tuple[Graphs, Nodes, float]:
    """Find the graphs and numbers undocumented that matter, and the highest peak."""
    nodes = knots(cap)
    best, bound = np.empty(len(graphs)), np.empty(len(graphs))
    for rows, logs in log_weights(graphs, scores, nodes, log_prior):
        best[rows] = (logs + np.log(weights(nodes))).max(1)
        bound[rows] = (peaks(logs, nodes) + np.log(np.diff(nodes))).max(1)
    bound = np.maximum(best, bound)
    kept = bound > best.max() - _DROPPED - np.log(len(graphs))
    lead = graphs.these(np.argsort(bound)[-_LEADING:])

    def values(at: Nodes) -> Reals:
        found = log_weights(lead, scores, at, log_prior)
        return np.concatenate([logs for _, logs in found])

    nodes = refined(values, nodes)
    return graphs.these(kept), nodes, float(values(nodes).max())
