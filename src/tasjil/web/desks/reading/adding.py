"""Adding a claim: words are selected, or pasted, and what they say is written down."""

from typing import Any

from django.http import HttpResponse

from tasjil.errors import BadPassage, TasjilError
from tasjil.journey.claims.add import add_claim
from tasjil.journey.claims.changes import NewClaim
from tasjil.model.acts import Act, Level
from tasjil.model.claim import Claim
from tasjil.model.ids import ReportId
from tasjil.model.report import Passage
from tasjil.register.deeds import Deed
from tasjil.web.desks.reading.correcting import form_page, reason_of
from tasjil.web.desks.reading.form import Filled, sent, told
from tasjil.web.desks.reading.found import selected, standing
from tasjil.web.desks.reading.marks import around
from tasjil.web.desks.reading.pages import title_of
from tasjil.web.desks.reading.panel import Sheet, sheet_of
from tasjil.web.desks.reading.settling import anew
from tasjil.web.page.door import LOOK, POST, page
from tasjil.web.page.render import render, render_part
from tasjil.web.page.request import DeskRequest

TEMPLATE = "reading/adding.html"


@page(Deed.JUDGE_CLAIM, methods=(*LOOK, *POST), own=True)
def add(request: DeskRequest, report: str) -> HttpResponse:
    """Ask for the words, then for what they say; then keep the claim."""
    sheet = sheet_of(request, ReportId(report))
    asked = request.POST if request.method == "POST" else request.GET
    text = sheet.report.text
    try:
        passage = selected(text, asked.get("start", ""), asked.get("end", ""))
    except BadPassage as refused:
        return which(request, sheet, wrong=str(refused))
    if passage is not None and "because" in asked and request.method == "POST":
        return kept(request, sheet, passage)
    if passage is not None:
        return asking(request, sheet, passage, Filled(fresh(sheet, passage), BLANK))
    words = asked.get("pasted", "") if request.method == "POST" else ""
    there = standing(text, words)
    if len(there) == 1:
        (passage,) = there
        return asking(request, sheet, passage, Filled(fresh(sheet, passage), BLANK))
    return which(request, sheet, words, there)


BLANK = (("", "unknown"),) * 3


def fresh(sheet: Sheet, passage: Passage) -> dict[str, str]:
    """Begin with what a claim on these words most often says."""
    unknown = ("unit", "sex", "age_group", "status", "cause", "perpetrator_stance")
    return {
        **dict.fromkeys(unknown, "unknown"),
        "unit": "person",
        "stance": "stated",
        "act": Act.KILLED.value,
        "level": Level.INCIDENT.value,
        "words": passage.quote,
    }


def kept(request: DeskRequest, sheet: Sheet, passage: Passage) -> HttpResponse:
    """Keep the claim, and show it in its report."""
    form = request.POST.dict()
    try:
        new = NewClaim(passage=passage, **told(request.case, form))
        made: Claim = add_claim(
            request.case, request.seat, sheet.report.id, new, reason_of(form)
        )
    except TasjilError as refused:
        return asking(request, sheet, passage, sent(form), str(refused))
    drawn = sheet_of(request, sheet.report.id)
    return anew(request, drawn, made.id, request.t("reading.was_added"))


def asking(
    request: DeskRequest,
    sheet: Sheet,
    passage: Passage,
    form: Filled,
    wrong: str = "",
) -> HttpResponse:
    """Show the form of a claim on these words."""
    return form_page(
        request,
        sheet,
        form,
        wrong,
        action=("reading:add", sheet.report.id),
        back=("reading:report", sheet.report.id),
        adds=True,
        passage=passage,
        seen=0,
        name=request.t("reading.new_claim"),
    )


def which(
    request: DeskRequest,
    sheet: Sheet,
    words: str = "",
    there: tuple[Passage, ...] = (),
    wrong: str = "",
) -> HttpResponse:
    """Ask for the words, and which of them where they stand more than once."""
    text = sheet.report.text
    if words and not there:
        wrong = str(request.t("reading.not_there"))
    context: dict[str, Any] = {
        "sheet": sheet,
        "title": title_of(request, sheet),
        "words": words,
        "there": [(each, *around(text, each.start, each.end, 60)) for each in there],
        "wrong": wrong,
    }
    if request.is_part:
        return render_part(request, TEMPLATE, "form", **context)
    return render(request, TEMPLATE, **context)
