"""What an Arabic number counts: the noun behind it, or before "the seven" and "one"."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from tasjil.model.quantity import Quantity, Unit
from tasjil.read.arabic.numbers.cardinals import Cardinal, is_number_word
from tasjil.read.arabic.numbers.counting import bare, counting, is_thing
from tasjil.read.arabic.text.person_nouns import person_sense
from tasjil.read.arabic.text.words import Word

_QUOTES = frozenset(" \"'«“”‘’(")
_JOINED_BEFORE = ("بال", "لل", "فال", "كال")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of people, and where the noun it counts stands in the sentence.

    Attributes:
        noun: Offsets of the counted noun: "15 عنصرا", "خمسة من أفراد", "الجنود السبعة".
            A dual is its own noun. None where no noun is told.
    """

    quantity: Quantity
    noun: tuple[int, int] | None


class Kind(Enum):
    """What stands around a number."""

    NOUN = auto()
    """A noun that may stand for people: the reader judges it."""

    THING = auto()
    NOTHING = auto()


Noun = tuple[Kind, int]
"""What is counted, and the index of its word; -1 where there is none."""

_NONE: Noun = (Kind.NOTHING, -1)


def noun_after(text: str, words: Sequence[Word], last: int) -> Noun:
    """What a number counts that ends before the word `last`.

    Example:
        >>> from tasjil.read.arabic.text.words import words_of
        >>> text = "اثنا عشر من عناصر الشرطة"
        >>> kind, at = noun_after(text, words_of(text), 2)
        >>> kind.name, words_of(text)[at].text
        ('NOUN', 'عناصر')
    """
    if not touches(text, words, last):
        return _NONE
    word = words[last]
    if word.form == "من" and touches(text, words, last + 1):
        return _part_of(text, words, last + 1)
    if word.form in counting("times") or is_number_word(word.form):
        return (Kind.THING, last) if not is_number_word(word.form) else _NONE
    if person_sense(word) is not None and not _is_joined(word):
        return Kind.NOUN, last
    if is_thing(word.form):
        return Kind.THING, last
    if _is_no_noun(word):
        return _NONE
    return Kind.NOUN, last


def _part_of(text: str, words: Sequence[Word], at: int) -> Noun:
    """The noun of "five of the members", "two from among the wounded"."""
    if words[at].form == "بين" and touches(text, words, at + 1):
        at += 1
    if words[at].form in counting("stops") or is_number_word(words[at].form):
        return _NONE
    return (Kind.THING, at) if _is_plain_thing(words[at]) else (Kind.NOUN, at)


def _is_plain_thing(word: Word) -> bool:
    return person_sense(word) is None and is_thing(word.form)


def _is_joined(word: Word) -> bool:
    """True for a noun with "and", "by" or "for" before it: no number counts it."""
    sense = person_sense(word)
    return sense is not None and sense.before not in ("", "ال")


def _is_no_noun(word: Word) -> bool:
    """True for small words, verbs and what is joined by "and"."""
    form = word.form
    if form in counting("stops") or form.endswith("وا"):
        return True
    if form.startswith("و"):
        return form not in counting("waw nouns")
    return form.startswith(_JOINED_BEFORE) and len(form) > 4


def noun_before(text: str, words: Sequence[Word], number: Cardinal) -> Noun:
    """What a number counts that stands behind its noun: "the seven soldiers".

    Only "one" and numbers with "the" stand so in Arabic.
    """
    at = number.first - 1
    if at < 0 or not touches(text, words, number.first) or number.joined:
        return _NONE
    word = words[at]
    if number.value == 1 and not number.definite:
        return (Kind.NOUN if _is_one_person(words, at) else Kind.THING), at
    sense = person_sense(word)
    if is_thing(word.form) and sense is None:
        return Kind.THING, at
    if not number.definite or word.form in counting("stops"):
        return _NONE
    known = sense is not None and sense.definite
    return (Kind.NOUN, at) if known or word.form.startswith("ال") else _NONE


def _is_one_person(words: Sequence[Word], at: int) -> bool:
    """True for "one man" and "one death", not for "of one family" or "one by one"."""
    sense = person_sense(words[at])
    if is_case(words[at]):
        return True
    if sense is None or sense.definite or sense.noun.key in ("person", "soul"):
        return sense is not None and sense.noun.singular == "شخص"
    of_one = at > 0 and words[at - 1].form in ("من", "ضمن", "داخل", "الي")
    return not (of_one and "family" in sense.noun.traits)


def is_case(word: Word) -> bool:
    """True for "a death", "an injury": a case that is one person."""
    form = word.form
    return form in counting("cases") or form.removeprefix("ب") in counting("cases")


def touches(text: str, words: Sequence[Word], at: int) -> bool:
    """True where nothing but a space or a quote stands before a word."""
    if not 0 < at < len(words):
        return False
    between = text[words[at - 1].end : words[at].start]
    return bool(between) and _QUOTES.issuperset(between)


def unit_of(words: Sequence[Word], noun: int, first: int) -> Unit:
    """Bodies and families are counted as such: "nine bodies", "600 families"."""
    told = [words[at].form for at in (noun, first - 1) if at >= 0]
    if any(bare(form, "bodies") for form in told):
        return Unit.BODY
    sense = person_sense(words[noun]) if noun >= 0 else None
    if sense is not None and "family" in sense.noun.traits:
        return Unit.FAMILY
    return Unit.PERSON
