"""Words for those harmed: "two martyrs and several wounded", "the number of dead"."""

from collections.abc import Container, Iterator
from dataclasses import replace

from tasjil.model.acts import Act
from tasjil.model.quantity import Quantity
from tasjil.read.arabic.harm.linking import is_led
from tasjil.read.arabic.harm.mentions import Harmed, Mention
from tasjil.read.arabic.harm.parts import listed_from
from tasjil.read.arabic.people.people_phrases import (
    People,
    PeopleFinder,
    marks_at,
    state_of,
)
from tasjil.read.arabic.text.act_words import Grammar, act_senses
from tasjil.read.arabic.text.inflection import Number
from tasjil.read.arabic.text.lexicon import words
from tasjil.read.arabic.text.small_words import bare, is_one_of
from tasjil.read.arabic.text.words import cuts
from tasjil.read.drafts.draft import Part

_NEAR = 4
_BACK = 6
_VICTIM = "ضحيه"


def mention_of_state(finder: PeopleFinder, people: People) -> Mention | None:
    """The mention of a phrase whose head tells that its people were harmed."""
    state = people.state
    if state is None or _is_general(finder, people):
        return None
    if people.head is None:
        return Mention(state.act, people.last, (Harmed(people),))
    act = state.act
    if people.first and finder.line.form(people.first - 1) == "بين":
        before = [p for p in finder.all if p.last == people.first - 2 and p.number]
        return Mention(act, people.first, (Harmed(before[0]),)) if before else None
    if act is Act.BODIES_FOUND:
        return _bodies(finder, people)
    if people.number or people.names:
        return _made(people, act)
    if people.predicate:
        return _made(people, act)  # "my cousin is missing"
    figure = _figure_behind(finder, people) or _listed_behind(finder, people)
    if figure is not None:
        return Mention(act, people.head, (Harmed(figure),))
    if people.sense is not None and not people.definite and state.stem != _VICTIM:
        return _made(people, act)
    return None if _is_reference(finder, people) else _made(people, act)


def _is_reference(finder: PeopleFinder, people: People) -> bool:
    """True where the word tells of nobody new: "the dead", "no dead", "victim to"."""
    if people.definite or _names_people_behind(finder, people):
        return True
    state = people.state
    one = state is not None and state.number is Number.ONE
    victim = state is not None and state.stem == _VICTIM
    told = any(p.last == people.first - 1 for p in finder.all)  # "found dead"
    return _is_none(finder, people) or (one and (victim or told))


def _is_general(finder: PeopleFinder, people: People) -> bool:
    """True for "every victim", "a former detainee", "released 19 detainees"."""
    line = finder.line
    before = bare(line.form(people.first - 1)) if people.first else ""
    after = line.form(people.last + 1)
    if before in words("grammar", "every") or after in words("grammar", "former"):
        return True
    near = range(max(0, people.first - _NEAR), people.first)
    return any(is_one_of(line.words[j], "released") for j in near)


def _made(people: People, act: Act) -> Mention:
    assert people.head is not None
    return Mention(act, people.head, (Harmed(people),))


def _names_people_behind(finder: PeopleFinder, people: People) -> bool:
    """True for "the dead of the blast" without a number: only a reference."""
    assert people.state is not None
    j = people.last + 1
    many = people.state.number is Number.MANY
    head = people.head if people.head is not None else people.last
    owner = many and people.last > head and not people.partitive
    force = many and is_agent(finder.line.form(j))
    owned = (owner or force) and not marks_at(finder.line, j)
    return people.state.after != "" or owned


def _is_none(finder: PeopleFinder, people: People) -> bool:
    """True for "without casualties", "caused no injuries"."""
    near = range(max(0, people.first - _BACK), people.first)
    return any(is_one_of(finder.line.words[j], "negations") for j in near)


def _figure_behind(finder: PeopleFinder, people: People) -> People | None:
    """The number told of "the dead": "the number of dead is nine", "deaths: 2"."""
    line = finder.line
    is_tallied = people.first > 0 and is_tally(line.form(people.first - 1))
    if not people.definite and not is_tallied:
        return None
    for j in range(people.last + 1, min(people.last + _NEAR, len(line))):
        if any(mark in ".؛!؟،" for mark in marks_at(line, j)):
            return None
        number = finder.at(j)
        if number is None:
            continue
        if number.number is None or not (number.bare or number.state):
            return None
        if number.state is not None:
            return number
        return replace(
            people,
            first=min(people.first, number.first),
            last=number.last,
            quantity=number.quantity,
            number=number.number,
        )
    return None


