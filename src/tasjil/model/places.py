"""Where: places that keep their precision, each inside a wider one."""

from dataclasses import dataclass

from tasjil.errors import BadPlace
from tasjil.model.defined import Defined
from tasjil.model.ids import PlaceId


class PlaceLevel(Defined):
    """How fine a place is, from the widest to the finest."""

    COUNTRY = "country", "A whole country."
    REGION = (
        "region",
        "An area with no office of its own: a coast, a countryside, a front.",
    )
    GOVERNORATE = (
        "governorate",
        "First level below the country: governorate, province, state, department.",
    )
    DISTRICT = "district", "Second level below the country."
    SUBDISTRICT = "subdistrict", "Third level below the country."
    CITY = "city", "A large town, or the seat of a governorate."
    TOWN = "town", "A place of some thousands of people."
    VILLAGE = "village", "A small settlement outside a town."
    NEIGHBOURHOOD = "neighbourhood", "A quarter or a street of a city or town."
    SITE = "site", "A building, a road, a checkpoint, a camp."
    UNKNOWN = "unknown", "Named in the report, but not found in any list of places."


class Precision(Defined):
    """How a report ties the harm to the place it names."""

    AT = "at", "In the place itself."
    NEAR = (
        "near",
        "Near, outside, in the countryside of: a neighbourhood of the place.",
    )
    BETWEEN = "between", "Somewhere between this place and another."


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a gazetteer or of the case's `places.csv`.

    Coordinates are given only where the place is a point that somebody published;
    a governorate's centre is not a point and stays out of `lat`/`lon` of a claim.
    """

    id: PlaceId
    name: str
    level: PlaceLevel
    parent: PlaceId | None = None
    name_ar: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    variants: tuple[str, ...] = ()
    country: str | None = None
    """ISO 3166 code of two letters, for places of the built-in gazetteer."""

    population: int = 0
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse a place without a name, off the globe, or inside itself."""
        if not self.name.strip():
            raise BadPlace(f"expected a name for place {self.id!r}, got none")
        if (self.lat is None) != (self.lon is None):
            raise BadPlace(f"place {self.id!r} has one coordinate, expected both")
        if self.lat is not None and self.lon is not None:
            inside = -90 <= self.lat <= 90 and -180 <= self.lon <= 180
            if not inside:
                raise BadPlace(
                    f"place {self.id!r} is off the globe: {self.lat}, {self.lon}"
                )
        if self.parent == self.id:
            raise BadPlace(f"place {self.id!r} cannot lie inside itself")

    @property
    def names(self) -> tuple[str, ...]:
        """Every spelling, the main one first."""
        more = (self.name_ar,) if self.name_ar else ()
        return (self.name, *more, *self.variants)


@dataclass(frozen=True, slots=True)
class Where:
    """A place as one claim tells it.

    Attributes:
        text: The words in the report.
        name: The place's main name, where it was found in a list of places.
        place: Its id there: a case's own id, or `geonames:` and a number.
        within: Ids of the places that contain it, nearest first.
        candidates: Ids it could also be, where several fit; then `place` is None.
    """

    text: str
    name: str | None = None
    level: PlaceLevel = PlaceLevel.UNKNOWN
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Precision = Precision.AT
    place: PlaceId | None = None
    within: tuple[PlaceId, ...] = ()
    candidates: tuple[PlaceId, ...] = ()
