"""What readers of the published pages say is wrong, and what the team answers."""

from datetime import UTC, datetime

from django.http import HttpResponse

from tasjil.errors import BadValue, NotAllowed, NotInRegister
from tasjil.model.identity import spoken
from tasjil.publish.outside import told
from tasjil.register.corrections import Correction, NewCorrection
from tasjil.register.deeds import Deed
from tasjil.web.page.addresses import go, way
from tasjil.web.page.door import act, page
from tasjil.web.page.paging import SIZE, Part
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest, tell
from tasjil.web.shown.did import moment_words

LIST = "publishing:corrections"


@page(Deed.KEEP_CORRECTION)
def corrections(request: DeskRequest) -> HttpResponse:
    """List them, those that wait first."""
    return _page(request)


def _page(
    request: DeskRequest, wrong: str = "", status: int = 200, typed: str = ""
) -> HttpResponse:
    register = request.seat.register
    total = register.how_many_corrections()
    part = Part.asked(request, total)
    found = register.corrections(start=part.first(), size=SIZE)
    return render(
        request,
        "publishing/corrections.html",
        status=status,
        rows=tuple(_row(request, each) for each in found),
        part=part,
        total=total,
        releases=tuple(each.id for each in register.releases()[::-1][:SIZE]),
        about=typed or request.GET.get("about", "")[:300],
        wrong=wrong,
        may_answer=register.may(Deed.ANSWER_CORRECTION),
    )


@act(Deed.KEEP_CORRECTION)
def receive(request: DeskRequest) -> HttpResponse:
    """Write down what a reader says."""
    sent = request.POST
    try:
        teller = sent.get("teller", "").strip()
        new = NewCorrection(
            sent.get("about", "").strip(),
            sent.get("words", ""),
            sent.get("release", ""),
            spoken(teller) if teller else "",
        )
        request.seat.register.receive_correction(
            new, because=sent.get("because", ""), at=datetime.now(UTC)
        )
    except (BadValue, NotInRegister) as wrong:
        return _page(request, str(wrong), 409, sent.get("about", "")[:300])
    tell(request, request.t("publishing.correction_kept"))
    return go(request, LIST)


@act(Deed.ANSWER_CORRECTION)
def answer(request: DeskRequest, number: int) -> HttpResponse:
    """Answer one: what was changed for it, or why nothing was."""
    sent = request.POST
    led_to = sent.get("led_to", "").strip().removeprefix("#")
    try:
        if led_to and not (led_to.isascii() and led_to.isdigit()):
            raise BadValue(
                "expected the number of an entry of the log, found something else; "
                "copy it from the log, or leave it empty"
            )
        request.seat.register.answer_correction(
            number,
            answer=sent.get("answer", ""),
            led_to=int(led_to[:18]) if led_to else None,
            at=datetime.now(UTC),
        )
    except (BadValue, NotAllowed, NotInRegister) as wrong:
        status = 403 if isinstance(wrong, NotAllowed) else 409
        return _page(request, str(wrong), status)
    tell(request, request.t("publishing.correction_answered"))
    return go(request, LIST)


def _row(request: DeskRequest, each: Correction) -> dict[str, object]:
    language = request.language
    answered = each.answered_at
    return {
        "told": each,
        "state": request.t(f"publishing.state_{each.state}"),
        "at": moment_words(request, each.at),
        "by": told(each.by),
        "words": told(each.words),
        "because": told(each.because),
        "about_href": way(language, "incidents:incident", each.about)
        if each.about.startswith("i-")
        else None,
        "teller_href": way(language, "sources:person", each.teller)
        if each.teller
        else None,
        "answered_at": moment_words(request, answered) if answered else None,
        "answer": told(each.answer),
        "led_href": way(language, "log:entry", each.led_to) if each.led_to else None,
    }
