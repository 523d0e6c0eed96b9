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
        too_large: The keys and members of the blocks that hold too many.
    """

    member: NDArray[np.int32]
    after: NDArray[np.uint16]
    too_large: Told


def sift(keys: Told, most: int) -> Sifted:
    """Put records that share a key into one block.

    Key and record are packed into one number of 64 bits, so that one sort does it. Of
    the key 40 bits are left at 16 million records; two keys that fall together cost a
    few pairs more and change nothing else.

    Args:
        keys: A record may bear several.
        most: Records that a block may hold.

    Example:
        >>> from tasjil.link.block.told import told
        >>> found = sift(told(np.array([[7], [7], [8], [7]])), most=3)
        >>> found.member.tolist(), found.after.tolist(), len(found.too_large)
        ([0, 1, 3], [2, 1, 0], 0)
    """
    bits = np.uint64(max(1, int(keys.records - 1).bit_length()))
    packed = (keys.value & ~_low(bits)) | keys.record.astype(np.uint64)
    packed.sort()
    packed = packed[_new(packed)]
    key = packed >> bits
    edges = np.flatnonzero(np.append(_new(key), True))
    size = np.diff(edges)
    each = np.repeat(size, size)
    after = np.repeat(edges[1:], size) - np.arange(len(packed)) - 1
    record = packed & _low(bits)
    fits, large = (each > 1) & (each <= most), each > most
    bearer, crowded = record[large].astype(np.int64), packed[large] & ~_low(bits)
    over = Told(bearer, crowded, keys.records)
    return Sifted(record[fits].astype(np.int32), after[fits].astype(np.uint16), over)


def _low(bits: np.uint64) -> np.uint64:
    return np.uint64((1 << int(bits)) - 1)


def _new(values: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Tell where a sorted column changes."""
    new = np.ones(len(values), dtype=bool)
    new[1:] = values[1:] != values[:-1]
    return new
