"""Keeps what a person found about one element."""

from django.http import Http404, HttpResponse, HttpResponseRedirect

from tasjil.errors import BadValue, NotAllowed, NotInRegister
from tasjil.journey.assess import assess as keep
from tasjil.journey.count import Counted, count_held, count_register
from tasjil.model.incident import Incident
from tasjil.model.moves import NEEDS_SECOND
from tasjil.model.victim import Victim
from tasjil.register.deeds import Deed
from tasjil.web.desks.proof.subject import PERSON, Subject, subject
from tasjil.web.desks.proof.typed import TypedFinding, element_asked
from tasjil.web.desks.proof.views import refused_as, show
from tasjil.web.page.addresses import href
from tasjil.web.page.door import act
from tasjil.web.page.request import DeskRequest, tell
from tasjil.web.shown.meanwhile import tell_meanwhile


@act(Deed.LOOK_AT_REPORTS, Deed.ASSESS)
def assess(request: DeskRequest, kind: str, id: str) -> HttpResponse:
    """Keep a finding; where it is refused, nothing that was typed is lost."""
    register = request.seat.register
    found = subject(register, kind, id)
    element = element_asked(request.POST.get("element"))
    if element is None:
        raise Http404
    typed = TypedFinding.sent(request.POST, element, register.position())
    try:
        against = counted(request, found)
        finding = typed.read(present(found, against))
        _, told = keep(request.case, request.seat, finding, against)
    except (BadValue, NotAllowed, NotInRegister) as wrong:
        tell_meanwhile(request, found.around.bodies, typed.position)
        return show(request, found, typed, str(wrong), refused_as(wrong))
    key = "proof.kept_waits" if told.standing in NEEDS_SECOND else "proof.kept"
    tell(request, request.t(key))
    tell_meanwhile(request, found.around.bodies, typed.position)
    return to_element(request, found, element.value)


def counted(request: DeskRequest, found: Subject) -> Counted:
    """Count what a finding is held against: the incidents of it, and nothing else.

    Where somebody is not to be told apart there, the whole case is counted.
    """
    register = request.seat.register
    alone = count_held(request.case, found.around.held)
    people = {each.id for each in alone.evidence.victims}
    if found.kind == PERSON and found.id not in people:
        return count_register(request.case, register)
    return alone


def present(found: Subject, counted: Counted) -> str:
    """Give the id that it has at this moment: people may have joined it since."""
    those: list[Incident | Victim] = list(
        counted.evidence.victims if found.kind == PERSON else counted.incidents
    )
    if any(each.id == found.id for each in those):
        return found.id
    own = {claim.id for claim in found.claims}
    holding = (each.id for each in those if not own.isdisjoint(each.claims))
    return next(holding, found.id)


def to_element(
    request: DeskRequest, found: Subject, element: str
) -> HttpResponseRedirect:
    """Go back to the element that something was done with."""
    page = href(request.language, f"proof:{found.kind}", found.line.id)
    answer = HttpResponseRedirect(f"{page}?element={element}")
    answer.status_code = 303
    return answer
