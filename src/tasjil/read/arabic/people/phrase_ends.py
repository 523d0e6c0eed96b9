"""What stands behind a word for people: numbers, more nouns, owners, names, age."""

from collections.abc import Mapping
from dataclasses import replace

from tasjil.model.quantity import Quantity
from tasjil.read.arabic.numbers.quantities import Counted
from tasjil.read.arabic.people.names import PersonName
from tasjil.read.arabic.people.people_told import (
    Finds,
    People,
    agree,
    marks_at,
    state_of,
    with_unit,
)
from tasjil.read.arabic.text.act_words import act_senses
from tasjil.read.arabic.text.lexicon import words
from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.text.person_nouns import person_sense
from tasjil.read.arabic.text.small_words import bare, is_small
from tasjil.read.found import Found

_LONGEST_GAP = 3
_ORIGIN = 3
_JOINERS = frozenset(["", "،", ",", "(", ":", "-", "–"])


class PhraseEnds:
    """Takes what stands behind a word for people into its phrase."""

    def __init__(
        self,
        line: Line,
        finds: Finds,
        numbers: Mapping[int, Found[Counted]],
        names: Mapping[int, Found[PersonName]],
    ) -> None:
        """Keep the sentence, with its numbers and names by their first word."""
        self.line = line
        self.finds = finds
        self._numbers = numbers
        self._names = names

    def extended(self, people: People) -> People:
        """The phrase with what stands right behind it: words, names, age."""
        people = self._with_members(self._with_definite_number(people))
        people = self._with_origin(self._with_owner(self._with_nouns(people)))
        people = self._with_names(people)
        return self._with_state(self._with_age(people))

    def _with_state(self, people: People) -> People:
        """A word for those harmed set behind: "nine people, wounded", "found dead"."""
        j = people.last + 1
        if people.state is not None or j >= len(self.line):
            return people
        state = state_of(self.line.words[j])
        mark = marks_at(self.line, j)
        if state is None or state.after or j in self._numbers:
            return people
        definite = state.before == "ال"
        adjacent = not mark and state.before == ""
        if adjacent or (definite and people.definite and mark in ("", "،", ",")):
            return replace(people, last=j, state=state, predicate=not definite)
        return people

    def _with_definite_number(self, people: People) -> People:
        """As in "the seven soldiers", where Arabic puts the number last."""
        j = people.last + 1
        found = self._numbers.get(j)
        if people.number or people.head is None or found is None:
            return people
        adjacent = not marks_at(self.line, j) and "ال" in self.line.form(j)[:3]
        if not adjacent or found.value.noun is not None and not people.definite:
            return people
        last = self.line.index(found.end - 1)
        span = people.span[0], found.end
        number = found.start, found.end
        return replace(
            people,
            last=last,
            span=span,
            number=number,
            quantity=with_unit(found.value.quantity, people),
        )

    def _with_members(self, people: People) -> People:
        """One family "of five members", "made up of six persons"."""
        family = people.sense is not None and "family" in people.sense.noun.traits
        j = people.last + 1
        j += self.line.form(j) in words("grammar", "made_up")
        found = self._numbers.get(j + 1)
        if not family or found is None or people.number or people.quantity.low != 1:
            return people
        if self.line.form(j) != "من" or found.value.noun is None:
            return people
        last = self.line.index(found.value.noun[0])
        if person_sense(self.line.words[last]) is None:
            return people
        quantity, number = found.value.quantity, (found.start, found.end)
        return replace(people, last=last, quantity=quantity, number=number)

    def _with_nouns(self, people: People) -> People:
        """Nouns set right behind: "an infant girl", "the journalist and poet"."""
        if people.head is None:
            return people
        last, beside = people.last, list(people.beside)
        while last + 1 < len(self.line) and not marks_at(self.line, last + 1):
            word = self.line.words[last + 1]
            form = word.form
            if form in ("واحد", "واحدا", "واحده") or form == bare(form) == "فقط":
                last += 1
                continue
            sense = person_sense(word)
            if sense is None or sense.before not in ("", "ال"):
                break
            if last + 1 in self._numbers or "more" in sense.noun.traits:
                break
            if self._is_verb_too(last + 1) or not agree(people, sense):
                break
            beside.append(sense.noun)
            last += 1
        end = self.line.words[last].end
        span = people.span[0], max(people.span[1], end)
        return replace(people, last=last, span=span, beside=tuple(beside))

    def _with_owner(self, people: People) -> People:
        """Whose they are: "the team's leader", "guards of the store"."""
        j = people.last + 1
        if people.head is None or people.definite or marks_at(self.line, j):
            return people
        if j >= len(self.line):
            return people
        kin = person_sense(self.line.words[j])
        if kin is not None and kin.after and "kin" in kin.noun.traits:
            span = people.span[0], self.line.words[j].end  # "my aunt's son"
            return people if kin.before else replace(people, last=j, span=span)
        if not self.line.form(j).startswith("ال"):
            return people
        word = self.line.words[j]
        other = person_sense(word) is not None or bool(act_senses(word))
        if other or is_small(word) or j in self._numbers:
            return people
        force = word.form.removeprefix("ال") in words("grammar", "armed")
        span = people.span[0], word.end
        return replace(people, last=j, span=span, armed=people.armed or force)

    def _with_origin(self, people: People) -> People:
        """Where people come from: "members of the border guard", "of one family"."""
        j = people.last + 1
        if (
            people.head is None
            or people.partitive
            or people.definite
            or self.line.form(j) != "من"
            or marks_at(self.line, j)
        ):
            return people
        last = j
        for k in range(j + 1, min(j + 1 + _ORIGIN, len(self.line))):
            word = self.line.words[k]
            ends = marks_at(self.line, k) or is_small(word) or k in self._numbers
            joined = word.form[:1] in ("و", "ب") and k > j + 1
            # "of the border guard": behind its last noun, which has "the", comes more
            # only with "the" too.
            closed = self.line.form(k - 1).startswith("ال") and k > j + 1
            joined = joined or (closed and not word.form.startswith("ال"))
            if ends or joined or act_senses(word) or self._is_place_like(k):
                break
            last = k
        if last == j:
            return people
        span = people.span[0], self.line.words[last].end
        armed = any(
            bare(w.form).removeprefix("ال") in words("grammar", "armed")
            for w in self.line.words[j + 1 : last + 1]
        )
        return replace(people, last=last, span=span, armed=people.armed or armed)

    def _is_place_like(self, k: int) -> bool:
        """True for "in" and the like joined to a word: "in Varesh"."""
        form = self.line.form(k)
        return form[:1] in ("ل", "ك") and form.startswith(("لل", "كال"))

    def _is_verb_too(self, i: int) -> bool:
        return any(s.person is not None for s in act_senses(self.line.words[i]))

    def _with_names(self, people: People) -> People:
        """Names right behind a noun, or behind a comma where the noun calls for one."""
        if people.head is None or people.names or self._is_among_dead(people):
            return people
        names: list[Found[PersonName]] = []
        people = self._with_title(people)
        last, j = people.last, people.last + 1
        while (found := self._name_from(j)) is not None:
            mark = marks_at(self.line, j)
            linked = found.start > self.line.words[j].start  # "and" is joined to it
            if names and not linked and mark not in ("،", ","):
                break
            if not names and not self._takes_name(people, mark, j):
                break
            names.append(found)
            last = self.line.index(found.end - 1)
            if not people.plural:
                break
            j = last + 1
        if not names:
            return people
        quantity = people.quantity
        if not quantity.known and people.plural:
            quantity = Quantity(len(names), len(names), None)
        return replace(people, last=last, names=tuple(names), quantity=quantity)

    def _is_among_dead(self, people: People) -> bool:
        """As in "among the dead are": who stands behind is told of for himself."""
        told = people.state is not None and people.sense is None and people.definite
        return told and bare(self.line.form(people.first - 1)) == "بين"

    def _with_title(self, people: People) -> People:
        """A second noun before the name: "the leader, the engineer Rami"."""
        j = people.last + 1
        if j >= len(self.line) or people.plural or j + 1 not in self._names:
            return people
        sense = person_sense(self.line.words[j])
        joined = sense is None or sense.before != "ال"
        if sense is None or joined or marks_at(self.line, j) not in ("", "،", ","):
            return people
        return replace(people, last=j, beside=(*people.beside, sense.noun))

    def _takes_name(self, people: People, mark: str, j: int) -> bool:
        """True where the name is that of the people of the phrase."""
        if mark not in _JOINERS:
            return False
        if mark:
            return people.definite or people.state is None
        return True

    def _name_from(self, j: int) -> Found[PersonName] | None:
        """The name at word `j`, past "he is", "they are", "named"."""
        if self.line.one_of(j, words("grammar", "who_is") | words("grammar", "named")):
            j += 1
        return self._names.get(j)

    def _with_age(self, people: People) -> People:
        """The age right behind the phrase."""
        end = self.line.words[people.last].end
        for age in self.finds.ages:
            gap = self.line.text[end : age.start] if age.start >= end else None
            if gap is not None and len(gap) <= _LONGEST_GAP and "." not in gap:
                last = max(self.line.index(age.end - 1), people.last)
                return replace(people, age=age, last=last)
            if people.span[0] <= age.start < end:
                return replace(people, age=age)
        return people
