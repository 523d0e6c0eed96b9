"""Words in names that are no names themselves: ties, titles, what begins a compound."""

from tasjil.link.names.tables import table
from tasjil.model.defined import Defined


class Kind(Defined):
    """What a word does in a name."""

    NAME = "name", "A name, or part of one."
    TIE = "tie", "Son or daughter of: what follows is the father."
    TITLE = "title", "A rank, an honour or a form of address; it is no name."
    ARTICLE = "article", "It belongs to the word after it."
    ASSIMILATED = "assimilated", "An article that sounds like the name after it: ar."
    SERVANT = "servant", "Abd: one name with the name of God that follows."
    SERVANT_OF = "servant of", "Abdul: certainly one name with what follows."
    PARENT = "parent", "Abu or Umm: a kunya, or the beginning of a family's name."
    PEOPLE = "people", "Al, Bani, Mac, van: the beginning of a family's name."
    PARTICLE = "particle", "Van, de la: the beginning of a family's name, never first."
    ENDING = "ending", "Allah, al-Din: one name with what stands before."
    KNOWN_AS = "known as", "What follows is what people called them."
    CHILD = "child", "A child of those who are named next, with no name yet."
    SOMEBODY = "somebody", "A man: it names nobody, unless names stand beside it."
    KIN = "kin", "Wife of, mother of: those who are named next are somebody else."
    NEGATION = "negation", "Not: with the word after it, nobody is named."
    NOBODY = "nobody", "Unknown, a body, a number: nobody is named."
    AND = "and", "It ties two surnames and says nothing."


SERVANTS = (Kind.SERVANT, Kind.SERVANT_OF)

_WORDS = table("words.txt")

KINDS: dict[str, Kind] = {
    word: Kind(kind)
    for kind, words in _WORDS.items()
    if kind in set(Kind)
    for word in words
}

SERVES = frozenset(_WORDS["name of God"])
"""Folded names that abd makes one name with, also without an article."""

OF_A_FAMILY = frozenset(_WORDS["family title"])
"""Titles that begin a family's name where they stand behind another."""

AL_ONE_NAME = frozenset(_WORDS["one name after Abu"])
"""With Abu or Umm in front these are given names."""
