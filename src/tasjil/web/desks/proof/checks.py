"""What the standard asks of an element, held against what is told of it."""

from dataclasses import dataclass

from markupsafe import Markup

from tasjil.assess.side_by_side import Accord, side_by_side
from tasjil.journey.board import ElementSheet
from tasjil.model.judgement import ClaimState
from tasjil.model.missing import Part
from tasjil.model.proof import Element
from tasjil.web.desks.proof.subject import Subject, standing
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice

ENOUGH = 2
"""First tellers who are independent of each other."""

LIGHTS = {
    Accord.CLASH: "bad",
    Accord.DIFFER: "doubt",
    Accord.AGREE: "good",
    Accord.ONE: "doubt",
    Accord.NOBODY: "bad",
}


@dataclass(frozen=True, slots=True)
class Check:
    """One question of the standard, and what is known of it.

    Attributes:
        light: good, doubt or bad; empty where only a person can answer.
    """

    light: str
    words: Markup


def checks(
    request: DeskRequest, found: Subject, each: ElementSheet
) -> tuple[Check, ...]:
    """Go through what the standard asks of one element."""
    t, element = request.t, each.element
    own = Check("", t(f"proof.asks_{element.value}"))
    return (
        own,
        _tellers(request, each),
        _direct(request, found, each),
        *_accord(request, found, element),
        _judged(request, found, each),
    )


def _tellers(request: DeskRequest, each: ElementSheet) -> Check:
    many = len(each.tellers)
    light = "good" if many >= ENOUGH else "doubt" if many else "bad"
    names = voice(request).listed(
        dict.fromkeys(voice(request).teller(one) for one in each.tellers)
    )
    key = "proof.tellers" if many else "proof.no_tellers"
    return Check(light, request.t(key, n=many, names=names))


def _direct(request: DeskRequest, found: Subject, each: ElementSheet) -> Check:
    if each.direct:
        return Check("good", request.t("proof.witness", n=len(each.direct)))
    if found.records:
        return Check("good", request.t("proof.on_lists", n=len(found.records)))
    return Check("doubt", request.t("proof.no_direct"))


def _accord(
    request: DeskRequest, found: Subject, element: Element
) -> tuple[Check, ...]:
    part = next((each for each in Part if each.element is element), None)
    rows = side_by_side(standing(found), found.around.held.origins or {})
    accord = next((row.accord for row in rows if row.part is part), None)
    if accord is None or accord is Accord.NOBODY:
        return ()
    return (Check(LIGHTS[accord], request.t(f"proof.accord_{accord.value}")),)


def _judged(request: DeskRequest, found: Subject, each: ElementSheet) -> Check:
    states = found.around.held.states
    waiting = sum(
        1 for c in each.claims if states.get(c, ClaimState.PROPOSED) is _PROPOSED
    )
    if waiting:
        return Check("doubt", request.t("proof.not_judged", n=waiting))
    return Check("good", request.t("proof.all_judged"))


_PROPOSED = ClaimState.PROPOSED
