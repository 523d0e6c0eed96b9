"""Who stands beside the people harmed, and who is among them."""

from collections.abc import Iterator
from dataclasses import replace

from tasjil.model.acts import Act
from tasjil.model.quantity import Quantity
from tasjil.read.arabic.harm.linking import is_act_verb, is_led
from tasjil.read.arabic.harm.mentions import Harmed
from tasjil.read.arabic.people.people_phrases import (
    People,
    PeopleFinder,
    is_among,
    marks_at,
)
from tasjil.read.arabic.people.together import as_one
from tasjil.read.arabic.text.act_words import Grammar, act_senses
from tasjil.read.arabic.text.small_words import bare
from tasjil.read.drafts.draft import Part

_STOPS = ".؛!؟"
_MOST = 12
_GAP = 7
_FAR = 10


def with_others(
    finder: PeopleFinder, first: People, act: Act, at: int
) -> tuple[Harmed, ...]:
    """The first people and all that are listed beside them or among them.

    Args:
        finder: The people of the sentence.
        first: The first people harmed.
        act: What they suffered.
        at: The word that tells it.
    """
    lists = _Lists(finder, act, at)
    together = [first, *lists.beside(first.last)]
    together = [p for p in together if p is first or not _is_of_the_other_sex(first, p)]
    whole, *others = as_one(together)
    among = list(lists.among(together[-1].last, whole))
    found = [whole, *others]
    return tuple(
        [*(Harmed(p) for p in found), *(Harmed(p, Part.AMONG) for p in among)][:_MOST]
    )


def listed_from(
    finder: PeopleFinder, first: People, act: Act, at: int
) -> tuple[People, ...]:
    """People of one list, each kind for itself: "two women and a child"."""
    lists = _Lists(finder, act, at)
    return tuple(as_one([first, *lists.beside(first.last)], kin_only=True))


def _is_of_the_other_sex(first: People, people: People) -> bool:
    """True for "19 paramedics, men and women": the number counts both."""
    one, other = first.sense, people.sense
    if one is None or other is None or people.number is not None or people.names:
        return False
    counted = (first.quantity.highest_stated or 0) > 1 and first.number is not None
    return counted and one.noun.key == other.noun.key


