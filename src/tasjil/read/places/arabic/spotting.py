"""Where an Arabic text names a place of the list, longest known name first."""

import re
from collections.abc import Iterator

from tasjil.model.places import PlaceLevel, Precision
from tasjil.read.places.arabic.naming import name_end
from tasjil.read.places.arabic.surroundings import (
    belongs_to_another,
    kind_before,
    precision_before,
)
from tasjil.read.places.arabic.text import ArabicText, Form
from tasjil.read.places.arabic.words import (
    COUNTRYSIDE,
    DIRECTIONS,
    GIVEN_NAMES,
    IN_ITS_TOWN,
    NEVER,
    OFTEN_A_WORD,
    OPENERS,
    PREPOSITIONS,
    ROADS,
    WEAK_OPENERS,
    Kind,
    kinds,
    nationalities,
)
from tasjil.read.places.folding import without_article
from tasjil.read.places.spot import LONGEST, Names, Spot

_DASH = re.compile(r"\s*[-–—]\s*")
_DATELINE = re.compile(r"\s*(?:[-–—(:]|[،,]\s*\d|/\s)")
_LEAST = 3
"""The fewest letters of a name with a small word written onto it."""

_TANWIN = "\N{ARABIC FATHATAN}"


def spots(text: ArabicText, names: Names) -> Iterator[Spot]:
    """Known names that are neither words of every day, nor persons, nor offices."""
    index, count, done = 0, len(text.words), 0
    while index < count:
        found = _at(text, index, names, free=index > done)
        if found is None:
            index += 1
            continue
        spot, length = found
        yield spot
        index = done = index + length


def _at(
    text: ArabicText, index: int, names: Names, *, free: bool
) -> tuple[Spot, int] | None:
    """The place named from this word on, and how many words it takes.

    Args:
        text: The text in words.
        index: Where to look.
        names: The list of places.
        free: False right behind another place, whose last word is no person's name.
    """
    for form in text.forms(index):
        short = form.before and len(form.word) < _LEAST
        if short or not names.begins(form.word):
            continue
        if free and belongs_to_another(text, index):
            return None
        for length, key in _known(text, index, form, names):
            spot = _spot(text, index, length, key, form, names)
            if spot is not None:
                return spot, length
    return None


def _known(
    text: ArabicText, index: int, form: Form, names: Names
) -> Iterator[tuple[int, str]]:
    """Known names from here, the longest first."""
    words, reach = [form.word], 1
    while reach < LONGEST and text.joined(index + reach - 1):
        words.append(text.words[index + reach])
        reach += 1
    for length in range(reach, 0, -1):
        key = " ".join(words[:length])
        if names.has(key) and not (length > 1 and _is_kind_and_name(key, names)):
            yield length, key


def _is_kind_and_name(key: str, names: Names) -> bool:
    """True for "Homs governorate", which is read as Homs with its kind."""
    first, _, rest = key.partition(" ")
    return first in kinds() and kinds()[first].settles and names.has(rest)


def _spot(
    text: ArabicText, index: int, length: int, key: str, form: Form, names: Names
) -> Spot | None:
    """The spot, if the words around let it be a place."""
    told = kind_before(text, index) if not form.before else None
    kind = told[1] if told is not None else None
    if not _is_place(text, index, length, key, form, kind, names):
        return None
    start, first = form.start, index
    if told is not None and told[1].is_said_with_the_name:
        start, first = told[2].start, told[0]
    last = _with_directions(text, index + length - 1, kind)
    road = kind is not None and kind.word in ROADS
    pair = road and _DASH.match(text.text, text.tokens[last][1]) is not None
    precision = precision_before(text, first if told is None else told[0])
    around = kind is not None and kind.word in COUNTRYSIDE
    return Spot(
        form.start if pair else start,
        text.tokens[last][1],
        key,
        None if kind is None or pair else kind.level,
        plural=kind is not None and kind.plural,
        cued=kind is not None or _preposition(text, index, form),
        capitals=length > 1,
        precision=Precision.BETWEEN
        if pair
        else Precision.NEAR
        if around
        else precision,
        around=around,
        in_its_town=kind is not None and kind.word in IN_ITS_TOWN,
    )


def _is_place(
    text: ArabicText,
    index: int,
    length: int,
    key: str,
    form: Form,
    kind: Kind | None,
    names: Names,
) -> bool:
    """False for a word of every day, a person, an office, an adjective."""
    if length == 1 and not names.is_own(key) and _is_half_a_name(text, index, key):
        return False
    if kind is not None and kind.settles:
        return True
    if names.is_own(key) or length > 1:
        return True
    if key in nationalities():
        return _preposition(text, index, form)
    bare = without_article(key) or key
    if key in NEVER or bare in NEVER or (form.before and _is_word(text, index)):
        return False
    if key in OFTEN_A_WORD or bare in OFTEN_A_WORD or key in GIVEN_NAMES:
        return _opens_dateline(text, index)
    if _has_case_ending(text, index):
        return False
    if names.has("ال" + key):  # the list keeps "Raqqa" beside "al-Raqqa"
        return not form.before and _preposition(text, index, form)
    return True


def _is_half_a_name(text: ArabicText, index: int, key: str) -> bool:
    """True for "Ayn" in "the village of Ayn Mirtab", which is no city of that name."""
    opens = key in OPENERS or key in WEAK_OPENERS
    return opens and (name_end(text, index) or index) > index


def _has_case_ending(text: ArabicText, index: int) -> bool:
    """True for the ending of "always" and "a boy", which no bare name has."""
    start, end = text.tokens[index]
    return _TANWIN in text.text[start:end]


def _is_word(text: ArabicText, index: int) -> bool:
    """True where the whole word, with what is written onto it, is a common word."""
    return text.words[index] in NEVER | OFTEN_A_WORD


def _opens_dateline(text: ArabicText, index: int) -> bool:
    end = text.tokens[index][1]
    return index == 0 and _DATELINE.match(text.text, end) is not None


def _preposition(text: ArabicText, index: int, form: Form) -> bool:
    """True after "in", "to", "from"; written onto a word they may be letters of it."""
    before = index - 1
    return (
        not form.before
        and text.joined(before)
        and any(each.word in PREPOSITIONS for each in text.forms(before))
    )


def _with_directions(text: ArabicText, last: int, kind: Kind | None) -> int:
    """The last word with the adjectives of a countryside: "the northern"."""
    wide = kind is not None and kind.level is PlaceLevel.REGION
    for _ in range(2):
        if not (wide and text.joined(last) and text.word(last + 1) in DIRECTIONS):
            break
        last += 1
    return last
