"""The first page of all: makes the case, its register, and its first lead."""

from datetime import UTC, datetime
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from tasjil.errors import TasjilError
from tasjil.journey.case import Case, as_set, open_case
from tasjil.journey.new import new_case
from tasjil.journey.opening import Key, Seat, needs_new_key, sit_down
from tasjil.journey.program import PROGRAM
from tasjil.model.ids import UserId
from tasjil.model.json import to_json
from tasjil.model.users import check_user_id
from tasjil.register.register import Register
from tasjil.web.entrance.views import admitted
from tasjil.web.page.addresses import href
from tasjil.web.page.door import open_to_all
from tasjil.web.page.render import render
from tasjil.web.seats.house import HOUSE


@open_to_all
@require_http_methods(["GET", "POST"])
def first(request: Any) -> HttpResponse:
    """Ask for a lead's id and a passphrase, and make what is missing."""
    if HOUSE.is_made and not needs_new_key(HOUSE.case):
        return HttpResponseRedirect(href(request.language, "entrance:sign_in"))
    wrong = ""
    if request.method == "POST":
        typed = request.POST.get("passphrase", "")
        if typed != request.POST.get("again", ""):
            wrong = str(request.t("entrance.not_the_same"))
        else:
            try:
                return admitted(request, made(request.POST.get("user", ""), typed))
            except TasjilError as refused:
                wrong = str(refused)
    return render(
        request,
        "entrance/first.html",
        wrong=wrong,
        user=request.POST.get("user", "lead"),
        folder=HOUSE.folder.name,
    )


def made(user: str, passphrase: str) -> Seat:
    """Make the case's folder, its register and its first lead, and sit down."""
    lead = check_user_id(user.strip())
    new_case(HOUSE.folder)
    case: Case = open_case(HOUSE.folder)
    now = datetime.now(UTC)
    key = Key(UserId(lead), passphrase)
    folder = case.register_folder
    with Register.create(folder, key, at=now, office=case.name) as register:
        register.set_scope(to_json(as_set(case)), by=PROGRAM, at=now)
        own = register.key
    return sit_down(case, own)
