"""Phrases for people in an Arabic sentence: how many, called what, by what names."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tasjil.model.persons import AgeRange
from tasjil.model.quantity import Quantity, Unit
from tasjil.read.arabic.act_words import ActSense, Grammar, act_senses
from tasjil.read.arabic.inflection import Number
from tasjil.read.arabic.lexicon import words
from tasjil.read.arabic.line import Line
from tasjil.read.arabic.names import PersonName
from tasjil.read.arabic.people import PersonNoun, PersonSense, person_sense
from tasjil.read.arabic.quantities import Counted
from tasjil.read.arabic.small_words import bare, is_one_of, is_small
from tasjil.read.arabic.words import Word
from tasjil.read.found import Found

Span = tuple[int, int]
UNTOLD = Quantity(None, None, None)
_ONE = Quantity(1, 1, None)
_LONGEST_GAP = 3
_ORIGIN = 3
_JOINERS = frozenset(["", "،", ",", "(", ":", "-", "–"])


@dataclass(frozen=True, slots=True)
class Finds:
    """What the grammars found in a sentence; offsets are the sentence's."""

    quantities: Sequence[Found[Counted]]
    ages: Sequence[Found[int | AgeRange]]
    names: Sequence[Found[PersonName]]


@dataclass(frozen=True, slots=True)
class People:
    """One phrase for people.

    Attributes:
        first, last: Its words, by their place in the line.
        head: The word that calls them something; None for a bare number or name.
        span: Where its words stand, without the number before them.
        number: Where its number stands.
        sense, state: What the head tells: a noun for people, a word for those harmed.
        beside: More nouns for the same people ("the nurse", "a farmer").
        partitive: True for "three of them".
        more: True for "others".
        pronoun: True for a pronoun that is all there is.
        armed: True for members of a force.
        unknown: True for a number of things that may be no people.
        others: Those told as one figure with the first.
    """

    first: int
    last: int
    head: int | None
    span: Span
    quantity: Quantity = UNTOLD
    number: Span | None = None
    sense: PersonSense | None = None
    state: ActSense | None = None
    beside: tuple[PersonNoun, ...] = ()
    names: tuple[Found[PersonName], ...] = ()
    age: Found[int | AgeRange] | None = None
    partitive: bool = False
    more: bool = False
    pronoun: bool = False
    definite: bool = False
    others: tuple["People", ...] = ()
    unknown: bool = False
    armed: bool = False

    @property
    def plural(self) -> bool:
        """True for more than one, told by a number or by the noun."""
        most = self.quantity.highest_stated
        if self.pronoun:
            return most != 1
        if most is not None:
            return most > 1
        told = self.sense or self.state
        number = told.number if told is not None else Number.ONE
        return number is not Number.ONE or len(self.names) > 1

    @property
    def bare(self) -> bool:
        """True for a number alone."""
        return self.head is None and not self.names and not self.pronoun


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

    def at(self, i: int) -> People | None:
        """The phrase that begins at word `i`; None where none does."""
        if not 0 <= i < len(self.line):
            return None
        if i not in self._told:
            found = self._counted(i) or self._named(i) or self._called(i)
            self._told[i] = None if found is None else self._extended(found)
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
            quantity=_with_unit(found.value.quantity, people),
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
                quantity=_with_unit(behind.value.quantity, people),
            )
        if i in self._is_two and told.also is Number.TWO:
            number = Number.TWO
        if number is Number.MANY:
            return people
        quantity = Quantity(2, 2, None) if number is Number.TWO else _ONE
        if number is Number.ONE and self._is_nobody(i):
            quantity = UNTOLD
        return replace(people, quantity=_with_unit(quantity, people))

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
        if "owned" in traits and not sense.after:
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

    def _extended(self, people: People) -> People:
        """The phrase with what stands right behind it: words, names, age."""
        people = self._with_definite_number(people)
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
            return replace(people, last=j, state=state)
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
            quantity=_with_unit(found.value.quantity, people),
        )

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
            if self._is_verb_too(last + 1) or not _agree(people, sense):
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
        if j >= len(self.line) or not self.line.form(j).startswith("ال"):
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
        if people.head is None or people.names:
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
        """The name at word `j`, past "he is", "they are"."""
        if self.line.form(j) in ("هو", "هي", "هما", "هم", "وهو", "وهي", "وهما", "وهم"):
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


def state_of(word: Word) -> ActSense | None:
    """The word as one for those harmed: "wounded"; None for other words."""
    senses = act_senses(word)
    return next((s for s in senses if s.grammar is Grammar.STATE), None)


def marks_at(line: Line, i: int) -> str:
    """The marks before a word; nothing past the end."""
    return line.marks[i] if 0 <= i < len(line.marks) else ""


def is_among(form: str) -> bool:
    """True for "among them", "of them"."""
    return bare(form) in words("grammar", "among")


def _agree(people: People, sense: PersonSense) -> bool:
    """True where a noun behind can be one for the same people."""
    told = people.sense or people.state
    if told is None or people.number is not None:
        return True
    return told.number is sense.number and people.definite == sense.definite


def _with_unit(quantity: Quantity, people: People) -> Quantity:
    """Families and bodies are counted as what they are."""
    noun = people.sense.noun if people.sense else None
    if noun is not None and "family" in noun.traits:
        return replace(quantity, unit=Unit.FAMILY)
    if people.state is not None and people.state.act.value == "bodies found":
        return replace(quantity, unit=Unit.BODY)
    return quantity