class _Lists:
    """Reads the lists of people around one word of harm."""

    def __init__(self, finder: PeopleFinder, act: Act, at: int) -> None:
        self._finder = finder
        self._line = finder.line
        self._act = act
        self._at = at

    def beside(self, last: int) -> Iterator[People]:
        """People joined with "and" or a comma right behind a word."""
        while (people := self._next(last) or self._next_far(last)) is not None:
            yield people
            last = people.last

    def _next_far(self, last: int) -> People | None:
        """Counted people of a list behind what is said of those before.

        As in "830 civilians whom they killed, and 231 members of the forces".
        """
        for j in range(last + 2, min(last + _FAR, len(self._line))):
            marks = marks_at(self._line, j)
            if any(mark in _STOPS for mark in marks):
                return None
            joined = self._line.form(j)[:1] == "و" and ("،" in marks or "," in marks)
            people = self._finder.at(j if self._line.form(j) != "و" else j + 1)
            if people is not None and not joined and people.number is not None:
                return None
            if joined:
                counted = people is not None and people.number is not None
                plain = people is not None and not people.bare and not people.partitive
                same = people is not None and self._is_of_act(people)
                return people if counted and plain and same else None
        return None

    def _next(self, last: int) -> People | None:
        """The next people of a list; None where the list ends."""
        j = last + 1
        if j >= len(self._line):
            return None
        joined = self._line.form(j)[:1] == "و"
        if self._line.form(j) == "و":
            j += 1
        mark = marks_at(self._line, j).strip(")")
        if mark not in ("", "،", ",") or not (joined or mark):
            return None
        people = self._finder.at(j)
        if people is None or people.partitive:
            return None
        counted = people.number is not None or bool(people.names)
        if not joined and not counted:
            return None
        return people if self._is_of_act(people) else None

    def _is_of_act(self, people: People) -> bool:
        """False where the people have a word of harm of their own."""
        state = people.state
        if state is not None and state.act is not self._act:
            return False
        j = people.last + 1
        if j >= len(self._line) or j == self._at or marks_at(self._line, j):
            return True
        return not is_act_verb(self._line, j)

    def among(self, last: int, whole: People) -> Iterator[People]:
        """People told as some of those before: "among them three children"."""
        if self._at in range(last + 1, last + 3):
            last = self._at  # "88 cases of arrest, among them"
        for j in range(last + 1, len(self._line)):
            if j == self._at:
                continue
            marks = marks_at(self._line, j)
            if any(mark in _STOPS for mark in marks) or self._is_other_harm(j):
                return
            people = self._some(j, marks, whole, is_next=j == last + 1)
            if people is not None:
                listed = [people, *self.beside(people.last)]
                yield from as_one(listed, kin_only=True)
                yield from self._places(people)
                return
            people = self._finder.at(j)
            state = people.state if people is not None else None
            if state is not None and state.act is not self._act:
                return

    def _some(
        self, j: int, marks: str, whole: People, *, is_next: bool
    ) -> People | None:
        """The first people told as some of the whole, where they begin at word `j`."""
        people = self._finder.at(j)
        if people is not None and people.partitive:
            return people
        if (share := self._share(j, whole)) is not None:
            return share
        form = self._line.form(j)
        if is_among(form):
            people = self._first_of(j + 1)
        elif self._is_out_of(whole) and self._is_counted_of_itself(people):
            return people
        elif is_next and any(mark in ":(" for mark in marks):
            people = self._first_of(j)
        else:
            return None
        return people if people is not None and self._is_of_act(people) else None

    def _is_out_of(self, whole: People) -> bool:
        """True for "of the 412 dead": those told next are some of them."""
        at = (whole.first, whole.first - 1)
        said = any(self._line.form(k) == "بين" and self._is_of(k - 1) for k in at)
        return said and whole.quantity.exact and whole.number is not None

    def _is_of(self, k: int) -> bool:
        """True for "of" and for "and of"."""
        return bare(self._line.form(k)) == "من"

    def _is_counted_of_itself(self, people: People | None) -> bool:
        """True for a number of people of some kind, with the same harm."""
        if people is None or people.number is None or people.sense is None:
            return False
        return not is_led(self._finder, people.first, people) and self._is_of_act(
            people
        )

    def _share(self, j: int, whole: People) -> People | None:
        """As in "half of them children", where the whole has one number."""
        parts = _SHARES.get(bare(self._line.form(j)))
        if parts is None or not whole.quantity.exact:
            return None
        people = self._first_of(j + 1)
        if people is None or whole.quantity.low is None:
            return None
        word = self._line.words[j]
        some = whole.quantity.low // parts
        number = word.start + len(word.form) - len(bare(word.form)), word.end
        return replace(people, quantity=Quantity(some, some, None), number=number)

    def _first_of(self, j: int) -> People | None:
        """The people at word `j`, past "of", "on"."""
        for k in (j, j + 1):
            if (people := self._finder.at(k)) is not None:
                return people
            if bare(self._line.form(k)) not in ("من", "علي"):
                return None
        return None

    def _places(self, people: People) -> Iterator[People]:
        """More numbers like it behind its place: "four at the gate and three on"."""
        last = people.last
        while people.partitive or people.bare:
            found = None
            for j in range(last + 2, min(last + _GAP, len(self._line))):
                if marks_at(self._line, j) or self._line.form(j)[:1] != "و":
                    continue
                found = self._finder.at(j)
                break
            if found is None or found.number is None or not self._is_of_act(found):
                return
            yield found
            last = found.last

    def _is_other_harm(self, j: int) -> bool:
        """True at another word of harm: what stands behind it is told of that."""
        senses = act_senses(self._line.words[j])
        return any(s.grammar is not Grammar.STATE and not s.weak for s in senses)


_SHARES = {
    **dict.fromkeys(("نصفهم", "نصفهن"), 2),
    **dict.fromkeys(("ثلثهم", "ثلثهن"), 3),
    **dict.fromkeys(("ربعهم", "ربعهن"), 4),
}
