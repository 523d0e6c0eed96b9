"""Sorts records into blocks, and sets apart the blocks that are too large."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasjil.link.block.told import Told


@dataclass(frozen=True, slots=True, eq=False)
class Sifted:
    """Blocks of one kind.

    Attributes:
        member: The members of the blocks kept, block after block, (n,) int32.
        after: How many of its block come after each, (n,) uint16.
    """

    member: NDArray[np.int32]
    after: NDArray[np.uint16]


def sift(keys: Told, most: int) -> tuple[Sifted, Told]:
    """Put records that share a key into one block.

    Key and record are packed into one number of 64 bits, so that one sort does it. Of
    the key 40 bits are left at 16 million records; two keys that fall together cost a
    few pairs more and change nothing else.

    Args:
        keys: A record may bear several.
        most: Records that a block may hold.

    Returns:
        The blocks, and the keys and members of those that hold too many, key by key.

    Example:
        >>> from tasjil.link.block.told import told
        >>> found, over = sift(told(np.array([[7], [7], [8], [7]])), most=3)
        >>> found.member.tolist(), found.after.tolist(), len(over)
        ([0, 1, 3], [2, 1, 0], 0)
    """
    bits = np.uint64(max(1, int(keys.records - 1).bit_length()))
    packed = (keys.value & ~_low(bits)) | keys.record.astype(np.uint64)
    packed.sort()
    packed = packed[_new(packed)]
    edges = np.flatnonzero(np.append(_new(packed >> bits), True))
    size = np.diff(edges)
    fits = (size > 1) & (size <= most)
    member = (packed[np.repeat(fits, size)] & _low(bits)).astype(np.int32)
    kept = size[fits]
    after = np.repeat(np.cumsum(kept), kept) - np.arange(len(member)) - 1
    crowd = packed[np.repeat(size > most, size)]
    bearer = (crowd & _low(bits)).astype(np.int64)
    over = Told(bearer, crowd & ~_low(bits), keys.records)
    return Sifted(member, after.astype(np.uint16)), over


def _low(bits: np.uint64) -> np.uint64:
    return np.uint64((1 << int(bits)) - 1)


def _new(values: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Tell where a sorted column changes."""
    new = np.ones(len(values), dtype=bool)
    new[1:] = values[1:] != values[:-1]
    return new
