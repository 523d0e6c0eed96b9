"""What stands before a name in Arabic: its kind, "near", "between", an office."""

from tasjil.model.places import Precision
from tasjil.read.places.arabic.text import ArabicText, Form
from tasjil.read.places.arabic.words import (
    CALLED,
    COUNTRYSIDE,
    GIVEN_NAMES,
    NEAR,
    NEAR_FROM,
    ORGANISATIONS,
    SIDES,
    TITLES,
    Kind,
    kinds,
)
from tasjil.read.places.folding import folded

_BETWEEN = folded("بين")
_FROM = folded("من")
_REACH = 4


def kind_at(text: ArabicText, index: int) -> tuple[Kind, Form] | None:
    """The kind of place a word tells, and the word without what is written onto it."""
    known = kinds()
    for form in text.forms(index):
        kind = known.get(form.word)
        if kind is not None:
            return kind, form
    return None


def kind_before(text: ArabicText, index: int) -> tuple[int, Kind, Form] | None:
    """The kind told right before a word, with its place among the words."""
    before = index - 1
    if not text.joined(before):
        return None
    if text.word(before) in CALLED and text.joined(before - 1):
        before -= 1
    found = kind_at(text, before)
    return (before, *found) if found is not None else None


def precision_before(text: ArabicText, index: int) -> Precision:
    """How the words before tie the harm to the name; kinds are stepped over."""
    before = index - 1
    while text.joined(before):
        if any(form.word in COUNTRYSIDE for form in text.forms(before)):
            return Precision.NEAR
        if kind_at(text, before) is None:
            break
        before -= 1
    if not text.joined(before):
        return Precision.AT
    words = {form.word for form in text.forms(before)}
    if _BETWEEN in words:
        return Precision.BETWEEN
    if words & NEAR or (_FROM in words and _is_far_from(text, before)):
        return Precision.NEAR
    return Precision.AT


def _is_far_from(text: ArabicText, at: int) -> bool:
    """True for "to the north of", "5 km from", "close to"."""
    for back in range(1, _REACH):
        if {form.word for form in text.forms(at - back)} & (NEAR_FROM | SIDES):
            return True
    return False


def belongs_to_another(text: ArabicText, index: int) -> bool:
    """True after a given name, a title, or a word that makes an office of it."""
    before = index - 1
    if not text.joined(before):
        return False
    words = {form.word for form in text.forms(before)}
    return bool(words & (GIVEN_NAMES | TITLES | ORGANISATIONS))
