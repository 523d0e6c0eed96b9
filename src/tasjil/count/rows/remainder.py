"""What a group is without its parts, where each person may stand in one row only."""

import numpy as np

from tasjil.count.algebra.lines import Lines
from tasjil.count.algebra.numbers import Numbers
from tasjil.count.algebra.runs import UNTOLD, Ints, Runs


def without_parts(each: Numbers, having: Lines, key: Ints, tellings: Runs) -> Numbers:
    """Take from each report's number what it gives to other rows as parts of it.

    "13 civilians, 3 of them children" are 10 in the row of civilians of unknown age.
    Parts may hold each other: the fewest that are left are the whole without all of
    them, and the most that are left are the whole without the largest.

    Args:
        each: The number of each telling of each row.
        having: The lines behind them.
        key: The row of each line; sorted.
        tellings: The runs of one row and one report.
    """
    part, whole = _parts(having, key, tellings)
    numbers = having.numbers.take(part)
    unbounded = numbers.is_open | (numbers.top == UNTOLD)
    taken = np.zeros(len(tellings), np.int64)
    np.add.at(taken, whole, np.where(unbounded, 0, numbers.top))
    endless = np.zeros(len(tellings), np.bool_)
    endless[whole[unbounded]] = True
    largest = np.zeros(len(tellings), np.int64)
    np.maximum.at(largest, whole, np.maximum(numbers.low, 0))
    low = np.where(endless, 0, np.maximum(each.low - taken, 0))
    low = np.where(each.low == UNTOLD, UNTOLD, low)
    top = np.where(each.top == UNTOLD, UNTOLD, np.maximum(each.top - largest, low))
    return Numbers(low, top, each.is_open)


def _parts(having: Lines, key: Ints, tellings: Runs) -> tuple[Ints, Ints]:
    """Find the lines that are parts, each with the telling of its nearest whole."""
    report, group, incident = having.report, having.group, having.incident
    groups = having.coded.groups
    own = incident * groups + group
    order = np.argsort(own, kind="stable")
    known = own[order]
    reports = having.coded.reports
    ids = tellings.first(key) * reports + tellings.first(report)
    part, whole = [], []
    waiting = np.ones(len(key), np.bool_)
    for step in having.coded.above:
        outer = step[having.claim]
        asked = np.flatnonzero(waiting & (outer != UNTOLD))
        at = np.searchsorted(known, incident[asked] * groups + outer[asked])
        at = np.minimum(at, max(len(known) - 1, 0))
        hit = known[at] == incident[asked] * groups + outer[asked]
        asked, holder = asked[hit], order[at[hit]]
        waiting[asked] = False
        apart = key[asked] != key[holder]
        part.append(asked[apart])
        telling = key[holder[apart]] * reports + report[holder[apart]]
        whole.append(np.searchsorted(ids, telling))
    if not part:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    return np.concatenate(part), np.concatenate(whole)
