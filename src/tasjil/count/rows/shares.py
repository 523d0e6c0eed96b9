"""How many of each incident's victims a row of a breakdown holds."""

from dataclasses import dataclass

import numpy as np

from tasjil.count.algebra.lines import Lines
from tasjil.count.algebra.numbers import Numbers
from tasjil.count.algebra.runs import UNTOLD, Bools, Ints, Runs, stands_in
from tasjil.count.rows.divisions import Division
from tasjil.count.rows.remainder import without_parts


@dataclass(frozen=True, slots=True)
class Shares:
    """One incident's part in one row, many at once: at least and at most.

    Attributes:
        incident: The place of the incident among those at hand.
        value: The place of the value among those of the division.
        floor: The fewest.
        ceiling: The most; UNTOLD where no number was told.
    """

    incident: Ints
    value: Ints
    floor: Ints
    ceiling: Ints

    def take(self, at: Ints | Bools) -> "Shares":
        """Give some of them."""
        return Shares(
            self.incident[at], self.value[at], self.floor[at], self.ceiling[at]
        )

    def joined(self, other: "Shares") -> "Shares":
        """Give these and the other, one after another."""
        return Shares(
            np.concatenate((self.incident, other.incident)),
            np.concatenate((self.value, other.value)),
            np.concatenate((self.floor, other.floor)),
            np.concatenate((self.ceiling, other.ceiling)),
        )


@dataclass(frozen=True, slots=True)
class Told:
    """What the lines say of a division: the shares, and who contradicts whom."""

    shares: Shares
    disagree: Bools


def told_shares(
    lines: Lines, floor: Ints, ceiling: Ints, division: Division, silenced: Bools
) -> Told:
    """Divide incidents; what nobody says anything about is the unknown row.

    A report that gives all its victims another value says none of them had this one,
    so where reports contradict each other the floor of each value is zero. A report
    that says nothing takes nothing away.

    Args:
        lines: Lines that nobody rejected.
        floor: The floor of each incident.
        ceiling: Its ceiling; UNTOLD where it has none.
        division: What to divide by.
        silenced: Lines that are taken to say nothing here.
    """
    code = division.codes[lines.claim]
    code = np.where(silenced, UNTOLD, code)
    at = np.flatnonzero(code != UNTOLD)
    key = lines.incident[at] * len(division.values) + code[at]
    order = np.argsort(key, kind="stable")
    at, key = at[order], key[order]
    having = lines_at(lines, at)
    rows = Runs.of(key)
    number, otherwise = _numbers(lines, code, having, (key, rows, at), division.once)
    contrary = otherwise & division.excludes
    incident, value = (
        rows.first(having.incident),
        rows.first(key) % len(division.values),
    )
    low = np.where(contrary, 0, np.maximum(number.low, 0))
    most = ceiling[incident]
    bounded = (number.top > 0) & (most != UNTOLD)
    top = np.where(bounded, np.minimum(number.top, most), most)
    if division.excludes:
        low = np.minimum(low, floor[incident])
    low = np.where(top == UNTOLD, low, np.minimum(low, top))
    found = Shares(incident, value, low, top)
    disagree = np.zeros(len(floor), np.bool_)
    disagree[incident[contrary]] = True
    rest = _rest(lines, code, found, floor, ceiling, division)
    return Told(found.joined(rest), disagree)


def lines_at(lines: Lines, at: Ints) -> Lines:
    """Give the lines at these places."""
    return Lines(lines.coded, lines.incident[at], lines.claim[at])


def _numbers(
    lines: Lines, code: Ints, having: Lines, sought: tuple[Ints, Runs, Ints], once: bool
) -> tuple[Numbers, Bools]:
    """Give the number of each value, and whether a report tells all otherwise."""
    key, rows, at = sought
    report, group = having.report, having.group
    inner = _inside_another(having, key, group)
    numbers = having.numbers
    numbers = Numbers(
        np.where(inner, UNTOLD, numbers.low),
        np.where(inner, UNTOLD, numbers.top),
        numbers.is_open | inner,
    )
    groups = Runs.of(key, report, group)
    tellings = Runs.of(key, report)
    within = Runs(np.searchsorted(groups.starts, tellings.starts), len(groups))
    each = numbers.either(groups).both(within)
    if once:
        each = without_parts(each, having, key, tellings)
    by_row = Runs(np.searchsorted(tellings.starts, rows.starts), len(tellings))
    all_told = _all_told(lines, code)
    counts = np.zeros(int(lines.incident[-1]) + 1 if len(lines) else 0, np.int64)
    first = lines.tellings.first(lines.incident)
    np.add.at(counts, first, all_told)
    mine = by_row.total(all_told[lines.telling[at[tellings.starts]]])
    return each.either(by_row), counts[rows.first(having.incident)] > mine


def _inside_another(having: Lines, key: Ints, group: Ints) -> Bools:
    """Tell of each line whether a wider group has the same value, and holds it."""
    found = np.zeros(len(key), np.bool_)
    above = having.coded.above
    if not above:
        return found
    # Groups belong to one report each, so a key and a group are one row of one report.
    size = having.coded.groups
    known: Ints | None = None
    for step in above:
        outer = step[having.claim]
        asked = np.flatnonzero(outer != UNTOLD)
        if len(asked):
            known = (
                np.sort(key * size + group, kind="stable") if known is None else known
            )
            found[asked] |= stands_in(key[asked] * size + outer[asked], known)
    return found


def _all_told(lines: Lines, code: Ints) -> Ints:
    """Tell which tellings give every whole group a value: 1, or else 0."""
    tellings, whole = lines.tellings, lines.is_whole
    all_told = tellings.some(whole) & tellings.every(~whole | (code != UNTOLD))
    return all_told.astype(np.int64)


def _rest(
    lines: Lines,
    code: Ints,
    found: Shares,
    floor: Ints,
    ceiling: Ints,
    division: Division,
) -> Shares:
    """Give what is left over for the unknown row, where anything can be."""
    size = len(floor)
    silent = np.zeros(size, np.bool_)
    silent[lines.incident[code == UNTOLD]] = True
    some = np.zeros(size, np.bool_)
    some[found.incident] = True
    open_ = np.zeros(size, np.bool_)
    open_[found.incident[found.ceiling == UNTOLD]] = True
    tops, lows = np.zeros(size, np.int64), np.zeros(size, np.int64)
    np.add.at(tops, found.incident, np.maximum(found.ceiling, 0))
    np.add.at(lows, found.incident, found.floor)
    least = np.where(open_, 0, np.maximum(0, floor - tops))
    most = np.where(ceiling == UNTOLD, UNTOLD, np.maximum(least, ceiling - lows))
    kept = silent & (most != 0)
    if not division.excludes:
        kept &= ~some
    at = np.flatnonzero(kept)
    value = np.full(len(at), division.unknown)
    return Shares(at, value, least[at], most[at])
