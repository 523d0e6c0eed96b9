"""The second factor: shown after the passphrase, set up and ended at one's account."""

import time
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import segno
from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods
from markupsafe import Markup

from tasjil.errors import CannotUnlock
from tasjil.journey import second_factor
from tasjil.web.entrance.views import names_of
from tasjil.web.page.addresses import go, href
from tasjil.web.page.door import act, open_to_all, page
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest, tell
from tasjil.web.seats.lockout import LOCKOUT
from tasjil.web.seats.seated import SEATS


@open_to_all
@require_http_methods(["GET", "POST"])
def code(request: Any) -> HttpResponse:
    """Ask for a code of the device of whoever brought their passphrase."""
    seated = getattr(request, "seated", None)
    if seated is None or not seated.owes_code:
        return HttpResponseRedirect("/")
    wrong, status = "", 200
    if request.method == "POST":
        wrong, status = shown(request, request.POST.get("code", ""))
        if not wrong:
            SEATS.paid(seated)
            return HttpResponseRedirect(href(request.language, "home:home"))
    return render(request, "entrance/code.html", status=status, wrong=wrong)


def shown(request: Any, typed: str) -> tuple[str, int]:
    """Take a code; give what to say and the status where it is none."""
    names = tuple(f"code {each}" for each in names_of(request, request.seated.user))
    wait = LOCKOUT.wait(names, time.monotonic())
    if wait:
        return str(request.t("entrance.wait", n=int(wait) + 1)), 429
    try:
        now = datetime.now(UTC)
        second_factor.show_code(request.case, request.seat, typed, now)
    except CannotUnlock:
        LOCKOUT.wrong(names, time.monotonic())
        return str(request.t("entrance.code_wrong")), 403
    LOCKOUT.right(names)
    return "", 200


@page()
def device(request: DeskRequest) -> HttpResponse:
    """Show what a device has to be told, as a picture and in letters."""
    return _device(request)


@act()
def begin(request: DeskRequest) -> HttpResponse:
    """Ask for a code from now on, and show the recovery codes once."""
    typed, now = request.POST.get("code", ""), datetime.now(UTC)
    try:
        codes = second_factor.begin(request.case, request.seat, typed, now)
    except CannotUnlock:
        return _device(request, str(request.t("entrance.code_wrong")), 403)
    return render(request, "entrance/recovery.html", codes=codes)


@act()
def end(request: DeskRequest) -> HttpResponse:
    """Ask for no code any more, of whoever shows one for the last time."""
    wrong, _ = shown(request, request.POST.get("code", ""))
    if wrong:
        tell(request, wrong)
    else:
        second_factor.end(request.case, request.seat)
        tell(request, str(request.t("entrance.code_ended")))
    return go(request, "entrance:account")


def _device(request: DeskRequest, wrong: str = "", status: int = 200) -> HttpResponse:
    offered = second_factor.offer(request.case, request.seat)
    return render(
        request,
        "entrance/device.html",
        status=status,
        wrong=wrong,
        secret=offered.secret,
        picture=picture_of(offered.address),
    )


def picture_of(address: str) -> Markup:
    """Draw an address as squares that a device reads; without any style in it."""
    drawn = BytesIO()
    segno.make(address, error="m").save(
        drawn, kind="svg", xmldecl=False, svgns=False, omitsize=True, border=4,
        svgclass="qr", lineclass=None,
    )  # fmt: skip
    return Markup(drawn.getvalue().decode())
