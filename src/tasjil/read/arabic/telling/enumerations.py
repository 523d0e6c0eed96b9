"""Numbers that go on from the one before: "58 of them by shells and 76 by rifles"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasjil.model.claim import When
from tasjil.model.persons import VictimGroup
from tasjil.model.report import Report
from tasjil.read.arabic.numbers.counting import counting
from tasjil.read.arabic.numbers.quantities import Counted, find_quantities
from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.text.words import words_of
from tasjil.read.arabic.times.dates import find_dates
from tasjil.read.date_read import DateRead
from tasjil.read.drafts.draft import Draft
from tasjil.read.found import Found
from tasjil.read.sentence import Sentence

_REACH = 14
"""So many words a number may stand behind the one it goes on from."""

_FEWEST = 2


def add_enumerations(
    report: Report, drafts: Sequence[Draft], sentences: Sequence[Sentence]
) -> list[Draft]:
    """The drafts with those of bare numbers that go on from a number of harm.

    As in "19 under five; 41 from five to twelve; 27 above": the first alone has a word
    of harm beside it. A number goes on where "and", a comma or a semicolon stands
    before it and a word such as "in", "by" or "under" behind it.
    """
    made: list[Draft] = []
    for sentence in sentences:
        here = [d for d in drafts if d.sentence == sentence.index]
        if any("quantity" in d.spans for d in here):
            made += _going_on(report, sentence, here)
    return sorted([*drafts, *made], key=lambda draft: draft.sentence)


def _going_on(
    report: Report, sentence: Sentence, here: Sequence[Draft]
) -> Iterator[Draft]:
    """A draft for each number of a sentence that goes on from the one before it."""
    line = Line.of(sentence.text, words_of(sentence.text))
    dates = find_dates(sentence.text, report.published)
    before: Draft | None = None
    last = -_REACH
    for number in find_quantities(sentence.text):
        span = sentence.span(number.start, number.end)
        first = line.index(number.start)
        told = _told(here, span)
        if told is not None:
            before = told if _is_figure(told) else None
            last = first
        elif before is not None and first - last <= _REACH and _fits(line, number):
            before = _like(report, sentence, number, before)
            last = first
            _add_time(report, sentence, before, _date_behind(line, number, dates))
            yield before


def _told(here: Sequence[Draft], span: tuple[int, int]) -> Draft | None:
    """The draft that has a number already."""
    for draft in here:
        for key in ("quantity", "victims"):
            start, end = draft.spans.get(key, (0, 0))
            if start < span[1] and span[0] < end:
                return draft
    return None


def _is_figure(draft: Draft) -> bool:
    return (draft.quantity.highest_stated or 0) >= _FEWEST


def _fits(line: Line, number: Found[Counted]) -> bool:
    """True for a bare number behind "and" or a mark, with "in" or "by" behind it."""
    first, behind = line.index(number.start), line.index(number.end - 1) + 1
    lead = line.form(first - 1) if first else ""
    joined = line.form(first)[:1] == "و" or lead in ("و", "مقابل", "ثم")
    marked = line.marks[first] in ("؛", "،", ";")
    if not (joined or marked) or behind >= len(line) or line.marks[behind]:
        return False
    if number.value.noun is not None and number.value.noun[0] >= number.end:
        return False
    form = line.form(behind)
    return form in counting("goes on") or form.startswith("بال")


def _like(
    report: Report, sentence: Sentence, number: Found[Counted], before: Draft
) -> Draft:
    """A draft of the same harm for another number."""
    span = sentence.span(number.start, number.end)
    text = " ".join(report.text[slice(*span)].split())
    kept = {k: v for k, v in before.spans.items() if k in ("when", "where", "stance")}
    return replace(
        before,
        mention=(sentence.index, -2000 - number.start),
        quantity=replace(number.value.quantity, text=text),
        victims=VictimGroup(text=text, status=before.victims.status),
        noun="person",
        called=frozenset(["person"]),
        plural=(number.value.quantity.highest_stated or 0) > 1,
        more=True,
        definite=False,
        spans={**kept, "quantity": span, "victims": span},
    )


def _date_behind(
    line: Line, number: Found[Counted], dates: Sequence[Found[DateRead]]
) -> Found[DateRead] | None:
    """The date of "20 in February": nothing but "in" stands between."""
    behind = line.index(number.end - 1) + 1
    for date in dates:
        if line.index(date.start) in (behind, behind + 1) and date.value.edtf:
            return date
    return None


def _add_time(
    report: Report,
    sentence: Sentence,
    draft: Draft,
    date: Found[DateRead] | None,
) -> None:
    """Give a number the time told behind it."""
    if date is None:
        return
    span = sentence.span(date.start, date.end)
    draft.when = When(date.value.edtf, " ".join(report.text[slice(*span)].split()))
    draft.spans["when"] = span
    draft.within, draft.more = None, True
