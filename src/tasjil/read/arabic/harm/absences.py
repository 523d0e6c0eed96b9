"""People who are gone: "under the rubble", "no word of them", "in custody"."""

from collections.abc import Iterator

from tasjil.model.acts import Act
from tasjil.read.arabic.harm.linking import people_before
from tasjil.read.arabic.harm.mentions import Harmed, Mention
from tasjil.read.arabic.people.people_phrases import (
    People,
    PeopleFinder,
    marks_at,
    state_of,
)
from tasjil.read.arabic.text.act_words import act_senses
from tasjil.read.arabic.text.lexicon import words
from tasjil.read.arabic.text.small_words import bare
from tasjil.read.arabic.text.words import cuts

_NEAR = 9
_SHORT = 4
_STOPS = ".؛!؟"


def mentions_of_absences(finder: PeopleFinder) -> Iterator[Mention]:
    """Every mention that small words make: who is held, buried alive, unheard of."""
    for i in range(len(finder.line)):
        told = _absence(finder, i)
        if told is None:
            continue
        act, people = told
        if people is not None and not people.bare:
            yield Mention(act, i, (Harmed(people),))


def _absence(finder: PeopleFinder, i: int) -> tuple[Act, People | None] | None:
    """What the word at `i` tells together with those behind it."""
    line = finder.line
    form = bare(line.form(i))
    if form in _list("held") and _stem_in(finder, i + 1, "custody"):
        return Act.DETAINED, people_before(finder, i)
    if form == "عداد" and i + 1 < len(line):
        state = state_of(line.words[i + 1])
        return None if state is None else (state.act, people_before(finder, i))
    if (
        form in _list("under")
        and line.form(i - 1) != "من"
        and not _is_told_of_death(finder, i)
        and _stem_in(finder, i + 1, "rubble")
    ):
        return Act.MISSING, _buried(finder, i)
    if form in _list("marks") and _stem_in(finder, i + 1, "torture"):
        return Act.TORTURED, people_before(finder, i)
    if form in _list("fragments") and _is_hit(finder, i):
        return Act.INJURED, people_before(finder, i)
    if form in _list("fate"):
        return _fate(finder, i)
    if form in _list("nothing") and _is_no_trace(finder, i):
        return Act.MISSING, people_before(finder, i)
    return None


def _buried(finder: PeopleFinder, i: int) -> People | None:
    """Those under the rubble; "trapped" is said of a number told before it."""
    beside = [p for p in finder.all if p.last in (i - 1, i - 2)]
    if not beside:
        return None
    last = beside[-1]
    trapped = last.sense is not None and last.sense.noun.singular == "عالق"
    if trapped and last.number is None:
        counted = [
            p for p in finder.all if p.number and 0 < last.first - p.last < _NEAR
        ]
        return counted[-1] if counted else last
    return last


def _is_told_of_death(finder: PeopleFinder, i: int) -> bool:
    """True for "died under the rubble"."""
    return any(act_senses(w) for w in finder.line.words[max(0, i - 2) : i])


def _fate(finder: PeopleFinder, i: int) -> tuple[Act, People | None] | None:
    """As in "the fate of five of them is unknown"."""
    line = finder.line
    for j in range(i + 1, min(i + _NEAR, len(line))):
        if any(mark in _STOPS for mark in marks_at(line, j)):
            return None
        if _stem_in(finder, j, "unknown"):
            return Act.MISSING, finder.at(i + 1) or people_before(finder, i)
    return None


def _is_hit(finder: PeopleFinder, i: int) -> bool:
    """True for "a splinter hit her": a verb with a pronoun right before it."""
    if i == 0 or marks_at(finder.line, i):
        return False
    form = bare(finder.line.form(i - 1))
    return form.endswith(("ته", "تها", "تهم")) and len(form) > _SHORT


def _is_no_trace(finder: PeopleFinder, i: int) -> bool:
    """True for "no news of them", "has not been heard of", "did not come back"."""
    line = finder.line
    if bare(line.form(i + 1)) in _list("trace"):
        return True
    back = bare(line.form(i + 1)) in _list("return")
    present = line.form(i + 1)[:1] == "ي"
    if not back or bare(line.form(i)) != ("لم" if present else "ما"):
        return False
    after = line.form(i + 2)
    joined = after[:1] in ("ل", "ع") or after[:1] == "و"
    ends = i + 2 >= len(line) or bool(marks_at(line, i + 2))
    return ends or joined or bare(after) in words("grammar", "prepositions")


def _stem_in(finder: PeopleFinder, j: int, key: str) -> bool:
    """True where word `j` is one of a list, with "the" or a pronoun or without."""
    form = finder.line.form(j)
    return bool(form) and any(cut.stem in _list(key) for cut in cuts(form))


def _list(key: str) -> frozenset[str]:
    return words("absences", key)
