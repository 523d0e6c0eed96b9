"""Turns away whoever has not sat down, before any view is asked."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from tasjil.web.page.addresses import href
from tasjil.web.seats.house import HOUSE
from tasjil.web.seats.seated import SEATS, Seated
from tasjil.web.seats.sitting import stays

COOKIE = "tasjil-seat"


class Guard:
    """Finds the visit that a request belongs to; without one there is the entrance."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        """Stand last, just before the views."""
        self._answer = answer

    def __call__(self, request: Any) -> HttpResponse:
        """Find the visit, and let views see it."""
        seated = _find(request.COOKIES.get(COOKIE, ""))
        if seated is None:
            return self._answer(request)
        request.seated, request.seat, request.case = seated, seated.seat, HOUSE.case
        if seated.is_open and not _is_by_itself(request):
            seated.seen = datetime.now(UTC)
        try:
            return self._answer(request)
        finally:
            # Between two requests nothing of the case stays open in this thread.
            seated.seat.register.rest()

    def process_view(
        self, request: Any, view: Any, ids: Any, named: Any
    ) -> HttpResponse | None:
        """Send to the entrance whoever has no open visit, for all but its own pages."""
        if getattr(view, "is_open", False):
            return None
        seated = getattr(request, "seated", None)
        if seated is not None and seated.is_open:
            if request.method == "GET" and not request.is_part:
                seated.page = request.path
            return None
        address = href(request.language, f"entrance:{_page_for(seated)}")
        if request.is_part:
            return HttpResponse(status=204, headers={"HX-Redirect": address})
        return HttpResponseRedirect(address)


def _find(token: str) -> Seated | None:
    """Find the visit of a token, and end it where its person may not be here any more.

    Others who wait at the door need no look into the register.
    """
    seated = SEATS.find(token)
    if seated is None or not seated.is_open or stays(seated):
        return seated
    SEATS.send_away_all_of(seated.user)
    return None


def _page_for(seated: Seated | None) -> str:
    if seated is None:
        return "sign_in"
    return "code" if seated.owes_code else "locked"


def _is_by_itself(request: HttpRequest) -> bool:
    """Tell whether a page asked, and not the person: that is no sign of life."""
    return request.headers.get("HX-Trigger-Name") == "by-itself" or (
        request.headers.get("X-By-Itself") == "1"
    )
