"""What somebody typed, and what others did meanwhile: nothing of it is lost."""

from collections.abc import Iterable
from dataclasses import dataclass

from tasjil.journey.happened import happened, since
from tasjil.journey.nearby import near
from tasjil.model.ids import IncidentId
from tasjil.register.around import Position
from tasjil.web.page.request import DeskRequest, tell
from tasjil.web.shown.did import told_of

MOST_TOLD = 5
"""How many things of others one note tells; the history on the page has all."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What a form brings.

    Attributes:
        because: The reason, as typed so far.
        position: How far the log had come when the first page of it was made.
        other: The id of another incident.
    """

    because: str
    position: Position
    other: str = ""


def typed(request: DeskRequest, other: str = "") -> Typed:
    """Read what was sent; a form that is new begins at this moment.

    Raises:
        BadValue: The form does not say how far the log had come.
    """
    sent = request.POST if request.method == "POST" else request.GET
    told = sent.get("position", "")
    register = request.seat.register
    return Typed(
        because=sent.get("because", "") if request.method == "POST" else "",
        position=Position.parse(told) if told else register.position(),
        other=sent.get("other", other),
    )


def tell_meanwhile(
    request: DeskRequest, ids: Iterable[IncidentId], then: Position
) -> None:
    """Tell on the next page what others did with some incidents since `then`."""
    register = request.seat.register
    lines = (register.board.incident(each) for each in ids)
    present = [each.id for each in lines if each is not None]
    news = since(happened(register, near(register, present)), then, register.user)
    for each in told_of(request, news[:MOST_TOLD]):
        words = request.t("meanwhile.did", who=each.who, what=each.what, at=each.at)
        if each.why is not None:
            words += request.t("meanwhile.because", why=each.why)
        tell(request, words)
