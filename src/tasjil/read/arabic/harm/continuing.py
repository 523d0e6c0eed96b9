"""Sentences that go on from a number told before: "three of them this year"."""

from collections.abc import Iterator, Sequence

from tasjil.model.acts import Act
from tasjil.model.quantity import Quantity
from tasjil.read.arabic.harm.mentions import Harmed, Mention
from tasjil.read.arabic.harm.parts import with_others
from tasjil.read.arabic.harm.states import is_tally
from tasjil.read.arabic.people.people_phrases import (
    People,
    PeopleFinder,
    is_among,
    marks_at,
    state_of,
)
from tasjil.read.arabic.text.act_words import act_senses
from tasjil.read.arabic.text.inflection import Number
from tasjil.read.arabic.text.lexicon import words
from tasjil.read.arabic.text.small_words import bare
from tasjil.read.drafts.draft import Draft, Part

_NEAR = 2
_LAST = 60
_SHORT_LINE = 8


def told_last(drafts: Sequence[Draft], sentence: int) -> Draft | None:
    """The number that a sentence can go on from; None where none is close before."""
    near = [d for d in drafts[-_LAST:] if sentence - d.sentence <= _NEAR]
    wholes = [d for d in near if d.part is Part.MAIN and _is_many(d.quantity)]
    return wholes[-1] if wholes else None


def _is_many(quantity: Quantity) -> bool:
    return (quantity.highest_stated or 0) > 1


def mentions_going_on(finder: PeopleFinder, whole: Draft) -> Iterator[Mention]:
    """What a sentence without a word of harm tells of the people of a number."""
    for people in _new_total(finder):
        yield Mention(whole.act, people.first, (Harmed(people),))
    for people in _some_of_them(finder):
        harmed = with_others(finder, people, whole.act, people.first)
        parts = tuple(Harmed(h.people, Part.AMONG) for h in harmed)
        yield Mention(whole.act, people.first, parts, of_the_dead=True)
        return


def heading_act(finder: PeopleFinder) -> Act | None:
    """What befell the people whom a heading announces: "names of the dead:"."""
    line = finder.line
    if len(line) and ":" in line.marks[-1]:
        last = line.form(len(line) - 1)
        senses = [s for word in line.words for s in act_senses(word)]
        if senses and last in words("grammar", "each_of"):
            return senses[0].act
    if not len(line) or len(line) > _SHORT_LINE:
        return None
    if ":" not in line.marks[-1] and bare(line.form(0)) not in words(
        "grammar", "names"
    ):
        return None
    states = (state_of(word) for word in line.words)
    many = (s for s in states if s is not None and s.number is Number.MANY)
    return next((s.act for s in many), None)


def mentions_of_list(finder: PeopleFinder, act: Act) -> Iterator[Mention]:
    """The person whom a line of a list of names begins with."""
    first = next(iter(finder.all), None)
    if first is None or first.first > 1 or not first.names:
        return
    yield Mention(act, first.first, with_others(finder, first, act, first.first))


def _new_total(finder: PeopleFinder) -> Iterator[People]:
    """As in "the real number is above a hundred", "the sum since January: 87"."""
    line = finder.line
    tally = [i for i, word in enumerate(line.words) if is_tally(word.form)]
    if not tally:
        return
    for people in finder.all:
        if people.bare and not people.partitive and people.first > tally[0]:
            yield people
            return


def _some_of_them(finder: PeopleFinder) -> Iterator[People]:
    """People told as some of those before."""
    line = finder.line
    for people in finder.all:
        before = line.form(people.first - 1) if people.first else ""
        if (
            people.partitive
            or (is_among(before) and people.number is not None)
            or _is_heading(finder, people)
        ):
            yield people


def _is_heading(finder: PeopleFinder, people: People) -> bool:
    """True behind "of the dead:", where a list of kinds begins."""
    line = finder.line
    if people.number is None or ":" not in marks_at(line, people.first):
        return False
    return any(
        (state := state_of(word)) is not None and state.before.endswith("ال")
        for word in line.words[: people.first]
    )
