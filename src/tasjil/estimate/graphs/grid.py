"""Which numbers undocumented to try: few where nothing is, many where the mass is."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

Reals = NDArray[np.float64]
Nodes = NDArray[np.int64]

_ROUNDS = 40
_MOST = 20_000
_INSIDE = 16
_MUCH = 0.05
_DOUBT = 3e-7
_FAINT = 1e-7
_STEEP = 1.0
_UNEVEN = 5


def knots(cap: int) -> Nodes:
    """Lay nodes from 0 to the cap, each a fifth above the one before.

    Example:
        >>> knots(20).tolist()
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 17, 20]
    """
    laid = [0]
    while laid[-1] < cap:
        laid.append(min(cap, max(laid[-1] + 1, round(laid[-1] * 1.2))))
    return np.array(laid, np.int64)


@dataclass(frozen=True, eq=False)
class Fill:
    """Numbers between nodes, and how a density there follows from that at the nodes.

    Attributes:
        between: Every number filled in, with the nodes themselves, rising, (D,).
        stencil: The four nodes around each, by their place, (D, 4).
        shares: What each of the four gives: a cubic in log(n0 + 1), (D, 4).
    """

    between: Nodes
    stencil: NDArray[np.int64]
    shares: Reals

    def density(self, at_nodes: Reals) -> Reals:
        """Give the density at every number, (D,), from that at the nodes, (K,)."""
        filled = (at_nodes[self.stencil] * self.shares).sum(1)
        given: Reals = np.maximum(filled, 0)
        return given

    def weights(self) -> Reals:
        """Say how much each node counts in a sum over all whole numbers, (K,)."""
        each = weights(self.between)[:, None] * self.shares
        given: Reals = np.bincount(self.stencil.ravel(), each.ravel()).astype(
            np.float64
        )
        return given


def filled(nodes: Nodes) -> Fill:
    """Fill in up to fifteen numbers between every two nodes; at least 4 nodes.

    Example:
        >>> filled(np.array([0, 1, 2, 3, 5])).weights().round(2).tolist()
        [1.0, 1.07, 0.54, 2.06, 1.34]
    """
    gaps = np.minimum(np.diff(nodes), _INSIDE)
    start = np.repeat(np.arange(len(gaps)), gaps)
    inside = np.arange(len(start)) - np.repeat(np.cumsum(gaps) - gaps, gaps)
    apart = np.diff(nodes)[start] * inside // gaps[start]
    between = np.append(nodes[start] + apart, nodes[-1])
    first = np.clip(np.append(start, len(gaps)) - 1, 0, len(nodes) - 4)
    stencil = first[:, None] + np.arange(4)
    return Fill(between, stencil, _shares(nodes, stencil, between))


def _shares(nodes: Nodes, stencil: NDArray[np.int64], between: Nodes) -> Reals:
    """Say what each of four nodes gives to the cubic through them (Lagrange)."""
    x, at = np.log1p(nodes)[stencil], np.log1p(between)
    shares = np.ones((len(between), 4))
    for c, other in permutations(range(4), 2):
        shares[:, c] *= (at - x[:, other]) / (x[:, c] - x[:, other])
    return shares


def _doubt(density: Reals, nodes: Nodes) -> Reals:
    """Say how far two cubics differ halfway between every two nodes, (K - 1,)."""
    gap = np.arange(len(nodes) - 1)
    middle = (nodes[:-1] + nodes[1:]) // 2
    said = []
    for before in (1, 2):
        stencil = np.clip(gap - before, 0, len(nodes) - 4)[:, None] + np.arange(4)
        told = density[stencil] * _shares(nodes, stencil, middle)
        said.append(told.sum(1))
    given: Reals = np.abs(said[0] - said[1])
    return given


def weights(nodes: Nodes) -> Reals:
    """Say how many whole numbers each node stands for, by the trapezoid rule.

    Between two nodes the density is taken for straight, and every whole number is
    counted once: where nodes follow on each other, each has weight 1.

    Example:
        >>> weights(np.array([0, 1, 2, 6])).tolist()
        [1.0, 1.0, 2.5, 2.5]
    """
    halves = np.diff(nodes) / 2
    given = np.full(len(nodes), 0.0)
    given[1:] += halves
    given[:-1] += halves
    given[[0, -1]] += 0.5
    return given


def peaks(logs: Reals, nodes: Nodes) -> Reals:
    """Bound each graph's log density between every two nodes.

    A graph's density has one peak, and bends down on the scale of log n0; so it lies
    below the lines through the two nodes before and the two behind. A sharp peak
    between two nodes is not overlooked.

    Args:
        logs: Log densities at the nodes, (G, K).
        nodes: Numbers undocumented, rising, (K,), at least 4.

    Returns:
        What no density between two nodes is above, (G, K - 1).
    """
    wide = np.diff(np.log1p(nodes))
    slope = np.diff(logs, axis=1) / wide
    ends = np.maximum(logs[:, :-1], logs[:, 1:])
    before, behind = slope[:, :-2], slope[:, 2:]
    bend = before - behind
    rise = logs[:, 2:-1] - logs[:, 1:-2] - behind * wide[1:-1]
    meet = np.clip(rise / np.where(bend > 0, bend, 1), 0, wide[1:-1])
    meet = np.where((bend > 0) & (np.diff(nodes)[1:-1] > 1), meet, 0)
    inner = np.maximum(ends[:, 1:-1], logs[:, 1:-2] + before * meet)
    last = np.maximum(ends[:, -1], logs[:, -2] + np.maximum(slope[:, -2], 0) * wide[-1])
    return np.column_stack([ends[:, 0], inner, last])


def refined(values: Callable[[Nodes], Reals], nodes: Nodes) -> Nodes:
    """Put nodes between nodes until no gap can hide mass, or cuts off a corner.

    Args:
        values: Log densities of the graphs that matter, (K,) to (G, K).
        nodes: To begin with.
    """
    for _ in range(_ROUNDS):
        wanted = _to_split(values(nodes), nodes)
        if not wanted.any() or len(nodes) > _MOST:
            break
        low = np.log1p(nodes[:-1][wanted])
        high = np.log1p(nodes[1:][wanted])
        parts = low + np.array([[0.25], [0.5], [0.75]]) * (high - low)
        between = np.rint(np.expm1(parts)).astype(np.int64)
        nodes = np.union1d(nodes, between.ravel())
    return nodes


def _to_split(logs: Reals, nodes: Nodes) -> NDArray[np.bool_]:
    together = log_sum(logs)
    top = together.max()
    density = np.exp(together - top)
    gap = np.diff(nodes)
    share = gap / (weights(nodes) * density).sum()
    mass = share * np.exp(np.minimum(log_sum(peaks(logs, nodes)) - top, 500))
    steep = (mass > _FAINT) & (np.abs(np.diff(together)) > _STEEP)
    beside = np.minimum(np.append(gap[1:], gap[-1]), np.append(gap[0], gap[:-1]))
    uneven = gap > _UNEVEN * beside
    doubtful = share * _doubt(density, nodes) > _DOUBT
    wanted: NDArray[np.bool_] = (mass > _MUCH) | steep | uneven | doubtful
    return wanted & (gap > 1)


def log_sum(logs: Reals) -> Reals:
    """Give the log of the sum of what these are logs of, over rows: (G, K) to (K,)."""
    top = logs.max(0)
    given: Reals = top + np.log(np.exp(logs - top).sum(0))
    return given
