"""Makes the draft, asks a second person, gives leave, and publishes."""

from datetime import UTC, datetime

from django.http import HttpResponse

from tasjil.errors import BadValue
from tasjil.journey.jobs.asking import ask_job
from tasjil.journey.release.drafted import read_summary
from tasjil.journey.release.publishing import ask_release
from tasjil.register.deeds import Deed
from tasjil.web.page.addresses import go
from tasjil.web.page.door import act
from tasjil.web.page.request import DeskRequest, tell

HOME = "publishing:publishing"


@act(Deed.PUBLISH)
def draft(request: DeskRequest) -> HttpResponse:
    """Have everything written that would leave the house now."""
    ask_job(request.seat, "draft")
    tell(request, request.t("publishing.draft_asked"))
    return go(request, HOME)


@act(Deed.PUBLISH, Deed.ASK)
def ask(request: DeskRequest) -> HttpResponse:
    """Ask a second person for leave to publish the draft they both can look at."""
    _require_same(request)
    number = ask_release(request.case, request.seat, request.POST.get("because", ""))
    tell(request, request.t("publishing.leave_asked", number=number))
    return go(request, HOME)


@act(Deed.PUBLISH, Deed.APPROVE)
def approve(request: DeskRequest, number: int) -> HttpResponse:
    """Give another person leave, for the draft that was looked at."""
    _require_same(request)
    because = request.POST.get("because", "")
    register = request.seat.register
    register.approve(number, because=because, at=datetime.now(UTC))
    tell(request, request.t("publishing.leave_given"))
    return go(request, HOME)


@act(Deed.PUBLISH)
def publish(request: DeskRequest) -> HttpResponse:
    """Have the draft published that two people agreed to."""
    _require_same(request)
    because = request.POST.get("because", "").strip()
    if not because:
        raise BadValue("expected a reason (because), got none; say why it goes out")
    what = request.POST.get("what", "")
    # Refused here already, where the answer is seen, and not in the background alone.
    request.seat.register.leave_for_export(
        what, at=datetime.now(UTC), deed=Deed.PUBLISH
    )
    ask_job(request.seat, "release", {"because": because})
    tell(request, request.t("publishing.publish_asked"))
    return go(request, HOME)


def _require_same(request: DeskRequest) -> None:
    """Refuse where the draft is another than the page showed.

    Raises:
        BadValue: It was made anew meanwhile, or taken away.
    """
    found = read_summary(request.case)
    if found is None or found.what != request.POST.get("what", ""):
        raise BadValue(
            "expected the draft that you looked at, found another one or none: it was "
            "made again, or taken away because somebody was sealed or erased; look at "
            "it again"
        )
