"""What can be chosen about log-linear models."""

from dataclasses import dataclass, field
from typing import Any

from tasjil.errors import BadValue
from tasjil.estimate.loglinear.profile import Profile
from tasjil.estimate.refuse import Limits
from tasjil.model.defined import Defined


class Criterion(Defined):
    """How fit and simplicity of a model are set against each other."""

    AIC = "aic", "Deviance and 2 for each term (Akaike 1974)."
    BIC = "bic", "Deviance and log n for each term (Schwarz 1978)."


@dataclass(frozen=True, slots=True)
class LoglinearSettings:
    """How log-linear models are chosen and how sure their interval is.

    Attributes:
        level: Share of certainty of every interval.
        criterion: By which the model of the estimate is chosen.
        profile: Which likelihood the interval follows.
        models: Only these, as in `("[12,3]", "[13,23]")`; none: all of three or four
            lists, and from five on those that steps from independence reach.
        most_lists: More lists than these are refused: the cells double with each.
        most_steps: After so many steps the search ends, and says so.
        limits: From where on a table is refused.
    """

    level: float = 0.95
    criterion: Criterion = Criterion.BIC
    profile: Profile = Profile.MULTINOMIAL
    models: tuple[str, ...] = ()
    most_lists: int = 12
    most_steps: int = 100
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        """Refuse what makes no sense."""
        if not 0 < self.level < 1:
            raise BadValue(f"expected a level between 0 and 1, got {self.level}")
        if not 3 <= self.most_lists <= 12:
            raise BadValue(
                f"expected from 3 to 12 lists at most, got {self.most_lists}"
            )
        if self.most_steps < 1:
            raise BadValue(f"expected 1 step or more, got {self.most_steps}")

    def plain(self) -> dict[str, Any]:
        """Give the settings as JSON values."""
        return {
            "level": self.level,
            "criterion": self.criterion.value,
            "profile": self.profile.value,
            "models": list(self.models),
            "most_lists": self.most_lists,
            "most_steps": self.most_steps,
            "changed_limits": self.limits.changed(),
        }
