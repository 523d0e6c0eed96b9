"""Divides a figure in every way; a value nobody told is a row of its own."""

from collections import Counter

import numpy as np

from tasjil.count.algebra.runs import UNTOLD, Bools, Ints, spread
from tasjil.count.distinct.choosing import Edges, independent
from tasjil.count.ground import Ground
from tasjil.count.incidents.counted import Counted
from tasjil.count.incidents.treatment import WAITS, silenced
from tasjil.count.notes import settled
from tasjil.count.rows.divisions import Division
from tasjil.count.rows.shares import Shares, told_shares
from tasjil.count.rows.sums import RowSums
from tasjil.model.folding import fold
from tasjil.model.scope import Disagreement

Members = dict[str, tuple[Ints, Ints]]


def divide(
    ground: Ground,
    counted: Counted,
    chosen: Bools,
    edges: Edges,
    notes: Counter[str],
) -> tuple[dict[str, RowSums], Members]:
    """Add up the rows of every breakdown.

    Each row is a count of its own: the rows of a table need not add up to the figure,
    because two rows may hold one and the same incident, told differently.

    Args:
        ground: The rules and the evidence.
        counted: The incidents.
        chosen: Which of them are in the figure's floor.
        edges: Pairs of them that may be one.
        notes: What must be said; gains what the codebook did with some elements.

    Returns:
        Rows, and which incident stands in which row, both by breakdown.
    """
    rows: dict[str, RowSums] = {}
    members: Members = {}
    for whole in ground.wholes:
        shares = whole.shares(counted.at, counted.floor, counted.ceiling)
        verified = tuple(each[shares.incident] for each in counted.verified)
        size = len(whole.values)
        rows[whole.name] = _rows(
            ground, counted, shares, edges, (verified[0], verified[1]), size
        )
        _once(ground, counted, shares, rows[whole.name])
        members[whole.name] = counted.at[shares.incident], shares.value
    for division in ground.divisions:
        told = _told(ground, counted, division, notes)
        shares, verified_of = _with_verified(ground, counted, division, told)
        size = len(division.values)
        rows[division.name] = _rows(ground, counted, shares, edges, verified_of, size)
        members[division.name] = counted.at[shares.incident], shares.value
    return rows, members


def _told(
    ground: Ground, counted: Counted, division: Division, notes: Counter[str]
) -> Shares:
    """Share out by what is told, after the codebook's rule for the element."""
    lines = counted.lines
    ends = counted.floor, counted.ceiling
    quiet = np.zeros(len(lines), np.bool_)
    found = told_shares(lines, *ends, division, quiet)
    if division.treated is None or not found.disagree.any():
        return found.shares
    rule = ground.codebook.treats(division.treated)
    if rule is Disagreement.RANGE:
        return found.shares
    code = division.codes[lines.claim]
    if rule in WAITS:
        kept = ~found.disagree[found.shares.incident]
        _note(notes, rule, division, found.disagree)
        return found.shares.take(kept)
    quiet = silenced(lines, code, found.disagree, rule, ground.tellers)
    touched = np.zeros(len(counted.at), np.bool_)
    touched[lines.incident[quiet]] = True
    _note(notes, rule, division, touched)
    return told_shares(lines, *ends, division, quiet).shares


def _note(
    notes: Counter[str], rule: Disagreement, division: Division, which: Bools
) -> None:
    """Note the rule once for each element, however many breakdowns follow it."""
    if division.name == division.treated:
        notes[settled(division.treated, rule)] += int(which.sum())


def _with_verified(
    ground: Ground, counted: Counted, division: Division, shares: Shares
) -> tuple[Shares, tuple[Ints, Ints]]:
    """Put what is established into its row, and lift the row's floor to it.

    Where the element itself is not established the people stand in the unknown row,
    as far as `verified` goes.
    """
    order = np.lexsort((shares.value, shares.incident))
    shares = shares.take(order)
    established = np.flatnonzero(counted.verified[0] > 0)
    if not len(established) or not division.excludes:
        none = np.zeros(len(shares.value), np.int64)
        return shares, (none, none)
    values = {fold(value): n for n, value in enumerate(division.values)}
    size = len(division.values)
    found: dict[int, int] = {}
    for n in established.tolist():
        parts = ground.verified.shares(int(counted.at[n]), division.found)
        for finding, number in parts.items():
            value = values.get(finding or "", division.unknown)
            found[n * size + value] = found.get(n * size + value, 0) + number
    return _lifted(counted, shares, found, division)


