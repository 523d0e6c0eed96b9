"""Verbs of harm: who is killed and who kills, whichever way the verb stands."""

from collections.abc import Sequence
from dataclasses import replace

from tasjil.model.acts import Act
from tasjil.model.persons import Sex
from tasjil.read.arabic.harm.linking import (
    all_after,
    has_other_subject,
    people_after,
    people_before,
    pronoun_at,
    relative_before,
)
from tasjil.read.arabic.harm.mentions import Harmed, Mention
from tasjil.read.arabic.people.people_phrases import (
    People,
    PeopleFinder,
    Span,
    marks_at,
)
from tasjil.read.arabic.text.act_words import ActSense, Grammar
from tasjil.read.arabic.text.inflection import Number, Person
from tasjil.read.arabic.text.lexicon import words
from tasjil.read.arabic.text.person_nouns import person_sense
from tasjil.read.arabic.text.small_words import bare, is_one_of

_GONE = "فقد"
_OWNERS = 6
_MANY = (Person.THEY, Person.TWO)


class Verbs:
    """Reads the verbs of harm of one sentence."""

    def __init__(self, finder: PeopleFinder, passive: Sequence[int] = ()) -> None:
        """Keep the sentence.

        Args:
            finder: The sentence's people.
            passive: Words whose vowel marks say that they are passive.
        """
        self.finder = finder
        self.line = finder.line
        self._passive = frozenset(passive)

    def mention(self, i: int, sense: ActSense) -> Mention | None:
        """The mention of the verb at word `i`; None where it has no people."""
        if sense.stem == _GONE and i not in self._passive:
            lost = self._lost_kin(i)
            if lost is not None:
                return Mention(Act.KILLED, i, (Harmed(lost),))
            if not self._is_gone(i, sense):
                return None
        if sense.person is Person.WE and not sense.after:
            return self._ours(i, sense)
        if sense.after:
            ours = sense.person is Person.WE
            return None if ours else self._with_pronoun(i, sense)
        if sense.grammar is Grammar.SUFFERING or sense.passive or i in self._passive:
            return self._of_subject(i, sense)
        return self._done(i, sense)

    def _lost_kin(self, i: int) -> People | None:
        """The kin whom somebody lost: "she lost her husband"."""
        for people in all_after(self.finder, i, i + 5):
            told = people.sense
            if told is not None and told.after and "kin" in told.noun.traits:
                return people
        return None

    def _is_gone(self, i: int, sense: ActSense) -> bool:
        """True for "went missing": the same letters are the particle "has"."""
        return (
            i in self._passive
            or sense.person is not Person.HE
            or (self.finder.at(i + 1) is not None)
        )

    def _made(
        self, i: int, sense: ActSense, people: People | None, doer: Span | None = None
    ) -> Mention | None:
        if people is None:
            return None
        return Mention(sense.act, i, (Harmed(people),), doer)

    def _ours(self, i: int, sense: ActSense) -> Mention | None:
        """As in "we executed nobody": what "we" did is told of people behind it."""
        people = self.finder.at(i + 1)
        if people is None and i + 2 < len(self.line):
            people = self.finder.at(i + 2)
        return self._made(i, sense, people)

    def _with_pronoun(self, i: int, sense: ActSense) -> Mention | None:
        """As in "they shot him", "eight workers, killed by a blast"."""
        people = self._counted_behind(i, sense) or pronoun_at(self.line, i, sense.after)
        before = relative_before(self.finder, i) or self._set_before(i, sense)
        return self._made(i, sense, before or people)

    def _counted_behind(self, i: int, sense: ActSense) -> People | None:
        """As in "they drove us all out, some 200 families"."""
        if sense.after != "نا":
            return None
        near = (self.finder.at(j) for j in range(i + 1, i + 4))
        return next((p for p in near if p is not None and p.number), None)

    def _set_before(self, i: int, sense: ActSense) -> People | None:
        """People right before the verb, whom its pronoun takes up."""
        for people in self.finder.all:
            if people.last == i - 1 or people.last == i - 2:
                is_many = sense.after in ("هم", "هن", "هما", "ها")
                if people.plural == is_many or (people.plural and is_many):
                    return people
        return None

    def _of_subject(self, i: int, sense: ActSense) -> Mention | None:
        """The people whom the verb is told of: behind it, or before."""
        before = relative_before(self.finder, i)
        if before is not None:
            return self._made(i, sense, before)
        last = bare(self.line.form(i - 1)) if i else ""
        if last == "من" and sense.person in _MANY:
            return None  # "those who were killed": nobody in particular
        if last in words("grammar", "that_they") and sense.person in _MANY:
            return self._made(i, sense, self._implied(i, sense))
        direct = self.finder.at(i + 1)
        spoken = direct is not None and direct.number is not None
        if sense.person in _MANY and spoken and not marks_at(self.line, i + 1):
            return self._made(i, sense, direct)
        if sense.person in _MANY:
            people = people_before(self.finder, i, plural=True)
            people = people or self._counted_later(i)
            return self._made(i, sense, people or self._implied(i, sense))
        if has_other_subject(self.finder, i):
            return None
        behind = people_after(self.finder, i)
        if behind is not None and self._agrees(behind, sense):
            return self._made(i, sense, behind)
        return self._made(i, sense, people_before(self.finder, i))

    def _counted_later(self, i: int) -> People | None:
        """As speech has it: "they died today in Tarov, five young men"."""
        behind = people_after(self.finder, i)
        return behind if behind is not None and behind.number is not None else None

    def _implied(self, i: int, sense: ActSense) -> People | None:
        """The people whom the ending of the verb alone stands for."""
        after = "هما" if sense.person is Person.TWO else "هم"
        people = pronoun_at(self.line, i, after)
        word = self.line.words[i]
        return replace(people, span=(word.start, word.end))

    def _agrees(self, people: People, sense: ActSense) -> bool:
        """False for a feminine verb before one man, a masculine one before a woman."""
        told = people.sense
        if told is None or people.plural or people.number or people.names:
            return True
        if "anyone" in told.noun.traits:
            return True
        return sense.person is not Person.SHE or told.noun.sex is Sex.WOMAN

    def _done(self, i: int, sense: ActSense) -> Mention | None:
        """A verb that can be active or passive."""
        agent = self._agent_behind(i)
        if agent is None and has_other_subject(self.finder, i):
            agent = i + 1, i + 1
        behind = list(all_after(self.finder, i))[:3]
        if agent is not None:
            victims = [p for p in behind if p.first > agent[1]]
            free = next(iter(victims), None)
            if free is not None:
                return self._made(i, sense, free, self._span(*agent))
            own = next((p for p in behind if p.first == agent[0]), None)
            return self._made(i, sense, own) if own is not None else None
        if len(behind) > 1 and self._is_object(behind[0], behind[1]):
            first = behind[0]
            return self._made(i, sense, behind[1], self._span(first.first, first.last))
        if behind and (sense.person not in _MANY or behind[0].first == i + 1):
            return self._made(i, sense, behind[0])
        return None if sense.now else self._of_subject(i, sense)

    def _agent_behind(self, i: int) -> tuple[int, int] | None:
        """The words of one who can only be the doer, right behind the verb."""
        j = i + 1
        if j >= len(self.line) or marks_at(self.line, j):
            return None
        if (owned := self._fighters_of(j)) is not None:
            return owned
        if not is_one_of(self.line.words[j], "agents"):
            word = self.line.form(j)
            if not word.startswith("ال") or not _is_agent(word[2:]):
                return None
        people = self.finder.at(j)
        if people is not None and people.number is not None:
            return None
        last = j if people is None else people.last
        return j, last

    def _fighters_of(self, j: int) -> tuple[int, int] | None:
        """As in "fighters of the brigade killed eight": a plural that others own."""
        sense = person_sense(self.line.words[j])
        owned = self.line.form(j).endswith("و") or _is_agent(self.line.form(j + 1))
        if not owned or sense is None or sense.number is not Number.MANY:
            return None
        for k in range(j + 2, min(j + _OWNERS, len(self.line))):
            if marks_at(self.line, k) or self.line.form(k)[:1] == "و":
                return None
            people = self.finder.at(k)
            if people is not None and people.number is not None:
                return None if people.partitive else (j, k - 1)
        return None

    def _is_object(self, first: People, second: People) -> bool:
        """True for people set right behind others: "a youth killed his mother"."""
        adjacent = second.first == first.last + 1
        joined = self.line.form(second.first)[:1] == "و" or marks_at(
            self.line, second.first
        )
        single = first.number is None and second.sense is not None
        told = first.sense.noun.traits if first.sense is not None else frozenset()
        crowd = bool(told & {"collective", "armed"}) and second.number is not None
        return (adjacent or crowd) and not joined and single and not second.more

    def _span(self, first: int, last: int) -> Span:
        return self.line.words[first].start, self.line.words[last].end


def _is_agent(form: str) -> bool:
    return form in words("grammar", "agents")


def is_many(people: People) -> bool:
    """True for people in number."""
    told = people.sense or people.state
    return people.plural or (told is not None and told.number is not Number.ONE)
