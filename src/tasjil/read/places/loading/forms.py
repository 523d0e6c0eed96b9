"""Which form a list of places has, and its places, whatever the form."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tasjil.errors import BadPlaceList
from tasjil.model.places import Place
from tasjil.read.places.loading.account import Account
from tasjil.read.places.loading.geonames import AREAS, CELLS, read_dump
from tasjil.read.places.loading.limits import Limits
from tasjil.read.places.loading.other_names import LEAST_CELLS, with_other_names
from tasjil.read.places.loading.pcodes import find_columns, read_pcodes
from tasjil.read.places.loading.sheets import sheets

_TABLES = (".xlsx", ".csv")
_EXPECTED = (
    "expected a GeoNames dump (.txt or .zip, 19 columns between tabs), its file of "
    "other names (alternateNamesV2.txt), or a table of OCHA p-codes (.xlsx, .csv)"
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The places of some files, the widest last, and an account of each file."""

    places: tuple[Place, ...]
    accounts: tuple[Account, ...]


def load(paths: Iterable[Path], limits: Limits) -> Loaded:
    """Read lists of places in any form that is known.

    Args:
        paths: Files; a file of other names adds to the places of the others.
        limits: What is taken.

    Raises:
        BadPlaceList: A file has no form that is known, or too many places.
    """
    places: dict[str, Place] = {}
    accounts: list[Account] = []
    names: list[Path] = []
    for path in paths:
        _check_there(path)
        if path.suffix.lower() in _TABLES:
            found = list(_tables(path, limits, accounts))
        elif _width(path) == CELLS:
            accounts.append(Account.of(path, "a GeoNames dump"))
            found = read_dump(lambda p=path: _lines(p), accounts[-1], limits)  # type: ignore[misc]
        else:
            names.append(path)
            continue
        for place in found:
            places.setdefault(place.id, place)
        limits.check(len(places), path.name)
    named = list(places.values())
    for path in names:
        accounts.append(Account.of(path, "other names of GeoNames"))
        named = with_other_names(named, _lines(path), accounts[-1])
    return Loaded(tuple(sorted(named, key=_settlements_first)), tuple(accounts))


def _settlements_first(place: Place) -> tuple[bool, int]:
    """The order in a case's file, where the first of namesakes is meant: the town."""
    return place.level in AREAS, -place.population


def _check_there(path: Path) -> None:
    if not path.is_file():
        raise BadPlaceList(f"{path}: {_EXPECTED}, found no file")


def _tables(path: Path, limits: Limits, accounts: list[Account]) -> Iterator[Place]:
    """The places of every sheet that has p-codes."""
    any_found = False
    with sheets(path) as every:
        for sheet in every:
            found = find_columns(sheet.rows)
            if found is None:
                continue
            any_found = True
            columns, header, rows = found
            accounts.append(Account.of(path, "a table of p-codes", sheet.name))
            yield from read_pcodes(columns, header, rows, accounts[-1], limits)
    if not any_found:
        raise BadPlaceList(
            f"{path.name}: expected columns such as admin1Name_en and admin1Pcode in "
            "one of the first 10 rows of a sheet, found none; name them so"
        )


def _width(path: Path) -> int:
    """How many columns the first line has; refuses what is neither form."""
    first = next(iter(_lines(path)), "")
    cells = len(first.split("\t"))
    if cells != CELLS and not LEAST_CELLS <= cells <= 10:
        raise BadPlaceList(
            f"{path.name}, row 1: {_EXPECTED}; found {cells} columns between tabs"
        )
    return cells


def _lines(path: Path) -> Iterator[str]:
    """The lines of a text, or of the one text in a .zip, a line at a time."""
    if path.suffix.lower() != ".zip":
        with path.open(encoding="utf-8", errors="replace", newline="\n") as file:
            yield from file
        return
    try:
        with zipfile.ZipFile(path) as packed:
            inside = [n for n in packed.namelist() if n.endswith(".txt")]
            wanted = [n for n in inside if "readme" not in n.lower()]
            if len(wanted) != 1:
                raise BadPlaceList(
                    f"{path.name}: expected one .txt inside, found {len(wanted)}; "
                    "unpack it and name the file"
                )
            with packed.open(wanted[0]) as file:
                yield from io.TextIOWrapper(file, "utf-8", "replace", newline="\n")
    except zipfile.BadZipFile:
        raise BadPlaceList(
            f"{path.name}: expected a .zip archive, found other bytes; fetch it again"
        ) from None
