"""Chao's lower bound: how many there were at least, if some are listed more easily."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from tasjil.errors import BadValue
from tasjil.estimate.bounds.heterogeneity import Shape, convex, darroch, shaped
from tasjil.estimate.loglinear.designs import Written
from tasjil.estimate.loglinear.profile import Ends, Height, Profile, ends
from tasjil.estimate.refuse import Limits, Reason, before, no_maximum, no_upper_end
from tasjil.estimate.tables import CaptureTable
from tasjil.model.estimate import Estimate, Interval, Method, Refusal

ASSUMPTION = (
    "A lower bound, not an estimate: it holds where lists depend only through some "
    "people being easier to list than others on every list (positive dependence). "
    "Lists that avoid each other can put the true number below it."
)


@dataclass(frozen=True, slots=True)
class ChaoSettings:
    """How sure the interval of the bound is.

    Attributes:
        level: Share of certainty.
        profile: Which likelihood the interval follows.
        most_lists: More lists than these are refused: the cells double with each.
        limits: From where on a table is refused.
    """

    level: float = 0.95
    profile: Profile = Profile.MULTINOMIAL
    most_lists: int = 14
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        """Refuse what makes no sense."""
        if not 0 < self.level < 1:
            raise BadValue(f"expected a level between 0 and 1, got {self.level}")
        if not 3 <= self.most_lists <= 16:
            raise BadValue(
                f"expected from 3 to 16 lists at most, got {self.most_lists}"
            )

    def plain(self) -> dict[str, Any]:
        """Give the settings as JSON values."""
        return {
            "level": self.level,
            "profile": self.profile.value,
            "most_lists": self.most_lists,
            "changed_limits": self.limits.changed(),
        }


@dataclass(frozen=True, slots=True)
class ChaoFit:
    """The bound, and beside it what other shapes of heterogeneity give.

    Attributes:
        bound: Chao's Mth; None where there is none.
        etas: Its parameters above 0, by number of captures.
        ends: Of n0; None where there is no bound.
        independent: Mt, lists that are independent.
        quadratic: Darroch's Mth.
        lack: Why there is no number.
    """

    settings: ChaoSettings
    bound: Shape | None = None
    etas: dict[int, float] | None = None
    ends: Ends | None = None
    independent: Shape | None = None
    quadratic: Shape | None = None
    lack: Reason | None = None

    def outcome(self, table: CaptureTable) -> Estimate | Refusal:
        """Give the bound with its interval, or the refusal (DESIGN §8)."""
        told, plain = self._told(table), self.settings.plain()
        if self.lack is not None or self.bound is None or self.ends is None:
            lack = self.lack or no_maximum()
            return lack.refusal(Method.CHAO, table, plain, told)
        point = table.n + self.bound.hidden
        low, high = table.n + self.ends.low[0], table.n + self.ends.high[0]
        interval = Interval(
            point,
            point,
            min(float(low), point),
            max(float(high), point),
            self.settings.level,
        )
        return Estimate(Method.CHAO, table.n, interval, table.digest, None, told, plain)

    def _told(self, table: CaptureTable) -> dict[str, Any]:
        told: dict[str, Any] = {"bound": "lower", "assumption": ASSUMPTION}
        told["caught"] = table.caught.tolist()
        if self.bound is not None:
            told["n0"], told["se"] = self.bound.hidden, self.bound.se
            told["etas"] = {str(k): eta for k, eta in (self.etas or {}).items()}
        for name, shape in (("mt", self.independent), ("darroch", self.quadratic)):
            if shape is not None:
                told[name] = (
                    {"N": table.n + shape.hidden, "se": shape.se}
                    if shape.good and shape.hidden < 1e12
                    else None
                )
        return told


def fit_chao(table: CaptureTable, settings: ChaoSettings | None = None) -> ChaoFit:
    """Bound from below how many there were, if people differ in how easily listed.

    The Mth form: each list has its own share, and a parameter for 3 captures and each
    number above takes up that some people are listed more often than independent
    lists would; those that come out negative are set to 0 (Rivest & Baillargeon 2007,
    Biometrics 63, 999-1006; Chao 1987). With n + f1^2 / 2 f2 lists of different sizes
    would make it too large.

    Args:
        table: Who is on which lists.
        settings: How sure the interval is.

    Example:
        >>> patterns = [[k >> j & 1 for j in range(3)] for k in range(1, 8)]
        >>> table = CaptureTable.of("abc", patterns, [60, 50, 20, 40, 15, 12, 18])
        >>> told = fit_chao(table).outcome(table)
        >>> round(told.N.mean), told.diagnostics["bound"]
        (372, 'lower')
    """
    chosen = settings or ChaoSettings()
    lack = before(table, chosen.limits, chosen.most_lists)
    if lack is not None:
        return ChaoFit(chosen, lack=lack)
    bound, etas = convex(table)
    size = (1 << len(table.lists)) - 1
    told = ChaoFit(
        chosen,
        bound=bound if bound.good else None,
        etas=etas,
        independent=shaped(table, np.zeros((size, 0))),
        quadratic=darroch(table),
        lack=None if bound.good else no_maximum(),
    )
    return _with_ends(table, told) if bound.good else told


def _with_ends(table: CaptureTable, told: ChaoFit) -> ChaoFit:
    bound, chosen = told.bound, told.settings
    if bound is None:
        return told
    counts = table.cells()[None].astype(float)
    design = Written.unseen(bound.design[None])
    height = Height(design, counts, np.ones(counts.shape, bool), chosen.profile)
    found = ends(
        height, np.array([bound.hidden]), np.array([bound.variance]), chosen.level
    )
    lack = None if found.found[0] else no_upper_end()
    return ChaoFit(
        chosen, bound, told.etas, found, told.independent, told.quadratic, lack
    )
