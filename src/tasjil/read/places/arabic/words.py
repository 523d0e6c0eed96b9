"""The Arabic words that tell a place from a word, a person or an office."""

from dataclasses import dataclass
from functools import cache

from tasjil.model.places import PlaceLevel
from tasjil.read.places.folding import folded
from tasjil.read.word_lists import word_lists


def _words(section: str) -> frozenset[str]:
    listed = word_lists("tasjil.read.places", "data/arabic.txt")[section]
    return frozenset(folded(word) for word in listed)


NEVER = _words("never")
OFTEN_A_WORD = _words("often a word")
GIVEN_NAMES = _words("given names")
TITLES = _words("titles")
ORGANISATIONS = _words("organisations")
PREPOSITIONS = _words("before a place")
NEAR = _words("near")
NEAR_FROM = _words("near with من")
DIRECTIONS = _words("directions")
OPENERS = _words("open a name")
WEAK_OPENERS = _words("may open a name")
ENDS = _words("ends a name")
CALLED = _words("called")
PEOPLE = _words("gone to")

ROADS = _words("roads")
BARE_KINDS = _words("bare kinds")
COUNTRYSIDE = _words("countryside")
IN_ITS_TOWN = _words("in its town")
BARE_NAME = _words("bare name")
LOCATIVES = _words("locative")
SIDES = _words("sides")
POSSESSED = tuple(_words("possessed"))
NO_DATELINE = _words("no dateline")


@dataclass(frozen=True, slots=True)
class Kind:
    """What a word says of the name after it; a plural holds for a whole list."""

    word: str
    level: PlaceLevel
    plural: bool = False

    @property
    def settles(self) -> bool:
        """True for the kinds that make a place of any name: "the village of"."""
        return self.level not in (PlaceLevel.REGION, PlaceLevel.SITE)

    @property
    def is_said_with_the_name(self) -> bool:
        """True where the kind belongs to the name, as in "Homs governorate"."""
        apart = (PlaceLevel.CITY, PlaceLevel.TOWN, PlaceLevel.VILLAGE)
        return self.level not in apart and not self.plural


@cache
def kinds() -> dict[str, Kind]:
    """Every word that tells the kind of a place, folded.

    Example:
        >>> kinds()[folded("محافظة")].level.value, kinds()[folded("قرى")].plural
        ('governorate', True)
    """
    found = {}
    for section, listed in word_lists(
        "tasjil.read.places", "data/arabic_kinds.txt"
    ).items():
        level, _, plural = section.partition(" ")
        for word in map(folded, listed):
            found[word] = Kind(word, PlaceLevel(level), bool(plural))
    return found


@cache
def nationalities() -> dict[str, str]:
    """ISO codes by nationality: the adjective in all its forms, folded.

    Example:
        >>> nationalities()[folded("السورية")], nationalities()[folded("لبنانيين")]
        ('SY', 'LB')
    """
    found = {}
    for stem, code in _stems():
        for ending in ("", "ه", "ون", "ين", "ان", "ات", "تين", "تان"):
            found[stem + ending] = found["ال" + stem + ending] = code
    return found


def _stems() -> list[tuple[str, str]]:
    listed = word_lists("tasjil.read.places", "data/arabic_nationalities.txt")
    return [
        (folded(adjective), code)
        for code, words in listed.items()
        for adjective in words
    ]
