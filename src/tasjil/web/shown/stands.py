"""Where an element stands, in words: who found what, and who signed."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.journey.board import ElementSheet, Stands
from tasjil.model.assessment import Assessment
from tasjil.model.causes import Cause
from tasjil.model.moves import NEEDS_SECOND
from tasjil.model.persons import Status
from tasjil.model.proof import Element
from tasjil.publish.edition import Edition
from tasjil.publish.outside import told
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice
from tasjil.web.shown.did import moment_words

VALUES = {
    Element.STATUS: (Status, "Status"),
    Element.CAUSE: (Cause, "Cause"),
}


@dataclass(frozen=True, slots=True)
class Stood:
    """One element, and where it stands.

    Attributes:
        light: good, doubt or bad; empty where nobody assessed it.
        words: Where it stands.
        waits: It counts only once another person has signed.
    """

    element: Element
    name: Markup
    light: str
    words: Markup
    finding: Markup | None = None
    by: Markup | None = None
    at: Markup | None = None
    because: Markup | None = None
    standard: Markup | None = None
    signed_by: Markup | None = None
    signed_because: Markup | None = None
    dissents: tuple[tuple[Markup, Markup], ...] = ()
    direct: Markup | None = None
    waits: bool = False
    number: int | None = None
    tellers: tuple[Markup, ...] = ()
    witnessed: bool = False


def stood(request: DeskRequest, each: ElementSheet) -> Stood:
    """Put an element of an incident or a person into words."""
    say, t = voice(request), request.t
    tellers = tuple(dict.fromkeys(map(say.teller, each.tellers)))
    name = t(f"Element.{each.element.value}")
    if each.found is None:
        return Stood(
            each.element,
            name,
            "",
            t("stood.open"),
            tellers=tellers,
            witnessed=bool(each.direct),
        )
    return _found(request, each, each.found, tellers)


def _found(
    request: DeskRequest,
    each: ElementSheet,
    found: Assessment,
    tellers: tuple[Markup, ...],
) -> Stood:
    t, second = request.t, found.second
    return Stood(
        element=each.element,
        name=t(f"Element.{each.element.value}"),
        light=_light(found),
        words=t(f"Standing.{found.standing.value}"),
        finding=finding_words(request, found),
        by=told(found.by),
        at=moment_words(request, found.at),
        because=told(found.because),
        standard=voice(request).word(found.standard),
        signed_by=None if second is None else told(second.by),
        signed_because=None if second is None else told(second.because),
        dissents=tuple((told(d.by), told(d.because)) for d in found.dissents),
        direct=told(found.direct_evidence) if found.direct_evidence else None,
        waits=found.standing in NEEDS_SECOND and second is None,
        number=each.number,
        tellers=tellers,
        witnessed=bool(each.direct),
    )


def past(
    request: DeskRequest, found: Iterable[tuple[int, Assessment]]
) -> tuple[Stood, ...]:
    """Put assessments into words, each by itself."""
    return tuple(
        _found(request, ElementSheet(told.element, number=number), told, ())
        for number, told in found
    )


def _light(found: Assessment) -> str:
    if found.verified and not found.dissents:
        return "good"
    return "bad" if found.standing.value == "refuted" else "doubt"


def finding_words(request: DeskRequest, found: Assessment) -> Markup:
    """Say what was found: a number, a value of a list, or words."""
    say: Edition = voice(request)
    if found.element is Element.DEATH and found.number is not None:
        return say.range(found.number.low, found.number.high)
    of = VALUES.get(found.element)
    if of is not None and found.finding in set(map(str, of[0])):
        return request.t(f"{of[1]}.{found.finding}")
    return told(found.finding)


def stands_in_short(request: DeskRequest, stands: Stands) -> Markup:
    """Say where an element stands in a list."""
    words = request.t(f"Standing.{stands.standing}")
    key = "stood.signed" if stands.signed else "stood.unsigned"
    return request.t(key, standing=words)
