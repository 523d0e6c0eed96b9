"""What level of place a feature code of GeoNames tells."""

from functools import cache

from tasjil.model.places import PlaceLevel
from tasjil.read.word_lists import word_lists

CITY = 50_000
TOWN = 5_000
"""How many people make a populated place a city or a town."""

_BY_POPULATION = "by population"


@cache
def levels_by_code() -> dict[str, PlaceLevel | None]:
    """The level of each code that is brought in; None where the population tells it.

    Example:
        >>> levels_by_code()["ADM2"].value, levels_by_code()["PPL"]
        ('district', None)
    """
    found: dict[str, PlaceLevel | None] = {}
    for section, codes in word_lists(
        "tasjil.read.places", "data/feature_codes.txt"
    ).items():
        level = None if section == _BY_POPULATION else PlaceLevel(section)
        found.update(dict.fromkeys(codes, level))
    return found


def level_of(code: str, population: int) -> PlaceLevel:
    """The level of a place; see `levels_by_code` for which codes there are.

    Example:
        >>> level_of("PPL", 12_000).value, level_of("PPLC", 0).value
        ('town', 'city')
    """
    level = levels_by_code()[code]
    if level is not None:
        return level
    if population >= CITY:
        return PlaceLevel.CITY
    return PlaceLevel.TOWN if population >= TOWN else PlaceLevel.VILLAGE
