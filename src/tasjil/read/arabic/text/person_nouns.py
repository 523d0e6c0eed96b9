"""Which word of an Arabic report stands for whom: noun, how many, whose."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from tasjil.model.persons import AgeGroup, Sex, Status
from tasjil.read.arabic.text.folding import folded
from tasjil.read.arabic.text.inflection import Number, feminine, noun_forms
from tasjil.read.arabic.text.lexicon import table
from tasjil.read.arabic.text.words import Cut, Word, cuts

_STATUS = {
    "civilian": Status.CIVILIAN,
    "armed forces": Status.ARMED_FORCES,
    "direct participant": Status.DIRECT_PARTICIPANT,
    "other protected person": Status.OTHER_PROTECTED,
}


_OF_MEN_ALONE = frozenset(["man", "anyone", "kin", "more", "direct participant"])
"""Traits of nouns without a feminine: "مسلحة" is "armed", said of a group."""


@dataclass(frozen=True, slots=True)
class PersonNoun:
    """A noun for people, as the word lists have it.

    Attributes:
        key: The English singular that readers of all languages share.
        traits: What the noun tells beside: "kin", "armed", "family" and so on.
        sex: What one of them is; of men in number it tells nothing.
    """

    singular: str
    key: str
    traits: frozenset[str]
    sex: Sex
    status: Status
    age: AgeGroup


@dataclass(frozen=True, slots=True)
class PersonSense:
    """A form of a noun for people: how many, and what is written together with it."""

    noun: PersonNoun
    number: Number
    before: str
    after: str
    also: Number | None = None
    """The other number that the same letters can mean: "مدنيين" is two or more."""

    @property
    def definite(self) -> bool:
        """True for "the", and for "his", "their"."""
        return "ال" in self.before or "لل" in self.before or bool(self.after)

    @property
    def sex(self) -> Sex:
        """The sex told: a masculine noun tells it of one person alone."""
        told = "man" in self.noun.traits or self.noun.sex is Sex.WOMAN
        if told or (self.number is Number.ONE and "anyone" not in self.noun.traits):
            return self.noun.sex
        return Sex.UNKNOWN


@cache
def _known() -> Mapping[str, tuple[tuple[PersonNoun, Number], ...]]:
    """Every form of every noun for people."""
    found: dict[str, list[tuple[PersonNoun, Number]]] = {}
    for noun, plurals in _nouns():
        for form, number in noun_forms(noun.singular, plurals):
            told = found.setdefault(form, [])
            if (noun, number) not in told:
                told.append((noun, number))
    return {form: tuple(told) for form, told in found.items()}


def _nouns() -> Iterator[tuple[PersonNoun, list[str]]]:
    """Nouns with their plurals, the feminine ones that are made from others last."""
    made = []
    for block in table("people")["nouns"]:
        traits = _traits(block["traits"])
        for line in block["words"].strip().splitlines():
            singular, key, *plurals = line.split()
            noun = _noun(singular, key, traits)
            yield noun, plurals
            her = feminine(singular)
            if her is not None and not traits & _OF_MEN_ALONE:
                made.append((replace(noun, singular=her, sex=Sex.WOMAN), ["ات"]))
    yield from made


def _traits(text: str) -> frozenset[str]:
    known = [status for status in _STATUS if status in text]
    rest = text
    for status in known:
        rest = rest.replace(status, "")
    return frozenset([*known, *rest.split()])


def _noun(singular: str, key: str, traits: frozenset[str]) -> PersonNoun:
    status = next((_STATUS[t] for t in sorted(traits & set(_STATUS))), Status.UNKNOWN)
    sex = Sex.MAN
    if "woman" in traits or singular.endswith("ة"):
        sex = Sex.WOMAN
    if traits & {"anyone", "more"} and "woman" not in traits:
        sex = Sex.UNKNOWN
    age = AgeGroup.CHILD if "child" in traits else AgeGroup.UNKNOWN
    return PersonNoun(singular, key, traits, sex, status, age)


_IN_FRONT = "أمام"


def person_sense(word: Word) -> PersonSense | None:
    """What the word tells of people; None for a word that is no noun for people.

    Example:
        >>> from tasjil.read.arabic.text.words import words_of
        >>> sense = person_sense(words_of("والممرضتان")[0])
        >>> sense.noun.key, sense.number, sense.sex, sense.definite
        ('nurse', <Number.TWO: 'two'>, <Sex.WOMAN: 'woman'>, True)
    """
    if word.text.endswith(_IN_FRONT):
        return None  # written like "imam" without the sign below
    return _sense(word.form, word.text.endswith("ة"))


@lru_cache(maxsize=65_536)
def _sense(form: str, is_marbuta: bool) -> PersonSense | None:
    for cut in _likeliest_first(form, is_marbuta):
        told = _known().get(cut.stem)
        if told and _fits(cut, is_marbuta) and not _is_mine(cut, told[0][0]):
            noun, number = told[0]
            ends = form[: -len(cut.after)].endswith("ا") if cut.after else False
            if ends and cut.stem == f"{folded(noun.singular)}ا" and len(cut.stem) > 3:
                number = Number.TWO  # "their two children": one has no such ending
            also = next((n for other, n in told[1:] if n is not number), None)
            if number is Number.TWO and also is Number.MANY:
                number, also = also, number
            return PersonSense(noun, number, cut.before, cut.after, also)
    return _spoken(form) if form.endswith("و") else None


def _spoken(form: str) -> PersonSense | None:
    """Kin with the "his" of spoken Arabic: "مرتو", "بنتو"."""
    sense = _sense(f"{form[:-1]}ه", False) if len(form) > 3 else None
    return sense if sense is not None and "kin" in sense.noun.traits else None


def _likeliest_first(form: str, is_marbuta: bool) -> Sequence[Cut]:
    """The ways to cut a word; an open "ha" at its end is "his" before all else."""
    if is_marbuta or not form.endswith("ه"):
        return cuts(form)
    return sorted(cuts(form), key=lambda cut: cut.after == "")


_CLOSE = frozenset(["neighbour", "friend", "colleague"])


def _is_mine(cut: Cut, noun: PersonNoun) -> bool:
    """True for "my son", which is spelt as "two sons of" is."""
    close = "kin" in noun.traits or noun.key in _CLOSE
    return close and cut.stem.endswith("ي") and not cut.after


def _fits(cut: Cut, is_marbuta: bool) -> bool:
    """False where a pronoun or an article stands that cannot."""
    if cut.after and (is_marbuta or cut.before.endswith("ال")):
        return False
    return cut.after != "ن" and cut.before != "س"
