"""Rows of the board, read back as the lines that pages list."""

from typing import Any

import msgspec

from tasjil.model.acts import Act
from tasjil.model.ids import FigureId, IncidentId, VictimId
from tasjil.model.persons import AgeGroup, AgeRange, Sex
from tasjil.model.proof import Element
from tasjil.model.quantity import CountRange
from tasjil.register.board.filters import gaps_in
from tasjil.register.board.lines import Cell, IncidentLine, PersonLine, Stands

INCIDENT = (
    *("id", "act", "edtf", "place", "place_text", "counted", "settled", "floor"),
    *("ceiling", "verified_low", "verified_high", "claims", "tellers", "unjudged"),
    *("named", "standing", "gaps", "moves"),
)
PERSON = (
    *("id", "name", "arabic", "latin", "act", "edtf", "place", "place_text", "sex"),
    *("age_group", "age_low", "age_high", "records", "reports", "incident"),
    *("certainty", "doubtful", "settled", "standing"),
)
CELL = (
    *("id", "kind", "act", "by", "value", "label", "floor", "ceiling"),
    *("verified_low", "verified_high", "incidents", "claims"),
)


def incident_line(row: tuple[Any, ...]) -> IncidentLine:
    """Read a row of `INCIDENT`."""
    told = dict(zip(INCIDENT, row, strict=True))
    verified = CountRange(told.pop("verified_low"), told.pop("verified_high"))
    standings = standings_of(told.pop("standing"))
    gaps = gaps_in(told.pop("gaps"))
    id, act = IncidentId(told.pop("id")), Act(told.pop("act"))
    return IncidentLine(
        id, act, verified=verified, standings=standings, gaps=gaps, **told
    )


def person_line(row: tuple[Any, ...]) -> PersonLine:
    """Read a row of `PERSON`."""
    told = dict(zip(PERSON, row, strict=True))
    low, high = told.pop("age_low"), told.pop("age_high")
    age = None if low is None else AgeRange(low, high, _years(low, high))
    standings = standings_of(told.pop("standing"))
    id, act = VictimId(told.pop("id")), told.pop("act")
    sex, group = Sex(told.pop("sex")), AgeGroup(told.pop("age_group"))
    return PersonLine(
        id,
        act=Act(act) if act else None,
        sex=sex,
        age_group=group,
        age=age,
        standings=standings,
        **told,
    )


def _years(low: int, high: int | None) -> str:
    if high is None:
        return f"{low}+"
    return str(low) if low == high else f"{low}-{high}"


def cell(row: tuple[Any, ...]) -> Cell:
    """Read a row of `CELL`."""
    told = dict(zip(CELL, row, strict=True))
    verified = CountRange(told.pop("verified_low"), told.pop("verified_high"))
    id, act = FigureId(told.pop("id")), Act(told.pop("act"))
    return Cell(id, act=act, verified=verified, **told)


def standings_of(text: str) -> dict[Element, Stands]:
    """Read where elements stand; "" where nobody found anything."""
    if not text:
        return {}
    return msgspec.json.decode(text, type=dict[Element, Stands])
