"""The list of everybody who works here, and one of them with what can be changed."""

from typing import Any

from django.http import HttpResponse

from tasjil.journey.second_factor import holders
from tasjil.journey.users import Colleague, list_users
from tasjil.model.ids import UserId
from tasjil.model.users import Role
from tasjil.register.deeds import Deed
from tasjil.web.page.door import page
from tasjil.web.page.render import render
from tasjil.web.page.request import DeskRequest
from tasjil.web.seats.seated import SEATS


@page(Deed.KEEP_USERS)
def users(request: DeskRequest) -> HttpResponse:
    """List everybody who works here, and those who left."""
    return everybody(request)


def everybody(request: DeskRequest, status: int = 200, **more: Any) -> HttpResponse:
    """Show the list, perhaps with what was wrong with a form."""
    found = list_users(request.case, request.seat)
    return render(
        request,
        "users/users.html",
        status=status,
        **{"wrong": "", "typed": {}, **more},
        here=[each for each in found if each.user.active],
        gone=[each for each in found if not each.user.active],
        codes=holders(request.case, request.seat),
        roles=roles(request),
        visits=SEATS.everybody(),
        this=request.seated.name,
    )


@page(Deed.KEEP_USERS)
def user(request: DeskRequest, id: str) -> HttpResponse:
    """Show one of them, and what can be changed."""
    return one(request, UserId(id))


def one(
    request: DeskRequest, id: UserId, wrong: str = "", status: int = 200
) -> HttpResponse:
    """Show somebody, perhaps with what was wrong with a form."""
    known = request.seat.register.user_of(id)
    held = request.seat.register.keys_held()
    mine = "box" in held.get(request.seat.register.user, ())
    return render(
        request,
        "users/user.html",
        status=status,
        wrong=wrong,
        colleague=Colleague(known, id in held, "box" in held.get(id, ())),
        shows_code=id in holders(request.case, request.seat),
        roles=roles(request),
        may_grant=mine and id in held,
        is_me=id == request.seat.register.user,
    )


def roles(request: DeskRequest) -> list[tuple[str, str]]:
    """Give the roles, with their names in the language of the page."""
    return [(each.value, str(request.t(f"role.{each.value}"))) for each in Role]
