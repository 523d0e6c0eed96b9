"""Which sentences may tell of harm at all; only these are parsed."""

import re
from functools import cache

from tasjil.model.acts import Act
from tasjil.read.english.text.lexicon import act_pairs, act_words, table

_BACK = re.compile(
    r"\b(?:he|she|they|him|her|his|their|them|"
    r"the (?:source|spokesman|victims?|report))\b",
    re.IGNORECASE,
)


@cache
def pattern() -> re.Pattern[str]:
    """The words that can tell of harm, in all their forms."""
    stems: set[str] = set()
    for act in Act:
        for grammar in ("transitive", "intransitive", "of", "state", "persons"):
            stems |= act_words(act, grammar)
        stems |= {
            beside
            for pair in act_pairs(act).values()
            for beside in pair
            if beside != "out"
        }
    stems |= set(table("acts")["bodies"]["nouns"].split())
    stems -= {"die", "flee", "leave", "down", "away", "pieces", "rest"}
    cut = {s[:-1] if s[-1] in "ey" and len(s) > 3 else s for s in stems}
    inside = "|".join(sorted(map(re.escape, cut), key=len, reverse=True))
    exact = "|".join(table("acts")["forms"]["irregular"].split())
    return re.compile(rf"\b(?:(?:{inside})\w*|(?:{exact})\b)", re.IGNORECASE)


@cache
def _together() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Pairs of words that tell of harm together and seldom alone."""
    pairs = table("idioms")["together"].items()
    return tuple((_any_of(first), _any_of(second)) for first, second in pairs)


def _any_of(told: str) -> re.Pattern[str]:
    """A pattern for one of these words."""
    return re.compile(rf"\b(?:{'|'.join(told.split())})\b", re.IGNORECASE)


def may_tell_of_harm(sentence: str) -> bool:
    """True where a sentence is worth parsing.

    Example:
        >>> may_tell_of_harm("Two men were slain."), may_tell_of_harm("It rained.")
        (True, False)
    """
    if pattern().search(sentence) is not None:
        return True
    return any(a.search(sentence) and b.search(sentence) for a, b in _together())


def points_back(sentence: str) -> bool:
    """True where somebody is meant who was named before: "he", "the source"."""
    return _BACK.search(sentence) is not None
