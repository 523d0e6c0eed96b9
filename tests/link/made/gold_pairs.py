"""Pairs of names of which a person knows whether they can be one person's.

`gold_names.txt` was written by hand, from what its writer knows of names, and without
sight of how names are compared. It holds no real person: names are put together from
parts that thousands bear. A line that begins with `=` gives spellings of one person's
name, each two of them a pair; a line that begins with `!` gives a name and others that
are somebody else's: brothers, sisters, sons, names one letter away. `#` begins a kind:
which scripts, or which language.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("gold_names.txt")


class NamePair(NamedTuple):
    """Two names, of what kind, and whether one person can bear both."""

    kind: str
    same: bool
    left: str
    right: str


def name_pairs() -> Iterator[NamePair]:
    """Give every pair of the gold."""
    kind = ""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        names = [name.strip() for name in rest.split("|")]
        if mark == "#":
            kind = rest
        elif mark == "=":
            for left, right in combinations(names, 2):
                yield NamePair(kind, True, left, right)
        else:
            for other in names[1:]:
                yield NamePair(kind, False, names[0], other)


def area_under_curve(same: list[float], different: list[float]) -> float:
    """Give how often a same pair weighs more than a different one; ties are half.

    Example:
        >>> area_under_curve([3.0, 1.0], [1.0, 0.0])
        0.875
    """
    above = sum((s > d) + 0.5 * (s == d) for s in same for d in different)
    return above / (len(same) * len(different))


def by_kind(weights: dict[NamePair, float]) -> dict[str, float]:
    """Give the area under the curve for each kind of pair."""
    parted: dict[str, tuple[list[float], list[float]]] = defaultdict(lambda: ([], []))
    for pair, weight in weights.items():
        parted[pair.kind][0 if pair.same else 1].append(weight)
    return {kind: area_under_curve(*both) for kind, both in parted.items()}
