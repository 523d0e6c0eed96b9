"""Numbers told of a count: "the number of dead is nine", "the toll rose to 27"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasjil.read.arabic.harm.mentions import Harmed, Mention
from tasjil.read.arabic.harm.states import is_tally
from tasjil.read.arabic.people.people_phrases import People, PeopleFinder, marks_at
from tasjil.read.arabic.text.act_words import ActSense, Grammar, act_senses
from tasjil.read.arabic.text.lexicon import words
from tasjil.read.arabic.text.small_words import is_one_of
from tasjil.read.drafts.nouns import nouns

_BEFORE = 3
_BEHIND = 20
_NAMED = 4


def mentions_of_tallies(finder: PeopleFinder) -> Iterator[Mention]:
    """The figures of every count in a sentence whose words say what is counted."""
    for i in range(len(finder.line)):
        if not is_tally(finder.line.form(i)):
            continue
        told = _counted(finder, i)
        if told is None:
            continue
        at, sense = told
        if any(p.head == at and p.number for p in finder.all):
            continue  # "the toll of the day 11 dead": the dead are counted themselves
        figures = _figures(finder, i, at)
        lowered = any(is_one_of(word, "lowered") for word in finder.line.words)
        for n, number in enumerate(figures):
            people = _people(finder, (i, at), number)
            if n:  # the words of the count are the first figure's
                people = replace(people, first=number.first, head=None)
            harmed = (Harmed(people),)
            back = lowered and n == 0 and len(figures) > 1
            # Each figure is a mention of its own: the word that tells it is its own.
            yield Mention(sense.act, number.first, harmed, withdrawn=back)


def _counted(finder: PeopleFinder, i: int) -> tuple[int, ActSense] | None:
    """The word that says what a count is of: "dead", "those who fell"."""
    line = finder.line
    for j in range(i + 1, min(i + 1 + _NAMED, len(line))):
        if any(mark in ".؛:!؟" for mark in marks_at(line, j)):
            return None
        for sense in act_senses(line.words[j]):
            if sense.grammar is Grammar.STATE or sense.person is not None:
                return j, sense
    return None


def _figures(finder: PeopleFinder, i: int, at: int) -> list[People]:
    """The numbers of the count: the one before it, else the first ones behind."""
    before = [
        p
        for p in finder.all
        if p.bare and not p.partitive and i - _BEFORE <= p.first and p.last < i
    ]
    if before and is_one_of(finder.line.words[before[-1].first - 1], "prepositions"):
        return before[-1:]
    behind = [p for p in finder.all if at < p.first <= at + _BEHIND and _fits(p)]
    return _until_other(finder, at, behind)


def _fits(people: People) -> bool:
    """True for a number alone, or of "people" in general."""
    if people.number is None or people.partitive or not people.quantity.known:
        return False
    told = people.sense.noun.key if people.sense is not None else None
    return people.state is None and (people.bare or told in nouns("total"))


def _until_other(
    finder: PeopleFinder, at: int, behind: Sequence[People]
) -> list[People]:
    """Numbers behind the count up to a stop or to other harm."""
    found: list[People] = []
    for people in behind:
        between = range(at + 1, people.first + 1)
        if any(m in ".؛!؟" for j in between for m in marks_at(finder.line, j)):
            break
        if not found or _goes_on(finder, found[-1]) or _is_another(finder, people):
            found.append(people)
    return found[:2]


def _is_another(finder: PeopleFinder, people: People) -> bool:
    """True for the 52 in "while doctors spoke of 52"."""
    about = finder.line.form(people.first - 1) == "عن"
    return (
        about
        and people.bare
        and finder.line.one_of(people.first - 3, words("grammar", "spoke_of"))
    )


def _goes_on(finder: PeopleFinder, people: People) -> bool:
    """True for "from 300 to 184": two figures of one count."""
    return finder.line.form(people.last + 1) == "الي"


def _people(finder: PeopleFinder, words: tuple[int, int], number: People) -> People:
    """The number with the word for those it counts.

    All words from the count to the number are taken: no other harm is told by them.
    """
    i, at = words
    first, last = min(i, number.first), max(at, number.last)
    counted = finder.at(at)
    if counted is None or counted.state is None:
        return replace(number, first=first, last=last)
    return replace(
        counted,
        first=first,
        last=last,
        quantity=number.quantity,
        number=number.number,
    )
