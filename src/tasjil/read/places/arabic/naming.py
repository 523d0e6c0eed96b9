"""Where a name of an unlisted place ends: not at the verb, nor the next preposition."""

from tasjil.read.places.arabic.surroundings import kind_at
from tasjil.read.places.arabic.text import ArabicText, Form
from tasjil.read.places.arabic.words import (
    DIRECTIONS,
    ENDS,
    NEVER,
    OPENERS,
    PREPOSITIONS,
    WEAK_OPENERS,
    kinds,
    nationalities,
)

_WRITTEN_ON = ("بال", "وال", "فال", "كال", "لل", "ولل", "وبال")
_ADJECTIVE_ENDS = ("ي", "يه", "يين", "يون", "يا")
_MOST = 2


def name_end(text: ArabicText, index: int, word: str | None = None) -> int | None:
    """The last word of a name that begins here; None where no name does.

    Args:
        text: The text in words.
        index: The first word of the name.
        word: That word without what is written onto it.
    """
    last = _core_end(text, index, word or text.word(index), 0)
    return None if last is None else with_directions(text, last)


def _core_end(text: ArabicText, index: int, word: str, depth: int) -> int | None:
    """The end of "Kafr Zahlun" or "the Mill", without "the northern"."""
    if word in ENDS or depth > _MOST or len(word) < 2:
        return None
    if word in OPENERS | WEAK_OPENERS and text.joined(index):
        inner = _core_end(text, index + 1, text.word(index + 1), depth + 1)
        if inner is not None:
            return inner
    return index if _may_be_a_name(text, index, word) else None


def _may_be_a_name(text: ArabicText, index: int, word: str) -> bool:
    """False for common words, adjectives, and words with "in" or "to" before them."""
    if word in NEVER | PREPOSITIONS | DIRECTIONS or word in kinds():
        return False
    if any(form.before and form.word in ENDS for form in text.forms(index)):
        return False
    if word in nationalities() or word.startswith(_WRITTEN_ON):
        return False
    if word.startswith("ال"):
        return len(word) > 4 and word[2:] not in ENDS
    written_on = kind_at(text, index) is not None and word == text.word(index)
    return not (written_on or word.endswith(_ADJECTIVE_ENDS))


def with_directions(text: ArabicText, last: int) -> int:
    """The last word with the adjectives of a name: "the northern", "the great"."""
    for _ in range(_MOST):
        if not (text.joined(last) and text.word(last + 1) in DIRECTIONS):
            break
        last += 1
    return last


def opens_a_name(text: ArabicText, index: int) -> tuple[Form, bool] | None:
    """The first word of a name of two words, and whether it is hardly anything else."""
    for form in text.forms(index):
        if form.word in OPENERS or form.word in WEAK_OPENERS:
            return form, form.word in OPENERS
    return None
