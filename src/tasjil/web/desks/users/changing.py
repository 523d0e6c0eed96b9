"""Lets colleagues in and go, and changes what they may do; each with a reason."""

from collections.abc import Callable

from django.http import HttpResponse

from tasjil.errors import BadValue, TasjilError
from tasjil.journey.grant import grant_box, take_box
from tasjil.journey.second_factor import take_from
from tasjil.journey.users import add_user, change_user, remove_user
from tasjil.model.ids import UserId
from tasjil.model.users import Role, User, check_user_id
from tasjil.register.deeds import Deed
from tasjil.web.desks.users.views import everybody, one
from tasjil.web.page.addresses import go
from tasjil.web.page.door import act
from tasjil.web.page.request import DeskRequest, tell
from tasjil.web.seats.seated import SEATS
from tasjil.web.seats.sitting import in_turn


@act(Deed.KEEP_USERS)
def add(request: DeskRequest) -> HttpResponse:
    """Let somebody in, with a passphrase that they change when they first come."""
    form = request.POST
    try:
        if form.get("passphrase", "") != form.get("again", ""):
            raise BadValue(str(request.t("entrance.not_the_same")))
        if not form.get("passphrase"):
            raise BadValue(str(request.t("users.no_passphrase")))
        id = check_user_id(form.get("user", "").strip())
        user = User(id, role_of(form.get("role", "")), "own" in form)
        with in_turn():
            add_user(
                request.case,
                request.seat,
                user,
                form["passphrase"],
                reason_of(request),
            )
    except TasjilError as wrong:
        return everybody(request, 400, wrong=str(wrong), typed=form)
    tell(request, str(request.t("users.added", user=id)))
    return go(request, "users:users")


@act(Deed.KEEP_USERS)
def change(request: DeskRequest, id: str) -> HttpResponse:
    """Give somebody another role, or show them more or fewer records."""
    form = request.POST
    return _done(
        request,
        id,
        "users.changed",
        lambda: change_user(
            request.case,
            request.seat,
            UserId(id),
            role=role_of(form.get("role", "")),
            own_records="own" in form,
            because=reason_of(request),
        ),
    )


@act(Deed.KEEP_USERS)
def remove(request: DeskRequest, id: str) -> HttpResponse:
    """Let somebody go; what they have open here ends at once."""

    def removed() -> None:
        remove_user(request.case, request.seat, UserId(id), reason_of(request))
        SEATS.send_away_all_of(UserId(id))

    return _done(request, id, "users.removed", removed)


@act(Deed.GRANT_BOX)
def box(request: DeskRequest, id: str) -> HttpResponse:
    """Give somebody the key of the sealed box, or take it."""
    give = request.POST.get("do") == "give"
    deed = grant_box if give else take_box
    return _done(
        request,
        id,
        "users.box_given" if give else "users.box_taken",
        lambda: deed(request.case, request.seat, UserId(id), reason_of(request)),
    )


@act(Deed.KEEP_USERS)
def factor(request: DeskRequest, id: str) -> HttpResponse:
    """Take a lost device away."""
    return _done(
        request,
        id,
        "users.factor_taken",
        lambda: take_from(request.case, request.seat, UserId(id), reason_of(request)),
    )


def _done(
    request: DeskRequest, id: str, words: str, deed: Callable[[], object]
) -> HttpResponse:
    """Do it and say so, or show the page again with what was wrong."""
    try:
        deed()
    except TasjilError as wrong:
        return one(request, UserId(id), str(wrong), 400)
    tell(request, str(request.t(words, user=id)))
    return go(request, "users:user", id)


def reason_of(request: DeskRequest) -> str:
    """Read why.

    Raises:
        BadValue: No reason was given.
    """
    told = request.POST.get("because", "").strip()
    if not told:
        raise BadValue(str(request.t("users.no_reason")))
    return told


def role_of(text: str) -> Role:
    """Read a role from a form.

    Raises:
        BadValue: There is none of this name.

    Example:
        >>> role_of("lead")
        <Role.LEAD: 'lead'>
    """
    try:
        return Role(text)
    except ValueError:
        raise BadValue(
            "expected one of the roles on the list, found another; choose it again"
        ) from None
