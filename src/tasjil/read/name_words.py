"""Words that come with names of persons: given names, titles, particles."""

from functools import cache
from importlib.resources import files

from tasjil.read.word_lists import word_lists

_WORDS = word_lists("tasjil.read", "name_words.txt")

TITLES = _WORDS["titles"]
"""Titles, ranks and callings that stand before a name and are no part of it."""

PARTICLES = _WORDS["particles"]
"""Small words that hold a name together: "Abd al-", "bin", "de la"."""

NOT_A_NAME = _WORDS["not a name"]
"""Words that show that a run of capitals is no person."""

KIN = _WORDS["kin"]
"""Words after which a single unknown word is a name: "her son Tamo"."""

SURNAMES = _WORDS["surnames"]
"""Family names that are towns or English words too."""

OPENS_A_PLACE = _WORDS["opens a place"]
"""First words of many places and of few people."""


@cache
def given_names() -> frozenset[str]:
    """Given names in lower case, without accents.

    Example:
        >>> "khalil" in given_names(), "tuesday" in given_names()
        (True, False)
    """
    text = files("tasjil.read").joinpath("given_names.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())
