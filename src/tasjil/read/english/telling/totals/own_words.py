"""What stands beside one number and is of no other: place, time, doer, how known."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from tasjil.model.acts import PerpetratorStance, Stance
from tasjil.model.claim import Perpetrator, When
from tasjil.model.places import Where
from tasjil.model.quantity import Quantity
from tasjil.read.date_read import DateRead, DateRole
from tasjil.read.drafts.draft import Draft, Part
from tasjil.read.english.tellers.attribution import teller
from tasjil.read.english.telling.memory import Memory
from tasjil.read.english.telling.scene import is_scene
from tasjil.read.english.telling.totals.doers import doer_behind, doer_in_front
from tasjil.read.english.times.dates import find_dates
from tasjil.read.found import Found
from tasjil.read.sentence import Sentence

Place = Found[Where]

_SEVERAL = 2
_CHECKED = re.compile(
    r"\b(?:verified|documented|confirmed|recorded)\s+(?:(?:by\s+name|individually|so\s+far|"
    r"the|their)\s+){0,2}(?:(?:names?|deaths?|killings?|executions?|cases?)\s+)?(?:of\s+)?"
    r"(?:at\s+least\s+)?$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:said|says|announced|reported|stated|released|published|issued|told)\s+"
    r"(?:[\w.]+\s+){0,2}(?:on\s+)?$",
    re.IGNORECASE,
)
_COUNT_IN = re.compile(
    r"\b(?:casualties|victims|violations)\b(?:\s+[\w'’-]+){0,4}?\s+(?:(?:in|for|during)\s+)?$",
    re.IGNORECASE,
)
_PERIODS = (DateRole.DURING, DateRole.SINCE, DateRole.UNTIL)


_REPORTED_BEHIND = re.compile(
    r"[^.;:()0-9]{0,80}?\b(?:were|was|have\s+been|had\s+been|are)\s+reported\s+(?:to\s+have\s+"
    r"(?:been\s+)?)?(?:killed|dead|died|missing|injured|wounded|detained|arrested)\b"
    r"|\s+(?:people\s+|civilians\s+)?reported\s+(?:deaths|killings|killed|dead)\b"
)
_REPORTED_BEFORE = re.compile(r"\breports\s+(?:of|that)\s+(?:[a-z]+\s+){0,3}$")


_COUNTS = re.compile(
    r"(?:^|[,;]\s+(?:while\s+|but\s+)?)(?P<who>(?:[Tt]he\s+)?(?:[A-Z][\w'’&-]*)"
    r"(?:\s+(?:(?:for|of|and|on|the|in)\s+)*[A-Z][\w'’&-]*){0,6})\s+(?:itself\s+)?"
    r"(?:has\s+|have\s+|had\s+)?(?:so\s+far\s+|only\s+)?(?:verified|documented|confirmed|"
    r"recorded|counted|registered)\s+(?:only\s+|the\s+|deaths\s+of\s+|names\s+of\s+)*$"
)


class OwnWords:
    """Puts right the drafts of one sentence by the words beside their numbers."""

    def __init__(
        self,
        memory: Memory,
        sentence: Sentence,
        doc: Doc,
        numbers: Sequence[Found[Quantity]],
    ) -> None:
        """Keep the sentence, its numbers and its dates."""
        self.memory, self.sentence, self.doc = memory, sentence, doc
        self.numbers = numbers
        self.dates = find_dates(sentence.text, memory.published)

    def mend(self, drafts: Sequence[Draft]) -> None:
        """Go once over the drafts of the sentence."""
        placed = self._places_apart(drafts)
        for draft in drafts:
            self._mend(draft, placed)

    def _places_apart(self, drafts: Sequence[Draft]) -> dict[int, Sequence[Place]]:
        """The places behind each number, where several have places of their own."""
        tops = [d for d in drafts if d.quantity.known and not d.of_a_place]
        numbers = [
            n
            for d in tops
            if (n := number_of(self.sentence, self.numbers, d)) is not None
        ]
        starts = sorted({number.start for number in numbers})
        if len(starts) < _SEVERAL:
            return {}
        named = self.memory.places.find(self.sentence.text)
        places = [p for p in named if is_scene(self.doc, p.start, p.end)]
        found: dict[int, Sequence[Place]] = {}
        for start, stop in pairwise([*starts, len(self.sentence.text)]):
            inside = [p for p in places if start < p.start < stop]
            if inside:
                found[start] = inside
        return found if len(found) > 1 else {}

    def _place_apart(
        self,
        draft: Draft,
        number: Found[Quantity],
        placed: Mapping[int, Sequence[Place]],
    ) -> None:
        """Where the people of one number were harmed, and not those of another."""
        own = placed.get(number.start)
        if own is None or draft.of_a_place or not draft.where:
            return
        for key in [k for k in draft.spans if k.split(".")[0] == "where"]:
            del draft.spans[key]
        where = []
        for i, place in enumerate(own):
            span = self.sentence.span(place.start, place.end)
            draft.spans[f"where.{i}" if i else "where"] = span
            where.append(replace(place.value, text=self.memory.words(span)))
        draft.where = tuple(where)

    def _mend(self, draft: Draft, placed: Mapping[int, Sequence[Place]]) -> None:
        """Put right who did it and who they are, by the words beside the number."""
        at = number_of(self.sentence, self.numbers, draft)
        if at is None or draft.background:
            return
        text = self.sentence.text
        if draft.stance is Stance.STATED and _CHECKED.search(text[: at.start]):
            draft.stance = Stance.VERIFIED
        elif draft.stance is Stance.STATED and _is_of_reports(text, at):
            draft.stance = Stance.ALLEGED
        self._add_counter(draft, at)
        self._add_period(draft)
        self._place_apart(draft, at, placed)
        doer = doer_behind(text, at.end) or doer_in_front(text, at.start)
        if doer is not None:
            self._blame(draft, doer)
        span = draft.spans.get("victims")
        if span is not None and any(
            self.sentence.span(d.start, d.end)[0] <= span[0]
            and span[1] <= self.sentence.span(d.start, d.end)[1]
            for d in self.dates
        ):
            own = draft.spans["quantity"]
            words = self.memory.words(own)
            draft.victims = replace(draft.victims, text=words)
            draft.spans["victims"] = own

    def _add_counter(self, draft: Draft, number: Found[Quantity]) -> None:
        """Who counted this number: "The monitor itself has confirmed 43"."""
        match = _COUNTS.search(self.sentence.text[: number.start])
        if match is None or len(draft.attribution) < _SEVERAL:
            return
        span = self.sentence.span(*match.span("who"))
        known = draft.spans.get("attribution")
        if known is not None and known[0] < span[1] and span[0] < known[1]:
            return
        told = teller(self.memory.words(span), self.memory.context.tellers)
        publisher = self.memory.publisher
        draft.attribution = (told,) if publisher is None else (told, publisher)
        draft.spans["attribution"] = span

    def _add_period(self, draft: Draft) -> None:
        """The only period of the sentence, where the parse tied it to nothing."""
        if draft.when.edtf is not None or draft.part is not Part.MAIN:
            return
        text = self.sentence.text
        told = [
            d
            for d in self.dates
            if d.value.edtf is not None and d.value.role is not DateRole.DURATION
        ]
        told = [d for d in told if not _TOLD.search(text[: d.start])]
        told = [d for d in told if d.value.role in _PERIODS or self._is_of_count(d)]
        if len(told) == 1:
            span = self.sentence.span(told[0].start, told[0].end)
            draft.when = When(told[0].value.edtf, self.memory.words(span))
            draft.spans["when"] = span

    def _is_of_count(self, date: Found[DateRead]) -> bool:
        """True for the year in "8,820 casualties in 2030: 3,035 killed"."""
        period = len(date.value.edtf or "") < len("2031-03-06")
        return period and bool(_COUNT_IN.search(self.sentence.text[: date.start]))

    def _blame(self, draft: Draft, doer: tuple[int, int]) -> None:
        """Write who did it, unless the same words are known already."""
        span = self.sentence.span(*doer)
        known = draft.spans.get("perpetrator")
        if known is not None and known[0] < span[1] and span[0] < known[1]:
            return
        told = self.memory.words(span)
        draft.perpetrator = Perpetrator(told, PerpetratorStance.NAMED)
        draft.spans["perpetrator"] = span


def _is_of_reports(text: str, number: Found[Quantity]) -> bool:
    """True for "1,400 people were reported killed": the count is that of others."""
    before = _REPORTED_BEFORE.search(text[: number.start])
    return bool(before or _REPORTED_BEHIND.match(text, number.end))


def number_of(
    sentence: Sentence, numbers: Sequence[Found[Quantity]], draft: Draft
) -> Found[Quantity] | None:
    """The number of the sentence that a draft has."""
    span = draft.spans.get("quantity")
    if span is None:
        return None
    for number in numbers:
        start, end = sentence.span(number.start, number.end)
        if start < span[1] and span[0] < end:
            return number
    return None
