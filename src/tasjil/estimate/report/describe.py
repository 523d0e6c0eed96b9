"""What a table shows before any method is asked: lists, overlaps, coverage, gaps."""

from collections.abc import Iterator, Sequence

import numpy as np

from tasjil.estimate.refuse import Limits
from tasjil.estimate.report.parts import (
    Coverage,
    ListShown,
    MissingShown,
    Odd,
    OverlapShown,
    PatternShown,
)
from tasjil.estimate.strata import missing_by_pattern
from tasjil.estimate.tables import CaptureTable, ToldTables, check_told


def lists_of(table: CaptureTable) -> tuple[ListShown, ...]:
    """Give each list with how many people are on it, and on it alone.

    Example:
        >>> table = CaptureTable.of("ab", [(1, 0), (1, 1)], [3, 2])
        >>> [(each.size, each.alone) for each in lists_of(table)]
        [(5, 3), (2, 0)]
    """
    return tuple(
        ListShown(name, size, alone)
        for name, size, alone in zip(
            table.lists, table.sizes.tolist(), _alone(table), strict=True
        )
    )


def patterns_of(table: CaptureTable) -> tuple[PatternShown, ...]:
    """Give who is on exactly which lists, most people first."""
    shown = [
        PatternShown(_named(table.lists, row.tolist()), int(count))
        for row, count in zip(table.patterns, table.counts, strict=True)
    ]
    return tuple(sorted(shown, key=lambda each: (-each.people, each.lists)))


def overlaps_of(table: CaptureTable) -> tuple[OverlapShown, ...]:
    """Give how many people every two lists share, in counts and in shares."""
    sizes = table.sizes.tolist()
    return tuple(
        OverlapShown(
            table.lists[a],
            table.lists[b],
            int(table.overlaps[a, b]),
            float(table.overlaps[a, b] / sizes[a]) if sizes[a] else None,
            float(table.overlaps[a, b] / sizes[b]) if sizes[b] else None,
        )
        for a, b in table.pairs()
    )


def coverage_of(table: CaptureTable, limits: Limits) -> Coverage:
    """Give the sample coverage: 1 less the mean share of each list that is alone on it.

    Chao & Tsay 1998, Journal of the American Statistical Association 93, 283-293.

    Example:
        >>> table = CaptureTable.of("ab", [(1, 0), (1, 1)], [2, 2])
        >>> coverage_of(table, Limits()).sample
        0.75
    """
    pairs = zip(_alone(table), table.sizes.tolist(), strict=True)
    shares = [alone / size for alone, size in pairs if size]
    sample = 1 - float(np.mean(shares)) if shares else 0.0
    once = int(table.caught[1]) if len(table.caught) > 1 else 0
    share = once / table.n if table.n else 0.0
    return Coverage(sample, once, share, sample < limits.coverage)


def findings_of(told: ToldTables) -> tuple[Odd, ...]:
    """Give what is odd about a table."""
    return tuple(
        Odd(each.kind.value, each.words, each.lists, each.people)
        for each in check_told(told)
    )


def missing_of(told: ToldTables) -> tuple[MissingShown, ...]:
    """Give what is not known of people, by the lists they are on; gaps alone."""
    first = told.each_draw()[0]
    return tuple(each for about in told.about for each in _gaps(first, about))


def _gaps(told: ToldTables, about: str) -> Iterator[MissingShown]:
    found = missing_by_pattern(told, [about])
    rows = zip(found.patterns, found.people, found.lacking[:, 0], strict=True)
    for on, people, lacking in rows:
        if lacking:
            lists = _named(told.lists, on.tolist())
            yield MissingShown(about, lists, int(people), int(lacking))


def _alone(table: CaptureTable) -> list[int]:
    single = table.patterns[table.patterns.sum(1) == 1]
    counts = table.counts[table.patterns.sum(1) == 1]
    return (
        [int(each) for each in counts @ single]
        if len(single)
        else [0] * len(table.lists)
    )


def _named(lists: Sequence[str], on: Sequence[bool]) -> tuple[str, ...]:
    return tuple(name for name, there in zip(lists, on, strict=True) if there)
