"""Two lists alone: a number only where one is sure that they do not depend."""

from dataclasses import asdict, dataclass
from math import exp, sqrt
from statistics import NormalDist
from typing import Any

from tasjil.errors import BadValue
from tasjil.estimate.refuse import Reason, nobody
from tasjil.estimate.tables import CaptureTable
from tasjil.model.estimate import Estimate, Interval, Method, Refusal, WhyRefused

ASSUMPTION = (
    "Independence: whoever is on one list is as likely as anybody else to be on the "
    "other. Two lists cannot show whether that is so. Lists that copy from each other "
    "make the number too small, lists that divide the work make it too large."
)


@dataclass(frozen=True, slots=True)
class TwoListsSettings:
    """Which two lists, and how sure the interval is.

    Attributes:
        level: Share of certainty.
        lists: The names of two lists of a larger table; none where it has only two.
    """

    level: float = 0.95
    lists: tuple[str, str] | None = None

    def __post_init__(self) -> None:
        """Refuse what makes no sense."""
        if not 0 < self.level < 1:
            raise BadValue(f"expected a level between 0 and 1, got {self.level}")
        if self.lists is not None and self.lists[0] == self.lists[1]:
            raise BadValue("expected two lists that differ, got one twice")

    def plain(self) -> dict[str, Any]:
        """Give the settings as JSON values."""
        told = asdict(self)
        return told | {"lists": list(self.lists) if self.lists else None}


@dataclass(frozen=True, slots=True)
class TwoListsFit:
    """What two lists say if they are independent.

    Attributes:
        sizes: Persons on each.
        shared: Persons on both.
        petersen: Lincoln and Petersen's number, the product of sizes over the shared.
        chapman: Chapman's number, nearly without bias.
        se: Of Chapman's.
        low: End of the interval.
        high: The other end.
        lack: Why there is no number.
    """

    settings: TwoListsSettings
    sizes: tuple[int, int] = (0, 0)
    shared: int = 0
    petersen: float = 0.0
    chapman: float = 0.0
    se: float = 0.0
    low: float = 0.0
    high: float = 0.0
    lack: Reason | None = None

    def outcome(self, table: CaptureTable) -> Estimate | Refusal:
        """Give Chapman's number with its interval, or the refusal (DESIGN §8).

        Its n and its data are those of the two lists alone.
        """
        plain, told = self.settings.plain(), self._told()
        pair = table.only(self.settings.lists) if self.settings.lists else table
        if self.lack is not None:
            return self.lack.refusal(Method.TWO_LISTS, pair, plain, told)
        interval = Interval(
            self.chapman, self.chapman, self.low, self.high, self.settings.level
        )
        return Estimate(
            Method.TWO_LISTS, pair.n, interval, pair.digest, None, told, plain
        )

    def _told(self) -> dict[str, Any]:
        told: dict[str, Any] = {"assumption": ASSUMPTION, "independence": "assumed"}
        if self.lack is None:
            told["sizes"], told["shared"] = list(self.sizes), self.shared
            told["lincoln_petersen"], told["chapman"] = self.petersen, self.chapman
            told["se"] = self.se
        return told


def fit_two_lists(
    table: CaptureTable, settings: TwoListsSettings | None = None
) -> TwoListsFit:
    """Estimate how many there were from two lists, taken as independent.

    Chapman 1951, with the transformed logit interval of Sadinle 2009 (Communications
    in Statistics - Simulation and Computation 38, 1909-1924).

    Args:
        table: Two lists, or more of which the settings name two.
        settings: Which two, how sure.

    Example:
        Of 10 and 15 persons 5 are the same.

        >>> table = CaptureTable.of("ab", [(1, 0), (0, 1), (1, 1)], [5, 10, 5])
        >>> told = fit_two_lists(table).outcome(table)
        >>> round(told.N.mean, 1), round(told.N.low), round(told.N.high)
        (28.3, 22, 65)
    """
    chosen = settings or TwoListsSettings()
    pair = table.only(chosen.lists) if chosen.lists else table
    lack = _lacking(pair)
    if lack is not None:
        return TwoListsFit(chosen, lack=lack)
    first, second = (int(size) for size in pair.sizes)
    both = int(pair.overlaps[0, 1])
    chapman = (first + 1) * (second + 1) / (both + 1) - 1
    spread = (first + 1) * (second + 1) * (first - both) * (second - both)
    low, high = _ends(first - both, second - both, both, chosen.level)
    return TwoListsFit(
        chosen,
        sizes=(first, second),
        shared=both,
        petersen=first * second / both,
        chapman=chapman,
        se=sqrt(spread / ((both + 1) ** 2 * (both + 2))),
        low=min(max(low, pair.n), chapman),
        high=max(high, chapman),
    )


def _ends(one: int, other: int, both: int, level: float) -> tuple[float, float]:
    a, b, c = one + 0.5, other + 0.5, both + 0.5
    away = NormalDist().inv_cdf((1 + level) / 2) * sqrt(
        1 / a + 1 / b + 1 / c + c / (a * b)
    )
    base, hidden = one + other + both - 0.5, a * b / c
    return base + hidden * exp(-away), base + hidden * exp(away)


def _lacking(pair: CaptureTable) -> Reason | None:
    if nothing := nobody(pair):
        return nothing
    many = len(pair.lists)
    if many != 2:
        return Reason(WhyRefused.NOT_FOR_THIS, "needs_two_lists", {"n": many})
    apart = tuple(pair.apart())
    if apart:
        values = {"n": len(apart), "lists": apart}
        return Reason(WhyRefused.APART, "a_list_apart", values)
    return None
