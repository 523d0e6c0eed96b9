"""What a person asked of `tasjil estimate` that only a case can answer."""

from dataclasses import dataclass

from tasjil.errors import BadValue
from tasjil.journey.estimating.wanted import DRAWS


@dataclass(frozen=True, slots=True)
class OfCase:
    """What is asked of a case alone.

    Attributes:
        kept: List what was kept.
        again: The id of the estimate to run anew.
        withdraw: The id of the estimate to take back.
    """

    draws: int = DRAWS
    without: tuple[str, ...] = ()
    reports: bool = False
    because: str | None = None
    kept: bool = False
    again: str | None = None
    withdraw: str | None = None
    user: str | None = None

    def __post_init__(self) -> None:
        """Refuse two wishes at once."""
        asked = self.kept + (self.again is not None) + (self.withdraw is not None)
        if asked > 1:
            raise BadValue(
                "expected one of --kept, --again and --withdraw, found several; take "
                "them one after the other"
            )
