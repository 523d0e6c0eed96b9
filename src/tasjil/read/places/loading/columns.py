"""The columns of a p-code sheet: found by their headers, however they are spelt."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_PLAIN = re.compile(r"[^a-z0-9]")
_ADMIN = re.compile(
    r"adm(?:in)?(?:istrative)?(?:level)?(?P<level>[0-5])"
    r"(?:(?P<code>pcode|code|pcod|id)"
    r"|(?:ref|alt)?(?:name)?(?P<alt>alt\d?|ref)?(?:name)?\d?(?P<language>en|ar|fr|es|english|arabic|french)?)"
)
_OWN_NAME = re.compile(
    r"(?:(?:populated)?place|location|community|settlement|village|feature|ppl|site|"
    r"neighbou?rhood)?s?name(?:ref|alt)?\d?(?P<language>en|ar|fr|es|english|arabic|french)?"
)
_OWN_CODE = re.compile(
    r"(?:(?:populated)?place|location|community|settlement|village|feature|ppl|site|"
    r"neighbou?rhood)?s?pcode"
)
_LAT = re.compile(
    r"(?:point|centroid)?(?:lat|latitude|y|ycoord|pointy|latitudedd)(?:wgs84)?"
)
_LON = re.compile(
    r"(?:point|centroid)?(?:lon|long|longitude|lng|x|xcoord|pointx|longitudedd)(?:wgs84)?"
)
_LANGUAGES = {"english": "en", "arabic": "ar", "french": "fr"}


@dataclass(slots=True)
class Unit:
    """The columns that tell of one level, or of the place a row is about."""

    code: int | None = None
    names: dict[str, list[int]] = field(default_factory=dict)

    def add_name(self, language: str, column: int) -> None:
        """Keep a column of names in a language; "" where the header says none."""
        language = _LANGUAGES.get(language, language)
        self.names.setdefault(language, []).append(column)


@dataclass(slots=True)
class Columns:
    """Which column of a sheet tells what.

    Attributes:
        levels: Columns by administrative level, from 0.
        own: Columns of the populated place of a row.
        lat: Column of the latitude; `lon` of the longitude.
        told: What was found, in words, for the person who brings the file.
    """

    levels: dict[int, Unit] = field(default_factory=dict)
    own: Unit = field(default_factory=Unit)
    lat: int | None = None
    lon: int | None = None
    told: list[str] = field(default_factory=list)

    @property
    def enough(self) -> bool:
        """True where a row can be tied to an area by its code."""
        coded = [unit for unit in self.levels.values() if unit.code is not None]
        return any(unit.names for unit in coded)


def columns_of(header: Sequence[str]) -> Columns:
    """Find the columns of a sheet by their headers.

    Example:
        >>> found = columns_of(["admin1Name_en", "admin1Name_ar", "ADM1_PCODE", "Lat"])
        >>> found.levels[1].names, found.levels[1].code, found.lat
        ({'en': [0], 'ar': [1]}, 2, 3)
    """
    found = Columns()
    for number, cell in enumerate(header):
        plain = _PLAIN.sub("", cell.lower())
        meaning = _take(found, plain, number)
        if meaning:
            found.told.append(f"{meaning} = {cell.strip()}")
    return found


def _take(found: Columns, plain: str, number: int) -> str:
    """Put a column where it belongs; what it means, or nothing."""
    if admin := _ADMIN.fullmatch(plain):
        return _take_admin(found, admin, number)
    if _OWN_CODE.fullmatch(plain):
        found.own.code = number if found.own.code is None else found.own.code
        return "place, code"
    if own := _OWN_NAME.fullmatch(plain):
        found.own.add_name(own["language"] or "", number)
        return f"place, name {own['language'] or ''}".rstrip()
    if _LAT.fullmatch(plain) and found.lat is None:
        found.lat = number
        return "latitude"
    if _LON.fullmatch(plain) and found.lon is None:
        found.lon = number
        return "longitude"
    return ""


def _take_admin(found: Columns, admin: re.Match[str], number: int) -> str:
    level = int(admin["level"])
    unit = found.levels.setdefault(level, Unit())
    if admin["code"]:
        unit.code = number if unit.code is None else unit.code
        return f"level {level}, code"
    unit.add_name(admin["language"] or "", number)
    return f"level {level}, name {admin['language'] or ''}".rstrip()
