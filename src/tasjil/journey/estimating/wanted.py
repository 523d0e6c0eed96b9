"""What is asked of an estimate of a case: lists, draws of its linking, and methods."""

from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Any

import msgspec

from tasjil.errors import BadValue
from tasjil.estimate.settings import EstimateSettings
from tasjil.model.defined import Defined
from tasjil.model.json import from_json

DRAWS = 20


class Stratum(Defined):
    """What records tell of people that tables can be parted by."""

    SEX = "sex", "Man or woman, as records tell."
    AGE = "age", "Child or adult, as records tell."
    PLACE = "place", "The widest place inside the country that records tell."
    MONTH = "month", "The month of death."


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a case is to be estimated.

    Attributes:
        settings: Methods, priors, seed, strata, limits.
        draws: How many linkages are drawn, each as likely as the records make it; 0
            takes the one that the case holds, as if it were certain.
        lists: The lists that count; all that were imported if none is named.
        without: Lists that do not count: one that relays another sees nobody itself.
        reports: Whether everybody named in reports is a list as well.
    """

    settings: EstimateSettings = field(default_factory=EstimateSettings)
    draws: int = DRAWS
    lists: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    reports: bool = False

    def __post_init__(self) -> None:
        """Refuse draws that are none, and strata that no record tells."""
        if self.draws < 0:
            raise BadValue(f"expected 0 draws or more, got {self.draws}")
        known = [str(each) for each in Stratum]
        for each in self.settings.by:
            if each not in known:
                raise BadValue(
                    f"expected --by with one of {', '.join(known)}: what records of a "
                    f"case tell; got {each!r}"
                )

    def plain(self) -> dict[str, Any]:
        """Give it as JSON values; `wanted_from` reads it back."""
        told = asdict(self)
        return told | {"settings": self.settings.plain()}

    @property
    def digest(self) -> str:
        """The same for the same wish."""
        told = msgspec.json.encode(self.as_kept.plain(), order="sorted")
        return "sha256:" + sha256(told).hexdigest()

    @property
    def as_kept(self) -> "Wanted":
        """The wish as it is read back: 400 and 400.0 are one number."""
        return wanted_from(self.plain())


def wanted_from(plain: Any) -> Wanted:
    """Read a wish back from its JSON values.

    Example:
        >>> wish = Wanted(draws=5, without=("herald",))
        >>> wanted_from(wish.plain()) == wish
        True
    """
    return from_json(plain, Wanted)
