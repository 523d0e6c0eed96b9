"""How many contents a log speaks of, counted without a list of them all."""

from array import array

SHELVES = 16


class Spoken:
    """Counts digests that differ, in eight bytes each.

    Two digests that begin alike count as one. The count can then be too low, never too
    high, so that a content nobody speaks of cannot hide behind it: whoever finds more
    contents than this counts has to look at each.
    """

    def __init__(self) -> None:
        """Count from nothing."""
        self._shelves = [array("Q") for _ in range(SHELVES)]

    def add(self, digest: str) -> None:
        """Take in a digest, as "sha256:" and hex; `ValueError` where it is not."""
        begins = int(digest[7:23], 16)
        self._shelves[begins % SHELVES].append(begins)

    def __len__(self) -> int:
        """How many there are.

        Example:
            >>> spoken = Spoken()
            >>> for letter in "aab":
            ...     spoken.add("sha256:" + letter * 64)
            >>> len(spoken)
            2
        """
        return sum(len(set(shelf)) for shelf in self._shelves)
