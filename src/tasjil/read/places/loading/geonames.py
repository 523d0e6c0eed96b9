"""GeoNames dumps (SY.txt, allCountries.txt): rows of nineteen cells between tabs."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from tasjil.errors import BadPlaceList
from tasjil.model.ids import PlaceId
from tasjil.model.places import Place, PlaceLevel
from tasjil.read.places.loading.account import Account
from tasjil.read.places.loading.feature_levels import level_of, levels_by_code
from tasjil.read.places.loading.limits import Limits

CELLS = 19
_MOST_FAULTY = 100
"""Rows at fault before a file is no dump at all."""

AREAS = (
    *(PlaceLevel.COUNTRY, PlaceLevel.REGION, PlaceLevel.GOVERNORATE),
    *(PlaceLevel.DISTRICT, PlaceLevel.SUBDISTRICT),
)
_DIVISIONS = {"ADM1": 1, "ADM2": 2, "ADM3": 3, "ADM4": 4}
_ARABIC = re.compile(r"[\u0621-\u06d3]")
_OTHER_SCRIPTS = re.compile(
    r"[^\u0000-\u024f\u0600-\u06ff\u1e00-\u1eff\u02b0-\u02ff‘’-]"
)
_MOST_NAMES = 12

Lines = Callable[[], Iterable[str]]
Code = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DumpRow:
    """One place as a dump has it, with the codes of the areas around it."""

    place: Place
    codes: Code
    is_division: bool


def read_dump(lines: Lines, account: Account, limits: Limits) -> list[Place]:
    """The places of a dump that the limits take, each with the areas around it.

    The file is gone through twice, a line at a time: first for the areas, whose rows
    stand anywhere in it, then for the places in them.

    Args:
        lines: Opens the file anew and gives its lines.
        account: Where counts and faults are kept.
        limits: What is taken.

    Raises:
        BadPlaceList: It is no dump, or holds more places than the limits allow.
    """
    areas: dict[Code, Place] = {}
    for row in _rows(lines(), account, limits, wanted=_is_area):
        if row.is_division or row.place.level is PlaceLevel.COUNTRY:
            areas.setdefault(row.codes, row.place)
        limits.check(len(areas), account.file)
    account.read = account.faulty = 0
    account.faults.clear()
    taken: dict[PlaceId, Place] = {}
    for row in _rows(lines(), account, limits, wanted=None):
        around = _around(row, areas)
        if limits.takes(row.place, around):
            for place, parent in zip(
                (row.place, *around), (*around, None), strict=True
            ):
                taken.setdefault(place.id, _inside(place, parent))
            limits.check(len(taken), account.file)
    account.taken = len(taken)
    return list(taken.values())


def _is_area(cells: list[str]) -> bool:
    return cells[6] == "A"


def _rows(
    lines: Iterable[str],
    account: Account,
    limits: Limits,
    wanted: Callable[[list[str]], bool] | None,
) -> Iterator[DumpRow]:
    """Rows of the wanted countries and kinds; what is at fault is kept in words."""
    known = levels_by_code()
    for number, line in enumerate(lines, start=1):
        account.read += 1
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) != CELLS:
            found = str(len(cells))
            account.fault(number, "all", f"{CELLS} cells between tabs", found)
            _refuse_what_is_no_dump(account)
            continue
        skipped = cells[7] not in known or not limits.takes_country(cells[8])
        if skipped or (wanted is not None and not wanted(cells)):
            continue
        row = _row(cells, number, account)
        if row is not None:
            yield row


def _refuse_what_is_no_dump(account: Account) -> None:
    if account.faulty >= _MOST_FAULTY or account.faulty == account.read >= 3:
        raise BadPlaceList(
            f"{account.faults[0]}; this is no GeoNames dump: unpack SY.txt or "
            "allCountries.txt from download.geonames.org/export/dump and try again"
        )


def _row(cells: list[str], number: int, account: Account) -> DumpRow | None:
    """One row as a place; None where a cell cannot be, which the account keeps."""
    id, name, lat, lon = cells[0], cells[1].strip(), cells[4], cells[5]
    if not id.isdecimal():
        account.fault(number, "geonameid", "a number", id)
        return None
    if not name:
        account.fault(number, "name", "a name", name)
        return None
    point = _point(lat, lon)
    if point is None:
        account.fault(number, "latitude, longitude", "degrees", f"{lat}, {lon}")
        return None
    people = int(cells[14]) if cells[14].isdecimal() else 0
    level = level_of(cells[7], people)
    other = _spellings(cells[3], name)
    arabic = next((n for n in other if _ARABIC.search(n)), None)
    north, east = (None, None) if level in AREAS else point
    place = Place(
        PlaceId(f"geonames:{id}"),
        name,
        level,
        name_ar=arabic,
        lat=north,
        lon=east,
        geonames=int(id),
        variants=tuple(n for n in other if n != arabic),
        country=cells[8] or None,
        population=people,
    )
    depth = _DIVISIONS.get(cells[7], 4)
    codes = (
        cells[8],
        *_codes(cells[10:14])[
            : 0 if cells[6] == "A" and level is PlaceLevel.COUNTRY else depth
        ],
    )
    return DumpRow(place, codes, cells[7] in _DIVISIONS)


def _codes(cells: list[str]) -> list[str]:
    """Codes of the divisions, down to the first that is not given; 00 is none."""
    found = []
    for cell in cells:
        if cell in ("", "00"):
            break
        found.append(cell)
    return found


def _point(lat: str, lon: str) -> tuple[float, float] | None:
    try:
        north, east = float(lat), float(lon)
    except ValueError:
        return None
    return (north, east) if -90 <= north <= 90 and -180 <= east <= 180 else None


def _spellings(cell: str, name: str) -> list[str]:
    """Other names in Latin or Arabic script, without codes and repetitions."""
    found = dict.fromkeys(n.strip() for n in cell.split(","))
    kept = [
        n
        for n in found
        if len(n) > 3 and n != name and "|" not in n and not _is_a_code(n)
    ]
    arabic = [n for n in kept if _ARABIC.search(n)]
    latin = [n for n in kept if n not in arabic]
    return [*arabic[:4], *latin[:_MOST_NAMES]]


def _is_a_code(name: str) -> bool:
    """True for "ALY", for machine spellings and for scripts the readers do not read."""
    return (
        name.isupper()
        or (name.isascii() and name.islower())
        or _OTHER_SCRIPTS.search(name) is not None
    )


def _around(row: DumpRow, areas: dict[Code, Place]) -> list[Place]:
    """The areas a place lies in, nearest first."""
    above = (areas.get(row.codes[:n]) for n in range(len(row.codes), 0, -1))
    return [area for area in above if area is not None and area.id != row.place.id]


def _inside(place: Place, parent: Place | None) -> Place:
    """The place with the area right around it."""
    if parent is None:
        return place
    return replace(place, parent=parent.id)
