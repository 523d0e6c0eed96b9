"""Destroys what could harm somebody, once it was shown what goes for good."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from markupsafe import Markup

from tasjil.errors import BadValue, Erased, NotAllowed, NotInRegister
from tasjil.journey.erase import Asked, Gone, erase, what_goes
from tasjil.model.identity import spoken
from tasjil.model.ids import Reference
from tasjil.publish.outside import told
from tasjil.register.box.erasing import Leaving
from tasjil.register.deeds import Deed
from tasjil.web.desks.sources.box import somebody
from tasjil.web.page.door import page
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest
from tasjil.web.shown.did import moment_words

METHODS = ("GET", "HEAD", "POST")


@dataclass(frozen=True, slots=True)
class Typed:
    """What a form of erasing holds.

    Attributes:
        who: None where reports or lists alone are to go.
        withdrawn: The person took their consent back.
    """

    who: Reference | None = None
    papers: str = ""
    with_reports: bool = False
    withdrawn: bool = False
    because: str = ""

    @property
    def asked(self) -> Asked:
        """What it asks to destroy."""
        papers = tuple(p.strip() for p in self.papers.splitlines() if p.strip())
        return Asked(self.who, papers, self.with_reports, self.withdrawn)


@page(Deed.WITHDRAW_CONSENT, methods=METHODS, own=True)
def erase_one(request: DeskRequest, who: str) -> HttpResponse:
    """Show what goes with somebody, and destroy it where that is asked for.

    Who may not erase may still write down that somebody took their consent back.
    """
    found = somebody(request, who)
    if not request.POST.get("withdrawn"):
        if request.method == "POST":
            request.seat.register.must(Deed.ERASE)
        begin = Typed(
            found.reference, withdrawn=not request.seat.register.may(Deed.ERASE)
        )
    else:
        begin = Typed(found.reference, withdrawn=True)
    return _answer(request, begin)


@page(Deed.ERASE, methods=METHODS)
def erase_papers(request: DeskRequest) -> HttpResponse:
    """Show what goes with some reports or lists, and destroy it where asked for."""
    return _answer(request, Typed())


def _answer(request: DeskRequest, begin: Typed) -> HttpResponse:
    if request.method != "POST":
        return _form(request, begin)
    sent = request.POST
    typed = Typed(
        begin.who,
        sent.get("papers", ""),
        bool(sent.get("with_reports")),
        begin.withdrawn,
        sent.get("because", ""),
    )
    try:
        if sent.get("step") != "do":
            leaving = what_goes(request.case, request.seat, typed.asked)
            return _form(request, typed, leaving)
        _require_sure(typed, sent.get("sure", ""))
        gone = erase(request.case, request.seat, typed.asked, typed.because)
    except (BadValue, Erased, NotInRegister, NotAllowed) as wrong:
        status = 403 if isinstance(wrong, NotAllowed) else 409
        return _form(request, typed, wrong=str(wrong), status=status)
    return _done(request, gone)


def _require_sure(typed: Typed, sure: str) -> None:
    """Refuse to destroy a person before their reference was typed."""
    if typed.who is not None and (not sure.strip() or spoken(sure) != typed.who):
        raise BadValue(
            "expected the reference of the person typed once more, found another; "
            "nothing was destroyed"
        )


def _form(
    request: DeskRequest,
    typed: Typed,
    leaving: Leaving | None = None,
    wrong: str = "",
    status: int = 200,
) -> HttpResponse:
    return render(
        request,
        "sources/erase.html",
        status=status,
        typed=typed,
        leaving=leaving,
        wrong=wrong,
        may_erase=request.seat.register.may(Deed.ERASE),
    )


def _done(request: DeskRequest, gone: Gone) -> HttpResponse:
    """Say what was destroyed, and where it may still lie."""
    return render(
        request,
        "sources/erased.html",
        gone=gone,
        files=tuple(told(each.name) for each in gone.files),
        backup=_moment(request, gone.last_backup),
    )


def _moment(request: DeskRequest, at: datetime | None) -> Markup | None:
    return None if at is None else moment_words(request, at.isoformat())
