"""Who stands beside the people harmed, and who is among them."""

from collections.abc import Iterator

from tasjil.model.acts import Act
from tasjil.read.arabic.act_words import Grammar, act_senses
from tasjil.read.arabic.linking import is_act_verb
from tasjil.read.arabic.mentions import Harmed
from tasjil.read.arabic.people_phrases import (
    People,
    PeopleFinder,
    is_among,
    marks_at,
)
from tasjil.read.arabic.small_words import bare
from tasjil.read.arabic.together import as_one
from tasjil.read.drafts.draft import Part

_STOPS = ".؛!؟"
_MOST = 12


def with_others(finder: PeopleFinder, first: People, act: Act) -> tuple[Harmed, ...]:
    """The first people and all that are listed beside them or among them."""
    together = [first, *_listed(finder, first, act)]
    last = together[-1].last
    found = [Harmed(p) for p in as_one(together)]
    found += [Harmed(p, Part.AMONG) for p in _among(finder, last, act)]
    return tuple(found[:_MOST])


def _listed(finder: PeopleFinder, first: People, act: Act) -> Iterator[People]:
    """People joined with "and" or a comma right behind the first."""
    last = first.last
    while (people := _next_in_list(finder, last, act)) is not None:
        yield people
        last = people.last


def _next_in_list(finder: PeopleFinder, last: int, act: Act) -> People | None:
    """The next people of a list; None where the list ends."""
    line = finder.line
    j = last + 1
    if j >= len(line):
        return None
    joined = line.form(j)[:1] == "و"
    if line.form(j) == "و":
        j += 1
    mark = marks_at(line, j).strip(")")
    if not joined and mark not in ("،", ","):
        return None
    people = finder.at(j)
    if people is None or people.partitive or (mark and mark not in ("،", ",")):
        return None
    counted = people.number is not None or bool(people.names)
    if not joined and not counted:
        return None
    return people if _is_of_act(finder, people, act) else None


def _is_of_act(finder: PeopleFinder, people: People, act: Act) -> bool:
    """False where the people have a word of harm of their own."""
    state = people.state
    if state is not None and state.act is not act:
        return False
    j = people.last + 1
    if j >= len(finder.line) or marks_at(finder.line, j):
        return True
    return not is_act_verb(finder.line, j)


def _among(finder: PeopleFinder, last: int, act: Act) -> Iterator[People]:
    """People told as some of those before: "among them three children"."""
    line = finder.line
    j = last + 1
    while j < len(line):
        marks = marks_at(line, j)
        if any(mark in _STOPS for mark in marks) or _is_other_harm(finder, j):
            return
        if _opens_list(line.form(j), marks, j == last + 1):
            start = j + 1 if is_among(line.form(j)) else j
            people = _first_of(finder, start)
            if people is not None and _is_of_act(finder, people, act):
                yield from as_one([people, *_rest(finder, people, act)])
                return
        people = finder.at(j)
        if people is not None and people.partitive:
            yield people
            yield from _rest(finder, people, act)
            return
        if people is not None and people.state and people.state.act is not act:
            return
        j += 1


def _first_of(finder: PeopleFinder, j: int) -> People | None:
    """The people at word `j`, past "including": "من بينهم"."""
    for k in (j, j + 1):
        if (people := finder.at(k)) is not None:
            return people
        if bare(finder.line.form(k)) not in ("من", "علي"):
            return None
    return None


def _opens_list(form: str, marks: str, is_next: bool) -> bool:
    """True at "among them", and at a colon or a bracket right behind the people."""
    if is_among(form):
        return True
    return is_next and any(mark in ":(" for mark in marks)


def _rest(finder: PeopleFinder, people: People, act: Act) -> Iterator[People]:
    yield from _listed(finder, people, act)


def _is_other_harm(finder: PeopleFinder, j: int) -> bool:
    """True at another word of harm: what stands behind it is told of that."""
    senses = act_senses(finder.line.words[j])
    if not senses:
        return False
    return any(s.grammar is not Grammar.STATE for s in senses)
