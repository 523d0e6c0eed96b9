"""How many different people are named, when spellings and scripts differ."""

import re
from collections.abc import Iterable

from tasjil.model.claim import Claim
from tasjil.model.folding import fold, skeleton

_ARABIC = re.compile("[\u0600-\u06ff]")


def distinct_names(claims: Iterable[Claim]) -> int:
    """Count the people who are certainly different, by their names.

    Inside one report two names are two people. Across reports they are two people
    only where they share no part, even loosely spelled. A name in Arabic script and
    one in Latin are never held to be two people here: many reports write a name in
    both.

    Example:
        >>> distinct_names([])
        0
    """
    by_script: dict[bool, dict[str, set[str]]] = {True: {}, False: {}}
    for claim in claims:
        for name in map(fold, claim.victims.names):
            by_report = by_script[bool(_ARABIC.search(name))]
            by_report.setdefault(claim.report, set()).add(name)
    return max(_in_one_script(by_report) for by_report in by_script.values())


def _in_one_script(by_report: dict[str, set[str]]) -> int:
    most = max((len(names) for names in by_report.values()), default=0)
    if len(by_report) < 2:
        return most
    return max(most, _apart(set().union(*by_report.values())))


def _apart(names: set[str]) -> int:
    """Count names that share no part with a name counted before."""
    seen: set[str] = set()
    count = 0
    for name in sorted(names):
        parts = {part for part in skeleton(name).split() if len(part) > 1}
        if parts and parts.isdisjoint(seen):
            count += 1
        seen |= parts
    return count
