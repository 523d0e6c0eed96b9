"""What a reader looks through: reports with what waits in them, claims in outline."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import msgspec
from django.db.models import Count, Exists, OuterRef, Q

from tasjil.model.acts import Act, Level
from tasjil.model.ids import ClaimId, ReportId, UserId
from tasjil.model.judgement import LEFT_OUT, ClaimState
from tasjil.register import apart, content
from tasjil.register.border import translated
from tasjil.register.deeds import Deed
from tasjil.register.door import gate
from tasjil.register.made import PERSON
from tasjil.register.queries import record_of, theirs
from tasjil.register.store import ClaimRow, ReadingRow, ReportRow, Store

UNKNOWN = "unknown"
"""Asks for reports of which the language is not known."""

FEW = 20_000
"""Claims whose reports are gathered rather than looked for one by one."""

MOST = 1_000
"""How far a shelf counts: beyond it, it says "or more", whatever the case's size."""

Counted = dict[str, dict[tuple[str, str], int]]
"""How many claims of a report stand in a state and tell of an act."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which reports somebody looks for; what is None or False does not matter.

    Attributes:
        state: With at least one claim that stands so; proposed is what waits.
        unread: That no reader has read.
        language: A code, or `UNKNOWN`.
        since: Published on this day or later; a month or a year is taken as it begins.
        until: Published on this day or before.
        by: Captured by this user.
        publishers: Published by one of these names; all names where there is none.
    """

    state: ClaimState | None = None
    unread: bool = False
    language: str | None = None
    since: str | None = None
    until: str | None = None
    by: UserId | None = None
    publishers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A report as a list shows it, without its text.

    Attributes:
        place: Where it stands among all reports; the newest is the highest.
        reader: Which reader read it last; None where none has.
        claims: How many of its claims stand how.
        acts: What its claims tell of, so that nobody opens it unprepared.
    """

    id: ReportId
    place: int
    name: str
    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    by: str
    reader: str | None
    claims: dict[ClaimState, int] = field(hash=False)
    acts: frozenset[Act] = frozenset()


@dataclass(frozen=True, slots=True)
class Outline:
    """A claim as it is marked in its report, without the rest of its fields.

    Attributes:
        at: Where its number stands; its words begin there where none was told.
    """

    id: ClaimId
    state: ClaimState
    reader: str
    act: Act
    level: Level
    low: int | None
    high: int | None
    start: int
    end: int
    group: str
    at: int


class Shelf:
    """Reports and their claims, for whoever may look at them.

    Each question takes a number of look-ups that does not grow with the case.
    """

    def __init__(self, store: Store) -> None:
        """Look at the reports of a register."""
        self._store = store

    def cards(
        self, wanted: Wanted, limit: int, *, before: int | None = None
    ) -> tuple[Card, ...]:
        """Give the newest reports that are wanted.

        Args:
            wanted: Which.
            limit: How many at the most.
            before: Only those that stand before this place: the next part of a list.

        Raises:
            NotAllowed: Whoever opened the register may not look at reports.
        """
        rows = self._wanted(wanted).order_by("-seq")
        if before is not None:
            rows = rows.filter(seq__lt=before)
        parts = (
            *("pk", "seq", "name", "published", "language", "by"),
            *("record_id", "record__size", "record__data"),
            *("described_id", "described__size", "described__data"),
        )
        with translated():
            found = list(rows.values_list(*parts)[:limit])
            ids = [row[0] for row in found]
            readers = self._readers(ids)
            claims = self._claims(ids)
        return tuple(_card(row, readers.get(row[0]), claims[row[0]]) for row in found)

    def how_many(self, wanted: Wanted, most: int = MOST) -> int:
        """Count the reports that are wanted, and stop one behind the most."""
        rows = self._wanted(wanted).order_by()
        with translated():
            return int(rows.values("pk")[: most + 1].count())

    def languages(self) -> dict[str | None, int]:
        """Count the reports of each language, the most frequent first."""
        rows = theirs(ReportRow, self._store, self._own())
        counted = rows.values_list("language").annotate(many=Count("*"))
        with translated():
            found = list(counted.order_by("-many", "language"))
        return dict(found)

    def outline(self, report: ReportId) -> tuple[Outline, ...]:
        """Give the claims of a report in the order of its words.

        Raises:
            NotAllowed: Whoever asks codes it apart, and has not finished.
        """
        own = self._own()
        apart.refuse(self._store, report=report)
        rows = theirs(ClaimRow, self._store, own).filter(report=report)
        parts = (
            *("pk", "state", "reader", "act", "level"),
            *("content_id", "content__size", "content__data"),
        )
        with translated():
            found = [_outline(*row) for row in rows.values_list(*parts)]
        return tuple(sorted(found, key=lambda each: (each.start, each.at, each.id)))

    def report_of(self, claim: ClaimId) -> ReportId | None:
        """Name the report a claim stands in; None where it is not theirs to see."""
        rows = theirs(ClaimRow, self._store, self._own()).filter(pk=claim)
        with translated():
            found = rows.values_list("report", flat=True).first()
        return None if found is None else ReportId(found)

    def named(self, names: Iterable[str]) -> frozenset[str]:
        """Give those of the names by which some report was captured."""
        rows = theirs(ReportRow, self._store, self._own())
        with translated():
            found = rows.filter(name__in=list(names)).values_list("name", flat=True)
            return frozenset(found)

    def following(self, report: ReportId) -> ReportId | None:
        """Name the next report in which a claim waits; the newest come first."""
        rows = self._wanted(Wanted(state=ClaimState.PROPOSED)).order_by("-seq")
        here = ReportRow.objects.using(self._store.alias).filter(pk=report)
        with translated():
            place = here.values_list("seq", flat=True).first() or 0
            ids = rows.exclude(pk=report).values_list("pk", flat=True)
            found = ids.filter(seq__lt=place).first() or ids.first()
        return None if found is None else ReportId(found)

    def _own(self) -> UserId | None:
        return gate.look(self._store, Deed.LOOK_AT_REPORTS)

    def _wanted(self, wanted: Wanted) -> Any:
        rows = theirs(ReportRow, self._store, self._own())
        if wanted.state is not None:
            rows = rows.filter(self._standing(wanted.state))
        if wanted.unread:
            read = ReadingRow.objects.using(self._store.alias)
            rows = rows.filter(~Exists(read.filter(pk=OuterRef("pk"))))
        return rows.filter(**_columns(wanted))

    def _standing(self, state: ClaimState) -> Any:
        """Say the same, and tell nobody how others settled what they code apart.

        To them its claims wait, whatever was said of them.
        """
        closed, found = apart.closed(self._store), self._with_claims(state)
        if not closed:
            return found
        theirs_to_code = Q(pk__in=closed)
        if state is ClaimState.PROPOSED:
            return found | theirs_to_code
        return found & ~theirs_to_code

    def _with_claims(self, state: ClaimState) -> Any:
        """Say which reports have a claim that stands so.

        Where few stand so, their reports are gathered; where many do, the newest
        reports are looked at one by one, and the first of them have some.
        """
        claims = ClaimRow.objects.using(self._store.alias).filter(state=state.value)
        with translated():
            few = claims.order_by().values("state")[: FEW + 1].count() <= FEW
        if few:
            return Q(pk__in=claims.order_by().values("report"))
        return Exists(claims.filter(report=OuterRef("pk")))

    def _readers(self, ids: list[str]) -> dict[str, str]:
        rows = ReadingRow.objects.using(self._store.alias).filter(pk__in=ids)
        return dict(rows.values_list("pk", "reader"))

    def _claims(self, ids: list[str]) -> Counted:
        """Count the claims of some reports by how they stand and what they tell of.

        In what somebody codes apart, those that a reader found, as if all waited.
        """
        rows = ClaimRow.objects.using(self._store.alias).filter(report__in=ids)
        closed = apart.closed(self._store)
        rows = rows.exclude(report__in=closed, reader=PERSON)
        alike = ("report", "state", "act")
        counted = rows.values_list(*alike).annotate(many=Count("*")).order_by(*alike)
        found: Counted = defaultdict(dict)
        for report, state, act, many in counted:
            told = ClaimState.PROPOSED.value if report in closed else state
            found[report][told, act] = found[report].get((told, act), 0) + many
        return found


def _columns(wanted: Wanted) -> dict[str, Any]:
    """Say what is wanted column by column."""
    found: dict[str, Any] = {}
    if wanted.language == UNKNOWN:
        found["language__isnull"] = True
    elif wanted.language is not None:
        found["language"] = wanted.language
    if wanted.since is not None:
        found["published__gte"] = wanted.since
    if wanted.until is not None:
        # Behind the day comes whatever is more exact, or marked as uncertain.
        found["published__lt"] = f"{wanted.until}~~"
    if wanted.publishers:
        found["publisher__in"] = wanted.publishers
    if wanted.by is not None:
        found["by"] = wanted.by
    return found


def _card(
    row: tuple[Any, ...], reader: str | None, counted: dict[tuple[str, str], int]
) -> Card:
    claims: Counter[ClaimState] = Counter()
    for (state, _), many in counted.items():
        claims[ClaimState(state)] += many
    id, seq, name, published, language, by, *kept = row
    record = record_of(kept[:3], kept[3:])
    return Card(
        id=ReportId(id),
        place=seq,
        name=name or "",
        title=record.get("title"),
        publisher=record.get("publisher"),
        published=published,
        language=language,
        by=by,
        reader=reader,
        claims=dict(claims),
        acts=frozenset(
            Act(act) for state, act in counted if ClaimState(state) not in LEFT_OUT
        ),
    )


class _Span(msgspec.Struct):
    start: int
    end: int


class _Range(msgspec.Struct):
    low: int | None
    high: int | None


class _Marked(msgspec.Struct):
    """The parts of a claim that its mark needs; the rest is passed over."""

    passage: _Span
    quantity: _Range
    group: str
    spans: dict[str, tuple[int, int]] = {}


_marked = msgspec.json.Decoder(_Marked).decode


def _outline(
    id: str, state: str, reader: str, act: str, level: str, *kept: Any
) -> Outline:
    found = _marked(content.unpacked(*kept))
    return Outline(
        id=ClaimId(id),
        state=ClaimState(state),
        reader=reader,
        act=Act(act),
        level=Level(level),
        low=found.quantity.low,
        high=found.quantity.high,
        start=found.passage.start,
        end=found.passage.end,
        group=found.group,
        at=found.spans.get("quantity", (found.passage.start, 0))[0],
    )
