"""What can be asked of a run: methods, priors, seed, strata, limits."""

from dataclasses import asdict, dataclass, field
from typing import Any

from tasjil.errors import BadValue
from tasjil.estimate.refuse import Limits
from tasjil.model.estimate import Method

SEED = 19_481_210
"""Where chance begins unless somebody says otherwise: 10 December 1948."""


@dataclass(frozen=True, slots=True)
class EstimateSettings:
    """What is asked of a run; the same settings, table and seed give the same numbers.

    Attributes:
        methods: Which; none given means all that the table is for.
        delta: For decomposable graphs: the prior's people in each cell.
        classes: For latent classes: the most kinds of people.
        a: For latent classes: alpha is Gamma of shape a ...
        b: ... and of rate b.
        seed: Where chance begins.
        chains: For latent classes: how many.
        samples: For latent classes: effective samples to reach.
        minutes: For latent classes: stop after so long; what was reached is told. None
            bounds the work by count alone, which gives the same numbers anywhere.
        level: The share of certainty of every interval.
        by: Columns that make strata.
        imputations: How often missing values of these columns are drawn.
        left_out: Estimate again without each list.
        priors: Estimate again with other priors, other deltas, other classes.
        quick: The point matters, and its interval little: no bootstrap.
        limits: From where on there is no number.

    Example:
        >>> EstimateSettings(methods=(Method.DGA,)).plain()["methods"]
        ['dga']
    """

    methods: tuple[Method, ...] = ()
    delta: float = 0.5
    classes: int = 10
    a: float = 0.25
    b: float = 0.25
    seed: int = SEED
    chains: int = 4
    samples: int = 400
    minutes: float | None = None
    level: float = 0.95
    by: tuple[str, ...] = ()
    imputations: int = 10
    left_out: bool = True
    priors: bool = True
    quick: bool = False
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        """Refuse what no method could run with."""
        if not 0 < self.level < 1:
            raise BadValue(
                f"expected a level between 0 and 1, say 0.95, got {self.level}"
            )
        if self.delta <= 0:
            raise BadValue(f"expected a delta above 0, say 0.5, got {self.delta}")
        if not 0 <= self.seed < 2**63:
            raise BadValue(f"expected a seed of 0 or more, got {self.seed}")
        if self.minutes is not None and self.minutes <= 0:
            raise BadValue(f"expected minutes above 0, got {self.minutes}")
        if self.chains < self.limits.chains:
            raise BadValue(
                f"expected {self.limits.chains} chains or more, got {self.chains}: "
                "fewer cannot show that they agree"
            )
        if self.samples < 1 or self.imputations < 1:
            raise BadValue("expected 1 effective sample and 1 imputation or more")

    def plain(self) -> dict[str, Any]:
        """Give the settings as JSON values."""
        told = asdict(self)
        return told | {
            "methods": [str(each) for each in self.methods],
            "by": list(self.by),
        }
