"""How many there were, with those nobody documented; or why that cannot be known."""

from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from tasjil.errors import BadValue
from tasjil.model.defined import Defined
from tasjil.model.json import from_json


class Method(Defined):
    """A way to infer, from who is on which list, how many are on none."""

    LOGLINEAR = "loglinear", "Poisson regression on the overlaps of the lists."
    DGA = (
        "dga",
        "An average over decomposable graphs of how the lists depend.",
    )
    LCMCR = "lcmcr", "Bayesian latent classes: kinds of people who are listed alike."
    SPARSE = "sparse", "Log-linear models made for tables with empty overlaps."
    CHAO = "chao", "Chao's lower bound, from those on one list and on two."
    COVERAGE = "coverage", "Sample coverage: the share of lists that overlap others."
    TWO_LISTS = (
        "two-lists",
        "Chapman's estimate from two lists, right only where they are independent.",
    )
    DOUBLY_ROBUST = (
        "doubly-robust",
        "Two lists that are independent among people alike in what is told of them.",
    )


class WhyRefused(Defined):
    """Why there is no number: what the lists cannot say."""

    TOO_FEW_LISTS = "too few lists", "There are fewer than three lists."
    NOBODY = "nobody", "Nobody is on any list."
    APART = "a list apart", "A list shares nobody with any other."
    NO_MAXIMUM = (
        "no estimate exists",
        "Empty overlaps leave the likelihood without a maximum (Fienberg & Rinaldo).",
    )
    NOT_IDENTIFIED = (
        "not identified",
        "Different numbers fit the overlaps equally well: the model has no full rank.",
    )
    CHAINS_DISAGREE = (
        "chains disagree",
        "Chains that began in different places tell of different numbers.",
    )
    TOO_FEW_SAMPLES = (
        "too few samples",
        "The chains were stopped, or too slow, before their interval settled.",
    )
    AT_THE_CAP = (
        "at the cap",
        "The data do not hold the number down: it piles up at the largest allowed.",
    )
    PRIOR_DECIDES = (
        "the prior decides",
        "Another prior of the same kind moves the number by more than its interval.",
    )
    ONE_LIST_DECIDES = (
        "one list decides",
        "Without one list the number moves by more than its interval.",
    )
    DOES_NOT_FIT = (
        "does not fit",
        "The model does not give overlaps like those that were seen.",
    )
    NOT_FOR_THIS = (
        "not for this table",
        "The table lacks what the method needs, or has more lists than it takes.",
    )


@dataclass(frozen=True, slots=True)
class Interval:
    """A number of people with its uncertainty.

    Attributes:
        level: The share of certainty between `low` and `high`: 0.95.
    """

    mean: float
    median: float
    low: float
    high: float
    level: float

    def __post_init__(self) -> None:
        """Refuse an interval upside down, without end, or of no certainty."""
        values = (self.mean, self.median, self.low, self.high)
        if not all(isfinite(value) for value in values):
            raise BadValue(f"expected finite numbers, got {values}")
        if not 0 <= self.low <= self.median <= self.high:
            raise BadValue(
                "expected 0 <= low <= median <= high, "
                f"got {self.low}, {self.median}, {self.high}"
            )
        if not 0 < self.level < 1:
            raise BadValue(f"expected a level between 0 and 1, got {self.level}")


@dataclass(frozen=True, slots=True)
class Estimate:
    """What one method infers from one table; never added to a documented count.

    Attributes:
        n: How many the lists document, each person once.
        N: How many there were in all, documented or not.
        data: `sha256:` and the digest of the table.
    """

    method: Method
    n: int
    N: Interval
    data: str
    refused: None = None
    diagnostics: dict[str, Any] = field(default_factory=dict, hash=False)
    settings: dict[str, Any] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        """Refuse an estimate that is wholly below what is documented."""
        _check_data(self.n, self.data)
        if self.N.high < self.n:
            raise BadValue(f"expected at least the {self.n} documented, got {self.N}")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A method that will not say how many, and why: a result like any other.

    Attributes:
        refused: The reason, and what would have to be there.
        why: The kind of reason.
    """

    method: Method
    n: int
    refused: str
    data: str
    N: None = None
    why: WhyRefused | None = None
    diagnostics: dict[str, Any] = field(default_factory=dict, hash=False)
    settings: dict[str, Any] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        """Refuse to refuse without a reason."""
        _check_data(self.n, self.data)
        if not self.refused.strip():
            raise BadValue(f"expected the reason why {self.method} refuses, got none")


def outcome_from_json(plain: dict[str, Any]) -> Estimate | Refusal:
    """Read an estimate or a refusal back from its one JSON form (DESIGN §8)."""
    if plain.get("refused") is None:
        return from_json(plain, Estimate)
    return from_json(plain, Refusal)


def _check_data(n: int, data: str) -> None:
    if n < 0:
        raise BadValue(f"expected 0 or more documented, got {n}")
    if not data.startswith("sha256:"):
        raise BadValue(f"expected a digest that starts with sha256:, got {data!r}")
