"""How many different people are named, when spellings and scripts differ."""

import re
from collections import defaultdict
from collections.abc import Iterable

from tasjil.model.claim import Claim
from tasjil.model.folding import fold, skeleton

_ARABIC = re.compile("[\u0600-\u06ff]")


def distinct_names(claims: Iterable[Claim]) -> int:
    """Count the people who are certainly different, by their names.

    Inside one report two names are two people. Across reports they are two people
    only where they share no part, even loosely spelled; a name in Arabic script and
    one in Latin are never held to be two people here.

    Example:
        >>> distinct_names([])
        0
    """
    by_report: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for name in claim.victims.names:
            by_report[claim.report].add(fold(name))
    most = max((len(names) for names in by_report.values()), default=0)
    if len(by_report) < 2:
        return most
    names = set().union(*by_report.values())
    arabic = {name for name in names if _ARABIC.search(name)}
    return max(most, _apart(arabic), _apart(names - arabic))


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
