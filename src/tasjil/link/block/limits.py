"""How many pairs may be compared, so that a million records end in minutes."""

from dataclasses import dataclass

from tasjil.errors import BadValue


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what is compared; what they leave out is reported.

    Attributes:
        block: Records of one block at most, as a multiple of what each kind of block
            may hold (plan.py). Pairs grow with its square.
        pairs: Pairs found at most for each record, repeats counted; the largest blocks
            are given up until it holds.
        everything: With this many records or fewer, all are compared with all.
    """

    block: float = 1.0
    pairs: int = 150
    everything: int = 1_000

    def __post_init__(self) -> None:
        """Refuse bounds under which nothing could be compared."""
        if self.block <= 0 or self.pairs < 1 or self.everything < 0:
            raise BadValue("expected bounds above 0 on blocks and pairs")
