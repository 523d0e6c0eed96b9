"""The claims and rows of lists that are weighed, each for, against, or neither."""

from dataclasses import dataclass

from markupsafe import Markup

from tasjil.assess.support import speaks_to
from tasjil.journey.board import ElementSheet
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId
from tasjil.publish.outside import told
from tasjil.web.desks.proof.subject import Subject, standing
from tasjil.web.desks.proof.typed import AGAINST, ASIDE, FOR, TypedFinding
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice
from tasjil.web.shown.cards import ClaimCard, claim_cards


@dataclass(frozen=True, slots=True)
class Weighed:
    """One claim, and how it is weighed.

    Attributes:
        says: What it tells of the element.
        tells: It tells of the element at all.
    """

    card: ClaimCard
    how: str
    tells: bool


@dataclass(frozen=True, slots=True)
class RecordShown:
    """One row of a list that tells of a person."""

    id: str
    list: Markup
    name: Markup
    date: Markup


def evidence(
    request: DeskRequest, found: Subject, sheet: ElementSheet, typed: TypedFinding
) -> tuple[Weighed, ...]:
    """Give the claims, as they were weighed last or as they would be by themselves."""
    claims = {each.id: each for each in standing(found)}
    cards = claim_cards(request, found.around, claims)
    return tuple(
        Weighed(
            card,
            typed.weighed.get(card.id) or _before(sheet, card.id, claims[card.id]),
            speaks_to(claims[card.id], sheet.element),
        )
        for card in cards
    )


def _before(sheet: ElementSheet, id: ClaimId, claim: Claim) -> str:
    """Say how a claim was weighed last; at first, whether it tells of the element."""
    if sheet.found is not None and id in sheet.found.claims:
        return FOR
    if sheet.found is not None and id in sheet.found.against:
        return AGAINST
    if sheet.found is not None:
        return ASIDE
    return FOR if speaks_to(claim, sheet.element) else ASIDE


def records_shown(request: DeskRequest, found: Subject) -> tuple[RecordShown, ...]:
    """Give the rows of lists that tell of a person."""
    say = voice(request)
    return tuple(
        RecordShown(
            each.told.record,
            told(each.told.list),
            told(each.told.name),
            say.date(each.told.died),
        )
        for each in found.records
    )
