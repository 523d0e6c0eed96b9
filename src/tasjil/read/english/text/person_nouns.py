"""Nouns for people and for things: "three soldiers" are read, "three cars" not."""

from functools import cache

from tasjil.read.english.text.lexicon import people
from tasjil.read.word_lists import word_lists

_LISTS = "tasjil.read.english"

_IRREGULAR = {
    "people": "person",
    "children": "child",
    "wives": "wife",
    "housewives": "housewife",
    "midwives": "midwife",
    "bodies": "body",
    "clergy": "cleric",
    "schoolchildren": "schoolchild",
    "grandchildren": "grandchild",
    "remains": "remains",
}
_ALWAYS_PLURAL = frozenset(
    [
        "people",
        "police",
        "personnel",
        "troops",
        "children",
        "men",
        "women",
        "clergy",
        "gendarmerie",
        "elderly",
        "dead",
        "wounded",
        "injured",
        "parents",
        "remains",
        "others",
        "siblings",
    ]
)


@cache
def things() -> frozenset[str]:
    """Nouns that are counted and are no people, in both numbers, and units."""
    return word_lists(_LISTS, "lexicon/counted.txt")["things"]


@cache
def person_nouns() -> frozenset[str]:
    """Nouns for one person or for one body, in the singular."""
    more = word_lists(_LISTS, "lexicon/counted.txt")["people"]
    return (people() | more) - word_lists(_LISTS, "lexicon/counted.txt")["no people"]


@cache
def singular(word: str) -> str:
    """The singular of a regular or a listed plural; the word itself otherwise.

    Example:
        >>> [singular(w) for w in ("policemen", "bodies", "wives", "priests", "boss")]
        ['policeman', 'body', 'wife', 'priest', 'boss']
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def is_person_noun(word: str) -> bool:
    """True for a noun of people in either number, in lower case."""
    return (
        singular(word) in person_nouns()
        or word in person_nouns()
        or word in _ALWAYS_PLURAL
        or (word.endswith("es") and word[:-2] in person_nouns())
    )


def is_plural(word: str) -> bool:
    """True for a noun of people that tells of more than one.

    Example:
        >>> is_plural("soldiers"), is_plural("police"), is_plural("soldier")
        (True, True, False)
    """
    return word in _ALWAYS_PLURAL or (singular(word) != word and is_person_noun(word))
