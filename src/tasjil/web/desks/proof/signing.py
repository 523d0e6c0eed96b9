"""A second person signs, or a colleague dissents; nobody signs their own work."""

from collections.abc import Callable

from django.http import Http404, HttpResponse

from tasjil.errors import BadValue, NotAllowed, NotInRegister
from tasjil.journey.assess import dissent as keep_dissent
from tasjil.journey.assess import sign as keep_signature
from tasjil.register.around import Position
from tasjil.register.deeds import Deed
from tasjil.web.desks.proof.assessing import counted, to_element
from tasjil.web.desks.proof.subject import Subject, subject
from tasjil.web.desks.proof.typed import TypedFinding
from tasjil.web.desks.proof.views import refused_as, show
from tasjil.web.page.door import act
from tasjil.web.page.request import DeskRequest, tell
from tasjil.web.shown.meanwhile import tell_meanwhile


@act(Deed.LOOK_AT_REPORTS, Deed.SIGN)
def sign(request: DeskRequest, kind: str, id: str, number: int) -> HttpResponse:
    """Stand behind another person's assessment."""

    def keep(found: Subject, because: str) -> None:
        against = counted(request, found)
        keep_signature(request.case, request.seat, number, because, against)

    return _do(request, kind, id, number, keep, "proof.signed")


@act(Deed.LOOK_AT_REPORTS, Deed.DISSENT)
def dissent(request: DeskRequest, kind: str, id: str, number: int) -> HttpResponse:
    """Hold that another person's assessment is wrong."""

    def keep(found: Subject, because: str) -> None:
        keep_dissent(request.case, request.seat, number, because)

    return _do(request, kind, id, number, keep, "proof.dissented")


def _do(
    request: DeskRequest,
    kind: str,
    id: str,
    number: int,
    keep: Callable[[Subject, str], None],
    done: str,
) -> HttpResponse:
    register = request.seat.register
    found = subject(register, kind, id)
    told = register.assessment(number)
    if told is None:
        raise Http404
    then = request.POST.get("position", "")
    position = Position.parse(then) if then else register.position()
    because = request.POST.get("because", "")
    try:
        keep(found, because)
    except (BadValue, NotAllowed, NotInRegister) as wrong:
        tell_meanwhile(request, found.around.bodies, position)
        typed = TypedFinding(told.element, position, because=because)
        return show(request, found, typed, str(wrong), refused_as(wrong))
    tell(request, request.t(done))
    tell_meanwhile(request, found.around.bodies, position)
    return to_element(request, found, told.element.value)
