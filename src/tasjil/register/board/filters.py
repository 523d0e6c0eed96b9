"""How a list on the board is narrowed: by place and all inside it, by days that meet.

Each test is on columns of the index that the list is read from.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, Value
from django.db.models.functions import StrIndex

from tasjil.model.edtf import Edtf
from tasjil.model.ids import PlaceId
from tasjil.model.missing import GapKind, Part
from tasjil.register.board.lines import (
    IncidentFilter,
    IncidentSort,
    PersonFilter,
    PersonSort,
)

PARTS, KINDS = tuple(Part), tuple(GapKind)

NEVER, FOR_EVER = 0, 9_999_999
"""An open beginning, and an open end, as ordinals of days."""

FEW, MOST_PLACES = 20_000, 500
"""How many rows, of how many places, are looked up and put in order."""

SIGNED = '"standing":"established","signed":true'
"""What stands in the short form of an element that is verified."""

EDGE = "\n"
"""What stands around each id where several are kept in one text."""


def gap_bit(part: Part, kind: GapKind) -> int:
    """Give the bit of one kind of gap.

    Example:
        >>> gap_bit(PARTS[0], KINDS[1])
        2
    """
    return 1 << (PARTS.index(part) * len(KINDS) + KINDS.index(kind))


def gap_bits(part: Part | None, kind: GapKind | None) -> int:
    """Give the bits of every gap of a part, of a kind, or of both."""
    parts = PARTS if part is None else (part,)
    kinds = KINDS if kind is None else (kind,)
    return sum(gap_bit(one, other) for one in parts for other in kinds)


def gaps_in(bits: int) -> tuple[tuple[Part, GapKind], ...]:
    """Read the bits back.

    Example:
        >>> gaps_in(gap_bit(PARTS[0], KINDS[1])) == ((PARTS[0], KINDS[1]),)
        True
    """
    return tuple(
        (part, kind) for part in PARTS for kind in KINDS if bits & gap_bit(part, kind)
    )


def days(edtf: str | None) -> tuple[int | None, int | None]:
    """Give the first and the last day that a date can mean, by their ordinals.

    Example:
        >>> days("2031-05-04/..")[1] == FOR_EVER, days(None)
        (True, (None, None))
    """
    if edtf is None:
        return None, None
    spans = Edtf.parse(edtf).spans
    first, last = spans[0][0], spans[-1][1]
    return NEVER if first is None else first, FOR_EVER if last is None else last


def placed(places: Any) -> str:
    """Write ids of places as one text in which each can be found.

    Example:
        >>> placed(["varesh", "northmark"]).split()
        ['varesh', 'northmark']
    """
    ids = list(places)
    return f"{EDGE}{EDGE.join(ids)}{EDGE}" if ids else ""


@dataclass(frozen=True, slots=True)
class Reach:
    """How much lies in a place.

    Attributes:
        places: What rows in it, or in a place inside it, have in their column.
        rows: How many rows that are.
    """

    place: PlaceId
    places: tuple[str, ...]
    rows: int

    def narrow(self, rows: Any) -> Any:
        """Leave the rows in it.

        Few are looked up by their place. Many are found soon enough by walking through
        all of them in the order of the list.
        """
        if self.rows <= FEW and len(self.places) <= MOST_PLACES:
            return rows.filter(places__in=self.places)
        found = StrIndex("places", Value(f"{EDGE}{self.place}{EDGE}"))
        return rows.alias(found=found).filter(found__gt=0)


def incidents(rows: Any, wanted: IncidentFilter, reach: Reach | None = None) -> Any:
    """Narrow rows of incidents; to a place by its reach."""
    rows = _narrowed(rows, wanted.act, reach, (wanted.since, wanted.until))
    if wanted.counted is not None:
        rows = rows.filter(counted=wanted.counted)
    if wanted.unjudged is not None:
        rows = rows.filter(Q(unjudged__gt=0) if wanted.unjudged else Q(unjudged=0))
    if wanted.needs is not None or wanted.kind is not None:
        bits = gap_bits(wanted.needs, wanted.kind)
        rows = rows.alias(missing=F("gaps").bitand(bits)).filter(missing__gt=0)
    return rows


def people(rows: Any, wanted: PersonFilter, reach: Reach | None = None) -> Any:
    """Narrow rows of people; to a place by its reach."""
    rows = _narrowed(rows, wanted.act, reach, (wanted.since, wanted.until))
    for name in ("sex", "age_group", "doubtful", "unnamed"):
        value = getattr(wanted, name)
        if value is not None:
            rows = rows.filter(**{name: value})
    if wanted.unverified is not None:
        signed = Q(standing__contains=SIGNED)
        rows = rows.filter(~signed if wanted.unverified else signed)
    return rows


def _narrowed(
    rows: Any, act: Any, reach: Reach | None, between: tuple[str | None, str | None]
) -> Any:
    since, until = between
    if act is not None:
        rows = rows.filter(act=act)
    if reach is not None:
        rows = reach.narrow(rows)
    if since is not None:
        rows = rows.filter(last__gte=days(since)[0])
    if until is not None:
        rows = rows.filter(first__lte=days(until)[1])
    return rows


INCIDENTS_BY: dict[IncidentSort, tuple[Any, ...]] = {
    IncidentSort.MOVES: ("-moves", "id"),
    IncidentSort.NEWEST: (F("first").desc(nulls_last=True), "-id"),
    IncidentSort.OLDEST: (F("first").asc(nulls_last=True), "id"),
    IncidentSort.CLAIMS: ("-claims", "id"),
    IncidentSort.FLOOR: ("-floor", "id"),
}
PEOPLE_BY: dict[PersonSort, tuple[Any, ...]] = {
    PersonSort.NAME: ("order", "id"),
    PersonSort.NEWEST: (F("first").desc(nulls_last=True), "-id"),
    PersonSort.OLDEST: (F("first").asc(nulls_last=True), "id"),
    PersonSort.DOUBTFUL: ("certainty", "id"),
}
