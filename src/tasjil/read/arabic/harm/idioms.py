"""Harm told by a verb and a noun together: "found his death", "lost her hand"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tasjil.model.acts import Act
from tasjil.read.arabic.harm.linking import (
    all_after,
    is_act_verb,
    people_after,
    people_before,
    relative_before,
)
from tasjil.read.arabic.harm.mentions import Harmed, Mention
from tasjil.read.arabic.people.people_phrases import People, PeopleFinder, marks_at
from tasjil.read.arabic.text.folding import folded
from tasjil.read.arabic.text.inflection import Person, past_forms, present_forms
from tasjil.read.arabic.text.lexicon import table
from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.text.words import cuts

_NEAR = 7
_FAR = 18
_LONG = 3


@dataclass(frozen=True, slots=True)
class Idiom:
    """One kind of verb and noun that tell of harm together."""

    act: Act
    verbs: dict[str, Person]
    nouns: frozenset[str]
    beside: frozenset[str]
    is_subject: bool


@cache
def _idioms() -> tuple[Idiom, ...]:
    return tuple(map(_idiom, table("idioms")["idiom"]))


@cache
def idiom_verbs() -> frozenset[str]:
    """Every form of every verb of an idiom."""
    return frozenset(form for idiom in _idioms() for form in idiom.verbs)


def _idiom(raw: dict[str, str]) -> Idiom:
    verbs: dict[str, Person] = {}
    for verb in raw["verbs"].split():
        past, _, present = verb.partition("/")
        verbs |= dict(past_forms(past))
        verbs |= dict(present_forms(present)) if present else {}
    return Idiom(
        Act(raw["act"]),
        verbs,
        frozenset(folded(raw["nouns"]).split()),
        frozenset(folded(raw.get("with", "")).split()),
        raw["who"] == "subject",
    )


def mentions_of_idioms(finder: PeopleFinder) -> Iterator[Mention]:
    """Every mention that a verb and a noun make together."""
    for i in range(len(finder.line)):
        for idiom in _idioms():
            person = _person(finder.line, i, idiom)
            if person is None:
                continue
            noun = _noun_behind(finder.line, i, idiom)
            people = None if noun is None else _whose(finder, i, noun, idiom, person)
            if people is not None:
                yield Mention(idiom.act, i, (Harmed(people),))
                break


def _person(line: Line, i: int, idiom: Idiom) -> Person | None:
    """Whom the verb agrees with; None where word `i` is none of the idiom's verbs."""
    for cut in cuts(line.form(i)):
        if cut.before in ("", "و", "ف") and not cut.after and cut.stem in idiom.verbs:
            return idiom.verbs[cut.stem]
    return None


def _noun_behind(line: Line, i: int, idiom: Idiom) -> int | None:
    """Where the idiom's noun stands behind its verb."""
    for j in range(i + 1, min(i + _FAR, len(line))):
        if any(mark in ".؛:!؟" for mark in marks_at(line, j)):
            return None
        if j >= i + _NEAR and is_act_verb(line, j):
            return None
        if not any(cut.stem in idiom.nouns for cut in cuts(line.form(j))):
            continue
        if idiom.beside and not _is_beside(line, j, idiom.beside):
            continue
        return j
    return None


def _is_beside(line: Line, j: int, known: frozenset[str]) -> bool:
    """True where the noun or the word behind it is one of these."""
    return any(
        cut.stem in known for k in (j, j + 1) for cut in cuts(line.form(k) or "-")
    )


def _whose(
    finder: PeopleFinder, i: int, noun: int, idiom: Idiom, person: Person
) -> People | None:
    """The people of the idiom."""
    if not idiom.is_subject:
        behind = finder.at(noun + 1) or _led_behind(finder, noun)
        behind = behind or next((p for p in all_after(finder, noun) if p.number), None)
        return behind or people_before(finder, i)
    told = relative_before(finder, i)
    if told is None and person in (Person.THEY, Person.TWO):
        told = people_before(finder, i, plural=True)
    behind = people_after(finder, i, noun + _NEAR)
    if behind is not None and behind.first == noun:
        behind = None
    return told or behind or people_before(finder, i)


def _led_behind(finder: PeopleFinder, noun: int) -> People | None:
    """As in "lost contact with two shepherds"."""
    return finder.at(noun + 2) if len(finder.line.form(noun + 1)) <= _LONG else None
