"""The time that a report gives its figures in a sentence of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from tasjil.model.acts import Level
from tasjil.model.claim import When
from tasjil.model.edtf import Edtf
from tasjil.model.report import Report
from tasjil.read.date_read import DateRead
from tasjil.read.drafts.draft import Draft, Part, Span
from tasjil.read.english.text.lexicon import words
from tasjil.read.english.times.dates import find_dates
from tasjil.read.found import Found
from tasjil.read.sentence import Sentence

_A_COUPLE = 3
_FEW = 2
_LINKING = 16


def _any(key: str) -> str:
    """A pattern for one of the words of a list."""
    return "|".join(sorted(words("grammar", key)))


_OF_FIGURES = re.compile(
    rf"\b(?:{_any('periods_figures')})\b[^.;]{{0,60}}?\b(?:{_any('periods_covering')})\b",
    re.IGNORECASE,
)
_OF_EVENTS = re.compile(
    rf"\b(?:{_any('periods_events')})\b[^.;,]{{0,60}}?\b(?:{_any('periods_beginning')})\b",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    rf"\b(?:{_any('periods_events')})\b[^.;,]{{0,40}}?\btook\s+place\b"
    r"|\ball\s+of\s+them\s+were\s+killed\b",
    re.IGNORECASE,
)


_LABEL = re.compile(
    r"^\W*(?:(?:reporting\s+)?period(?:\s+covered)?|dates|time\s?frame|from|covering)\s*:\s*",
    re.IGNORECASE,
)


class Kind(Enum):
    """What a time says of the figures."""

    COVERS = auto()
    """The whole of their time: "the figures cover 6 to 9 March"."""

    LABELS = auto()
    """The time of every label of a list: "Killed: 39. Injured: 91. Period: March"."""

    BEGINS = auto()
    """Only when it began: "the violence began on 6 March"."""


@dataclass(frozen=True, slots=True)
class Period:
    """A time for the figures of a report, with where its words stand."""

    edtf: str
    kind: Kind
    sentence: int
    span: Span


def find_periods(
    sentences: Sequence[Sentence], published: str | None
) -> Iterator[Period]:
    """Every time a report gives its figures or the violence they are about."""
    for sentence in sentences:
        text = sentence.text
        kind = _kind(text)
        if kind is None:
            continue
        match = (_HAPPENED if _HAPPENED.search(text) else _OF_FIGURES).search(text)
        match = match or _OF_EVENTS.search(text)
        match = _LABEL.match(text) or match
        after = match.end() if match else 0
        dates = [
            d
            for d in find_dates(text, published)
            if d.start >= after - 1 and d.value.edtf is not None
        ]
        if kind is Kind.BEGINS:
            dates = [d for d in dates[:1] if _is_near(text[after : d.start])]
        if dates:
            edtf, last = _joined(dates)
            span = sentence.span(dates[0].start, last.end)
            yield Period(edtf, kind, sentence.index, span)


def _is_near(between: str) -> bool:
    """True for "began on": nothing but small words stand before the date."""
    return len(between) <= _LINKING and "," not in between


def _kind(text: str) -> Kind | None:
    if _LABEL.match(text):
        return Kind.LABELS
    if _HAPPENED.search(text):
        return Kind.COVERS
    if match := _OF_FIGURES.search(text):
        begins = match[0].split()[-1].lower() in words("grammar", "periods_beginning")
        return Kind.BEGINS if begins else Kind.COVERS
    return Kind.BEGINS if _OF_EVENTS.search(text) else None


def _joined(dates: Sequence[Found[DateRead]]) -> tuple[str, Found[DateRead]]:
    """From the first date to the last that follows it, "6 March ... to 9 March"."""
    first, last = dates[0], dates[-1]
    a, b = first.value.edtf or "", last.value.edtf or ""
    start, end = Edtf.parse(a).earliest, Edtf.parse(b).latest
    if first is last or start is None or end is None or end < start:
        return a, first
    return f"{start.isoformat()}/{end.isoformat()}", last


def give_times(
    report: Report, drafts: Sequence[Draft], sentences: Sequence[Sentence]
) -> None:
    """Give figures without a time of their own the time their report gives them."""
    periods = list(find_periods(sentences, report.published))
    timed = {d.group for d in drafts if d.when.text is not None}
    for period in periods:
        for draft in drafts:
            if _wants(draft, period, timed):
                before = draft.when
                _give(report, draft, period)
                for part in drafts:
                    if part.within is draft and part.when == before:
                        part.when = draft.when
                        part.spans["when"] = draft.spans["when"]
    _carry_on(drafts)


def _wants(draft: Draft, period: Period, timed: set[str]) -> bool:
    """True for a figure of deaths that the period can be about."""
    if period.kind is Kind.LABELS and draft.sentence < period.sentence:
        return draft.when.edtf is None and draft.quantity.known
    if not draft.fatal or draft.background or draft.part is not Part.MAIN:
        return False
    if draft.quantity.highest_stated is None or draft.quantity.highest_stated < _FEW:
        return False
    total = draft.level is Level.AGGREGATE
    if period.kind is Kind.BEGINS and (not total or _takes_its_totals(draft)):
        return False
    if draft.when.edtf is not None:
        return total and _narrows(draft.when.edtf, period)
    return draft.group not in timed or draft.when.text is not None


def _takes_its_totals(draft: Draft) -> bool:
    """True for a part without a time: it has that of the number it is a part of."""
    return draft.part_of is not None and draft.when.text is None


def _narrows(edtf: str, period: Period) -> bool:
    """True where the time told leaves open when it began."""
    told, start = Edtf.parse(edtf), Edtf.parse(period.edtf).earliest
    if start is None or period.kind is not Kind.BEGINS:
        return False
    early = told.earliest is None or told.earliest < start
    return early and (told.latest is None or told.latest > start)


def _give(report: Report, draft: Draft, period: Period) -> None:
    """Write the period into a draft; a total of more than a couple of days is one."""
    edtf = period.edtf
    start = Edtf.parse(edtf).earliest
    if period.kind is Kind.BEGINS and start is not None:
        latest = Edtf.parse(draft.when.edtf).latest if draft.when.edtf else None
        edtf = f"{start.isoformat()}/{latest.isoformat() if latest else '..'}"
    draft.when = When(edtf, " ".join(report.text[slice(*period.span)].split()))
    draft.spans["when"] = period.span
    days = Edtf.parse(edtf).days
    if period.kind is not Kind.BEGINS and (days is None or days > _A_COUPLE):
        draft.level = Level.AGGREGATE


def _carry_on(drafts: Sequence[Draft]) -> None:
    """The period of a running total is that of later totals that give none."""
    running: Draft | None = None
    timed = {d.group for d in drafts if d.when.text is not None}
    for draft in drafts:
        if draft.level is not Level.AGGREGATE or draft.background:
            continue
        goes_on = running is not None and draft.act is running.act
        if running is not None and goes_on and draft.quantity.known:
            _take_place(draft, running)
        if draft.when.edtf is not None and draft.quantity.known:
            running = draft
            continue
        if draft.when.text is not None or draft.group in timed:
            continue
        if running is not None and goes_on:
            draft.when = running.when
            draft.spans |= _spans_of(running, "when")


def _take_place(draft: Draft, running: Draft) -> None:
    """A total that names no place is about the places of the one before it."""
    if not draft.where:
        draft.where = running.where
        draft.spans |= _spans_of(running, "where")


def _spans_of(draft: Draft, field: str) -> dict[str, Span]:
    """Where the words of one field stand."""
    return {k: v for k, v in draft.spans.items() if k.split(".")[0] == field}
