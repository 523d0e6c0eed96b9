"""Whether a fitted model gives overlaps like those seen: tables drawn anew from it.

A posterior predictive check (Gelman, Meng & Stern 1996, Statistica Sinica 6): for each
draw of the posterior, n people are drawn again, and what matters is compared with what
was seen. A misfit says the model is wrong. A good fit does not say that it is right of
those on no list, whom no overlap shows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tasjil.errors import BadValue
from tasjil.estimate.diagnose.drawn import Chances, Counts, Patterns, added
from tasjil.estimate.diagnose.ranks import Floats
from tasjil.estimate.tables import CaptureTable

WORST = 10


@dataclass(frozen=True, slots=True)
class Compared:
    """One number of the table beside what the model gives for it.

    Attributes:
        lists: Which lists it is about; for a number of lists their names are empty.
        what: "pattern", "overlap", "size" or "on N lists".
        seen: In the table.
        expected: Mean over tables drawn anew.
        spread: Standard deviation over these.
    """

    lists: tuple[str, ...]
    what: str
    seen: int
    expected: float
    spread: float

    @property
    def z(self) -> float:
        """How many spreads the table is away from the model."""
        return (self.seen - self.expected) / max(self.spread, 0.5)

    def plain(self) -> dict[str, Any]:
        """Give it as JSON values."""
        return {
            "lists": list(self.lists),
            "what": self.what,
            "seen": self.seen,
            "expected": self.expected,
            "spread": self.spread,
            "z": self.z,
        }


@dataclass(frozen=True, slots=True)
class Predictive:
    """How the table compares with tables drawn from the fitted model.

    Attributes:
        chi_square: Share of drawn tables that fit their model as badly or worse, by
            Pearson's chi-square over all cells.
        freeman_tukey: Likewise by Freeman & Tukey's, which bears cells with few people.
        times: People on exactly 1, 2, ... lists.
        overlaps: People on both of two lists.
        worst: Patterns farthest from the model, farthest first; also such as nobody
            has and the model expects.
        drawn: How many tables were drawn.
    """

    chi_square: float
    freeman_tukey: float
    times: tuple[Compared, ...]
    overlaps: tuple[Compared, ...]
    worst: tuple[Compared, ...]
    drawn: int

    @property
    def p(self) -> float:
        """What a refusal goes by: the larger share of both.

        Tables of many lists have hundreds of cells with hardly anybody expected, which
        the one measure weighs too much and the other too little.
        """
        return max(self.chi_square, self.freeman_tukey)

    def plain(self) -> dict[str, Any]:
        """Give it as JSON values."""
        return {
            "chi_square": self.chi_square,
            "freeman_tukey": self.freeman_tukey,
            "times": [each.plain() for each in self.times],
            "overlaps": [each.plain() for each in self.overlaps],
            "worst": [each.plain() for each in self.worst],
            "drawn": self.drawn,
        }


def predictive(
    table: CaptureTable, fitted: Sequence[Chances], rng: np.random.Generator
) -> Predictive:
    """Draw a table from each draw of a posterior, and compare.

    Args:
        table: What was seen.
        fitted: One for each draw of the posterior; some hundred, far apart.
        rng: Chance.

    Raises:
        BadValue: There is nobody in the table, or no draw.

    Example:
        >>> from tasjil.estimate.diagnose.drawn import CellChances
        >>> table = CaptureTable.of("ab", [(1, 0), (0, 1), (1, 1)], [30, 40, 30])
        >>> fitted = [CellChances(2, np.array([0.0, 0.3, 0.4, 0.3]))] * 50
        >>> predictive(table, fitted, np.random.default_rng(1)).chi_square
        1.0
    """
    if not table.n or not fitted:
        raise BadValue(f"expected people and draws, got {table.n} and {len(fitted)}")
    again = [chances.draw(table.n, rng) for chances in fitted]
    p = _as_bad(table, fitted, again)
    return Predictive(
        p[0],
        p[1],
        _times(table, again),
        _overlaps(table, again),
        _worst(table, again),
        len(again),
    )


Tables = Sequence[tuple[Patterns, Counts]]


def misfit(counts: Counts, expected: Floats) -> tuple[float, float]:
    """Measure how far counts lie from what is expected, over all cells.

    Cells without people need not be written out: all counts, and all expected, add up
    to n.

    Args:
        counts: Of the patterns that occur, (M,).
        expected: Of the same patterns.

    Returns:
        Pearson's chi-square; Freeman and Tukey's sum of squared root differences.

    Example:
        Of 4 and 12 where 8 and 8 are expected: (4 - 8)^2 / 8 + (12 - 8)^2 / 8.

        >>> [round(d, 3) for d in misfit(np.array([4, 12]), np.array([8.0, 8.0]))]
        [4.0, 1.09]
    """
    n, there = float(counts.sum()), np.maximum(expected, 1e-12)
    pearson = float((counts * (counts / there)).sum()) - n
    return pearson, 2.0 * (n - float(np.sqrt(counts * there).sum()))


def _as_bad(
    table: CaptureTable, fitted: Sequence[Chances], again: Tables
) -> tuple[float, float]:
    """Give the share of drawn tables that fit as badly as the table, by both."""
    n, worse = table.n, np.zeros(2)
    for chances, (on, counts) in zip(fitted, again, strict=True):
        seen = misfit(table.counts, n * chances.of(table.patterns))
        drawn = misfit(counts, n * chances.of(on))
        worse += np.asarray(drawn) >= np.asarray(seen) - 1e-9 * n
    shares = worse / len(again)
    return float(shares[0]), float(shares[1])


def _times(table: CaptureTable, again: Tables) -> tuple[Compared, ...]:
    lists = len(table.lists)
    drawn = np.stack([np.bincount(on.sum(1), c, lists + 1) for on, c in again])
    return tuple(
        _compared((), f"on {times} lists", table.caught[times], drawn[:, times])
        for times in range(1, lists + 1)
    )


def _overlaps(table: CaptureTable, again: Tables) -> tuple[Compared, ...]:
    drawn = np.stack([(on * c[:, None]).T @ on.astype(np.int64) for on, c in again])
    return tuple(
        _compared(
            (table.lists[i], table.lists[j]),
            "overlap",
            table.overlaps[i, j],
            drawn[:, i, j],
        )
        for i, j in table.pairs()
    )


def _worst(table: CaptureTable, again: Tables) -> tuple[Compared, ...]:
    """Compare every pattern that occurs, in the table or in one drawn anew."""
    on = np.concatenate([each for each, _ in again])
    counts = np.concatenate([each for _, each in again])
    rows, total = added(on, counts)
    _, square = added(on, counts * counts)
    found: dict[bytes, tuple[float, float]] = {
        row.tobytes(): (float(one), float(two))
        for row, one, two in zip(rows, total, square, strict=True)
    }
    seen = {
        row.tobytes(): int(count)
        for row, count in zip(table.patterns, table.counts, strict=True)
    }
    told = [
        _pattern(table.lists, row, seen.get(row, 0), found.get(row, (0, 0)), len(again))
        for row in sorted({*found, *seen})
    ]
    return tuple(sorted(told, key=lambda each: -abs(each.z))[:WORST])


def _pattern(
    lists: tuple[str, ...],
    row: bytes,
    seen: int,
    sums: tuple[float, float],
    drawn: int,
) -> Compared:
    on = np.frombuffer(row, np.bool_)
    mean = sums[0] / drawn
    spread = float(np.sqrt(max(sums[1] / drawn - mean**2, 0.0)))
    names = tuple(name for name, there in zip(lists, on, strict=True) if there)
    return Compared(names, "pattern", seen, mean, spread)


def _compared(
    lists: tuple[str, ...], what: str, seen: np.int64, drawn: NDArray[np.generic]
) -> Compared:
    mean, spread = float(drawn.mean()), float(drawn.std())
    return Compared(lists, what, int(seen), mean, spread)
