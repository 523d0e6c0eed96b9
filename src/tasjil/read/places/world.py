"""The world file: countries, first-level divisions and towns of GeoNames."""

import zlib
from collections.abc import Callable
from functools import cache
from importlib.resources import files

from tasjil.model.ids import PlaceId
from tasjil.model.places import Place, PlaceLevel
from tasjil.read.places.folding import folded, without_article


class World:
    """Places of the world by folded name; rows are only unpacked when asked for."""

    def __init__(self, packed: bytes) -> None:
        """Unpack the file: rows, keys over row numbers, keys that need a cue."""
        text = zlib.decompress(packed).decode("utf-8")
        rows, keys, cues = text.split("\n\n")
        self._rows = rows.split("\n")
        lines = iter(keys.split("\n"))
        self._keys = dict(zip(lines, lines, strict=True))
        self._cues = frozenset(cues.split("\n"))
        self._divisions: dict[str, Place] = {}
        self._countries: dict[str, Place] = {}
        for row in self._rows:
            if row.endswith(("\tcountry", "\tgovernorate")):
                self._keep_container(_place(row))
        self._numbers: dict[str, int] = {}
        self._first_words = {key.partition(" ")[0] for key in self._keys}

    def __reduce__(self) -> tuple[Callable[[], "World"], tuple[()]]:
        """Another process unpacks the same file instead of being sent all places."""
        return world, ()

    def _keep_container(self, place: Place) -> None:
        if place.level is PlaceLevel.COUNTRY:
            self._countries[place.country or ""] = place
        elif place.parent:
            self._divisions.setdefault(place.parent, place)

    def __contains__(self, key: str) -> bool:
        """True where a folded name is in the file."""
        return key in self._keys

    def begins(self, word: str) -> bool:
        """True where a folded name begins with the word."""
        return word in self._first_words

    def named(self, key: str) -> tuple[Place, ...]:
        """Every place under a folded name, the most populous first."""
        numbers = self._keys.get(key, "")
        return tuple(_place(self._rows[int(n)]) for n in numbers.split())

    def needs_cue(self, key: str) -> bool:
        """True where the name is an English word too ("Reading")."""
        return key in self._cues

    def place(self, id: PlaceId) -> Place | None:
        """The place with an id `geonames:N`; None where the file lacks it."""
        if not self._numbers:
            self._numbers = {r.partition("\t")[0]: n for n, r in enumerate(self._rows)}
        number = self._numbers.get(id)
        return None if number is None else _place(self._rows[number])

    def within(self, place: Place) -> tuple[Place, ...]:
        """The division and the country a place lies in, nearest first."""
        if place.level is PlaceLevel.COUNTRY:
            return ()
        division = self._divisions.get(place.parent or "")
        country = self._countries.get(place.country or "")
        return tuple(p for p in (division, country) if p and p.id != place.id)


def _place(row: str) -> Place:
    id, name, country, division, lat, lon, people, level = row.split("\t")
    return Place(
        PlaceId(id),
        name,
        PlaceLevel(level),
        parent=PlaceId(f"{country}.{division}") if division else None,
        lat=float(lat),
        lon=float(lon),
        geonames=int(id.partition(":")[2]),
        country=country,
        population=int(people),
    )


@cache
def world() -> World:
    """The world file of the package, unpacked once (about a quarter of a second)."""
    return World(files("tasjil.read.places").joinpath("data/world.txt.z").read_bytes())


def keys_of(place: Place) -> set[str]:
    """Every folded spelling of a place, with and without the Arabic article.

    Example:
        >>> place = Place(PlaceId("v"), "Al-Varesh", PlaceLevel.TOWN)
        >>> sorted(keys_of(place))
        ['al varesh', 'varesh']
    """
    keys = {folded(name) for name in place.names}
    return {k for k in keys | {without_article(k) or "" for k in keys} if len(k) > 1}
