"""Coding apart: two people read the same report, and compare when both are done."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from markupsafe import Markup

from tasjil.errors import BadPassage, BadValue, TasjilError
from tasjil.journey.claims.changes import Changes, NewClaim
from tasjil.journey.claims.codes import Code, Codes
from tasjil.journey.claims.coding import (
    CodingSheet,
    ask_second_coding,
    coding_sheet,
    finish_coding,
    my_codings,
)
from tasjil.journey.claims.comparing import compare_codings
from tasjil.model.acts import Act, Level
from tasjil.model.claim import Claim, When
from tasjil.model.ids import ReportId, UserId
from tasjil.model.judgement import ClaimState
from tasjil.model.persons import Status
from tasjil.model.quantity import Quantity
from tasjil.model.report import Report
from tasjil.publish.pages.report import direction, each_field
from tasjil.register.deeds import Deed
from tasjil.register.permissions import Leave, leave
from tasjil.web.desks.reading.correcting import reason_of
from tasjil.web.desks.reading.form import CHOICES, whole_number
from tasjil.web.desks.reading.found import standing
from tasjil.web.desks.reading.panel import heading
from tasjil.web.desks.reading.said import shown_value
from tasjil.web.page.addresses import go
from tasjil.web.page.door import LOOK, POST, page
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest, tell
from tasjil.web.page.voice import voice

ADDED = 3
"""Lines for claims that no reader found."""


@page(Deed.JUDGE_CLAIM)
def codings(request: DeskRequest) -> HttpResponse:
    """Show what waits for one's own codes, and what can be compared."""
    register = request.seat.register
    mine = my_codings(register)
    every = register.codings()
    heads = register.report_heads([each.report for each in every])
    return render(
        request,
        "reading/codings.html",
        mine=mine,
        others=[each for each in reversed(every) if each not in mine],
        heads=heads,
    )


@page(Deed.JUDGE_CLAIM, methods=(*LOOK, *POST))
def ask(request: DeskRequest, report: str) -> HttpResponse:
    """Ask two people to code a report apart."""
    register = request.seat.register
    found = register.report(ReportId(report))
    wrong = ""
    if request.method == "POST":
        form = request.POST.dict()
        coders = (UserId(form.get("one", "")), UserId(form.get("other", "")))
        try:
            because = reason_of(form)
            ask_second_coding(request.case, request.seat, found.id, coders, because)
        except TasjilError as refused:
            wrong = str(refused)
        else:
            tell(request, str(request.t("reading.coding_asked")))
            return go(request, "reading:codings")
    people = [
        each.id
        for each in register.users()
        if leave(each, Deed.JUDGE_CLAIM) is Leave.YES
    ]
    return render(
        request,
        "reading/ask_coding.html",
        report=found,
        people=people,
        form=request.POST,
        wrong=wrong,
    )


@page(Deed.JUDGE_CLAIM, methods=(*LOOK, *POST))
def coding(request: DeskRequest, number: int) -> HttpResponse:
    """Show the claims of a report as they were read, and keep what one says of them."""
    sheet = coding_sheet(request.case, request.seat, number)
    wrong = ""
    if request.method == "POST":
        form = request.POST.dict()
        try:
            codes = codes_of(sheet, form)
            finish_coding(request.case, request.seat, number, codes)
        except TasjilError as refused:
            wrong = str(refused)
        else:
            tell(request, str(request.t("reading.coding_done")))
            return go(request, "reading:codings")
    return render(
        request,
        "reading/coding.html",
        sheet=sheet,
        lines=[_line(request, n, each) for n, each in enumerate(sheet.claims)],
        form=request.POST,
        added=ADDED,
        choices={name: tuple(kind) for name, kind in CHOICES.items()},
        direction=direction(sheet.report.language),
        wrong=wrong,
    )


def _line(request: DeskRequest, n: int, claim: Claim) -> tuple[int, Claim, Any, Any]:
    fields = tuple(each_field(voice(request), claim))
    return n, claim, heading(request, claim), fields


def codes_of(sheet: CodingSheet, form: Mapping[str, str]) -> Codes:
    """Read what one person says of every claim on a sheet, and what they add.

    Raises:
        BadValue: A claim has no code, or a field cannot be read.
        BadPassage: The words of what they add do not stand in the report.
    """
    claims = tuple(_code(n, each, form) for n, each in enumerate(sheet.claims))
    added = (_added(n, sheet.report, form) for n in range(ADDED))
    return Codes(claims, tuple(each for each in added if each is not None))


def _code(n: int, claim: Claim, form: Mapping[str, str]) -> Code:
    said = form.get(f"state-{n}", "")
    if said not in ("accepted", "rejected"):
        raise BadValue(
            f"expected a word on every claim, found none on claim {n + 1}; say whether "
            "the words say it"
        )
    state = ClaimState(said)
    note = form.get(f"note-{n}", "").strip()
    if state is ClaimState.REJECTED:
        return Code(claim.id, state, note=note)
    quantity = claim.quantity
    low, high = whole_number(form, f"low-{n}"), whole_number(form, f"high-{n}")
    status = _among(form, f"status-{n}", Status, claim.victims.status)
    edtf = form.get(f"edtf-{n}", "").strip() or None
    changes = Changes(
        act=_among(form, f"act-{n}", Act, claim.act),
        quantity=Quantity(low, high, quantity.text, quantity.unit),
        victims=_with_status(claim, status),
        when=When(edtf, claim.when.text),
    )
    return Code(claim.id, state, changes, note)


def _with_status(claim: Claim, status: Status) -> Any:
    return replace(claim.victims, status=status)


def _among(form: Mapping[str, str], name: str, kind: Any, other: Any) -> Any:
    value = form.get(name, "")
    return kind(value) if value in set(kind) else other


def _added(n: int, report: Report, form: Mapping[str, str]) -> NewClaim | None:
    words = form.get(f"words-{n}", "").strip()
    if not words:
        return None
    there = standing(report.text, words)
    if not there:
        raise BadPassage(
            "expected words that stand in the report, found others; copy them from the "
            "text as they are"
        )
    low = whole_number(form, f"added-low-{n}")
    high = whole_number(form, f"added-high-{n}")
    return NewClaim(
        act=_among(form, f"added-act-{n}", Act, Act.KILLED),
        level=Level.INCIDENT,
        passage=there[0],
        quantity=Quantity(low, high, None),
    )


@page(Deed.JUDGE_CLAIM)
def compare(request: DeskRequest, number: int) -> HttpResponse:
    """Show how far the two agree, and what is left to settle."""
    found = compare_codings(request.case, request.seat, number)
    names = {each.id: heading(request, each) for each in found.sheet.claims}
    return render(
        request,
        "reading/compare.html",
        found=found,
        names=names,
        shown=lambda value: shown_value(voice(request), value),
        field=lambda name: field_name(request, name),
    )


def field_name(request: DeskRequest, name: str) -> Markup:
    """Name a field of a claim, or one of the two questions beside them."""
    for key in (f"reading.field.{name}", f"field.{name}"):
        if request.t.has(key):
            return request.t(key)
    return request.t("reading.field.unnamed")
