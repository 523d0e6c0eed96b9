"""Words around a name that tell a place: "in the village of", "province", "near"."""

import re

from tasjil.model.places import PlaceLevel, Precision

_LEVELS: dict[PlaceLevel, str] = {
    PlaceLevel.GOVERNORATE: "governorate province department state muhafazah",
    PlaceLevel.DISTRICT: "district county canton municipality jurisdiction",
    PlaceLevel.SUBDISTRICT: "subdistrict sub-district",
    PlaceLevel.CITY: "city capital",
    PlaceLevel.TOWN: "town township port",
    PlaceLevel.VILLAGE: "village hamlet settlement",
    PlaceLevel.NEIGHBOURHOOD: "neighborhood neighbourhood quarter suburb borough",
    PlaceLevel.REGION: "region area valley countryside coast mountains desert",
    PlaceLevel.SITE: "camp hospital school mosque church bridge prison square street "
    "airport airbase market university checkpoint farm roundabout junction crossing "
    "barracks garrison cemetery station dam highway road avenue estate hill stream "
    "stadium park convent monastery",
}
LEVELS: dict[str, PlaceLevel] = {
    word: level for level, words in _LEVELS.items() for word in words.split()
}
"""What kind of place a word tells of."""

for _word, _level in list(LEVELS.items()):
    LEVELS[_word[:-1] + "ies" if _word.endswith("y") else _word + "s"] = _level

KINDS = frozenset(LEVELS)

_OFFICES = ["department", "departments", "state", "states", "capital", "capitals"]
STRONG = KINDS & frozenset(
    word
    for word, level in LEVELS.items()
    if level not in (PlaceLevel.REGION, PlaceLevel.SITE) or word in ("camp", "camps")
    if word not in _OFFICES
)
"""Kinds after which a name is a place though no list has it: "the village of"."""

_NOT_AFTER_NAME = "state states capital capitals road street area areas station port"
AFTER_NAME = KINDS - frozenset(_NOT_AFTER_NAME.split())
"""Kinds that make a place of the capitalised name before them: "Varesh hospital"."""

_TOWN_SITES = """hospital airport airbase university prison market stadium square camp
church mosque bridge park cemetery"""
IN_ITS_TOWN = frozenset(_TOWN_SITES.split())
"""Sites called after the town they stand in or beside."""

IN_A_TOWN = frozenset(
    ["market", "square", "centre", "center", "heart", "middle", "streets"]
)
"""Parts of a town before its name: "in the market of"."""

_NEAR = (
    r"(?:near(?:by)?|outside(?: of)?|close to|around|not far from|next to|adjacent to|"
    r"(?:the )?(?:vicinity|outskirts|environs|countryside|suburbs|hinterland) of|"
    r"(?:just )?(?:north|south|east|west|north-?east|north-?west|south-?east|"
    r"south-?west)(?:ern)?(?: part)? of|"
    r"(?:kilomet(?:er|re)s?|kms?|miles?)(?: away)?(?: to the \w+)?"
    r"(?: (?:north|south|east|west|north-?east|north-?west|south-?east|south-?west))?"
    r" (?:of|from)|rural|(?:on the )?(?:road|way|route) (?:to|from))"
)
_FILLER = (
    r"(?:\s+(?:the|a))?(?:\s+(?:\w+\s+)?(?:city|town|village|camp|hamlet) of)?\s*$"
)
NEAR_BEFORE = re.compile(r"\b" + _NEAR.replace(" ", r"\s+") + _FILLER)
"""Words before a name that put the harm near it; on lower case."""

NEAR_AFTER = re.compile(
    r"(?:'s|’s)?\s+(?:(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?\s+)?"
    r"(?:countryside|outskirts|suburbs|hinterland|areas?)\b"
)
_SIDE = r"(?:(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?\s+)?"
COUNTRYSIDE_BEFORE = re.compile(
    r"\b(?:countryside\s+of\s+(?:the\s+)?(?:(?:city|town)\s+of\s+)?|rural\s+)$"
)
COUNTRYSIDE_AFTER = re.compile(rf"(?:['’]s)?\s+{_SIDE}countryside\b")
"""Words that mean the land around a place, and not the place; on lower case."""

BETWEEN_BEFORE = re.compile(r"\bbetween\s+(?:the\s+)?(?:\w+\s+of\s+)?$")

KIND_BEFORE = re.compile(
    r"\b(?P<kind>" + "|".join(sorted(KINDS, key=len, reverse=True)) + r")\s+of\s+"
    r"(?:the\s+)?$"
)
""" "the village of", "the provinces of", on lower case before a name."""

KIND_AFTER = re.compile(
    r"(?:[’']s)?\s+(?P<kind>" + "|".join(sorted(KINDS, key=len, reverse=True)) + r")\b",
    re.IGNORECASE,
)
"""What may follow a name and be part of it: " province"."""


def precision_at(lower: str, start: int, end: int) -> Precision:
    """How the words around tie the harm to the place."""
    if BETWEEN_BEFORE.search(lower, max(0, start - 60), start):
        return Precision.BETWEEN
    if NEAR_BEFORE.search(lower, max(0, start - 60), start) or NEAR_AFTER.match(
        lower, end
    ):
        return Precision.NEAR
    return Precision.AT
