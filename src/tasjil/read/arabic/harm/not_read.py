"""Harm that did not happen: attempts, threats, plays, exercises and matches."""

from tasjil.read.arabic.people.people_phrases import marks_at
from tasjil.read.arabic.text.lexicon import words
from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.text.small_words import is_one_of

_BACK = 4


def is_not_so(line: Line, i: int) -> bool:
    """True where a word close before says that the deed was only tried or threatened.

    So is a death in old age: "died in his bed".
    """
    if any(line.one_of(j, words("grammar", "natural")) for j in range(len(line))):
        return True
    for j in range(i, max(-1, i - _BACK), -1):
        if j < i and is_one_of(line.words[j], "not_so"):
            return True
        if marks_at(line, j):
            return False
    return False
