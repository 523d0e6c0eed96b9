"""Phrases for people in an Arabic sentence: how many, called what, by what names."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from tasjil.model.quantity import Quantity
from tasjil.read.arabic.numbers.quantities import Counted
from tasjil.read.arabic.people.names import PersonName
from tasjil.read.arabic.people.people_told import (
    UNTOLD,
    Finds,
    People,
    Span,
    is_among,
    marks_at,
    state_of,
    with_unit,
)
from tasjil.read.arabic.people.phrase_ends import PhraseEnds
from tasjil.read.arabic.text.inflection import Number
from tasjil.read.arabic.text.lexicon import words
from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.text.person_nouns import PersonSense, person_sense
from tasjil.read.arabic.text.small_words import bare, is_one_of
from tasjil.read.found import Found

__all__ = [
    "UNTOLD",
    "Finds",
    "People",
    "PeopleFinder",
    "Span",
    "is_among",
    "marks_at",
    "state_of",
]

_ONE = Quantity(1, 1, None)


class PeopleFinder:
    """Finds the phrase for people that begins at a word of one sentence."""

    def __init__(self, line: Line, finds: Finds, is_two: Sequence[int] = ()) -> None:
        """Keep the sentence with what was found in it.

        Args:
            line: The sentence.
            finds: Its numbers, ages and names.
            is_two: Words whose vowel marks say "two", not "many".
        """
        self.line = line
        self.finds = finds
        self._is_two = frozenset(is_two)
        self._told: dict[int, People | None] = {}
        self._ends = PhraseEnds(line, finds, self._numbers, self._names)

    def at(self, i: int) -> People | None:
        """The phrase that begins at word `i`; None where none does."""
        if not 0 <= i < len(self.line):
            return None
        if i not in self._told:
            found = self._counted(i) or self._named(i) or self._called(i)
            self._told[i] = None if found is None else self._ends.extended(found)
        return self._told[i]

    @cached_property
    def all(self) -> tuple[People, ...]:
        """Every phrase of the sentence, in order, none inside another."""
        found: list[People] = []
        i = 0
        while i < len(self.line):
            people = self.at(i)
            if people is not None:
                found.append(people)
            i = i + 1 if people is None else max(people.last, i) + 1
        return tuple(found)

    @cached_property
    def _numbers(self) -> dict[int, Found[Counted]]:
        """The number that begins at each word."""
        return {self.line.index(q.start): q for q in self.finds.quantities}

    @cached_property
    def _numbers_behind(self) -> dict[int, Found[Counted]]:
        """The number behind the noun it counts: "one man" in Arabic's order."""
        return {
            self.line.index(q.value.noun[0]): q
            for q in self.finds.quantities
            if q.value.noun is not None and q.value.noun[0] < q.start
        }

    @cached_property
    def _names(self) -> dict[int, Found[PersonName]]:
        return {self.line.index(n.start): n for n in self.finds.names}

    def _counted(self, i: int) -> People | None:
        """As in "three farmers", "two policemen", "38 of the wounded", "seven"."""
        found = self._numbers.get(i)
        if found is None:
            return None
        last = self.line.index(found.end - 1)
        span = found.start, found.end
        noun = found.value.noun
        if noun is not None and "(" in self.line.text[found.end : noun[0]]:
            noun = None
        if noun is None:
            return self._of_some(i, last, found)
        if noun[0] < found.start and self.line.index(noun[0]) != i:
            return None
        head = self.line.index(noun[0])
        people = self._of_head(head)
        if people is None:
            return self._of_unknown(i, last, found)
        dual = i == head
        return replace(
            people,
            first=i,
            last=max(people.last, last),
            quantity=with_unit(found.value.quantity, people),
            number=span,
            span=span if dual else people.span,
            partitive=self._is_partitive(last + 1, head),
        )

    def _of_some(self, i: int, last: int, found: Found[Counted]) -> People | None:
        """A number whose noun stands apart, or nowhere."""
        span = found.start, found.end
        number = found.value.quantity
        after = self.line.form(last + 1)
        if is_among(after) and not self.line.breaks(last + 1):
            return self._some_of_them(i, last + 1, found)
        j = last + 2 if after in ("من", "ل") else last + 1
        people = self._of_head(j) if not marks_at(self.line, j) else None
        if people is not None:
            return replace(people, first=i, quantity=number, number=span)
        return People(i, last, None, span, number, span)

    def _some_of_them(self, i: int, last: int, found: Found[Counted]) -> People:
        """As in "twelve of them", with the word behind that says what they are."""
        span = found.start, found.end
        kind = None
        for j in (last + 1, last + 2):
            if marks_at(self.line, j) or j in self._numbers:
                break
            kind = self._of_head(j)
            if kind is not None or self.line.form(j) != "من":
                break
        told = (span[0], self.line.words[last].end)
        people = People(i, last, None, told, found.value.quantity, span, partitive=True)
        if kind is None or kind.sense is None:
            return people
        return replace(people, last=kind.last, sense=kind.sense)

    def _of_unknown(self, i: int, last: int, found: Found[Counted]) -> People | None:
        """A number of a noun that is on no list; of a tally the number alone."""
        assert found.value.noun is not None
        start, end = found.value.noun
        span = found.start, found.end
        noun = self.line.words[self.line.index(start)]
        quantity = found.value.quantity
        if is_one_of(noun, "tally") or not span[1] <= start:
            return People(i, last, None, span, quantity, span)
        j = self.line.index(start)
        return People(i, j, None, (start, end), quantity, span, unknown=True)

    def _is_partitive(self, after: int, head: int) -> bool:
        return any(is_among(self.line.form(j)) for j in range(after, head))

    def _named(self, i: int) -> People | None:
        """A bare name."""
        found = self._names.get(i)
        if found is None or found.value.led:
            return None
        last = self.line.index(found.end - 1)
        return People(i, last, None, (found.start, found.end), _ONE, names=(found,))

    def _called(self, i: int) -> People | None:
        """A noun without a number: "a farmer", "the wounded", "two children"."""
        people = self._of_head(i)
        if people is None:
            return None
        told = people.sense or people.state
        assert told is not None
        number = told.number
        behind = self._numbers_behind.get(i)
        if behind is not None:
            span = people.span[0], behind.end
            return replace(
                people,
                last=max(people.last, self.line.index(behind.end - 1)),
                span=span,
                number=(behind.start, behind.end),
                quantity=with_unit(behind.value.quantity, people),
            )
        if i in self._is_two and told.also is Number.TWO:
            number = Number.TWO
        if number is Number.MANY:
            return people
        quantity = Quantity(2, 2, None) if number is Number.TWO else _ONE
        crowd = people.sense is not None and "collective" in people.sense.noun.traits
        if crowd or (number is Number.ONE and self._is_nobody(i)):
            quantity = UNTOLD
        return replace(people, quantity=with_unit(quantity, people))

    def _is_nobody(self, i: int) -> bool:
        """True for "anyone", "any prisoner": no person in particular."""
        every = words("grammar", "every")
        if i and bare(self.line.form(i - 1)) in every:
            return True
        return bare(self.line.form(i)) in words("grammar", "anybody")

    def _of_head(self, j: int) -> People | None:
        """A phrase of one word that calls people something."""
        if not 0 <= j < len(self.line):
            return None
        word = self.line.words[j]
        sense, state = person_sense(word), state_of(word)
        if sense is None and state is None:
            return None
        if sense is not None and not self._is_people(j, sense):
            sense = None
            if state is None:
                return None
        told = sense or state
        assert told is not None
        skip = len(told.before) if told.before[:1] in ("و", "ف", "ب", "ل", "ك") else 0
        skip = skip if "ال" not in told.before else told.before.index("ا")
        more = sense is not None and "more" in sense.noun.traits
        definite = "ال" in told.before or "لل" in told.before or bool(told.after)
        return People(
            j,
            j,
            j,
            (word.start + skip, word.end),
            sense=sense,
            state=state,
            more=more,
            definite=definite,
        )

    def _is_people(self, j: int, sense: PersonSense) -> bool:
        """False for nouns that tell of people only beside others."""
        traits = sense.noun.traits
        if "counted" in traits:
            return j in self._numbers or any(
                q.value.noun is not None and self.line.index(q.value.noun[0]) == j
                for q in self.finds.quantities
            )
        if sense.noun.singular == "أحد" and "ال" in sense.before:
            return False  # Sunday
        if "owned" in traits and not sense.after and "ال" not in sense.before:
            return j + 1 in self._names
        if "more" in traits and sense.definite and sense.number is Number.ONE:
            return False
        return not self._is_adjective(j, sense)

    def _is_adjective(self, j: int, sense: PersonSense) -> bool:
        """True for "the press conference", "civil defence": of a thing before."""
        word = self.line.words[j]
        bare_form = sense.number is Number.ONE and word.form.endswith(("ي", "يه"))
        if not bare_form or not sense.definite or sense.after or j == 0:
            return False
        before = self.line.words[j - 1]
        thing = person_sense(before) is None and "ال" in before.form[:4]
        return thing and not marks_at(self.line, j)
