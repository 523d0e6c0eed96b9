"""Which people a word of harm is told of: those behind it, before it, or a pronoun."""

from collections.abc import Iterator

from tasjil.model.quantity import Quantity
from tasjil.read.arabic.people.people_phrases import (
    UNTOLD,
    People,
    PeopleFinder,
    marks_at,
)
from tasjil.read.arabic.text.act_words import act_senses
from tasjil.read.arabic.text.lexicon import words
from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.text.small_words import bare, is_one_of, is_small

_FAR = 16
_STOPS = frozenset(".؛;:!?؟…|")
_JOINED_PREPOSITIONS = ("ب", "ل", "ك")
_PRONOUNS = {
    "ه": Quantity(1, 1, None),
    "ها": Quantity(1, 1, None),
    "هم": UNTOLD,
    "هن": UNTOLD,
    "هما": Quantity(2, 2, None),
    "ن": UNTOLD,
    "ني": Quantity(1, 1, None),
    "ي": Quantity(1, 1, None),
    "نا": UNTOLD,
}


def people_after(
    finder: PeopleFinder, i: int, stop: int | None = None
) -> People | None:
    """The first people behind word `i` that no preposition leads."""
    return next(all_after(finder, i, stop), None)


def all_after(
    finder: PeopleFinder, i: int, stop: int | None = None
) -> Iterator[People]:
    """The people behind word `i` in its clause that no preposition leads."""
    line = finder.line
    j = i + 1
    limit = min(len(line), i + _FAR if stop is None else stop)
    while j < limit and not ends_clause(line, j):
        people = finder.at(j)
        if people is None:
            j += 1
            continue
        if not is_led(finder, j, people):
            yield people
        j = people.last + 1


def has_other_subject(finder: PeopleFinder, i: int) -> bool:
    """True where the noun right behind a verb is no word for people.

    As in "the traffic was hit", "a blast killed": unknown words are nouns, unless they
    are small, tell a time or how it was done, or are led by a joined preposition.
    """
    j = i + 1
    line = finder.line
    if j >= len(line) or marks_at(line, j) or finder.at(j) is not None:
        return False
    word = line.words[j]
    if is_small(word) or is_one_of(word, "adverbs") or is_one_of(word, "clause"):
        return False
    if act_senses(word) or word.form[:1] in ("و", "ف") or word.form[0].isdigit():
        return False
    joined = word.form[:1] in _JOINED_PREPOSITIONS and len(word.form) > 3
    manner = word.form.endswith("ا") and not word.form.startswith("ال")
    return not joined and not manner


def ends_clause(line: Line, j: int) -> bool:
    """True at a stop, a relative, or another verb of harm."""
    each = j > 1 and line.form(j - 1) == "من" and bare(line.form(j - 2)) == "كل"
    if any(mark in _STOPS for mark in marks_at(line, j)) and not each:
        return True
    word = line.words[j]
    if is_one_of(word, "clause"):
        return True
    return is_act_verb(line, j)


def is_act_verb(line: Line, j: int) -> bool:
    """True for a verb of harm in a form that is no noun."""
    senses = act_senses(line.words[j])
    return bool(senses) and all(s.person is not None for s in senses)


def is_led(finder: PeopleFinder, j: int, people: People) -> bool:
    """True where a preposition stands before the people, joined or apart."""
    line = finder.line
    told = people.sense or people.state
    before = told.before.lstrip("وف") if told is not None else ""
    if people.number is None and before.startswith(_JOINED_PREPOSITIONS):
        return True
    if j and is_one_of(line.words[j - 1], "prepositions") and not marks_at(line, j):
        return True
    if j < 2 or people.number is not None or not people.definite:
        return False
    # "in the house of the farmer": the noun between is led, and so is the farmer.
    apart = bool(marks_at(line, j) or marks_at(line, j - 1))
    owned = line.form(j - 1).endswith(("ه", "ها", "هم", "هما"))
    if owned and not line.words[j - 1].text.endswith("ة"):
        return False
    return not apart and is_one_of(line.words[j - 2], "prepositions")


def people_before(
    finder: PeopleFinder, i: int, *, plural: bool = False
) -> People | None:
    """The nearest people before word `i` in its sentence; free ones come first."""
    near = []
    for people in reversed(finder.all):
        if people.last >= i or (people.bare and people.last != i - 1):
            continue
        if _is_cut_off(finder.line, people.last, i):
            break
        if people.plural or not plural:
            near.append(people)
    free = [p for p in near if not is_led(finder, p.first, p) and not p.partitive]
    found = next(iter(free or near), None)
    return None if found is None else _head_of_list(finder, found)


def _head_of_list(finder: PeopleFinder, last: People) -> People:
    """The first of people joined with "and", of whom the last is known."""
    line = finder.line
    first = last
    for people in reversed([p for p in finder.all if p.last < last.first]):
        joined = line.form(first.first)[:1] == "و" and people.last == first.first - 1
        if not joined or people.partitive or is_led(finder, people.first, people):
            break
        first = people
    return first


def _is_cut_off(line: Line, last: int, i: int) -> bool:
    """True where a full stop stands between."""
    between = (marks_at(line, j) for j in range(last + 1, i + 1))
    return any(mark in ".؛;!؟?" for marks in between for mark in marks)


def relative_before(finder: PeopleFinder, i: int) -> People | None:
    """The people of "who": right before the relative before word `i`."""
    line = finder.line
    for j in (i - 1, i - 2):
        if j > 0 and bare(line.form(j)) in words("grammar", "relative"):
            near = [p for p in finder.all if p.last < j]
            return near[-1] if near else None
    return None


def pronoun_at(line: Line, i: int, after: str) -> People:
    """The people whom a pronoun joined to word `i` stands for."""
    word = line.words[i]
    # A pronoun can be spelt with a letter more than its folded form has.
    start = max(word.end - len(after), word.start)
    return People(
        i,
        i,
        None,
        (start, word.end),
        _PRONOUNS.get(after, UNTOLD),
        pronoun=True,
        definite=True,
    )
