"""What was not compared, and why, in words that a person can act on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from tasjil.link.block.plan import Kind
from tasjil.link.block.told import Told
from tasjil.link.block.traits import Trait

NAMED = 20
"""Groups told one by one, the largest first; the rest are told in sum."""

ALIKE = "alike"

A_PAIR = 2
"""Parts of a name that make a block: who has no more is in no smaller one."""

_WHEN_WHERE = (Trait.PLACE, Trait.DAYS)


@dataclass(frozen=True, slots=True)
class NotCompared:
    """Records that were not compared with each other.

    Attributes:
        words: Who and why; may say a name that many bear.
        records: How many they are.
        pairs: Pairs among them that were left out; at most, where some were compared
            for another reason.
    """

    words: str
    records: int
    pairs: int


def alone(compared: NDArray[np.bool_], told: Mapping[Trait, Told]) -> list[NotCompared]:
    """Say how many records share nothing with any other, for want of words.

    Args:
        compared: For each record, whether it is in some block.
        told: What the records tell.
    """
    silent = ~compared
    for trait in (Trait.PART, Trait.PLACE, Trait.DAYS, Trait.ID):
        silent[told[trait].record] = False
    count = int(silent.sum())
    if not count:
        return []
    words = (
        f"{count:,} records tell no name, no place, no day and no number, "
        "and were compared with none"
    )
    return [NotCompared(words, count, count * (len(compared) - 1) - _among(count))]


def named_alike(
    names: Sequence[str], over: Told, told: Mapping[Trait, Told]
) -> list[NotCompared]:
    """Say which names many bear of whom nothing else is told.

    Args:
        names: The name of each record as written; none are said without them.
        over: Keys of two parts of a name that too many bear, and who bears them.
        told: What the records tell.
    """
    known = np.zeros(over.records, dtype=bool)
    for trait in _WHEN_WHERE:
        known[told[trait].record] = True
    parts = np.bincount(told[Trait.PART].record, minlength=over.records)
    bare = ~known[over.record] & (parts[over.record] <= A_PAIR)
    key, record = over.value[bare], over.record[bare]
    first, size = _groups(key)
    many = np.flatnonzero(size > 1)
    order = many[np.argsort(-size[many], kind="stable")]
    found = [
        _group(int(size[at]), names[record[first[at]]] if names else ALIKE)
        for at in order[:NAMED]
    ]
    # Groups of one size come in no order of the records.
    found.sort(key=lambda each: (-each.records, each.words))
    rest = size[order[NAMED:]]
    if len(rest):
        words = f"{rest.sum():,} records of {len(rest):,} more such names"
        found.append(NotCompared(words, int(rest.sum()), int(_among(rest).sum())))
    return found


def _group(size: int, name: str) -> NotCompared:
    words = (
        f"{size:,} records named {name or ALIKE} without place or day "
        "were not compared with each other"
    )
    return NotCompared(words, size, _among(size))


def too_large(kind: Kind, over: Told) -> list[NotCompared]:
    """Say in sum what no cut made small enough.

    Args:
        kind: What the blocks share; no other kind cuts it.
        over: Keys and members of those that are too large, key by key.
    """
    if not len(over):
        return []
    _, size = _groups(over.value)
    words = (
        f"{len(size):,} blocks of more than {kind.most} records that share "
        f"{kind} were not compared for that alone"
    )
    bears = np.zeros(over.records, dtype=bool)
    bears[over.record] = True
    return [NotCompared(words, int(bears.sum()), int(_among(size).sum()))]


def _groups(
    keys: NDArray[np.uint64],
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give where each run of equal keys begins, and how long it is."""
    new = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))[: len(keys)]
    return new, np.diff(new, append=len(keys))


def given_up(size: NDArray[np.int64]) -> NotCompared:
    """Say what was left out so that the whole stays within its bound.

    Args:
        size: How many records each block held.
    """
    words = (
        f"{len(size):,} blocks, the largest of {size.max():,} records, were given up "
        "to keep the number of pairs within its bound"
    )
    return NotCompared(words, int(size.sum()), int(_among(size).sum()))


_Sizes = TypeVar("_Sizes", int, NDArray[np.int64])


def _among(size: _Sizes) -> _Sizes:
    """Count the pairs among so many."""
    return size * (size - 1) // 2
