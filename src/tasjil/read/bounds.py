"""What a bound makes of a number, in any language: "at least", "nearly", "up to"."""

from collections.abc import Callable
from enum import StrEnum

Ends = tuple[int | None, int | None]
"""The fewest and the most; None for an open end."""

_TENTH = 10


class Bound(StrEnum):
    """A kind of bound on a number."""

    LEAST = "least"
    ABOVE = "above"
    MOST = "most"
    BELOW = "below"
    NEARLY = "nearly"
    ABOUT = "about"
    EXACT = "exact"

    def ends(self, n: int) -> Ends:
        """The fewest and the most that a number with this bound stands for.

        Example:
            >>> Bound.ABOVE.ends(1400), Bound.ABOUT.ends(900)
            ((1401, None), (810, 990))
        """
        return _ENDS[self](n)


_ENDS: dict[Bound, Callable[[int], Ends]] = {
    Bound.LEAST: lambda n: (n, None),
    Bound.ABOVE: lambda n: (n + 1, None),
    Bound.MOST: lambda n: (None if n else 0, n),
    Bound.BELOW: lambda n: (None if n > 1 else 0, max(n - 1, 0)),
    Bound.NEARLY: lambda n: (n - n // _TENTH, n),
    Bound.ABOUT: lambda n: (n - n // _TENTH, n + n // _TENTH),
    Bound.EXACT: lambda n: (n, n),
}
"""A tenth either way for "about"; "up to 12" leaves the fewest untold."""
