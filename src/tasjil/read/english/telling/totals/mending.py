"""Numbers of a statement read once more by the words beside them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from tasjil.model.acts import Act, Level
from tasjil.model.claim import Perpetrator, When
from tasjil.model.edtf import Edtf
from tasjil.model.persons import VictimGroup
from tasjil.model.places import Where
from tasjil.model.quantity import Quantity, Unit
from tasjil.read.date_read import DateRead
from tasjil.read.drafts.draft import Draft, Part
from tasjil.read.drafts.of_another_number import of_another_number
from tasjil.read.english.telling.levels import level_of
from tasjil.read.english.telling.memory import Memory
from tasjil.read.english.telling.shares import Share, Shares
from tasjil.read.english.telling.totals.doers import doer_in_front
from tasjil.read.english.telling.totals.earlier import changes
from tasjil.read.english.telling.totals.own_words import OwnWords, number_of
from tasjil.read.english.telling.totals.relations import Relation, Tie, relations
from tasjil.read.english.telling.totals.wholes import act_before, is_whole
from tasjil.read.english.times.dates import find_dates
from tasjil.read.found import Found
from tasjil.read.sentence import Sentence

Place = Found[Where]

_BACK = 3
_NO_TALLY = frozenset(["a", "an", "another", "both", "no", "nobody", "none", "the"])
_RIGHT_BEHIND = 4
_HURT = re.compile(r"\s+(?:\w+\s+){0,2}?(?:injured|wounded|hurt)\b")
_DEAD = re.compile(r"\s+(?:\w+\s+){0,2}?(?:killed|dead|deaths|died)\b")
_SEVERAL = 2
_STATE = re.compile(
    r"\s+(?P<word>killed|dead|injured|wounded|missing|arrested|detained|abducted)"
    r"(?=\s*(?:[,.;:)–—-]|$|and\s))"
)
_TOLL_FOR = re.compile(
    r"\b(?:toll|count|figures?|tally|number|total|report|bulletin)\s+(?:for|of)\s+(?:the\s+)?"
    r"(?:month\s+of\s+|year\s+)?$",
    re.IGNORECASE,
)
_OTHER = re.compile(r"the\s+(?:other|remaining)\b", re.IGNORECASE)


class Mending:
    """What the parse lost or mistook of the numbers of one sentence."""

    def __init__(
        self,
        memory: Memory,
        sentence: Sentence,
        doc: Doc,
        shares: Shares,
        numbers: Sequence[Found[Quantity]],
    ) -> None:
        """Keep the sentence, its numbers and its dates."""
        self.memory, self.sentence, self.shares = memory, sentence, shares
        self.doc = doc
        self.numbers = [
            n for n in numbers if n.text.lower().split()[0] not in _NO_TALLY
        ]
        self.dates = find_dates(sentence.text, memory.published)

    def drafts(self, told: Sequence[Draft]) -> list[Draft]:
        """New drafts of numbers nobody read; those that were read are mended."""
        here = [d for d in told if d.sentence == self.sentence.index]
        near = [d for d in told if 0 <= self.sentence.index - d.sentence <= _BACK]
        self._add_numbers(here)
        self._mend_states(here)
        found: list[Draft] = []
        found += self._changed(here, near)
        for relation in relations(self.sentence.text, self.numbers):
            found += self._related(relation, [*here, *found], [*near, *found])
        found += self._wholes([*here, *found], [*near, *found])
        own = OwnWords(self.memory, self.sentence, self.doc, self.numbers)
        own.mend([*here, *found])
        return found

    def _add_numbers(self, here: Sequence[Draft]) -> None:
        """Take in the numbers that the parse read: "1,310 field executions"."""
        for draft in here:
            span = draft.spans.get("quantity")
            if (
                span is None
                or not draft.quantity.known
                or number_of(self.sentence, self.numbers, draft)
            ):
                continue
            start = span[0] - self.sentence.start
            end = start + span[1] - span[0]
            found = Found.at(self.sentence.text, start, end, draft.quantity)
            self.numbers.append(found)
        self.numbers.sort(key=lambda number: number.start)

    def _mend_states(self, here: Sequence[Draft]) -> None:
        """Give "1,535 killed" its number, where the parse took another for it."""
        for at, number in enumerate(self.numbers):
            state = _STATE.match(self.sentence.text, number.end)
            if state is None or self._of(here, at) is not None:
                continue
            word = self.sentence.span(*state.span("word"))
            for draft in here:
                if draft.spans.get("act") == word and "quantity" not in draft.spans:
                    self._give_number(draft, at)
                    break

    def _give_number(self, draft: Draft, at: int) -> None:
        """Make a draft one of a number of people, whoever it was of before."""
        made = self._with(draft, at)
        draft.quantity, draft.spans = made.quantity, made.spans
        draft.victims = VictimGroup(text=made.victims.text)
        draft.noun, draft.called = "person", frozenset(["person"])
        draft.plural, draft.antecedent, draft.pronoun = True, None, False
        text = self.sentence.text
        draft.level = level_of(draft.quantity, text, None, named=False, areas=0)

    def _of(self, drafts: Sequence[Draft], at: int | None) -> Draft | None:
        """The draft that has a number of the list."""
        if at is None:
            return None
        number = self.numbers[at]
        start, end = self.sentence.span(number.start, number.end)
        for draft in drafts:
            span = draft.spans.get("quantity")
            if span is not None and span[0] < end and start < span[1]:
                return draft
        return None

    def _is_read(self, drafts: Sequence[Draft], at: int) -> bool:
        """True where the number stands in the words of a draft's people."""
        number = self.numbers[at]
        start, end = self.sentence.span(number.start, number.end)
        spans = [d.spans[k] for d in drafts for k in ("victims",) if k in d.spans]
        return any(s < end and start < e for s, e in spans)

    def _related(
        self, relation: Relation, here: Sequence[Draft], near: Sequence[Draft]
    ) -> list[Draft]:
        """A part read as a number of its own goes under its whole; or it is new."""
        number = self.numbers[relation.part]
        whole = self._of(here, relation.whole)
        if relation.tie is Tie.ABOVE:
            whole = self._above(near, number)
        part = self._of(here, relation.part)
        if whole is None or _is_earlier(whole) or part is whole:
            return []
        if part is None:
            if self._is_read(here, relation.part) or number.value.unit is Unit.FAMILY:
                return []
            who = self.shares.noun(number.end)
            span = self.sentence.span(number.start, number.end)
            return [self.shares.draft(Share(number, None, who), whole, span)]
        if part.same_as is whole or whole.within is part:
            return []
        if part.act is not whole.act and not (part.fatal and whole.fatal):
            if not self._other_clause(part, number):
                return []
            part.act = whole.act
            part.spans["act"] = whole.spans.get("act", part.spans["quantity"])
        self._leave_to_others(part, relation.part)
        part.within, part.part, part.same_as = whole, Part.AMONG, None
        if part.when.text is None and "when" in whole.spans:
            part.when, part.spans["when"] = whole.when, whole.spans["when"]
        return []

    def _leave_to_others(self, part: Draft, at: int) -> None:
        """A doer behind a number before is of that: "27 of them by X, and 18"."""
        text, front = self.sentence.text, self.numbers[at].start
        told = part.perpetrator.text
        doer = text.rfind(told, 0, front) if told is not None else -1
        if doer < 0 or doer_in_front(text, front) is not None:
            return
        if any(number.end <= doer for number in self.numbers[:at]):
            part.perpetrator = Perpetrator()
            part.spans.pop("perpetrator", None)

    def _other_clause(self, part: Draft, number: Found[Quantity]) -> bool:
        """True where ";" stands between a number and the verb the parse gave it."""
        verb = part.spans.get("act", part.passage)[0] - self.sentence.start
        return ";" in self.sentence.text[number.end : max(number.end, verb)]

    def _above(self, near: Sequence[Draft], part: Found[Quantity]) -> Draft | None:
        """The number told last in a sentence before that can hold the part."""
        hurt = _HURT.match(self.sentence.text, part.end) is not None
        dead = _DEAD.match(self.sentence.text, part.end) is not None
        before = [d for d in near if d.sentence < self.sentence.index]
        fits = [
            d
            for d in before
            if (d.quantity.highest_stated or 0) > (part.value.highest_stated or 0)
            and not d.background
            and not (hurt and d.fatal)
            and not (dead and not d.fatal)
        ]
        mains = [d for d in fits if d.part is Part.MAIN and d.within is None]
        return next(reversed(mains), None) or self._too_small(before)

    def _too_small(self, before: Sequence[Draft]) -> Draft | None:
        """The only total right before, though its part is larger: a report's slip."""
        last = [
            d
            for d in before
            if self.sentence.index - d.sentence == 1
            and d.level is Level.AGGREGATE
            and d.part is Part.MAIN
            and (d.quantity.highest_stated or 0) > 1
        ]
        return last[0] if len(last) == 1 and not last[0].background else None

    def _changed(self, here: list[Draft], near: Sequence[Draft]) -> list[Draft]:
        """The figure of now and the one it took the place of."""
        made: list[Draft] = []
        for change in changes(self.sentence.text, self.numbers):
            old = self._of([*here, *made], change.earlier)
            now = self._of([*here, *made], change.now)
            base = now or old or next(reversed(list(here) or list(near)), None)
            if base is None:
                continue
            if now is None and change.now is not None:
                now = self._with(base, change.now)
                made.append(now)
            if old is None:
                old = self._with(now or base, change.earlier)
                made.append(old)
            self._make_earlier(old, change.earlier)
            if month := self._month_of_the_toll():
                for draft in (old, now) if now is not None else (old,):
                    self._put_in(draft, month)
            elif now is not None and now.spans.get("when") == old.spans.get("when"):
                now.when = When()
                now.spans.pop("when", None)
        return made

    def _with(self, base: Draft, at: int) -> Draft:
        """A draft like another with one of the sentence's numbers."""
        number = self.numbers[at]
        span = self.sentence.span(number.start, number.end)
        words = self.memory.words(span)
        quantity = replace(number.value, text=words)
        return of_another_number(base, self.sentence, number.start, quantity, span)

    def _make_earlier(self, draft: Draft, at: int) -> None:
        """Tell a figure as history, with the day it was told for where it has one."""
        number = self.numbers[at]
        draft.background, draft.more = True, True
        draft.within = draft.same_as = None
        draft.part = Part.MAIN
        draft.when = When()
        draft.spans.pop("when", None)
        behind = [d for d in self.dates if d.start >= number.end and d.value.edtf]
        if behind and len(self.sentence.text[number.end : behind[0].start].split()) < (
            _RIGHT_BEHIND
        ):
            self._date(draft, behind[0])

    def _month_of_the_toll(self) -> Found[DateRead] | None:
        """The January of "revised its toll for January down from 312 to 287"."""
        for date in self.dates:
            lead = self.sentence.text[: date.start]
            if date.value.edtf and _TOLL_FOR.search(lead):
                return date
        return None

    def _put_in(self, draft: Draft, date: Found[DateRead]) -> None:
        """Write a time told of the whole count into a draft."""
        span = self.sentence.span(date.start, date.end)
        draft.when = When(date.value.edtf, self.memory.words(span))
        draft.spans["when"] = span

    def _date(self, draft: Draft, date: Found[DateRead]) -> None:
        """The time up to which an earlier figure was counted."""
        latest = Edtf.parse(date.value.edtf or "").latest
        if latest is None:
            return
        span = self.sentence.span(date.start, date.end)
        draft.when = When(f"../{latest.isoformat()}", self.memory.words(span))
        draft.spans["when"] = span

    def _wholes(self, here: Sequence[Draft], near: Sequence[Draft]) -> list[Draft]:
        """A number told as the whole of those before it."""
        made: list[Draft] = []
        for at, number in enumerate(self.numbers):
            if not is_whole(self.sentence.text, number.start, number.end):
                continue
            read = self._of(here, at)
            if act := act_before(self.sentence.text, number.start):
                made += self._named_by(act, at, near) if read is None else []
                continue
            smaller = [
                d
                for d in near
                if 0
                < (d.quantity.highest_stated or 0)
                < (number.value.highest_stated or 0)
                and not d.background
                and d.within is None
            ]
            if not smaller:
                continue
            whole = read or self._sum(smaller, at)
            for rest in smaller:
                said = _OTHER.match(rest.victims.text or "") is not None
                other = said or (rest.more and not rest.of_a_place)
                if other and 0 < whole.sentence - rest.sentence <= 1:
                    rest.within, rest.part = whole, Part.AMONG
            if read is None:
                made.append(whole)
        return made

    def _named_by(self, act: Act, at: int, near: Sequence[Draft]) -> list[Draft]:
        """As in "the wounded, 15 in all": people of their own, of the same event."""
        mains = [d for d in near if d.part is Part.MAIN and not d.background]
        if not mains:
            return []
        draft = self._with(mains[-1], at)
        draft.act, draft.noun, draft.called = act, "person", frozenset(["person"])
        draft.victims = VictimGroup(text=draft.victims.text)
        draft.spans["act"] = draft.spans["quantity"]
        return [draft]

    def _sum(self, smaller: Sequence[Draft], at: int) -> Draft:
        """The draft of a number that is the whole of several."""
        whole = self._with(smaller[-1], at)
        whole.victims = VictimGroup(text=whole.victims.text)
        whole.perpetrator = Perpetrator()
        placed = ["where"] if smaller[-1].of_a_place else []
        whole.where = () if placed else whole.where
        for key in list(whole.spans):
            if key.split(".")[0] in ("perpetrator", *placed):
                del whole.spans[key]
        if any(d.level is Level.AGGREGATE or d.of_a_place for d in smaller):
            whole.level = Level.AGGREGATE
        return whole


def _is_earlier(draft: Draft) -> bool:
    """True for a figure that another took the place of: it has no parts."""
    return draft.background and draft.more
