"""How two lists are made independent by what is known of people."""

from dataclasses import asdict, dataclass
from typing import Any

from tasjil.errors import BadValue


@dataclass(frozen=True, slots=True)
class DoublyRobustSettings:
    """How the doubly robust estimate is made.

    Attributes:
        pair: The two lists of the estimate; None takes the two that share most people.
        folds: People are cut into as many; chances of those in one are fitted to the
            others.
        ridges: Weights of the penalty on standardised coefficients (a normal prior of
            variance 1 / ridge); the one that foretells best is kept.
        floor: Least chance of being on both lists that is divided by.
        most_bounded: A greater share of people below the floor is refused.
        least_people: Fewer people are refused.
        least_both: Fewer people on both lists are refused.
        rare: Values of fewer people are put together.
        level: Of the interval.
        seed: Of the folds.
    """

    pair: tuple[str, str] | None = None
    folds: int = 5
    ridges: tuple[float, ...] = (1.0, 10.0, 100.0)
    floor: float = 0.005
    most_bounded: float = 0.05
    least_people: int = 100
    least_both: int = 20
    rare: int = 10
    level: float = 0.95
    seed: int = 1

    def __post_init__(self) -> None:
        """Refuse folds, a level or a penalty that are none."""
        if self.folds < 2:
            raise BadValue(f"expected 2 folds or more, got {self.folds}")
        if not 0 < self.level < 1:
            raise BadValue(f"expected a level between 0 and 1, got {self.level}")
        if not self.ridges or min(self.ridges) <= 0 or not 0 < self.floor < 0.5:
            raise BadValue(
                "expected ridges above 0 and a floor between 0 and 0.5, got "
                f"{self.ridges} and {self.floor}"
            )

    def plain(self) -> dict[str, Any]:
        """Give the settings as they stand in an outcome."""
        pair = None if self.pair is None else list(self.pair)
        return {**asdict(self), "pair": pair, "ridges": list(self.ridges)}
