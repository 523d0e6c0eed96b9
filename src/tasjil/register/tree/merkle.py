"""The tree over the log: one number that stands for every entry, and short proofs.

As RFC 9162, section 2.1, has it. An entry's digest is a leaf. The root of n leaves
stands for all of them in their order; a proof of some twenty digests shows a stranger
that one entry is among a million, or that a longer log begins with a shorter one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

from tasjil.errors import BadValue

NODE = b"\x01"
NOTHING = sha256(b"").digest()
"""The root of no leaves."""


def node(left: bytes, right: bytes) -> bytes:
    """Digest two halves of the tree into one."""
    return sha256(NODE + left + right).digest()


@dataclass(frozen=True, slots=True)
class Frontier:
    """What has to be remembered of a tree for it to grow: its whole subtrees.

    Attributes:
        size: How many leaves there are.
        peaks: The roots of the largest whole subtrees, left to right: one for each 1
            in the binary form of the size.

    Example:
        >>> from tasjil.register.canonical import LEAF
        >>> leaf = sha256(LEAF + b"an entry").digest()
        >>> Frontier().grown([leaf]).root == leaf
        True
    """

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        """Refuse peaks that no tree of this size has."""
        if self.size < 0 or len(self.peaks) != self.size.bit_count():
            raise BadValue(
                f"expected {max(self.size, 0).bit_count()} peaks of a tree with "
                f"{self.size} leaves, got {len(self.peaks)}; go back to your last "
                "backup"
            )
        if any(len(peak) != len(NOTHING) for peak in self.peaks):
            raise BadValue(
                "expected peaks of 32 bytes each, got others; go back to your last "
                "backup"
            )

    def grown(self, leaves: Iterable[bytes]) -> Self:
        """Give the tree with more leaves at its end."""
        size, peaks = self.size, list(self.peaks)
        for leaf in leaves:
            top, whole = leaf, size
            while whole & 1:
                top = node(peaks.pop(), top)
                whole >>= 1
            peaks.append(top)
            size += 1
        return type(self)(size, tuple(peaks))

    @property
    def root(self) -> bytes:
        """The one digest that stands for all leaves."""
        if not self.peaks:
            return NOTHING
        *rest, top = self.peaks
        for peak in reversed(rest):
            top = node(peak, top)
        return top

    @property
    def text(self) -> str:
        """The peaks as the head of the log keeps them: hex, with spaces between."""
        return " ".join(peak.hex() for peak in self.peaks)

    @classmethod
    def parse(cls, size: int, text: str) -> Self:
        """Read the peaks back; `BadValue` where no tree of this size has them."""
        try:
            return cls(size, tuple(bytes.fromhex(peak) for peak in text.split()))
        except ValueError:
            raise BadValue(
                f"expected the peaks of a tree with {size} leaves, got others; go back "
                "to your last backup"
            ) from None


def root(leaves: Sequence[bytes]) -> bytes:
    """Give the root of these leaves."""
    return Frontier().grown(leaves).root


def _split(size: int) -> int:
    """The largest power of two below the size: how many leaves stand to the left."""
    return 1 << (size - 1).bit_length() - 1


def inclusion_proof(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """Give what shows that a leaf is in the tree (RFC 9162, section 2.1.3.1).

    Args:
        leaves: All of them, in their order.
        index: Which, from 0; an entry's number less one.

    Raises:
        BadValue: There is no such leaf.
    """
    if not 0 <= index < len(leaves):
        raise BadValue(
            f"expected one of {len(leaves)} leaves, asked for number {index}; count "
            "from 0"
        )
    proof: list[bytes] = []
    while len(leaves) > 1:
        left = _split(len(leaves))
        if index < left:
            proof.append(root(leaves[left:]))
            leaves = leaves[:left]
        else:
            proof.append(root(leaves[:left]))
            leaves, index = leaves[left:], index - left
    return proof[::-1]


def included(
    leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes
) -> bool:
    """Tell whether a proof shows a leaf at its place (RFC 9162, section 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    place, last, digest = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            digest = node(sibling, digest)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            digest = node(digest, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and digest == root


def consistency_proof(leaves: Sequence[bytes], old: int) -> list[bytes]:
    """Give what shows that the first leaves are still the first (section 2.1.4.1).

    Args:
        leaves: All of them, in their order.
        old: How many there were.

    Raises:
        BadValue: There were never so many, or none.
    """
    if not 0 < old <= len(leaves):
        raise BadValue(
            f"expected an older size from 1 to {len(leaves)}, got {old}; ask for one "
            "that the log had"
        )
    proof: list[bytes] = []
    whole = True
    while old < len(leaves):
        left = _split(len(leaves))
        if old <= left:
            proof.append(root(leaves[left:]))
            leaves = leaves[:left]
        else:
            proof.append(root(leaves[:left]))
            leaves, old, whole = leaves[left:], old - left, False
    if not whole:
        proof.append(root(leaves))
    return proof[::-1]


def consistent(
    old: int, new: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]
) -> bool:
    """Tell whether a proof shows that one log begins with another (2.1.4.2)."""
    if not 0 < old <= new:
        return False
    if old == new:
        return not proof and old_root == new_root
    path = list(proof) if old & (old - 1) else [old_root, *proof]
    if not path:
        return False
    place, last = old - 1, new - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    before = after = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            before, after = node(sibling, before), node(sibling, after)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            after = node(after, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and (before, after) == (old_root, new_root)
