"""Correcting a claim: the one before stays as it was read, and is counted no more."""

from typing import Any

from django.http import HttpResponse

from tasjil.errors import BadValue, TasjilError
from tasjil.journey.claims.changes import Changes
from tasjil.journey.claims.correct import correct_claim
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId
from tasjil.model.report import Passage, Report
from tasjil.register.deeds import Deed
from tasjil.web.desks.reading.form import CHOICES, Filled, filled, sent, told
from tasjil.web.desks.reading.found import standing
from tasjil.web.desks.reading.pages import title_of
from tasjil.web.desks.reading.panel import Sheet, heading, sheet_of
from tasjil.web.desks.reading.settling import anew, refuse_unseen, report_of
from tasjil.web.page.door import LOOK, POST, page
from tasjil.web.page.render import render, render_part
from tasjil.web.page.request import DeskRequest

TEMPLATE = "reading/form.html"


@page(Deed.JUDGE_CLAIM, methods=(*LOOK, *POST), own=True)
def correct(request: DeskRequest, claim: str) -> HttpResponse:
    """Show a claim's fields to be changed; keep what was changed."""
    id = ClaimId(claim)
    sheet = sheet_of(request, report_of(request, id))
    before, _ = request.seat.register.claim(id)
    if request.method != "POST":
        return shown(request, sheet, before, filled(before))
    form = request.POST.dict()
    try:
        refuse_unseen(request, id)
        changes = Changes(
            **told(request.case, form, before.where),
            passage=passage_told(sheet.report, form.get("words", ""), before.passage),
        )
        made = correct_claim(request.case, request.seat, id, changes, reason_of(form))
    except TasjilError as refused:
        return shown(request, sheet, before, sent(form), str(refused))
    words = request.t("reading.was_corrected")
    return anew(request, sheet_of(request, sheet.report.id), made.id, words)


def reason_of(form: dict[str, Any]) -> str:
    """Give the reason that was typed.

    Raises:
        BadValue: There is none.
    """
    because = str(form.get("because", "")).strip()
    if not because:
        raise BadValue("expected a reason, found none; say in a few words why")
    return because


def passage_told(report: Report, words: str, before: Passage) -> Passage:
    """Find the words a claim is to rest on: those nearest to where it rested.

    Raises:
        BadValue: They do not stand in the report.
    """
    if words.split() == before.quote.split():
        return before
    there = standing(report.text, words)
    if not there:
        raise BadValue(
            "expected words that stand in the report, found others; copy them from the "
            "text as they are"
        )
    return min(there, key=lambda each: abs(each.start - before.start))


def shown(
    request: DeskRequest, sheet: Sheet, claim: Claim, form: Filled, wrong: str = ""
) -> HttpResponse:
    """Show the form of a claim, in the place of its panel or as a page."""
    history = request.seat.register.claim_history(claim.id)
    return form_page(
        request,
        sheet,
        form,
        wrong,
        action=("reading:correct", claim.id),
        back=("reading:claim", claim.id),
        adds=False,
        seen=history[-1].number if history else 0,
        name=heading(request, claim),
    )


def form_page(
    request: DeskRequest, sheet: Sheet, form: Filled, wrong: str, **more: Any
) -> HttpResponse:
    """Show the form."""
    context = {
        "form": form,
        "sheet": sheet,
        "wrong": wrong,
        "title": title_of(request, sheet),
        "choices": {name: tuple(kind) for name, kind in CHOICES.items()},
        "kinds": {name: kind.__name__ for name, kind in CHOICES.items()},
        "groups": groups_of(request, sheet),
        **more,
    }
    if request.is_part:
        return render_part(request, TEMPLATE, "form", **context)
    return render(request, TEMPLATE, **context)


def groups_of(request: DeskRequest, sheet: Sheet) -> list[tuple[str, str]]:
    """Name the groups of a report by their first claims."""
    found: dict[str, str] = {}
    for number, each in enumerate(sheet.claims, 1):
        words = f"{number}: {heading(request, each).striptags()}"
        found.setdefault(each.group, words)
    return list(found.items())
