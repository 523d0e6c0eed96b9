"""The time a report as a whole is about: a heading's, or that of its event."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tasjil.model.acts import Act, Level
from tasjil.model.claim import When
from tasjil.model.edtf import Edtf
from tasjil.model.report import Report
from tasjil.read.drafts.draft import Draft, Span
from tasjil.read.english.telling.following import speaks_of_another
from tasjil.read.english.times.dates import find_dates
from tasjil.read.sentence import Sentence

_HEAD = 4
_A_LINE = 90
_A_COUPLE = 2
_A_NUMBER = 2
_REACH = 8
_NOT_OF_HARM = re.compile(
    r"\b(?:statement|taken|recorded|signed|published|interview|issued|updated|posted|"
    r"born|by)\b|\([A-Z]{2,6}\)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class HeadTime:
    """The time in a heading, and where its words stand."""

    edtf: str
    span: Span

    @property
    def is_period(self) -> bool:
        """True for a month, a year: more than a couple of days."""
        days = Edtf.parse(self.edtf).days
        return days is None or days > _A_COUPLE


def head_time(report: Report, sentences: Sequence[Sentence]) -> HeadTime | None:
    """The day or the month that a heading gives the whole report; None without one."""
    for sentence in sentences[:_HEAD]:
        line = report.text[sentence.start : sentence.end]
        if len(line) > _A_LINE or line.rstrip().endswith("."):
            continue
        if _NOT_OF_HARM.search(line):
            continue
        for date in find_dates(sentence.text, report.published):
            if date.value.edtf is not None and date.value.relative is None:
                return HeadTime(date.value.edtf, sentence.span(date.start, date.end))
    return None


def give_report_times(
    report: Report, drafts: Sequence[Draft], sentences: Sequence[Sentence]
) -> None:
    """Give what has no time of its own that of the heading, or of the event told last.

    Under the heading of a month or a year every number is a total over it.
    """
    head = head_time(report, sentences)
    known = {s.index: s for s in sentences}
    event: Draft | None = None
    for draft in drafts:
        if draft.background:
            continue
        if draft.when.text is not None:
            event = draft if _is_event(draft) else event
        elif head is not None:
            _take_head(report, draft, head)
        elif event is not None and _goes_on(event, draft, known):
            draft.when = event.when
            draft.spans["when"] = event.spans["when"]


def _is_event(draft: Draft) -> bool:
    """True for a time of a day or two, of harm that was told as one event."""
    edtf = draft.when.edtf
    if edtf is None or "when" not in draft.spans or draft.act is Act.MISSING:
        return False
    days = Edtf.parse(edtf).days
    return days is not None and days <= _A_COUPLE


def _take_head(report: Report, draft: Draft, head: HeadTime) -> None:
    """The heading's time; a number under a month's heading is a total."""
    draft.when = When(head.edtf, " ".join(report.text[slice(*head.span)].split()))
    draft.spans["when"] = head.span
    number = (draft.quantity.highest_stated or 0) >= _A_NUMBER
    if head.is_period and number and not draft.victims.names:
        draft.level = Level.AGGREGATE


def _goes_on(event: Draft, draft: Draft, known: dict[int, Sentence]) -> bool:
    """True where nothing says that the draft is of another time."""
    near = 0 <= draft.sentence - event.sentence <= _REACH
    told = draft.level is not Level.AGGREGATE and draft.act is not Act.MISSING
    text = known[draft.sentence].text if draft.sentence in known else ""
    return near and told and not speaks_of_another(text)
