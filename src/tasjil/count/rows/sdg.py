"""The breakdown of SDG indicator 16.1.2: sex, age, status and cause in one table."""

from collections.abc import Sequence

import numpy as np

from tasjil.count.algebra.coded import Coded
from tasjil.count.algebra.runs import UNTOLD, Ints
from tasjil.count.rows.divisions import UNKNOWN, Division

DIVIDED_BY = ("sex", "age", "status", "cause")
NAME = "sdg"


def by_sdg(coded: Coded, divisions: Sequence[Division]) -> Division:
    """Make one division of four; a value nobody told stays unknown in its row.

    What is told of a group holds for its parts: of 13 civilians, 3 of them children,
    the three are civilian children. The table is for direct conflict deaths: those a
    claim says were caused by an act. All four unknown is the unknown row.

    Args:
        coded: The claims as numbers.
        divisions: The ways to divide, those four among them.
    """
    by_name = {each.name: each for each in divisions}
    four = [by_name[name] for name in DIVIDED_BY]
    columns = [_inherited(coded, each) for each in four]
    key = np.zeros(len(coded.claims), np.int64)
    for each, column in zip(four, columns, strict=True):
        told = np.where(column == UNTOLD, each.unknown, column)
        key = key * len(each.values) + told
    found, codes = np.unique(key, return_inverse=True)
    values = [_words(int(each), four) for each in found.tolist()]
    none = np.logical_and.reduce([column == UNTOLD for column in columns])
    names = (*values, UNKNOWN)
    codes = np.where(none, UNTOLD, codes)
    return Division(NAME, names, names, codes, once=True)


def _words(key: int, four: Sequence[Division]) -> str:
    parts = []
    for each in reversed(four):
        key, at = divmod(key, len(each.values))
        parts.append(each.values[at])
    return " / ".join(reversed(parts))


def _inherited(coded: Coded, division: Division) -> Ints:
    """Give a part what its nearest group says, where it says nothing itself."""
    column = division.codes
    if not coded.above:
        return column
    of_group = np.full(coded.groups, UNTOLD)
    told = column != UNTOLD
    least = np.full(coded.groups, len(division.values))
    np.minimum.at(least, coded.group[told], column[told])
    np.maximum.at(of_group, coded.group[told], column[told])
    # A group of which two values are told passes on neither.
    of_group[least != of_group] = UNTOLD
    found = column.copy()
    for step in coded.above:
        given = np.where(step == UNTOLD, UNTOLD, of_group[np.maximum(step, 0)])
        found = np.where(found == UNTOLD, given, found)
    return found
