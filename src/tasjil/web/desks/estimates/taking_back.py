"""Takes an estimate back, with the reason; whoever works here can still read it."""

from datetime import UTC, datetime

from django.http import HttpResponse

from tasjil.errors import BadValue
from tasjil.journey.estimating.case import withdraw_estimate
from tasjil.register.deeds import Deed
from tasjil.web.page.addresses import go
from tasjil.web.page.door import act
from tasjil.web.page.request import DeskRequest, tell


@act(Deed.WITHDRAW_ESTIMATE)
def withdraw(request: DeskRequest, id: str) -> HttpResponse:
    """Withdraw it."""
    because = request.POST.get("because", "").strip()
    if not because:
        raise BadValue(
            "expected why it is withdrawn, found nothing; go back and say why: the "
            "reason stands beside it for ever"
        )
    withdraw_estimate(request.case, request.seat, id, because, datetime.now(UTC))
    tell(request, str(request.t("estimates.withdrawn_now")))
    return go(request, "estimates:estimate", id)
