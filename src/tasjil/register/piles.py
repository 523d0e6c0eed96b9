"""How much a register holds: counts of paper, never of people."""

from dataclasses import dataclass

from django.db.models import Count

from tasjil.model.acts import Act, Level
from tasjil.model.ids import PlaceId, UserId
from tasjil.model.judgement import ClaimState
from tasjil.register import ends
from tasjil.register.border import translated
from tasjil.register.queries import theirs
from tasjil.register.store import (
    ClaimRow,
    JudgementRow,
    ReadingRow,
    ReportRow,
    Store,
)


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a register holds. These are counts of paper, never of people.

    Attributes:
        own_records: Only the records of who asks are counted; entries are all.
    """

    entries: int
    reports: int
    read: int
    claims: dict[ClaimState, int]
    judgements: int
    own_records: bool = False


def counts(store: Store, own: UserId | None = None) -> Counts:
    """Count entries, reports, reports read, claims by state, and judgements."""
    with translated():
        claims = theirs(ClaimRow, store, own)
        # Not Count("pk"): that would read every row and not the index alone.
        found = dict(claims.values_list("state").annotate(many=Count("*")))
        return Counts(
            entries=ends.head(store).size,
            reports=theirs(ReportRow, store, own).count(),
            read=theirs(ReadingRow, store, own).count(),
            claims={state: found.get(state, 0) for state in ClaimState},
            judgements=theirs(JudgementRow, store, own).count(),
            own_records=own is not None,
        )


@dataclass(frozen=True, slots=True)
class Pile:
    """How many claims are alike. This is a count of paper, never of people."""

    state: ClaimState
    act: Act
    level: Level
    place: PlaceId | None
    claims: int


def piles(store: Store, own: UserId | None = None) -> list[Pile]:
    """Count the claims of each state, act, level and first place."""
    alike = ("state", "act", "level", "place")
    rows = theirs(ClaimRow, store, own).values_list(*alike)
    with translated():
        # Not Count("pk"): that would read every row and not the index alone.
        found = list(rows.annotate(many=Count("*")).order_by(*alike))
    return [
        Pile(ClaimState(state), Act(act), Level(level), place, many)
        for state, act, level, place, many in found
    ]
