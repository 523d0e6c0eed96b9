"""Checks a table for lists that are not independent tellings, and for odd counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import comb

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.tables.findings import Finding, FindingKind
from tasjil.estimate.tables.table import CaptureTable
from tasjil.estimate.tables.told import ToldTables


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """From where on something is odd.

    Attributes:
        few: A list with fewer people is small, and not said to be inside another.
        alone: A greater share of people on one list only is told.
        chance: Counts are odd where chance would do so in fewer tables than this.
        counted: Counts below this say nothing about rounding.
        same: As many rows with one count are odd.
    """

    few: int = 10
    alone: float = 0.9
    chance: float = 1e-3
    counted: int = 20
    same: int = 4


def check_table(
    table: CaptureTable, settings: CheckSettings | None = None
) -> tuple[Finding, ...]:
    """Say what is odd about a table; nothing is changed.

    Example:
        >>> rows = [(1, 1, 0), (1, 0, 0), (0, 0, 1)]
        >>> table = CaptureTable.of("abc", rows, [9, 20, 5])
        >>> [finding.kind.value for finding in check_table(table)]
        ['small list', 'small list', 'list apart', 'groups that share nobody']
    """
    by = settings or CheckSettings()
    found = [
        *_sizes(table, by),
        *_inside(table, by),
        *_unions(table, by),
        *_apart(table),
        *_alone(table, by),
        *_odd_counts(table.counts, by),
    ]
    return tuple(found)


def check_told(
    told: ToldTables, settings: CheckSettings | None = None
) -> tuple[Finding, ...]:
    """Say what is odd about a table as its file tells it: the first draw, and its rows.

    Where rows are persons, or strata, their counts say nothing of rounding.
    """
    first = told.each_draw()[0]
    return (*check_table(first.table, settings), *_repeated(first))


def groups(table: CaptureTable) -> tuple[tuple[str, ...], ...]:
    """Give the lists in groups such that no person is on lists of two groups.

    Example:
        >>> groups(CaptureTable.of("abc", [(1, 1, 0), (0, 0, 1)], [3, 4]))
        (('a', 'b'), ('c',))
    """
    if not table.n:
        return ()
    reach = table.overlaps > 0
    np.fill_diagonal(reach, True)
    for _ in table.lists:
        reach = (reach.astype(np.int64) @ reach) > 0
    first = reach.argmax(1)
    return tuple(
        tuple(name for name, own in zip(table.lists, first, strict=True) if own == each)
        for each in sorted(set(first.tolist()))
    )


def _sizes(table: CaptureTable, by: CheckSettings) -> Iterator[Finding]:
    for name, size in zip(table.lists, table.sizes.tolist(), strict=True):
        if not size:
            yield Finding(
                FindingKind.EMPTY,
                f"Nobody is on {name}: leave it out.",
                (name,),
                0,
            )
        elif size < by.few:
            yield Finding(
                FindingKind.SMALL,
                f"Fewer than {by.few} people ({size}) are on {name}; what it shares "
                "with others is mostly chance. Put small lists of one source together.",
                (name,),
                size,
            )


def _inside(table: CaptureTable, by: CheckSettings) -> Iterator[Finding]:
    for a, b in table.pairs():
        small, large = sorted((a, b), key=lambda j: int(table.sizes[j]))
        size, shared = int(table.sizes[small]), int(table.overlaps[a, b])
        if size < by.few or shared < size:
            continue
        names = (table.lists[small], table.lists[large])
        if size == int(table.sizes[large]):
            words = f"{names[0]} and {names[1]} hold the same {size} people: keep one."
            yield Finding(FindingKind.IDENTICAL, words, names, size)
        else:
            words = (
                f"All {size} people on {names[0]} are on {names[1]}: if one was made "
                "from the other, it has not seen them itself; leave it out."
            )
            yield Finding(FindingKind.NESTED, words, names, size)


def _unions(table: CaptureTable, by: CheckSettings) -> Iterator[Finding]:
    for j, name in enumerate(table.lists):
        parts = [
            k
            for k in range(len(table.lists))
            if k != j and 0 < table.overlaps[k, j] == table.sizes[k] < table.sizes[j]
        ]
        covered = table.patterns[:, parts].any(1)
        if (
            table.sizes[j] >= by.few
            and len(parts) > 1
            and (covered | ~table.patterns[:, j]).all()
        ):
            named = tuple(table.lists[k] for k in parts)
            words = (
                f"{name} holds whoever is on {', '.join(named)} and nobody else: it is "
                "those lists put together; leave it out."
            )
            yield Finding(FindingKind.UNION, words, (name, *named), int(table.sizes[j]))


def _apart(table: CaptureTable) -> Iterator[Finding]:
    for name in table.apart():
        if size := table.size(name):
            words = (
                f"None of the {size} people on {name} is on another list: it says "
                "nothing of those whom nobody documented. Were its records linked?"
            )
            yield Finding(FindingKind.APART, words, (name,), size)
    some = table.only([name for name in table.lists if table.size(name)])
    found = groups(some)
    if len(found) > 1:
        told = "; ".join(", ".join(each) for each in found)
        words = f"The lists fall into {len(found)} groups that share nobody: {told}."
        yield Finding(FindingKind.GROUPS, words, some.lists)


def _alone(table: CaptureTable, by: CheckSettings) -> Iterator[Finding]:
    once = int(table.caught[1]) if len(table.caught) > 1 else 0
    if table.n and once / table.n > by.alone:
        words = (
            f"{once} of {table.n} people are on one list only: the estimate rests on "
            f"the other {table.n - once}."
        )
        yield Finding(FindingKind.SINGLETONS, words, (), once)


def _odd_counts(counts: NDArray[np.int64], by: CheckSettings) -> Iterator[Finding]:
    large = counts[counts >= by.counted]
    for step in (10, 5):
        hits = int((large % step == 0).sum())
        if _at_least(hits, len(large), 1 / step) < by.chance:
            words = (
                f"{hits} of {len(large)} counts of {by.counted} or more are multiples "
                f"of {step}: they look rounded. Ask for the exact counts."
            )
            yield Finding(FindingKind.ROUNDED, words)
            break
    values, times = np.unique(large, return_counts=True)
    for value, many in zip(values.tolist(), times.tolist(), strict=True):
        if many >= by.same and _at_least(many, len(large), 0.05) < by.chance:
            words = (
                f"{many} of {len(large)} patterns have {value} people each: look "
                "whether a count was copied down."
            )
            yield Finding(FindingKind.EQUAL, words)


def _repeated(told: ToldTables) -> Iterator[Finding]:
    if told.persons:
        return
    rows = {
        (tuple(on), known)
        for on, known in zip(told.on.tolist(), told.known, strict=True)
    }
    if extra := len(told.on) - len(rows):
        words = (
            f"{extra} rows repeat lists (and strata) of another row: their counts "
            "were added. Look whether a row was copied."
        )
        yield Finding(FindingKind.REPEATED, words)


def _at_least(hits: int, trials: int, chance: float) -> float:
    """Give the chance of so many hits or more, when each is independent."""
    if trials > 1000:
        trials, hits = 1000, round(hits * 1000 / trials)
    return sum(
        comb(trials, k) * chance**k * (1 - chance) ** (trials - k)
        for k in range(hits, trials + 1)
    )