def _listed_behind(finder: PeopleFinder, people: People) -> People | None:
    """The first of people listed behind "our martyrs:"."""
    j = people.last + 1
    if not people.definite or ":" not in marks_at(finder.line, j):
        return None
    return finder.at(j)


def _bodies(finder: PeopleFinder, people: People) -> Mention | None:
    """Bodies: counted, or of people told behind, where somebody found them."""
    found = _was_found(finder, people)
    behind = finder.at(people.last + 1)
    if marks_at(finder.line, people.last + 1):
        behind = None
    if people.number is not None or (people.names and found):
        return Mention(Act.BODIES_FOUND, people.first, (Harmed(people),))
    if behind is not None and (found or behind.number is not None):
        whole = replace(behind, first=people.first)
        return Mention(Act.BODIES_FOUND, people.last, (Harmed(whole),))
    if found and people.state is not None and not people.definite:
        return _made(people, Act.BODIES_FOUND)
    return None


def _was_found(finder: PeopleFinder, people: People) -> bool:
    """True where a verb of finding stands close before, or right behind."""
    line = finder.line
    before = range(max(0, people.first - 2 * _NEAR), people.first)
    behind = range(people.last + 1, min(people.last + _NEAR, len(line)))
    if any(is_one_of(line.words[j], "found") for j in before):
        return True
    forms = (cut.stem for j in behind for cut in cuts(line.form(j)) if cut.after)
    return any(form in words("grammar", "found") for form in forms)


def mentions_among_the_dead(
    finder: PeopleFinder, taken: Container[int]
) -> Iterator[Mention]:
    """As in "among the dead are six foreigners", "a minister is among the dead"."""
    line = finder.line
    for i in range(len(line) - 1):
        if not _is_amid(finder, i):
            continue
        state = state_of(line.words[i + 1])
        if state is None or state.number is not Number.MANY or not state.before:
            continue
        behind = next((p for p in finder.all if p.first > i + 1), None)
        before = next((p for p in finder.all if p.last in (i - 1, i - 2)), None)
        people = before or behind
        if people is None or people.first in taken:
            continue
        if people is before:
            yield Mention(state.act, i + 1, (Harmed(people),), of_the_dead=True)
            continue
        listed = listed_from(finder, people, state.act, i + 1)
        some = tuple(Harmed(each, Part.AMONG) for each in listed)
        yield Mention(state.act, i + 1, some, of_the_dead=True)


def _is_amid(finder: PeopleFinder, i: int) -> bool:
    """True for "among the dead", and for "of the dead" at the head of a clause."""
    line = finder.line
    if bare(line.form(i)) in words("grammar", "amid"):
        return True
    people = finder.at(i + 2)
    counted = people is not None and (people.number is not None or people.plural)
    heads = i == 0 or any(mark in "،,؛;." for mark in marks_at(line, i))
    return bare(line.form(i)) == "من" and heads and counted


def between_states(finder: PeopleFinder, people: People) -> tuple[tuple[Act, ...], int]:
    """The acts of "31 people, killed or wounded", and the last word that tells so."""
    j = people.last + 1
    line = finder.line
    if bare(line.form(j)) not in ("بين", "ما"):
        return (), people.last
    acts, last = [], people.last
    for k in range(j + 1, min(j + 5, len(line))):
        state = state_of(line.words[k])
        if state is not None:
            acts.append(state.act)
            last = k
    return tuple(dict.fromkeys(acts)), last


def at_most(quantity: Quantity) -> Quantity:
    """The number as the most that one of several acts can have harmed."""
    return replace(quantity, low=None, high=quantity.highest_stated)


def is_state(finder: PeopleFinder, i: int) -> bool:
    """True where word `i` can be a word for those harmed."""
    senses = act_senses(finder.line.words[i])
    return any(s.grammar is Grammar.STATE for s in senses)


def led(finder: PeopleFinder, people: People) -> bool:
    """True where a preposition leads the people."""
    return is_led(finder, people.first, people)


def is_agent(form: str) -> bool:
    """True for a force or a weapon, with "the" or without."""
    return form.removeprefix("ال") in words("grammar", "agents")


def is_tally(form: str) -> bool:
    """True for "number", "toll"."""
    known = words("grammar", "tally")
    return any(cut.stem in known for cut in cuts(form))
