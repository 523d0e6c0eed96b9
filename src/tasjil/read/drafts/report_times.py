"""The time a report's title gives to its figures, and the totals it makes of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from tasjil.model.acts import Level
from tasjil.model.claim import When
from tasjil.model.edtf import Edtf
from tasjil.model.report import Report
from tasjil.read.date_read import DateRead
from tasjil.read.drafts.draft import Draft, Part, Span
from tasjil.read.drafts.entities import is_wide
from tasjil.read.found import Found
from tasjil.read.sentence import Sentence

_DAYS = 2
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


def title_from(report: Report, sentence: Sentence, date: Found[DateRead]) -> Title:
    """The title that a date in one of a report's first sentences makes."""
    span = sentence.span(date.start, date.end)
    text = " ".join(report.text[slice(*span)].split())
    edtf = date.value.edtf or ""
    days = Edtf.parse(edtf).days
    return Title(When(edtf, text), span, days is None or days > _DAYS)


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
        total = draft.level is Level.AGGREGATE and draft.of_a_place
        if total and fine and not periodic and not _is_long(draft):
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
