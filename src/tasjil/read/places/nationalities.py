"""Nationalities: "Syrian" tells of a country without naming a place."""

from functools import cache
from importlib.resources import files


@cache
def nationalities() -> dict[str, str]:
    """ISO codes of countries, by nationality in lower case.

    Example:
        >>> nationalities()["syrian"], nationalities()["costa rican"]
        ('SY', 'CR')
    """
    lines = files("tasjil.read.places").joinpath("data/nationalities.txt")
    found = {}
    for line in lines.read_text("utf-8").splitlines():
        code, *words = line.split()
        found.update({word.lower().replace("-", " "): code for word in words})
    return found
