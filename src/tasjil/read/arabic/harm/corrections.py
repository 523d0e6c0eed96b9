"""Figures that a report takes back: "184 instead of 300", "nine, not eleven"."""

from collections.abc import Iterator

from tasjil.model.acts import Act
from tasjil.read.arabic.harm.mentions import Harmed, Mention
from tasjil.read.arabic.harm.states import is_tally
from tasjil.read.arabic.people.people_phrases import People, PeopleFinder, marks_at
from tasjil.read.arabic.text.lexicon import words
from tasjil.read.arabic.text.small_words import bare, is_one_of

_NEAR = 4


def withdrawn_figures(finder: PeopleFinder, act: Act | None) -> Iterator[Mention]:
    """Numbers that another takes the place of, and a bare number that replaces one.

    Args:
        finder: The people of the sentence.
        act: What the sentence's other figures are of; None where it has none.
    """
    lowered = any(is_one_of(word, "lowered") for word in finder.line.words)
    for people in finder.all:
        if people.number is None or people.partitive:
            continue
        if lowered and act is not None and _is_lowered(finder, people):
            yield Mention(act, people.first, (Harmed(people),), withdrawn=True)
            continue
        if not _is_taken_back(finder, people):
            continue
        told = act or _act_of_tally(finder)
        if told is None:
            return
        before = _replacing(finder, people)
        if before is not None and before.bare:
            yield Mention(told, before.first, (Harmed(before),))
        yield Mention(told, people.first, (Harmed(people),), withdrawn=True)


def _is_lowered(finder: PeopleFinder, people: People) -> bool:
    """True for the first number of "from 22 to 19 dead"."""
    line = finder.line
    behind = finder.at(people.last + 2)
    to = bare(line.form(people.last + 1)) == "الي"
    led = people.first > 0 and bare(line.form(people.first - 1)) == "من"
    return people.bare and led and to and behind is not None and bool(behind.number)


def _is_taken_back(finder: PeopleFinder, people: People) -> bool:
    """True behind "instead of", "not"."""
    line = finder.line
    near = [bare(line.form(j)) for j in (people.first - 1, people.first - 2) if j >= 0]
    if not near or near[0] not in words("grammar", "not_but") | {"من", "عن"}:
        return False
    if near[0] in words("grammar", "not_but"):
        return people.bare or people.state is None
    return len(near) > 1 and near[1] in words("grammar", "not_but")


def _act_of_tally(finder: PeopleFinder) -> Act | None:
    """Killed, where the sentence speaks of a toll and of no other harm."""
    told = any(is_tally(word.form) for word in finder.line.words)
    return Act.KILLED if told else None


def _replacing(finder: PeopleFinder, people: People) -> People | None:
    """The number right before "instead of"."""
    before = [
        p
        for p in finder.all
        if p.number and 0 < people.first - p.last <= _NEAR and p.last < people.first
    ]
    if not before or any(
        mark in ".؛!؟" for mark in marks_at(finder.line, people.first)
    ):
        return None
    return before[-1]
