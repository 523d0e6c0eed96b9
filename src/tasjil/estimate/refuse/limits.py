"""From where on an estimate is refused: each limit, what it is for, and its source."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace

from tasjil.errors import BadValue

_FROM_0 = (
    "apart_people",
    "ess",
    "chains",
    "prior_moves",
    "prior_weight",
    "list_moves",
)


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of a run; `LIMITS` says what each is for and who set it.

    Example:
        >>> Limits().rhat
        1.05
    """

    lists: int = 3
    apart_people: int = 10
    apart_share: float = 0.02
    rhat: float = 1.05
    settled: float = 1.01
    ess: float = 400
    chains: int = 4
    near_cap: float = 0.05
    at_cap: float = 0.01
    prior_moves: float = 1.0
    prior_weight: float = 0.2
    list_moves: float = 1.0
    coverage: float = 0.55
    fit: float = 0.001

    def __post_init__(self) -> None:
        """Refuse limits that would let everything through, or nothing."""
        if self.lists < 3:
            raise BadValue(
                f"expected 3 lists or more, got {self.lists}: from two, nothing says "
                "whether they depend on each other; ask for --method two-lists"
            )
        for name in ("apart_share", "near_cap", "at_cap", "coverage", "fit"):
            if not 0 <= getattr(self, name) <= 1:
                raise BadValue(
                    f"expected {name} from 0 to 1, got {getattr(self, name)}"
                )
        for name in ("rhat", "settled"):
            if getattr(self, name) < 1:
                raise BadValue(
                    f"expected {name} of 1 or more, got {getattr(self, name)}"
                )
        for name in _FROM_0:
            if getattr(self, name) < 0:
                raise BadValue(
                    f"expected {name} of 0 or more, got {getattr(self, name)}"
                )

    def changed(self) -> dict[str, float]:
        """Give the limits that somebody set otherwise: they stand in the settings.

        Example:
            >>> Limits(rhat=1.1).changed()
            {'rhat': 1.1}
        """
        usual = asdict(Limits())
        return {name: v for name, v in asdict(self).items() if v != usual[name]}

    def plain(self) -> dict[str, float]:
        """Give every limit by its name."""
        return asdict(self)

    @classmethod
    def told(cls, words: Iterable[str]) -> "Limits":
        """Read limits as a person types them: rhat=1.1.

        Raises:
            BadValue: There is no such limit, or its value is no number.

        Example:
            >>> Limits.told(["rhat=1.1", "lists=4"]).changed()
            {'lists': 4, 'rhat': 1.1}
        """
        kinds: Mapping[str, type] = {
            each.name: type(getattr(cls(), each.name)) for each in fields(cls)
        }
        given: dict[str, float] = {}
        for word in words:
            name, equals, value = word.partition("=")
            if not equals or name not in kinds:
                raise BadValue(
                    f"expected a limit as NAME=VALUE with one of {', '.join(kinds)}, "
                    f"got {word!r}"
                )
            given[name] = _number(name, value, kinds[name])
        return replace(cls(), **given)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Limit:
    """What a limit is for, and where its usual value comes from."""

    what: str
    source: str


LIMITS: Mapping[str, Limit] = {
    "lists": Limit(
        "The fewest lists with people on them.",
        "Two lists cannot show whether they depend on each other: Bishop, Fienberg & "
        "Holland 1975, Discrete Multivariate Analysis, ch. 6.",
    ),
    "apart_people": Limit(
        "A list that shares nobody with any other is let be if it has fewer people; "
        "so few would often share nobody by chance.",
        "A convention of this program; HRDAG's published tables hold lists of one "
        "and two people apart.",
    ),
    "apart_share": Limit(
        "... and if it is a smaller share than this of all documented.",
        "A convention of this program.",
    ),
    "rhat": Limit(
        "Chains disagree above it: split R-hat of N.",
        "Gelman & Rubin 1992 took 1.1; 1.05 with rank-normalised R-hat lies between "
        "it and the 1.01 of Vehtari et al. 2021, Bayesian Analysis 16.",
    ),
    "settled": Limit(
        "Chains go on until R-hat of N is below it, or their time is up.",
        "Vehtari, Gelman, Simpson, Carpenter & Bürkner 2021, Bayesian Analysis 16.",
    ),
    "ess": Limit(
        "The fewest effective samples, in the bulk and in the tails.",
        "100 a chain, four chains: Vehtari et al. 2021.",
    ),
    "chains": Limit(
        "The fewest chains, begun in places far apart.",
        "Vehtari et al. 2021.",
    ),
    "near_cap": Limit(
        "How near the largest number allowed counts as at it.",
        "A convention of this program.",
    ),
    "at_cap": Limit(
        "The most of a posterior that may lie at the largest number allowed.",
        "A convention of this program: 1 % changes no 95 % interval that is told.",
    ),
    "prior_moves": Limit(
        "How far another prior (dga: half and twice delta) may move the median, in "
        "widths of the interval.",
        "A convention of this program: what moves it by more, the interval hides.",
    ),
    "prior_weight": Limit(
        "How many people dga's prior may put into the table, as a share of those "
        "documented, before the deltas of the literature have to agree as well.",
        "A convention of this program: on eight lists 0.5 a cell is 128 people, and "
        "half or twice of it outweighs a short list as much.",
    ),
    "list_moves": Limit(
        "How far leaving one list out may move the median, in widths of the interval.",
        "A convention of this program.",
    ),
    "coverage": Limit(
        "Below this sample coverage an estimate by coverage is a bound.",
        "Chao & Tsay 1998, Journal of the American Statistical Association 93.",
    ),
    "fit": Limit(
        "A model does not fit where overlaps like those seen are rarer than this.",
        "A posterior predictive p is conservative: Gelman, Meng & Stern 1996, "
        "Statistica Sinica 6; only gross misfit refuses.",
    ),
}
"""Every field of `Limits`, explained; a test holds the two together."""


def _number(name: str, value: str, kind: type) -> float:
    try:
        found = float(value)
        return kind(found)  # type: ignore[no-any-return]
    except (ValueError, OverflowError):
        raise BadValue(
            f"expected a number for the limit {name}, got {value!r}"
        ) from None
