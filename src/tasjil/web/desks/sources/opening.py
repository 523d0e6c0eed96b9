"""Shows who somebody is, once and for a minute; the log says so before that."""

from django.http import HttpResponse

from tasjil.errors import BadValue, BoxClosed, Erased
from tasjil.journey.unseal import unseal_identity
from tasjil.publish.outside import told
from tasjil.register.deeds import Deed
from tasjil.web.desks.sources.box import show_person, somebody
from tasjil.web.desks.sources.kinds import words_of
from tasjil.web.page.addresses import href
from tasjil.web.page.door import act
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest

SHOWN = 60
"""Seconds; then the page blanks itself, with or without script."""


@act(Deed.OPEN_SEALED, own=True)
def open_one(request: DeskRequest, who: str) -> HttpResponse:
    """Open one identity; what is shown is sent once and kept by no browser."""
    found = somebody(request, who)
    because = request.POST.get("because", "")
    try:
        identity = unseal_identity(request.case, request.seat, found.reference, because)
    except (BadValue, BoxClosed, Erased) as wrong:
        return show_person(request, who, str(wrong), 409)
    page = render(
        request,
        "sources/opened.html",
        who=found.reference,
        kind=words_of(request, identity.kind),
        parts=(
            (request.t("sources.names"), told(identity.names)),
            (request.t("sources.contacts"), told(identity.contacts)),
            (request.t("sources.notes"), told(identity.notes)),
        ),
        seconds=SHOWN,
    )
    back = href(request.language, "sources:person", found.reference)
    page.headers["Refresh"] = f"{SHOWN}; url={back}"
    page.headers["Cache-Control"] = "no-store"
    return page
