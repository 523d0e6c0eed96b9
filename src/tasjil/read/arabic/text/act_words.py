"""Which words tell of harm: verbs, nouns of the deed, words for those harmed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache

from tasjil.model.acts import Act
from tasjil.read.arabic.text.folding import folded
from tasjil.read.arabic.text.inflection import (
    Number,
    Person,
    noun_forms,
    past_forms,
    present_forms,
)
from tasjil.read.arabic.text.lexicon import table
from tasjil.read.arabic.text.words import Cut, Word, cuts


class Grammar(StrEnum):
    """How a word of harm stands to the people harmed."""

    DOING = "doing"
    """A verb done to somebody: "killed three"; in the passive its subject is harmed."""

    SUFFERING = "suffering"
    """A verb whose subject is harmed: "died"."""

    DEED = "deed"
    """A noun of the act, before those harmed: "the killing of"."""

    STATE = "state"
    """A word for those harmed: "the dead", "wounded"."""


@dataclass(frozen=True, slots=True)
class ActSense:
    """What a word can tell of harm.

    Attributes:
        person: Whom a verb agrees with; None for nouns.
        number: How many a noun for those harmed stands for; None for verbs.
        also: The other number that the same letters can mean.
        before, after: What is joined to it: "and", "by", "the"; a pronoun.
        passive: True for a form that only the passive has ("أصيب").
        feminine: True for a word for a woman harmed.
        stem: The word as the lists have it, folded.
        now: True for a verb in the present.
        weak: True for words that tell of harm only beside certain people: "fell".
    """

    act: Act
    grammar: Grammar
    person: Person | None = None
    number: Number | None = None
    also: Number | None = None
    before: str = ""
    after: str = ""
    passive: bool = False
    feminine: bool = False
    stem: str = ""
    now: bool = False
    weak: bool = False


@cache
def _known() -> Mapping[str, tuple[ActSense, ...]]:
    """Every form of every word of harm."""
    found: dict[str, dict[ActSense, None]] = {}
    for form, sense in _all_senses():
        found.setdefault(form, {})[sense] = None
    return {form: tuple(senses) for form, senses in found.items()}


def _all_senses() -> Iterator[tuple[str, ActSense]]:
    for act in Act:
        lists = table("acts")[act.value]
        for key, grammar in _VERBS.items():
            for verb in lists.get(key, "").split():
                yield from _verb(ActSense(act, grammar, weak=key in _WEAK), verb)
        for key in ("deed", "fallen_deed"):
            for deed in lists.get(key, "").split():
                stem = folded(deed)
                yield stem, ActSense(act, Grammar.DEED, stem=stem, weak=key in _WEAK)
        for line in lists["state"].strip().splitlines():
            singular, *plurals = line.split()
            yield from _state(act, singular, plurals)


_VERBS = {
    "doing": Grammar.DOING,
    "taking": Grammar.DOING,
    "suffering": Grammar.SUFFERING,
    "fallen": Grammar.SUFFERING,
}
_WEAK = frozenset(["taking", "fallen", "fallen_deed"])


def _verb(sense: ActSense, verb: str) -> Iterator[tuple[str, ActSense]]:
    """The forms of "past/present/passive past"."""
    past, present, passive = [*verb.split("/"), "", ""][:3]
    sense = replace(sense, stem=folded(past))
    for form, person in past_forms(past):
        yield form, replace(sense, person=person)
    for form, person in present_forms(present, past) if present else ():
        yield form, replace(sense, person=person, now=True)
    for form, person in past_forms(passive) if passive else ():
        yield form, replace(sense, person=person, passive=True)


def _state(
    act: Act, singular: str, plurals: list[str]
) -> Iterator[tuple[str, ActSense]]:
    """A word for those harmed, of men and of women."""
    stem = folded(singular)
    for form, number in noun_forms(singular, plurals):
        if number is Number.ONE and plurals and plurals[0].endswith("ات"):
            continue  # one death is the deed
        yield form, ActSense(act, Grammar.STATE, number=number, stem=stem)
    if stem.endswith("ه") or not plurals:
        return
    for form, number in noun_forms(f"{singular}ة", ["ات"]):
        sense = ActSense(act, Grammar.STATE, number=number, feminine=True, stem=stem)
        yield form, sense


def act_senses(word: Word) -> tuple[ActSense, ...]:
    """Everything the word can tell of harm; nothing for most words.

    Example:
        >>> from tasjil.read.arabic.text.words import words_of
        >>> [s.grammar.value for s in act_senses(words_of("فقتلتا")[0])]
        ['doing']
        >>> [s.grammar.value for s in act_senses(words_of("وإصابة")[0])]
        ['deed']
    """
    return _senses(word.form, word.text.endswith("ة"))


@lru_cache(maxsize=65_536)
def _senses(form: str, is_marbuta: bool) -> tuple[ActSense, ...]:
    found: dict[ActSense, None] = {}
    for cut in cuts(form):
        if cut.after and (is_marbuta or cut.before.endswith("ال")):
            continue
        for sense in _known().get(cut.stem, ()):
            if _fits(cut, sense, is_marbuta):
                found[_joined(sense, cut)] = None
        if found and not cut.after:
            break
    return tuple(_one_number(list(found)))


def _fits(cut: Cut, sense: ActSense, is_marbuta: bool) -> bool:
    """A verb takes no article and no "by"; only a verb takes "will"."""
    if sense.person is not None:
        if is_marbuta and not cut.after:
            return False
        return cut.before in ("", "و", "ف", "س", "وس", "فس", "ل", "ول", "فل")
    return "س" not in cut.before and cut.after not in ("ن", "ني")


def _joined(sense: ActSense, cut: Cut) -> ActSense:
    return replace(sense, before=cut.before, after=cut.after)


def _one_number(senses: list[ActSense]) -> Iterator[ActSense]:
    """Put "two" and "many" of the same word together, "many" first."""
    states = [s for s in senses if s.grammar is Grammar.STATE]
    many = [s for s in states if s.number is Number.MANY]
    for sense in senses:
        if sense in states and many and sense.number is Number.TWO:
            continue
        if sense in many and any(s.number is Number.TWO for s in states):
            yield replace(sense, also=Number.TWO)
            continue
        yield sense
