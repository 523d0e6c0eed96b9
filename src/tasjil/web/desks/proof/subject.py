"""Whom or what is assessed: an incident or a person, as it stands at this moment."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.http import Http404

from tasjil.assess.side_by_side import standing_of
from tasjil.assess.standing import settle
from tasjil.assess.support import support
from tasjil.journey import board
from tasjil.journey.board import ElementSheet, IncidentLine, PersonLine, RecordTold
from tasjil.journey.nearby import Near, near
from tasjil.model.assessment import Assessment
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, IncidentId, VictimId
from tasjil.model.incident import Incident
from tasjil.model.judgement import ClaimState
from tasjil.model.proof import Element
from tasjil.model.victim import Victim
from tasjil.register.register import Register

INCIDENT, PERSON = "incident", "person"


@dataclass(frozen=True, slots=True)
class Subject:
    """An incident or a person, with what hangs on it.

    Attributes:
        kind: "incident" or "person", as addresses say it.
        id: As it is called now.
        about: The incident or victim; None for a person on lists alone, whom no report
            names: nothing can be assessed of one.
        claims: Those that stand, and are its own.
        records: Rows of lists that tell of a person.
        asked: It was asked for by another id.
    """

    kind: str
    id: str
    line: IncidentLine | PersonLine
    about: Incident | Victim | None
    around: Near
    claims: tuple[Claim, ...]
    records: tuple[RecordTold, ...] = ()
    asked: bool = False

    @property
    def of(self) -> Victim | Incident | None:
        """The same, with the claims that stand in the place of corrected ones."""
        if self.about is None:
            return None
        goes = self.around.held.goes.claims
        claims = tuple(
            dict.fromkeys(goes.get(each, each) for each in self.about.claims)
        )
        return replace(self.about, claims=claims)


def subject(register: Register, kind: str, id: str) -> Subject:
    """Find whom or what an address names.

    Raises:
        Http404: There never was such a one.
    """
    found = _incident(register, id) if kind == INCIDENT else _person(register, id)
    if found is None or kind not in (INCIDENT, PERSON):
        raise Http404
    return found


def _incident(register: Register, id: str) -> Subject | None:
    sheet = board.incident(register, IncidentId(id))
    if sheet is None:
        return None
    around = near(register, [sheet.line.id])
    return Subject(
        INCIDENT,
        sheet.line.id,
        sheet.line,
        sheet.body.incident,
        around,
        _own(around, sheet.body.incident.claims),
        asked=sheet.asked is not None,
    )


def _person(register: Register, id: str) -> Subject | None:
    sheet = board.person(register, VictimId(id))
    if sheet is None:
        return None
    around = near(register, [each.id for each in sheet.incidents])
    victim = sheet.body.victim
    return Subject(
        PERSON,
        sheet.line.id if victim is None else victim.id,
        sheet.line,
        victim,
        around,
        () if victim is None else _own(around, victim.claims),
        tuple(each for each in sheet.body.records if each.claim is None),
        sheet.asked is not None,
    )


def _own(around: Near, ids: tuple[ClaimId, ...]) -> tuple[Claim, ...]:
    held, goes = around.held, around.held.goes.claims
    own = dict.fromkeys(goes.get(each, each) for each in ids)
    return tuple(held.claims[each] for each in own if each in held.claims)


def standing(found: Subject) -> tuple[Claim, ...]:
    """Give its claims that nobody rejected."""
    return standing_of(found.claims, found.around.held.states)


def elements(found: Subject) -> tuple[ElementSheet, ...]:
    """Give its five elements: who tells each, and what was found of it last."""
    held = found.around.held
    told = support(standing(found), held.origins or {})
    last, numbers = newest(found), {a: n for n, a in held.assessments}
    return tuple(
        ElementSheet(
            element,
            told[element].tellers,
            told[element].claims,
            told[element].direct,
            numbers.get(last[element]) if element in last else None,
            last.get(element),
        )
        for element in Element
    )


def newest(found: Subject) -> Mapping[Element, Assessment]:
    """Give the newest assessment of each element, as it stands now."""
    own, held = found.of, found.around.held
    if own is None:
        return {}
    rejected = [c for c, s in held.states.items() if s is ClaimState.REJECTED]
    one: dict[str, Any] = {"incidents": [], "victims": []}
    one["incidents" if isinstance(own, Incident) else "victims"] = [own]
    found_now = settle(
        held.assessments, one["incidents"], one["victims"], frozenset(rejected)
    )
    if isinstance(own, Incident):
        return found_now.incidents.get(own.id, {})
    return found_now.victims.get(own.id, {})


def of_subject(found: Subject) -> tuple[tuple[int, Assessment], ...]:
    """Give every assessment of it that there ever was, the newest first."""
    own = {each.id for each in found.claims} | set(found.around.held.goes.was)
    records = {each.told.record for each in found.records}

    def is_its(told: Assessment) -> bool:
        if (told.victim is not None) != (found.kind == PERSON):
            return False
        weighed = {*told.claims, *told.against}
        return bool(own & weighed or records & {*told.records})

    return tuple(
        (number, told)
        for number, told in reversed(found.around.held.assessments)
        if is_its(told)
    )
