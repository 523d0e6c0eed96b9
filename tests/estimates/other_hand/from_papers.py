"""The same estimators written a second time, slowly and from the papers alone."""

from collections.abc import Iterator
from itertools import combinations, product

import numpy as np
from scipy.optimize import brentq, minimize
from scipy.special import gammaln, xlogy

from tasjil.estimate.tables import CaptureTable


def cells(table: CaptureTable) -> tuple[np.ndarray, np.ndarray]:
    """Every pattern but that of nobody, and how many have it."""
    lists = len(table.lists)
    every = np.array(list(product((0, 1), repeat=lists))[1:])
    have = {
        tuple(row): count
        for row, count in zip(
            table.patterns.astype(int).tolist(), table.counts.tolist(), strict=True
        )
        for row in [tuple(row)]
    }
    return every, np.array([have.get(tuple(row), 0) for row in every.tolist()], float)


def design(every: np.ndarray, generators: tuple[tuple[int, ...], ...]) -> np.ndarray:
    """Columns of ones, and of every term below the generators."""
    terms = {
        term
        for top in generators
        for size in range(1, len(top) + 1)
        for term in combinations(top, size)
    }
    columns = [every[:, list(term)].prod(1) for term in sorted(terms)]
    return np.column_stack([np.ones(len(every)), *columns])


def poisson(columns: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Find the coefficients of largest Poisson likelihood, by a general optimiser."""

    def minus(beta: np.ndarray) -> float:
        eta = np.clip(columns @ beta, -50, 50)
        return float(np.exp(eta).sum() - counts @ eta)

    def slope(beta: np.ndarray) -> np.ndarray:
        return columns.T @ (np.exp(np.clip(columns @ beta, -50, 50)) - counts)

    start = np.zeros(columns.shape[1])
    start[0] = np.log(counts.mean() + 1)
    found = minimize(minus, start, jac=slope, method="BFGS", options={"gtol": 1e-7})
    return found.x


def multinomial(hidden: float, columns: np.ndarray, counts: np.ndarray) -> float:
    """The likelihood of so many hidden people, all else at its best, and N free."""
    whole = np.vstack([[1.0] + [0.0] * (columns.shape[1] - 1), columns])
    full = np.concatenate([[hidden], counts])
    chances = np.exp(whole @ poisson(whole, full))
    chances /= chances.sum()
    ways = gammaln(full.sum() + 1) - gammaln(hidden + 1)
    return float(ways + xlogy(full, chances).sum())


def profile(
    hidden: float, columns: np.ndarray, counts: np.ndarray, fall: float
) -> tuple[float, float]:
    """Where the profile has fallen by so much, below and above its top."""
    around = np.linspace(0.9, 1.1, 41) * hidden
    top = max(multinomial(each, columns, counts) for each in around)

    def over(at: float) -> float:
        return multinomial(at, columns, counts) - top + fall

    return brentq(over, hidden / 20, hidden), brentq(over, hidden, hidden * 20)


def graphs(lists: int) -> Iterator[frozenset[tuple[int, int]]]:
    """Every graph that ends by taking away lists whose friends are friends."""
    pairs = list(combinations(range(lists), 2))
    for chosen in product((False, True), repeat=len(pairs)):
        edges = frozenset(pair for pair, has in zip(pairs, chosen, strict=True) if has)
        if order(edges, lists) is not None:
            yield edges


def order(
    edges: frozenset[tuple[int, int]], lists: int
) -> list[tuple[tuple[int, ...], tuple[int, ...]]] | None:
    """Lists in the order they go, each with itself and its friends, and its friends."""
    left, gone = set(range(lists)), []
    while left:
        for each in sorted(left):
            friends = tuple(sorted(k for k in left if {(each, k), (k, each)} & edges))
            if all(pair in edges for pair in combinations(friends, 2)):
                gone.append((tuple(sorted((each, *friends))), friends))
                left.remove(each)
                break
        else:
            return None
    return gone


def dga(table: CaptureTable, delta: float, most: int) -> np.ndarray:
    """Chances of 1, 2, ... `most` hidden people over all graphs but the full one.

    Each graph's likelihood is the product over lists of Dirichlet-multinomials of the
    list with its friends over those of its friends (Madigan & York 1997).
    """
    lists = len(table.lists)
    every, counts = cells(table)
    every = np.vstack([np.zeros(lists, int), every])
    hidden = np.arange(1, most + 1)
    full = lists * (lists - 1) // 2
    total = counts.sum() + hidden

    def margin(subset: tuple[int, ...]) -> np.ndarray:
        share = delta * 2 ** (lists - len(subset))
        told = gammaln(2**lists * delta) - gammaln(total + 2**lists * delta)
        for cell in product((0, 1), repeat=len(subset)):
            inside = (every[:, list(subset)] == cell).all(1)
            seen = counts[inside[1:]].sum() + (hidden if inside[0] else 0)
            told = told + gammaln(seen + share) - gammaln(share)
        return told

    logs = []
    for edges in graphs(lists):
        if len(edges) < full:
            log = gammaln(total + 1) - gammaln(hidden + 1) - np.log(total)
            for clique, friends in order(edges, lists) or []:
                log = log + margin(clique)
                log = log - margin(friends) if friends else log
            logs.append(log)
    weights = np.array(logs)
    chances = np.exp(weights - weights.max()).sum(0)
    return chances / chances.sum()


def chao_mth(table: CaptureTable) -> float:
    """Mth of Rivest & Baillargeon 2007: own shares, and bends from 3 lists on."""
    every, counts = cells(table)
    lists = every.shape[1]
    times = every.sum(1)
    extra = list(range(3, lists + 1))
    while True:
        columns = np.column_stack(
            [np.ones(len(every)), every, *[np.maximum(times - k + 1, 0) for k in extra]]
        ).astype(float)
        beta = poisson(columns, counts)
        worst = [k for k, b in zip(extra, beta[1 + lists :], strict=True) if b < 0]
        if not worst:
            return float(counts.sum() + np.exp(beta[0]))
        extra = [k for k in extra if k not in worst]


def coverage_three(table: CaptureTable) -> tuple[float, float, float]:
    """C, the one-step number and the estimate of three lists (Chao & Tsay 1998)."""
    on, counts = table.patterns.astype(bool), table.counts.astype(float)
    sizes = on.T @ counts
    alone = np.array([counts[on[:, j] & (on.sum(1) == 1)].sum() for j in range(3)])
    c = 1 - (alone / sizes).mean()
    first = (counts.sum() - alone.mean()) / c
    above, below = first, 1.0
    for i, j in combinations(range(3), 2):
        k = 3 - i - j
        shared = counts[on[:, i] & on[:, j]].sum()
        apart = sum(counts[on[:, a] & ~on[:, k]].sum() for a in (i, j))
        above -= apart / (3 * c)
        below -= apart * shared / (sizes[i] * sizes[j]) / (3 * c)
    return float(c), float(first), float(above / below)
