"""The page of a report, and the part of it that shows one claim."""

from datetime import UTC, datetime
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from markupsafe import Markup

from tasjil.errors import NotInRegister
from tasjil.journey.claims.coding import my_codings
from tasjil.model.ids import ClaimId, ReportId
from tasjil.model.judgement import ClaimState
from tasjil.publish.outside import told
from tasjil.publish.pages.report import direction, header
from tasjil.register.deeds import Deed
from tasjil.web.desks.inbox.origin import LANGUAGES, say_origin
from tasjil.web.desks.reading.content_note import content_note
from tasjil.web.desks.reading.exposure import EXPOSURES
from tasjil.web.desks.reading.images import how_many
from tasjil.web.desks.reading.marks import marked
from tasjil.web.desks.reading.panel import Settled, Sheet, heading, panel_of, sheet_of
from tasjil.web.page.addresses import go, href
from tasjil.web.page.door import act, page
from tasjil.web.page.render import render, render_part
from tasjil.web.page.request import DeskRequest, tell
from tasjil.web.page.voice import voice

TEMPLATE = "reading/report.html"


@page(Deed.LOOK_AT_REPORTS, own=True)
def report(request: DeskRequest, report: str) -> HttpResponse:
    """Show a report with the first claim that waits, or its first one."""
    if (apart := coded_apart(request, ReportId(report))) is not None:
        return apart
    sheet = sheet_of(request, ReportId(report))
    first = sheet.unread_after(0) or (sheet.claims[0] if sheet.claims else None)
    return whole(request, sheet, None if first is None else first.id)


@page(Deed.LOOK_AT_REPORTS, own=True)
def claim(request: DeskRequest, claim: str) -> HttpResponse:
    """Show one claim: the part alone where the page is open, or all of it."""
    register = request.seat.register
    found = register.shelf.report_of(ClaimId(claim))
    if found is None:
        # Asked first: a colleague's claim is refused in the words of one never made.
        raise NotInRegister(
            "expected a claim that you may see, found none; it may have been replaced "
            "when its report was read again: look at the report's claims"
        )
    if (apart := coded_apart(request, found)) is not None:
        return apart
    standing = register.standing_claim(ClaimId(claim))
    sheet = sheet_of(request, found)
    if request.is_part:
        return render_part(request, TEMPLATE, "panel", **part(request, sheet, standing))
    return whole(request, sheet, standing)


@page(Deed.LOOK_AT_REPORTS, own=True)
def following(request: DeskRequest, report: str) -> HttpResponse:
    """Go to the next report in which a claim waits."""
    found = request.seat.register.shelf.following(ReportId(report))
    if found is None:
        return go(request, "reading:reading")
    return HttpResponseRedirect(href(request.language, "reading:report", found))


@act(Deed.DESCRIBE, own=True)
def origin(request: DeskRequest, report: str) -> HttpResponse:
    """Keep what a person says of where a report comes from."""
    say_origin(request, ReportId(report))
    return go(request, "reading:report", report)


def coded_apart(request: DeskRequest, report: ReportId) -> HttpResponse | None:
    """Send whoever codes a report apart to that first; None for all others.

    Here they would see what others said of its claims.
    """
    for each in my_codings(request.seat.register):
        if each.report == report:
            tell(request, str(request.t("reading.coding_first")))
            return go(request, "reading:coding", each.number)
    return None


def whole(
    request: DeskRequest, sheet: Sheet, claim: ClaimId | None, **more: Any
) -> HttpResponse:
    """Show all of a report, with one claim in front."""
    now = datetime.now(UTC)
    exposure = EXPOSURES.of(request.seat.register.user)
    exposure.open(sheet.report.id, now)
    context = {
        **part(request, sheet, claim),
        **words_of(request, sheet),
        "head": tuple(header(voice(request), sheet.report)),
        "weighs": content_note(
            each.act for each in sheet.claims if each.state is not ClaimState.REJECTED
        ),
        "languages": LANGUAGES,
        "pictures": how_many(request.seat.register, sheet.report),
        "exposure": exposure,
        "minutes": exposure.minutes(now),
        "pause": exposure.offers_pause(now),
    }
    return render(request, TEMPLATE, **{**context, **more})


def part(
    request: DeskRequest,
    sheet: Sheet,
    claim: ClaimId | None,
    settled: Settled | None = None,
    wrong: str = "",
) -> dict[str, Any]:
    """Give what the part of a page needs that shows one claim."""
    return {
        "sheet": sheet,
        "panel": None if claim is None else panel_of(request, sheet, claim),
        "settled": settled,
        "wrong": wrong,
        "heading": lambda each: heading(request, each),
        "say": voice(request),
    }


def words_of(request: DeskRequest, sheet: Sheet) -> dict[str, Any]:
    """Give what the text and the list of claims beside it need."""
    text, note = sheet.report.text, str(request.t("claim.number"))
    return {
        "title": title_of(request, sheet),
        "text": marked(text, sheet.claims, note),
        "text_language": sheet.report.language or "und",
        "text_direction": direction(sheet.report.language),
    }


def title_of(request: DeskRequest, sheet: Sheet) -> Markup:
    """Name a report: by its title, or else its file."""
    return told(sheet.report.title or sheet.report.name)
