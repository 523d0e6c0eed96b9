"""Figures told once more without a noun: "(was 6)", "now it is 8", "they say 20"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tasjil.model.acts import Act, Level, Stance
from tasjil.model.claim import When
from tasjil.model.persons import Status
from tasjil.model.quantity import Quantity
from tasjil.read.date_read import DateRead
from tasjil.read.drafts.draft import Draft, Part
from tasjil.read.english.tellers.asides import told_aside, told_right_before
from tasjil.read.english.tellers.attribution import is_back_reference, teller
from tasjil.read.english.telling.memory import Memory
from tasjil.read.english.text.lexicon import phrases
from tasjil.read.english.times.dates import find_dates
from tasjil.read.found import Found
from tasjil.read.sentence import Sentence

_NEAR = 4
_WINDOW = 120
_AGAIN = (
    r"\((?:was|were|previously|earlier|originally|up\s+from|down\s+from)\s+$",
    r"\b(?:then|now|later)\s+(?:it\s+(?:is|was)\s+)?$",
    r"\b(?:[Ii]t|[Tt]he\s+(?:figure|number|toll|total|count|tally))\s+(?:now\s+)?"
    r"(?:is|was|stands?\s+at|stood\s+at|had\s+been|ha[sd]\s+(?:risen|reached|climbed)"
    r"(?:\s+to)?)\s+(?:now\s+)?(?:closer\s+to\s+|about\s+)?$",
    r"\bput(?:s|ting)?\s+(?:(?:the|its|their)\s+)?(?:it|dead|deaths|killed|wounded|injured|"
    r"(?:death\s+)?toll|(?:figure|number)(?:\s+of\s+(?:[a-z-]+\s*){1,4})?)"
    r"\s+at\s+(?:at\s+least\s+|about\s+)?$",
    r"\b(?:say|says|said|counted|acknowledged|admitted|confirm|confirmed|documented|"
    r"recorded|verified|puts?\s+it\s+at|gives|gave)\s+(?:only\s+|just\s+|at\s+least\s+)?$",
    r"\b(?:against|compared\s+(?:with|to)|up\s+from|down\s+from)\s+$",
)
_NOT = (
    r"\b(?:and\s+)?(?:not|rather\s+than|instead\s+of)\s+(?:the\s+)?$",
    r"\b(?:wrongly|mistakenly|incorrectly)\s+(?:gave|put|said|stated|reported)\s+[^.;]{0,40}$",
)
_RETOLD = tuple(re.compile(p) for p in _AGAIN)
_WITHDRAWN = tuple(re.compile(p) for p in _NOT)
_ALONE = re.compile(r"\s*(?:[,.;:)\"”]|$)|\s+(?:in|as|I|we|that|so)\b")
_MAY = re.compile(
    r"\b(?:was|were|now|then|is|at|say|says|said|counted|acknowledged|admitted|confirm|"
    r"documented|recorded|verified|gave|against|compared|from|not|than|of|reached|to)\s+"
    r"(?:the\s+|only\s+|closer\s+to\s+|at\s+least\s+|about\s+)?(?:[0-9][0-9,]*|one|two|three|"
    r"four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty)(?:-[a-z]+)?"
    r"\s*(?:[,.;:)\"”]|$|in\b|as\b|I\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Retold:
    """A figure for people told before; `act` where its own words tell it."""

    number: Found[Quantity]
    act: Act | None
    denied: bool


def may_retell(sentence: str) -> bool:
    """True where a sentence may give another figure for what was told.

    Example:
        >>> may_retell("They say twenty."), may_retell("It rained.")
        (True, False)
    """
    return _MAY.search(sentence) is not None


def retold(text: str, numbers: Sequence[Found[Quantity]]) -> Iterator[Retold]:
    """The figures of a sentence that stand alone behind words for telling."""
    for number in numbers:
        if _ALONE.match(text, number.end) is None:
            continue
        lead = text[max(0, number.start - _WINDOW) : number.start]
        denied = any(p.search(lead) for p in _WITHDRAWN)
        if denied or any(p.search(lead) for p in _RETOLD):
            yield Retold(number, _act_in(lead[-60:]), denied)


def _act_in(lead: str) -> Act | None:
    """The act that "put the dead at" names."""
    found = [
        (match.end(), Act(name))
        for name, pattern in phrases("idioms", "whom").items()
        for match in pattern.finditer(lead)
    ]
    return max(found)[1] if found else None


class Retelling:
    """Turns such figures of one sentence into drafts beside those told before."""

    def __init__(self, memory: Memory, sentence: Sentence) -> None:
        """Keep the sentence and the dates in it."""
        self.memory, self.sentence = memory, sentence
        self.dates = find_dates(sentence.text, memory.published)

    def drafts(
        self, told: Sequence[Draft], numbers: Sequence[Found[Quantity]]
    ) -> list[Draft]:
        """A draft for each figure that no draft of the sentence has yet."""
        found: list[Draft] = []
        here = [d for d in told if d.sentence == self.sentence.index]
        for each in retold(self.sentence.text, numbers):
            span = self.sentence.span(each.number.start, each.number.end)
            spans = [s for d in here for k, s in d.spans.items() if k in _OWN]
            if any(s < span[1] and span[0] < e for s, e in spans):
                continue
            before = self._before([*told, *found], each, span[0])
            if before is not None:
                found.append(self._draft(before, each, span))
        return found

    def _before(self, told: Sequence[Draft], each: Retold, at: int) -> Draft | None:
        """The figure that this one takes the place of, or stands beside."""
        near = [
            d
            for d in told
            if self.sentence.index - d.sentence <= _NEAR
            and d.quantity.known
            and d.quantity.high != 0
            and d.spans.get("quantity", d.spans["victims"])[0] < at
            and (each.act is None or each.act is d.act or (d.fatal and _fatal(each)))
        ]
        figures = [d for d in near if (d.quantity.highest_stated or 0) > 1]
        status = _status_in(self.sentence.text[: each.number.start])
        told_so = [d for d in figures if d.victims.status is status]
        figures = told_so if status is not None and told_so else figures
        whole = [d for d in figures if d.part is Part.MAIN and d.within is None]
        return next(reversed(whole or figures), None)

    def _draft(self, before: Draft, each: Retold, span: tuple[int, int]) -> Draft:
        """The draft before with another figure, and a time and a teller of its own."""
        number = each.number
        draft = replace(
            before,
            passage=(self.sentence.start, self.sentence.end),
            sentence=self.sentence.index,
            mention=(self.sentence.index, -9000 - number.start),
            quantity=replace(number.value, text=self.memory.words(span)),
            victims=replace(before.victims, text=self.memory.words(span), names=()),
            stance=Stance.DENIED if each.denied else Stance.STATED,
            same_as=before,
            within=None,
            part=Part.MAIN,
            definite=False,
            pronoun=False,
            plural=True,
            spans={k: s for k, s in before.spans.items() if k in _KEPT},
        )
        if before.level is Level.INDIVIDUAL:
            draft.level = Level.INCIDENT
        draft.spans["quantity"] = draft.spans["victims"] = span
        self._add_period(draft, before)
        self._add_teller(draft, number.start)
        return draft

    def _add_period(self, draft: Draft, before: Draft) -> None:
        """Another month or year has another figure: history beside the report's own."""
        found = [d for d in self.dates if d.value.edtf is not None]
        at = draft.spans["quantity"][1] - self.sentence.start
        behind = [d for d in found if d.start >= at]
        own = next((d for d in (*behind, *found) if _is_period(d.value)), None)
        if own is None or own.value.edtf == before.when.edtf:
            return
        span = self.sentence.span(own.start, own.end)
        draft.when, draft.spans["when"] = (
            When(own.value.edtf, self.memory.words(span)),
            span,
        )
        draft.same_as, draft.background, draft.more = None, True, True
        draft.level = Level.AGGREGATE

    def _add_teller(self, draft: Draft, at: int) -> None:
        """Who gives this figure, where the sentence says so."""
        text = self.sentence.text
        near = told_right_before(text, at)
        for told in [near] if near is not None else told_aside(text, at):
            span = self.sentence.span(told.start, told.end)
            text = self.memory.words(span)
            if is_back_reference(told):
                text, span = self.memory.meant_by(told, self.sentence.index) or (
                    text,
                    span,
                )
            publisher = self.memory.publisher
            ends = () if publisher is None else (publisher,)
            draft.attribution = (teller(text, self.memory.context.tellers), *ends)
            draft.spans["attribution"] = span


_OF_KIND = {
    Status.ARMED_FORCES: re.compile(
        r"\bnumber\s+of\s+(?:army|military|soldiers?|troops)\b"
    ),
    Status.CIVILIAN: re.compile(r"\bnumber\s+of\s+civilians?\b"),
}


def _status_in(lead: str) -> Status | None:
    """Whose number is told: "put the number of army dead at"."""
    return next((s for s, p in _OF_KIND.items() if p.search(lead)), None)


_OWN = frozenset(["quantity", "victims"])
_KEPT = frozenset(["when", "where", "cause"])


def _fatal(each: Retold) -> bool:
    return each.act is Act.KILLED


def _is_period(date: DateRead) -> bool:
    """True for a month, a year or a longer time."""
    return len(date.edtf or "") != len("2031-05-06")
