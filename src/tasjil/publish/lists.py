"""What the pages may show of a case's lists: numbers, and nobody's name."""

from dataclasses import dataclass

FEW = 10
"""Fewer people than these are never told exactly: somebody could know who they are."""


@dataclass(frozen=True, slots=True)
class ListShown:
    """One list.

    Attributes:
        name: The list's, or None for the names in reports, which make one too.
        clean: Whether nobody seems to stand on it twice; None where it is not known.
    """

    name: str | None
    records: int
    clean: bool | None = None


@dataclass(frozen=True, slots=True)
class OverlapShown:
    """How many persons stand on exactly these lists, by their places among all."""

    on: tuple[int, ...]
    persons: int


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """Pairs said to be one person about equally likely.

    Attributes:
        said: How likely that was said to be, from 0 to 1.
        held: The share of them that is one person, as far as clean lists show it.
    """

    said: float
    held: float


@dataclass(frozen=True, slots=True)
class ListsShown:
    """The lists of a case, and how their records were linked.

    Attributes:
        proposed: Persons with several records whom a machine alone put together.
        confirmed: Those whom people confirmed.
        doubtful: Persons whom somebody should look at.
        words: What people said about two records, and nobody took back.
        left_out: Pairs of records that were not compared.
    """

    lists: tuple[ListShown, ...]
    overlaps: tuple[OverlapShown, ...]
    persons: int
    proposed: int = 0
    confirmed: int = 0
    doubtful: int = 0
    words: int = 0
    left_out: int = 0
    reliability: tuple[ReliabilityBin, ...] = ()


def about(count: int) -> int | None:
    """Round a number of people to tens; None where they are fewer than ten.

    All numbers are rounded, sums too: else what is held back would be what is left
    when the others are taken from their sum.

    Example:
        >>> about(9), about(14), about(1_236), about(0)
        (None, 10, 1240, 0)
    """
    if 0 < count < FEW:
        return None
    return (count + FEW // 2) // FEW * FEW
