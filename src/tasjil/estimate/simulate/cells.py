"""How probable each pattern of lists is, in a population that is drawn."""

import numpy as np
from numpy.typing import NDArray

from tasjil.errors import BadValue
from tasjil.estimate.simulate.design import Design
from tasjil.estimate.tables import CaptureTable

Reals = NDArray[np.float64]

_POINTS = 21
_ROUNDS = 500
_CLOSE = 1e-9


def patterns(lists: int) -> NDArray[np.bool_]:
    """Give every pattern of lists, (2^J, J); list j is bit j; the first is none."""
    return (np.arange(1 << lists)[:, None] >> np.arange(lists) & 1).astype(np.bool_)


def cell_chances(design: Design) -> Reals:
    """Say how probable each pattern is for a person of the population, (2^J,).

    In a group, the log odds of a pattern are a sum over its lists, with the log of the
    odds ratio for every two that depend. A person's own ease, normal with the design's
    spread, is added to every list (21 Gauss-Hermite points). The sums are set so that
    each list has the chances it is said to have. Then lists copy.

    Raises:
        BadValue: Chances that no sums give.

    Example:
        >>> chances = cell_chances(Design.of(100, [0.5, 0.2]))
        >>> chances.round(3).tolist()
        [0.4, 0.4, 0.1, 0.1]
    """
    on = patterns(len(design.lists))
    pairs = _pairs(design, on)
    ease, weight = _eases(design.spread)
    total = np.zeros(len(on))
    for group in design.groups:
        wanted = np.array(group.chances)
        total += group.share * _fitted(on, pairs, wanted, ease, weight)
    return _copied(design, total, on)


def drawn(design: Design, chance: np.random.Generator) -> CaptureTable:
    """Draw a population, and give who is on which lists.

    Args:
        design: Of the population.
        chance: Where chance comes from.
    """
    return drawn_of(design, cell_chances(design), chance)


def drawn_of(design: Design, cells: Reals, chance: np.random.Generator) -> CaptureTable:
    """Draw a population whose patterns have these chances, (2^J,)."""
    counts = chance.multinomial(design.population, cells)
    on = patterns(len(design.lists))
    return CaptureTable.of(design.lists, on[1:], counts[1:].tolist())


def odds_ratio(cells: Reals, i: int, j: int) -> float:
    """Give the odds ratio of two lists among those on no other list."""
    a, b = 1 << i, 1 << j
    return float(cells[0] * cells[a | b] / (cells[a] * cells[b]))


def _pairs(design: Design, on: NDArray[np.bool_]) -> Reals:
    given = np.zeros(len(on))
    for each in design.dependences:
        i, j = design.lists.index(each.one), design.lists.index(each.other)
        given += np.log(each.odds) * (on[:, i] & on[:, j])
    return given


def _eases(spread: float) -> tuple[Reals, Reals]:
    """Give points of a normal distribution and their weights (Gauss and Hermite)."""
    if spread == 0:
        return np.zeros(1), np.ones(1)
    points, weights = np.polynomial.hermite_e.hermegauss(_POINTS)
    return spread * points, weights / weights.sum()


def _fitted(
    on: NDArray[np.bool_], pairs: Reals, wanted: Reals, ease: Reals, weight: Reals
) -> Reals:
    """Set the sums of the lists so that each has its chance."""
    target = np.log(wanted / (1 - wanted))
    sums = target.copy()
    many = on.sum(1)
    for _ in range(_ROUNDS):
        logs = on @ sums + pairs + ease[:, None] * many
        cells = np.exp(logs - logs.max(1, keepdims=True))
        mixed: Reals = weight @ (cells / cells.sum(1, keepdims=True))
        found = mixed @ on
        if np.abs(found - wanted).max() < _CLOSE:
            return mixed
        found = np.clip(found, 1e-12, 1 - 1e-12)
        sums += target - np.log(found / (1 - found))
    raise BadValue(
        "expected chances and odds ratios that go together, found none that do: "
        "choose weaker dependences"
    )


def _copied(design: Design, cells: Reals, on: NDArray[np.bool_]) -> Reals:
    given = cells.copy()
    for each in design.relays:
        copied = design.lists.index(each.copied)
        copier = design.lists.index(each.copier)
        missing = np.flatnonzero(on[:, copied] & ~on[:, copier])
        moved = given[missing] * each.share
        given[missing] -= moved
        given[missing | 1 << copier] += moved
    total: Reals = given / given.sum()
    return total
