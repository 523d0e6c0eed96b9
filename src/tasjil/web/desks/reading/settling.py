"""Accepting and rejecting claims, and taking it back: the page moves on by itself."""

from django.http import HttpResponse
from markupsafe import Markup

from tasjil.errors import BadValue, NotAllowed, NotInRegister
from tasjil.journey.claims.back import take_back_judgement
from tasjil.journey.claims.history import history_of_claim
from tasjil.journey.claims.judge import judge_claims
from tasjil.model.ids import ClaimId, ReportId
from tasjil.model.judgement import ClaimState
from tasjil.register.deeds import Deed
from tasjil.web.desks.reading.pages import TEMPLATE, part, words_of
from tasjil.web.desks.reading.panel import Settled, Sheet, sheet_of
from tasjil.web.page.addresses import go, href
from tasjil.web.page.door import act
from tasjil.web.page.render import render_part
from tasjil.web.page.request import DeskRequest, tell

SETTLES = (ClaimState.ACCEPTED, ClaimState.REJECTED)


@act(Deed.JUDGE_CLAIM, own=True)
def settle(request: DeskRequest, claim: str) -> HttpResponse:
    """Keep a judgement on a claim, and show the next one that waits."""
    id, register = ClaimId(claim), request.seat.register
    report = report_of(request, id)
    state = ClaimState(_one_of(request.POST.get("state", ""), SETTLES))
    try:
        refuse_unseen(request, id)
        said = [(id, state)]
        judge_claims(request.case, request.seat, said, reason(request))
    except (BadValue, NotAllowed) as refused:
        return stays(request, report, id, str(refused))
    sheet = sheet_of(request, report)
    words = request.t(f"reading.was_{state.value}", number=sheet.number(id))
    done = history_of_claim(register, id)[-1]
    following = sheet.unread_after(sheet.number(id))
    return moved(
        request,
        sheet,
        id if following is None else following.id,
        Settled(id, done.number, words),
        changed=(id,),
    )


@act(Deed.JUDGE_CLAIM, own=True)
def back(request: DeskRequest, claim: str) -> HttpResponse:
    """Take back the last that was done with a claim, and show it again."""
    id = ClaimId(claim)
    report = report_of(request, id)
    number = request.POST.get("number", "")
    because = request.POST.get("because", "").strip()
    try:
        found = take_back_judgement(
            request.case,
            request.seat,
            id,
            because or str(request.t("reading.back_because")),
            number=int(number) if number.isdigit() else None,
        )
    except (BadValue, NotAllowed, NotInRegister) as refused:
        return stays(request, report, id, str(refused))
    sheet = sheet_of(request, report)
    there = found.claim if found.claim is not None else _first(sheet)
    words = request.t("reading.was_taken_back")
    if found.claim == id:
        return moved(request, sheet, there, None, changed=(id,), words=words)
    return anew(request, sheet, there, words)


def _first(sheet: Sheet) -> ClaimId | None:
    found = sheet.unread_after(0) or (sheet.claims[0] if sheet.claims else None)
    return None if found is None else found.id


def report_of(request: DeskRequest, claim: ClaimId) -> ReportId:
    """Name the report of a claim that whoever asks may see.

    Raises:
        NotInRegister: There is none.
    """
    found = request.seat.register.shelf.report_of(claim)
    if found is None:
        raise NotInRegister(
            "expected a claim that you may see, found none; it may have been replaced "
            "when its report was read again: look at the report's claims"
        )
    return found


def reason(request: DeskRequest) -> str:
    """Give the reason that was chosen, or else typed."""
    typed = request.POST.get("words", "").strip()
    return typed or request.POST.get("because", "").strip()


def refuse_unseen(request: DeskRequest, claim: ClaimId) -> None:
    """Refuse to decide over what a colleague did since the page was opened.

    Raises:
        NotAllowed: Somebody did something with the claim meanwhile.
    """
    seen = request.POST.get("seen", "")
    history = history_of_claim(request.seat.register, claim)
    if seen.isdigit() and history and history[-1].number > int(seen):
        raise NotAllowed(str(request.t("reading.meanwhile")))


def stays(
    request: DeskRequest, report: ReportId, claim: ClaimId, wrong: str
) -> HttpResponse:
    """Show a claim as it stands now, and why nothing was done."""
    sheet = sheet_of(request, report)
    standing = request.seat.register.standing_claim(claim)
    if not request.is_part:
        tell(request, wrong)
        return go(request, "reading:claim", standing)
    return render_part(
        request,
        TEMPLATE,
        "acted",
        changed=(),
        **part(request, sheet, standing, None, wrong),
    )


def moved(
    request: DeskRequest,
    sheet: Sheet,
    claim: ClaimId | None,
    settled: Settled | None,
    *,
    changed: tuple[ClaimId, ...],
    words: Markup | None = None,
) -> HttpResponse:
    """Show the next claim; the lines of those that changed go with it."""
    if not request.is_part:
        return _told(request, sheet, claim, settled, words)
    lines = tuple(
        (sheet.number(id), sheet.claims[sheet.number(id) - 1]) for id in changed
    )
    response = render_part(
        request,
        TEMPLATE,
        "acted",
        changed=lines,
        **part(request, sheet, claim, settled),
    )
    return _at(request, response, sheet, claim)


def anew(
    request: DeskRequest, sheet: Sheet, claim: ClaimId | None, words: Markup
) -> HttpResponse:
    """Show a report of which claims came or went: its text and list are drawn anew."""
    if not request.is_part:
        return _told(request, sheet, claim, None, words)
    shown = {**part(request, sheet, claim), **words_of(request, sheet)}
    response = render_part(request, TEMPLATE, "redrawn", words=words, **shown)
    return _at(request, response, sheet, claim)


def _told(
    request: DeskRequest,
    sheet: Sheet,
    claim: ClaimId | None,
    settled: Settled | None,
    words: Markup | None,
) -> HttpResponse:
    if settled is not None:
        undo = href(request.language, "reading:back", settled.claim)
        tell(request, str(settled.words), undo, number=str(settled.number))
    elif words is not None:
        tell(request, str(words))
    if claim is None:
        return go(request, "reading:report", sheet.report.id)
    return go(request, "reading:claim", claim)


def _at(
    request: DeskRequest, response: HttpResponse, sheet: Sheet, claim: ClaimId | None
) -> HttpResponse:
    """Let the address say which claim is in front, so that reloading shows it."""
    there = ("report", sheet.report.id) if claim is None else ("claim", claim)
    address = href(request.language, f"reading:{there[0]}", there[1])
    response.headers["HX-Replace-Url"] = address
    return response


def _one_of(state: str, among: tuple[ClaimState, ...]) -> str:
    """Refuse what no form of this desk sends.

    Raises:
        BadValue: It is none of them.
    """
    if state not in among:
        raise BadValue(
            f"expected one of {', '.join(among)}, found something else; go back and "
            "use the buttons of the page"
        )
    return state
