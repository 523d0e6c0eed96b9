"""One's own account: passphrase, second factor, and the visits that are open."""

import time
from typing import Any

from django.http import HttpResponse

from tasjil.errors import CannotUnlock, RegisterError
from tasjil.journey.opening import Key
from tasjil.journey.passphrase import change_passphrase
from tasjil.journey.second_factor import is_asked_for, left
from tasjil.register.deeds import Deed
from tasjil.web.entrance.views import names_of
from tasjil.web.page.addresses import go
from tasjil.web.page.door import act, page
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest, tell
from tasjil.web.seats.lockout import LOCKOUT
from tasjil.web.seats.seated import SEATS
from tasjil.web.seats.sitting import in_turn


@page()
def account(request: DeskRequest) -> HttpResponse:
    """Show who one is here, and from where one is signed in."""
    return _account(request)


@act()
def passphrase(request: DeskRequest) -> HttpResponse:
    """Take another passphrase from whoever knows the one before; end other visits."""
    wrong = _wrong_with(request)
    if wrong:
        return _account(request, wrong, 400)
    SEATS.send_away_all_of(request.seated.user, but=request.seated.name)
    tell(request, str(request.t("entrance.passphrase_changed")))
    return go(request, "entrance:account")


def _wrong_with(request: DeskRequest) -> str:
    """Change it; say what was wrong where it was not."""
    form: Any = request.POST
    names = names_of(request, request.seated.user)
    if LOCKOUT.wait(names, time.monotonic()):
        return str(request.t("entrance.too_often"))
    if not form.get("fresh") or form.get("fresh") != form.get("again"):
        return str(request.t("entrance.not_the_same"))
    key = Key(request.seated.user, form.get("before", ""))
    try:
        with in_turn():
            change_passphrase(request.case, key, form["fresh"])
    except CannotUnlock as wrong:
        LOCKOUT.wrong(names, time.monotonic())
        return str(wrong)
    except RegisterError as wrong:
        return str(wrong)
    LOCKOUT.right(names)
    return ""


@act()
def end_visit(request: DeskRequest) -> HttpResponse:
    """End a visit of one's own; a lead ends anybody's."""
    everybody = request.seat.register.may(Deed.KEEP_USERS)
    name = request.POST.get("visit", "")
    if SEATS.send_away(name, None if everybody else request.seated.user):
        tell(request, str(request.t("entrance.visit_ended")))
    if request.POST.get("from") == "users" and everybody:
        return go(request, "users:users")
    return go(request, "entrance:account")


@page()
def here(request: DeskRequest) -> HttpResponse:
    """Hear that somebody still works on a page, though they ask for nothing."""
    return HttpResponse(status=204)


def _account(request: DeskRequest, wrong: str = "", status: int = 200) -> HttpResponse:
    mine = [each for each in SEATS.everybody() if each.user == request.seated.user]
    return render(
        request,
        "entrance/account.html",
        status=status,
        wrong=wrong,
        visits=mine,
        this=request.seated.name,
        has_factor=is_asked_for(request.case, request.seat),
        codes_left=left(request.case, request.seat),
    )
