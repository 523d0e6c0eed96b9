"""Nouns of the deed: "the killing of", "his arrest", "88 cases of arrest"."""

from dataclasses import replace

from tasjil.read.arabic.harm.linking import all_after, pronoun_at
from tasjil.read.arabic.harm.mentions import Harmed, Mention
from tasjil.read.arabic.people.people_phrases import (
    People,
    PeopleFinder,
    is_among,
    marks_at,
)
from tasjil.read.arabic.text.act_words import ActSense
from tasjil.read.arabic.text.lexicon import words
from tasjil.read.arabic.text.small_words import bare, is_one_of
from tasjil.read.drafts.draft import Part

_NEAR = 3


def mention_of_deed(finder: PeopleFinder, i: int, sense: ActSense) -> Mention | None:
    """The mention of the deed at word `i`; None where nobody is told of."""
    if sense.after:
        near = finder.line.words[max(0, i - _NEAR) : i]
        if any(is_one_of(word, "blame") or bare(word.form) == "ممن" for word in near):
            return None  # "responsible for their killing" tells of nobody new
        people = _owner(finder, i, sense)
        return Mention(sense.act, i, (Harmed(people),), nominal=True)
    found = _of(finder, i) or _cases(finder, i)
    if found is None:
        return None
    if found.number and _is_some(finder, i):
        return Mention(sense.act, i, (Harmed(found, Part.AMONG),), nominal=True)
    return Mention(sense.act, i, (Harmed(found),), nominal=True)


def _owner(finder: PeopleFinder, i: int, sense: ActSense) -> People:
    """The people of "his death": named right before it, or only the pronoun."""
    return pronoun_at(finder.line, i, sense.after)


def _of(finder: PeopleFinder, i: int) -> People | None:
    """The people behind the noun: at once, or past the one who did it."""
    line = finder.line
    people = finder.at(i + 1)
    if people is not None and not marks_at(line, i + 1).strip('«"“'):
        return _past_doer(finder, people)
    if _is_agent(finder, i + 1):
        return next((p for p in all_after(finder, i + 1) if p.number), None)
    j = i + 1
    # "the killing, on Monday, of", "the death of each of", "the arrest also of"
    while j < min(len(line), i + 4) and _is_between(finder, j):
        j += 1
        if (people := finder.at(j)) is not None:
            return people
    return None


def _past_doer(finder: PeopleFinder, people: People) -> People:
    """The second of two phrases where the first can only have done it."""
    told = people.sense
    armed = told is not None and "armed" in told.noun.traits and not people.number
    second = finder.at(people.last + 1)
    if armed and second is not None and second.number is not None:
        return second
    return people


def _is_agent(finder: PeopleFinder, j: int) -> bool:
    if j >= len(finder.line):
        return False
    form = finder.line.form(j)
    return form.removeprefix("ال") in words("grammar", "agents")


def _is_between(finder: PeopleFinder, j: int) -> bool:
    word = finder.line.words[j]
    return bare(word.form) in ("كل", "من", "كلا") or is_one_of(word, "adverbs")


def _is_some(finder: PeopleFinder, i: int) -> bool:
    """True for "32 cases of killing among them": some of those told before."""
    line = finder.line
    j = i + 2 if line.form(i + 1) == "من" else i + 1
    among = j < len(line) and is_among(line.form(j)) and not marks_at(line, j)
    return among and (j + 1 >= len(line) or bool(marks_at(line, j + 1)))


def _cases(finder: PeopleFinder, i: int) -> People | None:
    """As in "88 cases of arrest", "seven deaths": the number counts the deeds."""
    for people in finder.all:
        if people.number is None or people.last not in (i - 1, i):
            continue
        told = people.sense
        if people.last == i or (told is not None and told.noun.key == "case"):
            return replace(people, sense=None, head=None, span=people.span)
    return None
