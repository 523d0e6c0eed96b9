"""The time a report's title gives to its figures, and the totals it makes of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from tasjil.model.acts import Level
from tasjil.model.claim import When
from tasjil.model.edtf import Edtf
from tasjil.model.report import Report
from tasjil.read.arabic.cues import cues
from tasjil.read.arabic.dates import find_dates
from tasjil.read.arabic.line import Line
from tasjil.read.arabic.telling_words import words
from tasjil.read.date_read import DateRead, DateRole
from tasjil.read.drafts.draft import Draft, Part, Span
from tasjil.read.drafts.entities import is_wide
from tasjil.read.found import Found
from tasjil.read.sentence import Sentence

_TITLES = 3
_DAYS = 2
_FEW_WORDS = 8
_ONE_LINE = 12
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Title:
    """The time a report is about by its title.

    Attributes:
        periodic: True for a week, a month or more: its figures are totals.
    """

    when: When
    span: Span
    periodic: bool


def title_of(report: Report, sentences: Sequence[Sentence]) -> Title | None:
    """The time in the title of a tally or a periodic report; None for other reports.

    As in "Monthly report, April 2031" or "Toll of the day, Monday 7 July".
    """
    heads = [s for s in sentences[:_TITLES] if s.paragraph == 0]
    counting = any(_is_count(s) for s in heads)
    for sentence in heads:
        line, _ = cues(sentence.text)
        if not counting or not (_is_count(sentence) or len(line) <= _ONE_LINE):
            continue
        dates = [d for d in find_dates(sentence.text, report.published) if _is_own(d)]
        if dates:
            best = max(dates, key=lambda d: len(d.text))
            return _title(report, sentence, best)
    return None


def _is_own(date: Found[DateRead]) -> bool:
    """True for a day or a stretch; not "since", not how long."""
    return date.value.edtf is not None and date.value.role in _TIMES


_TIMES = (DateRole.AT, DateRole.DURING)


def _title(report: Report, sentence: Sentence, date: Found[DateRead]) -> Title:
    span = sentence.span(date.start, date.end)
    text = " ".join(report.text[slice(*span)].split())
    edtf = date.value.edtf or ""
    days = Edtf.parse(edtf).days
    return Title(When(edtf, text), span, days is None or days > _DAYS)


def _is_count(sentence: Sentence) -> bool:
    """True for a title of a tally, a bulletin, a monthly report."""
    line, _ = cues(sentence.text)
    return any(_counts(line, k) for k in range(min(len(line), _FEW_WORDS)))


def _counts(line: Line, k: int) -> bool:
    form = line.bare(k).removeprefix("ل").removeprefix("ال")
    return form in words("titles") or line.form(k) in words("titles")


def give_title_times(drafts: Sequence[Draft], title: Title | None) -> None:
    """Give figures without a time that of the title; those of a period are totals."""
    if title is None:
        return
    for draft in drafts:
        if draft.background:
            continue
        untimed = draft.when.text is None and draft.when.edtf is None
        if title.periodic and _may_be_total(draft, untimed=untimed):
            draft.level = Level.AGGREGATE
        if untimed:
            draft.when, draft.spans["when"] = title.when, title.span


def _may_be_total(draft: Draft, *, untimed: bool) -> bool:
    """True for a number of many without a day of its own."""
    many = draft.quantity.known and (draft.quantity.highest_stated or _SEVERAL) > 1
    wide = untimed or _is_long(draft)
    return many and wide and draft.level is Level.INCIDENT and not draft.victims.names


def _is_long(draft: Draft) -> bool:
    """True for a time of more than two days."""
    days = Edtf.parse(draft.when.edtf).days if draft.when.edtf else 1
    return days is None or days > _DAYS


def level_totals(drafts: Sequence[Draft], title: Title | None) -> None:
    """A number that a list divides by places is a total, and so are its own parts.

    What a list tells of one village on one day is an event, though it is a part.
    """
    periodic = title is not None and title.periodic
    for draft in drafts:
        fine = any(not is_wide(w) for w in draft.where)
        if draft.of_a_place and fine and not periodic and not _is_long(draft):
            draft.level = Level.INCIDENT
    divided: dict[str, set[str]] = {}
    for draft in drafts:
        if draft.of_a_place and draft.part_of is not None:
            divided.setdefault(draft.part_of, set()).add(draft.group)
    totals = {group for group, parts in divided.items() if len(parts) >= _SEVERAL}
    for draft in drafts:
        whole = draft.group in totals
        inside = draft.part_of in totals and draft.part is Part.AMONG
        if (whole or (inside and not draft.of_a_place)) and not draft.victims.names:
            draft.level = Level.AGGREGATE
