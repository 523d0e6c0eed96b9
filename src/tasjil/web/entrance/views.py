"""Signing in and out, and the blanked screen."""

import time
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from tasjil.errors import CannotUnlock
from tasjil.journey.opening import Seat, needs_new_key, opens_here, stamp_of_keys
from tasjil.journey.second_factor import is_asked_for
from tasjil.web.entrance.guard import COOKIE
from tasjil.web.page.addresses import href
from tasjil.web.page.door import open_to_all
from tasjil.web.page.render import render
from tasjil.web.seats.house import HOUSE
from tasjil.web.seats.lockout import LOCKOUT
from tasjil.web.seats.seated import SEATS
from tasjil.web.seats.sitting import opened_by


@open_to_all
def begin(request: Any) -> HttpResponse:
    """Send whoever comes to the site's root to the page that is for them."""
    page = "home:home" if getattr(request, "seated", None) else "entrance:sign_in"
    if not HOUSE.is_made or needs_new_key(HOUSE.case):
        page = "entrance:first"
    return HttpResponseRedirect(href(request.language, page))


@open_to_all
@require_http_methods(["GET", "POST"])
def sign_in(request: Any) -> HttpResponse:
    """Let somebody sit down who brings a name and a passphrase."""
    if not HOUSE.is_made or needs_new_key(HOUSE.case):
        return HttpResponseRedirect(href(request.language, "entrance:first"))
    if request.method == "GET":
        return _asking(request)
    user = request.POST.get("user", "").strip()[:40]
    names = names_of(request, user)
    wait = LOCKOUT.wait(names, time.monotonic())
    if wait:
        words = request.t("entrance.wait", n=int(wait) + 1)
        return _asking(request, words, user, status=429)
    try:
        seat = opened_by(user, request.POST.get("passphrase", ""))
    except CannotUnlock:
        # One answer for all: it does not tell whether there is such a user.
        LOCKOUT.wrong(names, time.monotonic())
        return _asking(request, str(request.t("entrance.wrong")), user, status=403)
    LOCKOUT.right(names)
    return admitted(request, seat, owes_code=is_asked_for(HOUSE.case, seat))


def names_of(request: HttpRequest, user: str) -> tuple[str, ...]:
    """What whoever tries goes by: the user they say they are, and their address."""
    return f"user {user}", f"address {request.META.get('REMOTE_ADDR', '')}"


def admitted(
    request: Any, seat: Seat, *, owes_code: bool = False, to: str = ""
) -> HttpResponse:
    """Give a chair, under a token that no earlier page could know.

    Args:
        request: Whose.
        seat: Their register, held open.
        owes_code: A second factor is still to be shown.
        to: Where they were before, as this server kept it; home where nowhere.
    """
    SEATS.rise(request.COOKIES.get(COOKIE, ""))
    device = request.headers.get("User-Agent", "")
    token = SEATS.sit(seat, device, owes_code=owes_code)
    seated = SEATS.find(token)
    if seated is not None:
        seated.keys = stamp_of_keys(HOUSE.case)
    page = "entrance:code" if owes_code else "home:home"
    response = HttpResponseRedirect(to or href(request.language, page))
    response.set_cookie(
        COOKIE, token, httponly=True, samesite="Strict", secure=request.is_secure()
    )
    seat.register.rest()
    return response


def _asking(
    request: Any, wrong: str = "", user: str = "", status: int = 200
) -> HttpResponse:
    return render(
        request,
        "entrance/sign_in.html",
        status=status,
        wrong=wrong,
        user=user,
        machine=opens_here(HOUSE.case),
        case_name=HOUSE.case.name,
    )


@open_to_all
@require_http_methods(["POST"])
def sign_out(request: Any) -> HttpResponse:
    """Close the register of whoever leaves."""
    SEATS.rise(request.COOKIES.get(COOKIE, ""))
    response = HttpResponseRedirect(href(request.language, "entrance:sign_in"))
    response.delete_cookie(COOKIE, samesite="Strict")
    return response


@open_to_all
@require_http_methods(["GET", "POST"])
def locked(request: Any) -> HttpResponse:
    """Show nothing until whoever sat here types their passphrase again."""
    seated = getattr(request, "seated", None)
    if seated is None:
        return HttpResponseRedirect(href(request.language, "entrance:sign_in"))
    if request.method == "GET" and not seated.locked:
        return HttpResponseRedirect(href(request.language, "home:home"))
    wrong, status = "", 200
    if request.method == "POST":
        names = names_of(request, seated.user)
        wait = LOCKOUT.wait(names, time.monotonic())
        if wait:
            wrong, status = str(request.t("entrance.wait", n=int(wait) + 1)), 429
        else:
            try:
                seat = opened_by(seated.user, request.POST.get("passphrase", ""))
            except CannotUnlock:
                LOCKOUT.wrong(names, time.monotonic())
                wrong, status = str(request.t("entrance.wrong")), 403
            else:
                LOCKOUT.right(names)
                owes = seated.owes_code
                return admitted(request, seat, owes_code=owes, to=seated.page)
    page = "entrance/locked.html"
    return render(request, page, status=status, wrong=wrong, user=seated.user)


@open_to_all
@require_http_methods(["POST"])
def lock(request: Any) -> HttpResponse:
    """Blank the screen now."""
    seated = getattr(request, "seated", None)
    if seated is not None:
        seated.locked = True
    return HttpResponseRedirect(href(request.language, "entrance:locked"))
