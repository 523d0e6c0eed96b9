"""How many different people are named, when spellings and scripts differ."""

import re
from collections import Counter
from collections.abc import Iterable

import numpy as np

from tasjil.count.algebra.lines import Lines
from tasjil.count.algebra.runs import Ints, Runs, stands_in
from tasjil.count.distinct.choosing import EXACT, bits, heaviest
from tasjil.model.claim import Claim
from tasjil.model.folding import fold, skeleton
from tasjil.model.ids import ReportId

_ARABIC = re.compile("[\u0600-\u06ff]")

MANY = 100
"""Names that are compared pair by pair; more of them are gone through once."""

Told = dict[str, set[ReportId]]
"""Folded names, and the reports that have them."""


def named_people(lines: Lines, incidents: Ints) -> Ints:
    """Count the people who are named in each incident.

    Args:
        lines: The lines that count.
        incidents: The incidents to answer for, in order.
    """
    found = np.zeros(len(incidents), np.int64)
    at = np.flatnonzero(stands_in(lines.claim, lines.coded.names))
    runs = Runs.of(lines.incident[at])
    claims = lines.coded.claims
    ends = [*runs.starts.tolist(), len(at)]
    rows = lines.claim[at].tolist()
    counts = [
        distinct_names(claims[row] for row in rows[start:end])
        for start, end in zip(ends, ends[1:], strict=False)
    ]
    places = np.searchsorted(incidents, runs.first(lines.incident[at]))
    found[places] = counts
    return found


def distinct_names(claims: Iterable[Claim]) -> int:
    """Count the people who are certainly different, by their names.

    Inside one report two names are two people. Across reports they are two people
    only where they share no part, even loosely spelled. A name in Arabic script and
    one in Latin are never held to be two people here: many reports write a name in
    both. The largest set of names that are certainly different counts.

    Example:
        >>> distinct_names([])
        0
    """
    naming = list(claims)
    if len({claim.report for claim in naming}) < 2:
        names_ = {fold(name) for claim in naming for name in claim.victims.names}
        arabic = sum(bool(_ARABIC.search(name)) for name in names_)
        return max(arabic, len(names_) - arabic)
    by_script: dict[bool, Told] = {True: {}, False: {}}
    for claim in naming:
        for name in map(fold, claim.victims.names):
            names = by_script[bool(_ARABIC.search(name))]
            names.setdefault(name, set()).add(claim.report)
    return max(_in_one_script(names) for names in by_script.values())


def _in_one_script(names: Told) -> int:
    reports = Counter(report for told in names.values() for report in told)
    most = max(reports.values(), default=0)
    return most if most == len(names) else max(most, _apart(names))


def _apart(names: Told) -> int:
    """Count a large set of names of which no two may be one person."""
    ordered = sorted(names)
    if len(ordered) > MANY:
        return _one_by_one(ordered)
    near = [0] * len(ordered)
    for n, name in enumerate(ordered):
        for m in range(n):
            if _may_be_one(name, ordered[m], names):
                near[n] |= 1 << m
                near[m] |= 1 << n
    if len(ordered) <= EXACT:
        return heaviest([1] * len(ordered), near).bit_count()
    taken = 0
    for n in sorted(range(len(ordered)), key=lambda n: near[n].bit_count()):
        if not near[n] & taken:
            taken |= 1 << n
    return len(bits(taken))


def _one_by_one(names: list[str]) -> int:
    """Count names that share no part with a name seen before."""
    seen: set[str] = set()
    found = 0
    for name in names:
        parts = _parts(name)
        found += bool(parts) and parts.isdisjoint(seen)
        seen |= parts
    return found


def _may_be_one(one: str, other: str, names: Told) -> bool:
    if names[one] & names[other]:
        return False
    mine, theirs = _parts(one), _parts(other)
    return not (mine and theirs and mine.isdisjoint(theirs))


def _parts(name: str) -> frozenset[str]:
    return frozenset(part for part in skeleton(name).split() if len(part) > 1)