def _lifted(
    counted: Counted, shares: Shares, found: dict[int, int], division: Division
) -> tuple[Shares, tuple[Ints, Ints]]:
    size = len(division.values)
    keys = shares.incident * size + shares.value
    missing = np.array(sorted(set(found) - set(keys.tolist())), np.int64)
    zero = np.zeros(len(missing), np.int64)
    extra = Shares(missing // size, missing % size, zero, zero)
    shares = shares.joined(extra)
    order = np.lexsort((shares.value, shares.incident))
    shares = shares.take(order)
    keys = shares.incident * size + shares.value
    low = np.array([found.get(key, 0) for key in keys.tolist()], np.int64)
    high = np.where(counted.verified[1][shares.incident] == UNTOLD, UNTOLD, low)
    high = np.where(low > 0, high, 0)
    known = shares.value != division.unknown
    floor = np.where(known, np.maximum(shares.floor, low), shares.floor)
    most = np.maximum(np.maximum(shares.ceiling, floor), low)
    ceiling = np.where(shares.ceiling == UNTOLD, UNTOLD, most)
    return Shares(shares.incident, shares.value, floor, ceiling), (low, high)


def _rows(
    ground: Ground,
    counted: Counted,
    shares: Shares,
    edges: Edges,
    verified: tuple[Ints, Ints],
    size: int,
) -> RowSums:
    """Add up each row over incidents that are certainly different."""
    sure = counted.sure[shares.incident]
    weights = np.where(sure, shares.floor, 0)
    weights = np.where(ground.overlaps.vague[counted.at[shares.incident]], 0, weights)
    pairs = _share_edges(shares, edges, len(counted.at))
    chosen = _chosen(ground, counted, shares, weights, pairs)
    low, high = (np.where(sure, each, 0) for each in verified)
    sums = RowSums.of(shares, chosen, (low, high), size)
    at, shared = counted.at[shares.incident], ground.shared
    number = np.where(chosen, shares.floor, 0)
    for value, less in shared.twice(at, shares.value, number, pairs).items():
        sums.floor[value] -= less
    for value, less in shared.twice(at, shares.value, low).items():
        sums.verified[0][value] -= less
    return sums


def _once(ground: Ground, counted: Counted, shares: Shares, sums: RowSums) -> None:
    """Take settled persons from the ceiling of rows that hold whole incidents.

    In rows of what is told of victims nobody says which of them the person is.
    """
    most = np.where(shares.ceiling == UNTOLD, shares.floor, shares.ceiling)
    at = counted.at[shares.incident]
    for value, less in ground.shared.twice(
        at, shares.value, most, settled=True
    ).items():
        sums.ceiling[value] -= less


def _chosen(
    ground: Ground, counted: Counted, shares: Shares, weights: Ints, edges: Edges
) -> Bools:
    """Choose within all rows at once; parts of different rows do not touch."""
    chosen = weights > 0
    one, other = edges
    paired = np.zeros(len(weights), np.bool_)
    paired[one] = True
    paired[other] = True
    at = np.flatnonzero(paired)
    incident = shares.incident[at]
    order = np.lexsort((shares.value[at], ground.finest[counted.at[incident]]))
    rank = np.zeros(len(weights), np.int64)
    rank[at[order]] = np.arange(len(order))
    firm = (counted.sure & (counted.verified[0] > 0))[incident]
    pairs = rank[one], rank[other]
    found = independent(weights[at][order], pairs, firm[order])
    chosen[at] = found[rank[at]]
    return chosen


def _share_edges(shares: Shares, edges: Edges, size: int) -> Edges:
    """Pair the parts of two incidents that may be one, where they are of one row."""
    one, other = edges
    order = np.argsort(shares.incident, kind="stable")
    begins = np.searchsorted(shares.incident[order], np.arange(size + 1))
    counts = begins[one + 1] - begins[one]
    mine = order[spread(begins[one], counts)]
    theirs = np.repeat(other, counts)
    values = int(shares.value.max(initial=0)) + 1
    keys = shares.incident * values + shares.value
    by_key = np.argsort(keys, kind="stable")
    if not len(by_key):
        return mine, theirs
    asked = theirs * values + shares.value[mine]
    at = np.minimum(np.searchsorted(keys[by_key], asked), len(by_key) - 1)
    hit = keys[by_key][at] == asked
    return mine[hit], by_key[at[hit]]
