"""What the form of an element offers, in the language of the page."""

from markupsafe import Markup

from tasjil.journey.board import ElementSheet, IncidentLine
from tasjil.model.assessment import Standing
from tasjil.model.moves import MOVES
from tasjil.model.proof import Element, StandardOfProof
from tasjil.web.desks.proof.subject import Subject
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice
from tasjil.web.shown.people import name_words
from tasjil.web.shown.stands import VALUES
from tasjil.web.shown.titles import title_of

Choices = list[tuple[str, Markup]]


def title(request: DeskRequest, found: Subject) -> Markup:
    """Name whom or what is assessed."""
    if isinstance(found.line, IncidentLine):
        return title_of(voice(request), found.line)
    return name_words(request, found.line)[0]


def choices(
    request: DeskRequest, found: Subject, sheet: ElementSheet
) -> dict[str, Choices]:
    """Give the values of the fields that have a list."""
    t = request.t
    before = None if sheet.found is None else sheet.found.standing
    allowed = [each for each in Standing if each in MOVES[before]]
    of = VALUES.get(sheet.element)
    own = request.case.scope.standard
    ladder = [own, *(each for each in StandardOfProof if each is not own)]
    return {
        "standing": [(each.value, t(f"Standing.{each.value}")) for each in allowed],
        "standard": [(each.value, voice(request).word(each)) for each in ladder],
        "finding": []
        if of is None
        else [(str(each), t(f"{of[1]}.{each}")) for each in of[0]],
    }


def counts_people(found: Subject, element: Element) -> bool:
    """Tell whether what is found is a number of people."""
    return element is Element.DEATH and isinstance(found.line, IncidentLine)
