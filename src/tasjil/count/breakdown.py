"""Rows of a figure: by place, by day, and by what is said of the victims."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from tasjil.count.algebra import summed_ceiling
from tasjil.count.candidate import Candidate
from tasjil.count.distinct import certainly_distinct
from tasjil.count.divisions import UNKNOWN, Division, divisions
from tasjil.count.evidence import Evidence
from tasjil.count.names import figure_id
from tasjil.count.placebook import PlaceBook
from tasjil.count.scope import Inside
from tasjil.count.share import Share, shares
from tasjil.model.acts import Act
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId
from tasjil.model.incident import Incident
from tasjil.model.places import PlaceLevel
from tasjil.model.reach import Nesting
from tasjil.model.tally import IncidentCount, Row


@dataclass(frozen=True, slots=True)
class Counted:
    """One incident on its way into a figure."""

    incident: Incident
    claims: list[Claim]
    count: IncidentCount
    candidate: Candidate
    inside: Inside

    @property
    def floor(self) -> int:
        """What it may add to a floor: nothing where it may lie outside the scope."""
        return self.candidate.floor


Sharing = Callable[[Counted], Iterable[Share]]


def breakdown(
    act: Act, counted: list[Counted], evidence: Evidence, book: PlaceBook
) -> Mapping[str, tuple[Row, ...]]:
    """Divide a figure in every way; a value nobody told is a row of its own.

    Each row is a count of its own: the rows of a table need not add up to the figure,
    because two rows may hold one and the same incident, told differently.
    """
    ways: dict[str, Sharing] = {
        "place": partial(_place_shares, book=book),
        "day": _day_shares,
    }
    for division in divisions(evidence.origins):
        ways[division.name] = partial(_told_shares, division, evidence.nesting)
    return {name: _rows(act, name, counted, way) for name, way in ways.items()}


def _told_shares(division: Division, nesting: Nesting, each: Counted) -> list[Share]:
    return shares(each.claims, each.count, division, nesting)


def _rows(act: Act, name: str, counted: list[Counted], way: Sharing) -> tuple[Row, ...]:
    gathered: dict[str, list[tuple[Counted, Share]]] = defaultdict(list)
    for each in counted:
        for share in way(each):
            gathered[share.value].append((each, share))
    rows = [_row(act, name, value, kept) for value, kept in gathered.items()]
    return tuple(sorted(rows, key=lambda row: (row.value == UNKNOWN, row.value)))


def _row(act: Act, name: str, value: str, kept: list[tuple[Counted, Share]]) -> Row:
    floors = {
        each.incident.id: share.floor if each.inside is Inside.YES else 0
        for each, share in kept
    }
    chosen = certainly_distinct([each.candidate for each, _ in kept], floors)
    claims: set[ClaimId] = {claim for _, share in kept for claim in share.claims}
    return Row(
        id=figure_id(act, name, value),
        value=value,
        label=min(share.label for _, share in kept),
        floor=sum(floors[each] for each in chosen),
        ceiling=summed_ceiling((share.floor, share.ceiling) for _, share in kept),
        incidents=tuple(sorted(each.incident.id for each, _ in kept)),
        claims=tuple(sorted(claims)),
    )


def _whole(each: Counted, value: str, label: str) -> Share:
    ids = tuple(claim.id for claim in each.claims)
    return Share(value, label, each.count.floor, each.count.ceiling, ids)


def _day_shares(each: Counted) -> list[Share]:
    when = each.incident.edtf or UNKNOWN
    return [_whole(each, when, when)]


def _place_shares(each: Counted, book: PlaceBook) -> list[Share]:
    """Give the row of its own place, and that of the governorate around it."""
    incident = each.incident
    if incident.place is None:
        text = incident.place_text
        own = _whole(each, f"unlisted: {text}" if text else UNKNOWN, text or UNKNOWN)
        return [own, *_governorates(each, book)]
    name = book.name(incident.place)
    if book.level(incident.place) is PlaceLevel.GOVERNORATE:
        return [_whole(each, incident.place, f"{name} and places inside it")]
    return [_whole(each, incident.place, name), *_governorates(each, book)]


def _governorates(each: Counted, book: PlaceBook) -> list[Share]:
    return [
        _whole(each, place, f"{book.name(place)} and places inside it")
        for place in each.incident.within
        if book.level(place) is PlaceLevel.GOVERNORATE
    ]
