"""OCHA's p-code sheets: areas and populated places with their codes and their names."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, islice

from tasjil.model.ids import PlaceId
from tasjil.model.places import Place, PlaceLevel
from tasjil.read.places.folding import folded
from tasjil.read.places.loading.account import Account
from tasjil.read.places.loading.columns import Columns, Unit, columns_of
from tasjil.read.places.loading.limits import Limits
from tasjil.read.places.loading.sheets import Row

HEADER_WITHIN = 10
"""The header stands in one of the first rows, behind titles or tags."""

LEVELS = {
    0: PlaceLevel.COUNTRY,
    1: PlaceLevel.GOVERNORATE,
    2: PlaceLevel.DISTRICT,
    3: PlaceLevel.SUBDISTRICT,
    4: PlaceLevel.VILLAGE,
    5: PlaceLevel.NEIGHBOURHOOD,
}
"""What the administrative levels of OCHA are called here."""

_FINE = (PlaceLevel.VILLAGE, PlaceLevel.NEIGHBOURHOOD)


def find_columns(rows: Iterable[Row]) -> tuple[Columns, int, Iterator[Row]] | None:
    """The columns of a sheet, the row its header is in, and the rows below.

    Returns:
        None where no row among the first says which area a row is about.
    """
    rest = iter(rows)
    first = list(islice(rest, HEADER_WITHIN))
    for number, row in enumerate(first):
        columns = columns_of(row)
        if columns.enough:
            return columns, number + 1, chain(first[number + 1 :], rest)
    return None


def read_pcodes(
    columns: Columns, header: int, rows: Iterable[Row], account: Account, limits: Limits
) -> list[Place]:
    """The places of one sheet that the limits take, each with the areas around it.

    Args:
        columns: Which column tells what.
        header: The row of the header, from 1.
        rows: The rows below it.
        account: Where counts and faults are kept.
        limits: What is taken.

    Raises:
        BadPlaceList: It holds more places than the limits allow.
    """
    account.columns = tuple(columns.told)
    taken: dict[PlaceId, Place] = {}
    for number, row in enumerate(rows, start=header + 1):
        if not any(row) or _is_tags(row):
            continue
        account.read += 1
        line = _Line(columns, row, number, account)
        places = line.places()
        if not places:
            continue
        first, *around = places
        for place in places:
            wanted = limits.takes(place, places[places.index(place) + 1 :])
            if wanted or (place is not first and limits.takes(first, around)):
                taken.setdefault(place.id, place)
        limits.check(len(taken), account.file)
    account.taken = len(taken)
    return list(_closed(taken))


def _closed(taken: Mapping[PlaceId, Place]) -> Iterator[Place]:
    """The places, with no parent that was not taken."""
    for place in taken.values():
        known = place.parent is None or place.parent in taken
        yield place if known else replace(place, parent=None)


def _is_tags(row: Row) -> bool:
    """True for the row of HXL tags below some headers: "#adm1+code"."""
    return any(cell.startswith("#") for cell in row)


class _Line:
    """One row of a sheet, with its columns by name."""

    def __init__(
        self, columns: Columns, row: Row, number: int, account: Account
    ) -> None:
        self.columns = columns
        self.row = row
        self.number = number
        self.account = account

    def cell(self, column: int | None) -> str:
        """A cell without its spaces; empty where the row is short."""
        if column is None or column >= len(self.row):
            return ""
        return self.row[column].strip()

    def places(self) -> list[Place]:
        """The place a row is about and the areas around it, the finest first."""
        found: list[Place] = []
        for level in sorted(self.columns.levels):
            unit = self.columns.levels[level]
            area = self._area(unit, LEVELS[level], found[0] if found else None)
            if area is not None:
                found.insert(0, area)
        own = self._own(found[0] if found else None)
        if own is not None:
            found.insert(0, own)
        elif found and found[0].level in _FINE:
            found[0] = self._with_point(found[0])
        return found

    def _area(
        self, unit: Unit, level: PlaceLevel, around: Place | None
    ) -> Place | None:
        code = self.cell(unit.code)
        if not code:
            return None
        return self._place(code, unit, level, around)

    def _own(self, around: Place | None) -> Place | None:
        """The populated place of a row, where the sheet has columns for one."""
        if not self.columns.own.names:
            return None
        code = self.cell(self.columns.own.code)
        name = next(iter(self._names(self.columns.own)), None)
        if name is None:
            return None
        if not code:
            above = around.id if around is not None else "place"
            code = f"{above}-{folded(name).replace(' ', '-')}"
        place = self._place(code, self.columns.own, PlaceLevel.VILLAGE, around)
        return self._with_point(place) if place is not None else None

    def _names(self, unit: Unit) -> list[str]:
        """The names of a unit, English first, then as the sheet has them."""
        order = sorted(unit.names, key=lambda language: language not in ("en", ""))
        cells = (self.cell(n) for language in order for n in unit.names[language])
        return list(dict.fromkeys(cell for cell in cells if cell))

    def _place(
        self, code: str, unit: Unit, level: PlaceLevel, around: Place | None
    ) -> Place | None:
        names = self._names(unit)
        if not names:
            self.account.fault(self.number, f"{level} name", f"a name for {code}", "")
            return None
        arabic = next(filter(None, map(self.cell, unit.names.get("ar", []))), None)
        more = [name for name in names[1:] if name != arabic and "|" not in name]
        country = code[:2] if code[:2].isalpha() and code[:2].isupper() else None
        return Place(
            PlaceId(code),
            names[0],
            level,
            parent=around.id if around is not None and around.id != code else None,
            name_ar=arabic if arabic != names[0] else None,
            variants=tuple(more),
            country=country,
        )

    def _with_point(self, place: Place) -> Place:
        """The place with its coordinates; what is no point is kept as a fault."""
        lat, lon = self.cell(self.columns.lat), self.cell(self.columns.lon)
        if not lat or not lon:
            return place
        try:
            return replace(place, lat=float(lat), lon=float(lon))
        except ValueError:
            found = f"{lat}, {lon}"
            self.account.fault(
                self.number, "latitude, longitude", "degrees north and east", found
            )
            return place
