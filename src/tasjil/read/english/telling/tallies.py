"""Tallies: lists of places, each with its number, and labels with theirs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from tasjil.model.acts import Act, Level, PerpetratorStance, Stance
from tasjil.model.claim import Perpetrator
from tasjil.model.persons import Status, VictimGroup
from tasjil.model.places import Where
from tasjil.model.quantity import Quantity
from tasjil.model.sources import SourceKind
from tasjil.read.date_read import DateRead
from tasjil.read.drafts.draft import FATAL, Draft, Part
from tasjil.read.english.people.finds import Finds
from tasjil.read.english.people.victims import Victims, read_victims
from tasjil.read.english.tellers.attribution import kind_of
from tasjil.read.english.telling.memory import Memory
from tasjil.read.english.telling.tally_items import Item, heading_act, items
from tasjil.read.english.telling.tally_numbers import NUMBER, numbers_in
from tasjil.read.english.text.lexicon import words
from tasjil.read.english.text.phrases import is_person
from tasjil.read.english.times.dates import find_dates
from tasjil.read.found import Found
from tasjil.read.sentence import Sentence

RECENT = 200
"""So many drafts back a number may belong; the work on a long report stays bounded."""

TALLY_REACH = 14
"""So many sentences behind its head a tally may go on."""

_DOER = re.compile(
    r"\bby\s+(?P<who>(?:the\s+|an?\s+)?(?:[a-z-]+\s+)?[A-Z][\w-]*(?:\s+[A-Z][\w-]*)*"
    r"|(?:the\s+|an?\s+)?[a-z]+)"
)
_MOSTLY = 0.8
_VERIFIED = re.compile(
    r"\W*(?:documented|verified|confirmed|recorded)\b(?!\s+by)", re.IGNORECASE
)
_RECORDERS = frozenset(
    [SourceKind.MONITOR, SourceKind.UN, SourceKind.NGO, SourceKind.MEDICAL]
)
_OF_THEM = re.compile(r"\s+of\s+(?:them|whom|these|those)\b")


class Tally:
    """Turns the numbers of one line into drafts, beside those told before."""

    def __init__(
        self, memory: Memory, sentence: Sentence, doc: Doc, finds: Finds
    ) -> None:
        """Find the numbers of the line and what each is a number of."""
        self.memory, self.sentence, self.doc, self.finds = memory, sentence, doc, finds
        dates = find_dates(sentence.text, memory.published)
        self.numbers = numbers_in(sentence.text, finds, dates)
        self.items = [
            i
            for i in items(sentence.text, self.numbers)
            if i.place is None or not _is_dated(i.place, dates)
        ]

    def drafts(self, told: list[Draft]) -> list[Draft]:
        """The drafts of the line.

        Args:
            told: All drafts so far. Where the line is a tally, those that the parse
                made of its numbers are taken out.
        """
        if not self.items:
            return []
        found: list[Draft] = []
        heads = self.items[0].heads
        recent = told[-RECENT:]
        here = [d for d in recent if d.sentence == self.sentence.index]
        before = [d for d in recent if d.sentence < self.sentence.index]
        for item in self.items:
            whole = _whole(before + ([] if heads else here), item, self.sentence.index)
            act = item.act or (whole.act if whole is not None else None)
            act = act or (self._act_of_the_lines_before(before) if heads else None)
            span = self._span(item.number.start, item.number.end)
            nobody = item.number.value.high == 0
            if act is None or nobody or (not heads and _is_read(here, span)):
                continue
            made = self._draft(item, act, whole)
            found += [made, *self._parts(item, made)]
        if heads:
            _keep_telling(here, found)
            _take_out(told, here, found)
        return found

    def _act_of_the_lines_before(self, before: Sequence[Draft]) -> Act | None:
        """What the lines above tell of, or the heading right above them."""
        last = self.sentence.index - 1
        placed = [d for d in before if d.sentence == last and d.of_a_place]
        if placed:
            return placed[-1].act
        return heading_act(self.sentence.text)

    def _span(self, start: int, end: int) -> tuple[int, int]:
        return self.sentence.span(start, end)

    def _draft(self, item: Item, act: Act, whole: Draft | None) -> Draft:
        """The draft of one number, with the time and the tellers of its whole."""
        number = item.number
        span = self._span(number.start, number.end)
        draft = self._base(act, number.start)
        draft.more = whole is None and item.place is not None
        if whole is not None:
            draft.when, draft.attribution = whole.when, whole.attribution
            draft.spans |= {k: v for k, v in whole.spans.items() if k == "when"}
            draft.where = whole.where if item.place is None else ()
            if whole.act is act and _can_hold(whole, number.value):
                draft.within, draft.part = whole, Part.AMONG
        quantity = replace(number.value, text=self.memory.words(span))
        draft.quantity, draft.spans["quantity"] = quantity, span
        self._add_people(draft, self._people(number))
        if draft.within is not None and draft.victims.status is Status.UNKNOWN:
            known = draft.within.victims.status
            draft.victims = replace(draft.victims, status=known)
        if _VERIFIED.match(self.sentence.text):
            draft.stance = Stance.VERIFIED
        if item.told is not None:
            draft.spans["act"] = self._span(*item.told)
        if item.place is not None:
            self._add_place(draft, item.place)
        self._add_doer(draft, number.end)
        return draft

    def _base(self, act: Act, at: int) -> Draft:
        """An empty draft of this sentence."""
        publisher = self.memory.publisher
        return Draft(
            act=act,
            passage=(self.sentence.start, self.sentence.end),
            sentence=self.sentence.index,
            mention=(self.sentence.index, -1000 - at),
            noun="person",
            called=frozenset(["person"]),
            part=Part.MAIN,
            victims=VictimGroup(),
            quantity=Quantity(None, None, None),
            level=Level.INCIDENT,
            stance=Stance.STATED,
            plural=True,
            attribution=() if publisher is None else (publisher,),
        )

    def _people(self, number: Found[Quantity]) -> Token | None:
        """The noun the number counts, or the one person told beside a "1"."""
        after = [t for t in self.doc if t.idx >= number.end]
        for token in after[:4]:
            if token.is_punct and token.text != "-":
                break
            if token.pos_ in ("NOUN", "PROPN") and is_person(token):
                return token
        if number.value.highest_stated != 1:
            return None
        near = [t for t in after[:8] if t.pos_ == "NOUN" and is_person(t)]
        single = (t for t in near if any(c.lower_ in ("a", "an") for c in t.lefts))
        return next(single, None)

    def _add_people(self, draft: Draft, head: Token | None) -> None:
        """Say who they are."""
        number = draft.spans["quantity"]
        if head is None:
            draft.victims = VictimGroup(text=self.memory.words(number))
            draft.spans["victims"] = number
            return
        read = read_victims(head, self.finds)
        start, end = self._span(*read.spans["victims"])
        start = number[0] if number[1] + 2 >= start > number[0] else start
        text = self.memory.words((start, end))
        draft.victims = replace(read.group, text=text)
        draft.spans["victims"] = start, end
        draft.noun, draft.called = read.noun, read.called
        if _is_particular(draft, read):
            draft.level, draft.plural = Level.INDIVIDUAL, False

    def _add_place(self, draft: Draft, place: tuple[int, int]) -> None:
        """Say where they were harmed, looked up where a list has the place."""
        span = self._span(*place)
        text = self.memory.words(span)
        context = self.memory.context
        listed = context.gazetteer.find(f"in {text}", hints=context.areas)
        known = next((p.value for p in listed if p.text in text), None)
        draft.where = (replace(known, text=text) if known else Where(text),)
        draft.spans["where"] = span
        draft.of_a_place = True

    def _add_doer(self, draft: Draft, start: int) -> None:
        """Who did it, as far as the rest of the line says."""
        later = [i.number.start for i in self.items if i.number.start > start]
        stop = min(later, default=10**6)
        for match in _DOER.finditer(self.sentence.text, start, stop):
            words_ = {w.lower() for w in re.findall(r"[\w-]+", match["who"])}
            known = words("grammar", "perpetrators_bodies") | words("people", "fighter")
            armed = words_ & (known | words("people", "security"))
            if armed or (_is_capital(match) and not _only_tells(match["who"])):
                span = self._span(*match.span("who"))
                told = self.memory.words(span)
                draft.perpetrator = Perpetrator(told, PerpetratorStance.NAMED)
                draft.spans["perpetrator"] = span
                return

    def _parts(self, item: Item, whole: Draft) -> Iterator[Draft]:
        """The numbers told behind an item that it is made of: "(4 men, 2 women)"."""
        later = [i.number.start for i in self.items if i.number.start > item.number.end]
        stop = min(later, default=10**6)
        most = whole.quantity.highest_stated or 0
        for number in self.numbers:
            low = number.value.highest_stated or 0
            inside = item.number.end <= number.start < stop
            if not inside or low >= most or not self._is_part(number):
                continue
            draft = replace(
                whole,
                mention=(self.sentence.index, -1000 - number.start),
                spans={k: v for k, v in whole.spans.items() if k not in _OWN},
                within=whole,
                part=Part.AMONG,
                of_a_place=False,
            )
            span = self._span(number.start, number.end)
            draft.quantity = replace(number.value, text=self.memory.words(span))
            draft.spans["quantity"] = span
            self._add_people(draft, self._people(number) or self._of_them(number))
            yield draft

    def _is_part(self, number: Found[Quantity]) -> bool:
        """True for "4 men" and for "two of them children"."""
        text = self.sentence.text
        return self._people(number) is not None or bool(
            _OF_THEM.match(text, number.end)
        )

    def _of_them(self, number: Found[Quantity]) -> Token | None:
        """The noun in "two of them children"."""
        match = _OF_THEM.match(self.sentence.text, number.end)
        if match is None:
            return None
        after = [t for t in self.doc if t.idx >= match.end()][:4]
        return next((t for t in after if t.pos_ == "NOUN" and is_person(t)), None)


_OWN = frozenset(["quantity", "victims", "names", "age"])


def _is_dated(place: tuple[int, int], dates: Sequence[Found[DateRead]]) -> bool:
    """True for "in August", which is no place."""
    return any(d.start < place[1] and place[0] < d.end for d in dates)


def _only_tells(who: str) -> bool:
    """True for "counted by the Observatory": who records harm did not do it."""
    return kind_of(who, {}) in _RECORDERS


def _is_capital(match: re.Match[str]) -> bool:
    return any(w[0].isupper() for w in match["who"].split())


def _is_particular(draft: Draft, read: Victims) -> bool:
    """True for "1, a boy of nine": with an age, a tie or words of their own."""
    one = draft.quantity.highest_stated == 1
    number = draft.spans["quantity"]
    own = draft.spans["victims"][0] > number[0] and not is_number_text(draft)
    aged = read.group.age is not None or read.group.age_range is not None
    return one and (own or aged or bool(read.group.names or read.group.relation))


def is_number_text(draft: Draft) -> bool:
    """True where the words for the people begin with their number."""
    text, number = draft.victims.text or "", draft.quantity.text or ""
    return text.startswith(number)


def _is_read(drafts: Sequence[Draft], span: tuple[int, int]) -> bool:
    """True where a draft has the number already."""
    spans = [
        d.spans[k] for d in drafts for k in ("quantity", "victims") if k in d.spans
    ]
    return any(s < span[1] and span[0] < e for s, e in spans)


def _whole(told: Sequence[Draft], item: Item, index: int) -> Draft | None:
    """The number told before that this one belongs to, or goes on from."""
    near = [d for d in told if index - d.sentence <= TALLY_REACH and not d.background]
    # A long list goes on from its head, however far back that stands.
    heads = {id(d.within): d.within for d in near if d.of_a_place and d.within}
    known = {id(d) for d in near}
    near = [*(d for key, d in heads.items() if d and key not in known), *near]
    near = [d for d in near if d.quantity.known and d.stance is not Stance.DENIED]
    alike = [d for d in near if item.act is None or _same(d.act, item.act)]
    open_ = [d for d in alike if not d.of_a_place and d.within is None]
    holding = [d for d in open_ if _can_hold(d, item.number.value)]
    if holding:
        return holding[-1]
    return None if item.act is None and not open_ else (near[-1] if near else None)


def _same(one: Act, other: Act) -> bool:
    return one is other or {one, other} <= FATAL


def _can_hold(whole: Draft, number: Quantity) -> bool:
    """True where the whole is the larger number."""
    return (whole.quantity.highest_stated or 0) > (number.highest_stated or 0)


def _take_out(told: list[Draft], here: Sequence[Draft], found: Sequence[Draft]) -> None:
    """Leave out what the parse made of the numbers a tally has."""
    spans = [d.spans["quantity"] for d in found]
    for draft in here:
        own = [draft.spans[k] for k in ("quantity", "victims") if k in draft.spans]
        if any(s < b and a < e for s, e in own for a, b in spans):
            told.remove(draft)


def _keep_telling(here: Sequence[Draft], found: Sequence[Draft]) -> None:
    """What the parse read of the teller, time and place of a number stays."""
    for draft in found:
        own = draft.spans["quantity"]
        for read in here:
            span = read.spans.get("quantity")
            if span is None or span[0] >= own[1] or own[0] >= span[1]:
                continue
            if len(read.attribution) > len(draft.attribution):
                draft.attribution, draft.stance = read.attribution, read.stance
            if draft.when.text is None and "when" in read.spans:
                draft.when, draft.spans["when"] = read.when, read.spans["when"]


def total_over_places(drafts: Sequence[Draft]) -> None:
    """A number that is told place by place below is a total over an area."""
    below: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.within is not None and draft.of_a_place:
            below.setdefault(id(draft.within), []).append(draft)
    for total in drafts:
        placed = below.get(id(total), [])
        told = sum(d.quantity.highest_stated or 0 for d in placed)
        most = total.quantity.highest_stated or 0
        if len(placed) > 1 and not total.of_a_place and told >= _MOSTLY * most:
            total.level = Level.AGGREGATE


def may_be_tally(sentence: str) -> bool:
    """True where a line is worth reading as one of a tally.

    Example:
        >>> may_be_tally("- Varesh: 4"), may_be_tally("It rained for 4 days.")
        (True, False)
    """
    return bool(_MAY.search(sentence) and NUMBER.search(sentence))


_MAY = re.compile(
    r"^\s*(?:[-–—*•·▪●]\s*|\d{1,2}[.)]\s+)?[A-Z][\w'’ -]{0,40}?(?:[:–—]|\s-\s)"
    r"|^\s*[-–—*•·▪●]\s*[A-Z][\w'’ -]{0,40}?\s\d"
    r"|\b(?:in|at)\s+[A-Z][^,;:]{0,40}?,?\s+(?:one|two|three|four|five|six|seven|eight|"
    r"nine|ten|\d+)[,;.]"
    r"|^(?:killed|dead|wounded|injured|missing|deaths)\b\s*[:–-]"
)
