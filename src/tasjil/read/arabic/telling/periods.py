"""The time that an Arabic report gives its figures in a sentence of its own."""

import re
from collections.abc import Sequence

from tasjil.model.acts import Level
from tasjil.model.claim import When
from tasjil.model.edtf import Edtf
from tasjil.model.report import Report
from tasjil.read.arabic.times.dates import find_dates
from tasjil.read.date_read import DateRole
from tasjil.read.drafts.draft import Draft, Part, Span
from tasjil.read.sentence import Sentence

_COVERS = re.compile(
    r"(?:تشمل|يشمل|تغطي|يغطي|شملت|غطت|غطى|تمتد|يمتد|امتدت)(?:\s+\S+){0,4}?\s+"
    r"(?:الفترة|المدة|الأيام|الأشهر|أيام|فترة|شهر)"
    r"|(?:الفترة|المدة)\s+(?:الممتدة|الواقعة|التي|من|بين)"
)
_BEGINS = re.compile(
    r"(?:بدأت|اندلعت|بدأ|اندلع|تبدأ|انطلقت|تفجرت)\s+(?:\S+\s+){0,5}?"
    r"(?:في|يوم|منذ|الخميس|الجمعة|السبت|الأحد|الاثنين|الثلاثاء|الأربعاء)"
)
_FEW = 2


def give_periods(
    report: Report, drafts: Sequence[Draft], sentences: Sequence[Sentence]
) -> None:
    """Give totals without a time the one a sentence of its own tells for them.

    As in "the toll covers the days from 6 to 10 March". Totals told later take the time
    of the last one of the same act.
    """
    for sentence in sentences:
        for edtf, span, begins in _told(report, sentence):
            for draft in drafts:
                if _wants(draft, edtf, begins=begins):
                    _give(report, draft, edtf, span)
    _carry_on(drafts)


def _told(report: Report, sentence: Sentence) -> list[tuple[str, Span, bool]]:
    """The time of a sentence that is about the figures; True where it only begins."""
    covers = _COVERS.search(sentence.text)
    begins = None if covers else _BEGINS.search(sentence.text)
    match = covers or begins
    if match is None:
        return []
    dates = [
        d
        for d in find_dates(sentence.text, report.published)
        if d.end >= match.start() and d.value.edtf is not None
        if d.value.role is not DateRole.DURATION
    ]
    if not dates:
        return []
    edtf, span = dates[0].value.edtf or "", sentence.span(dates[0].start, dates[0].end)
    if begins is not None and "/" not in edtf:
        edtf = f"{edtf}/.."
    return [(edtf, span, begins is not None)]


def _wants(draft: Draft, edtf: str, *, begins: bool) -> bool:
    """True for a figure of the dead whose own words tell no time."""
    figure = (draft.quantity.highest_stated or 0) >= _FEW
    if not draft.fatal or draft.background or not figure:
        return False
    if draft.when.edtf is not None or draft.part is not Part.MAIN:
        return False
    return draft.level is Level.AGGREGATE or not begins


def _give(report: Report, draft: Draft, edtf: str, span: Span) -> None:
    """Write the time; a number of more than two days is a total."""
    draft.when = When(edtf, " ".join(report.text[slice(*span)].split()))
    draft.spans["when"] = span
    days = Edtf.parse(edtf).days
    if days is None or days > _FEW:
        draft.level = Level.AGGREGATE


def _carry_on(drafts: Sequence[Draft]) -> None:
    """The time of a total is that of later totals of the same act that give none."""
    last: Draft | None = None
    for draft in drafts:
        if draft.level is not Level.AGGREGATE or draft.background:
            continue
        if draft.when.edtf is not None and draft.quantity.known:
            last = draft
        elif last is not None and draft.act is last.act and draft.when.text is None:
            draft.when = last.when
            if "when" in last.spans:
                draft.spans["when"] = last.spans["when"]
