"""Seals somebody, ties reports to them, and keeps what they agreed to."""

from django.http import HttpResponse

from tasjil.errors import BadValue, BoxClosed, NotInRegister
from tasjil.journey.consent import keep_consent
from tasjil.journey.seal import seal_identity, tie_reports
from tasjil.model.consent import Consent
from tasjil.model.identity import Identity, IdentityKind, spoken
from tasjil.model.standards.consent import ConsentMeans, ConsentUse
from tasjil.register.deeds import Deed
from tasjil.web.desks.sources.box import box_of, show_person, somebody
from tasjil.web.page.addresses import go
from tasjil.web.page.door import act, page
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest, tell


@page(Deed.SEAL, methods=("GET", "HEAD", "POST"), own=True)
def seal(request: DeskRequest) -> HttpResponse:
    """Offer the form, or put somebody into the box."""
    if request.method != "POST":
        return _form(request)
    sent = request.POST
    try:
        kind = _kind(sent.get("kind", ""))
        about = ("names", "contacts", "notes")
        identity = Identity(kind, **{name: sent.get(name, "") for name in about})
        reports = _lines(sent.get("reports", ""))
        because = sent.get("because", "")
        who = seal_identity(request.case, request.seat, identity, reports, because)
    except (BadValue, BoxClosed, NotInRegister) as wrong:
        # What was typed is not sent back: it stays in no page and no cache.
        return _form(request, str(wrong), 409)
    tell(request, request.t("sources.sealed_as", who=who))
    return go(request, "sources:person", who)


def _form(request: DeskRequest, wrong: str = "", status: int = 200) -> HttpResponse:
    asked = request.GET.get("report", "")
    report = asked if asked.startswith("sha256:") else ""
    return render(
        request,
        "sources/seal.html",
        status=status,
        report=report,
        wrong=wrong,
        **box_of(request),
    )


@act(Deed.SEAL, own=True)
def tie(request: DeskRequest, who: str) -> HttpResponse:
    """Say that more reports are about somebody."""
    found = somebody(request, who)
    because, named = request.POST.get("because", ""), request.POST.get("reports", "")
    try:
        many = tie_reports(
            request.case, request.seat, found.reference, _lines(named), because
        )
    except (BadValue, NotInRegister) as wrong:
        return show_person(request, who, str(wrong), 409)
    tell(request, request.t("sources.tied", n=many))
    return go(request, "sources:person", found.reference)


@act(Deed.GIVE_CONSENT, own=True)
def consent(request: DeskRequest, who: str) -> HttpResponse:
    """Keep what somebody agreed to, in place of what they agreed to before."""
    found, sent = somebody(request, who), request.POST
    try:
        agreed = Consent(
            who=spoken(found.reference),
            uses=tuple(
                each for each in ConsentUse if str(each) in sent.getlist("uses")
            ),
            how=_means(sent.get("how", "")),
            when=sent.get("when", "").strip(),
            language=sent.get("language", "").strip(),
            interpreter=bool(sent.get("interpreter")),
            conditions=bool(sent.get("conditions")),
            recontact=bool(sent.get("recontact")),
        )
        keep_consent(request.case, request.seat, agreed, sent.get("because", ""))
    except BadValue as wrong:
        return show_person(request, who, str(wrong), 409)
    tell(request, request.t("sources.agreed"))
    return go(request, "sources:person", found.reference)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in text.splitlines() if each.strip())


def _kind(text: str) -> IdentityKind:
    for each in IdentityKind:
        if each == text:
            return each
    raise BadValue("expected who it is that is protected, found another; choose one")


def _means(text: str) -> ConsentMeans:
    for each in ConsentMeans:
        if each == text:
            return each
    raise BadValue("expected how consent was given, found another; choose one")
