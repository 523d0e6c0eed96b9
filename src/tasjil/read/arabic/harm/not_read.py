"""Harm that did not happen: attempts, threats, plays, exercises and matches."""

from tasjil.read.arabic.people.people_phrases import marks_at
from tasjil.read.arabic.text.lexicon import words
from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.text.small_words import is_one_of

_BACK = 4
_AHEAD = 4


def is_not_so(line: Line, i: int) -> bool:
    """True where a word close before says that the deed was only tried or threatened.

    So is a death in old age: "died in his bed".
    """
    if any(line.one_of(j, words("grammar", "natural")) for j in range(len(line))):
        return True
    if _is_of_no_life(line, i):
        return True
    for j in range(i, max(-1, i - _BACK), -1):
        if j < i and is_one_of(line.words[j], "not_so"):
            return True
        if marks_at(line, j):
            return False
    return False


def _is_of_no_life(line: Line, i: int) -> bool:
    """True for "the striker killed the match": what is killed has no life."""
    for j in range(i + 1, min(i + 1 + _AHEAD, len(line))):
        led = is_one_of(line.words[j - 1], "prepositions")
        if marks_at(line, j) or led:
            return False
        if line.form(j) in words("grammar", "no_life"):
            return True
    return False
