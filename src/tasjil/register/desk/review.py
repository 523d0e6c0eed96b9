"""The review of a register: pairs that wait for a person's word, each shown to one.

What is said of a pair goes into the log; here stands only whose turn it is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Max, Q

from tasjil.errors import NotAllowed
from tasjil.model.defined import Defined
from tasjil.model.ids import UserId
from tasjil.model.judgement import Verdict
from tasjil.register import log
from tasjil.register.board.keeping import DESTROY
from tasjil.register.board.packed import packed, unpacked
from tasjil.register.border import translated
from tasjil.register.deeds import Deed
from tasjil.register.desk.rows import at_once, moment_of
from tasjil.register.door import gate, users
from tasjil.register.entry import EntryKind
from tasjil.register.permissions import refusal, require
from tasjil.register.rows import insert
from tasjil.register.store import (
    Entry,
    ReviewCard,
    ReviewDocument,
    ReviewRows,
    Store,
)

HELD_FOR = timedelta(minutes=5)
"""How long a pair that was shown to somebody is shown to nobody else."""

TRIES = 8
"""How often the next pair is sought again because somebody else took it just now."""

PART = 100
"""Rows of a list that are kept, and read, together."""


class Queued(Defined):
    """What the pairs of a queue are of."""

    PERSONS = "persons", "Two records: are they one person?"
    INCIDENTS = "incidents", "Two incidents: are they one?"


@dataclass(frozen=True, slots=True)
class NewCard:
    """A pair to be asked about.

    Attributes:
        id: The same for the same pair, so that who has it keeps it.
        shown: What the page shows of it, as plain JSON.
    """

    id: str
    one: str
    other: str
    shown: Any


@dataclass(frozen=True, slots=True)
class CardRow:
    """A pair of the queue, and whose turn it is."""

    id: str
    kind: Queued
    one: str
    other: str
    shown: Any
    shown_to: str
    verdict: Verdict | None
    said_by: str
    said_at: str


@dataclass(frozen=True, slots=True)
class Turn:
    """How far a queue is.

    Attributes:
        waits: Pairs that nobody has answered.
        answered: Pairs answered since it was laid out.
    """

    waits: int
    answered: int


@dataclass(frozen=True, slots=True)
class LaidReview:
    """A queue as a worker lays it out, and what goes with it.

    Attributes:
        seq: The last entry that was there before.
        at: When, ISO 8601.
        cards: By queue, the most informative first; a queue that is not named stays.
        documents: By name, as plain JSON.
        rows: By the id of each list that stands, every row as plain JSON; None to
            leave what is there.
    """

    seq: int
    at: str
    cards: Mapping[Queued, Sequence[NewCard]] = field(default_factory=dict)
    documents: Mapping[str, Any] = field(default_factory=dict)
    rows: Mapping[str, Iterable[Any]] | None = None


LINKED_BY = (
    *(EntryKind.LIST_IMPORTED, EntryKind.LINK_JUDGED, EntryKind.CLAIM_JUDGED),
    *(EntryKind.CLAIM_CORRECTED, EntryKind.CLAIM_ADDED, EntryKind.CLAIM_WITHDRAWN),
    *(EntryKind.DOCUMENT_READ, EntryKind.IDENTITY_ERASED, EntryKind.BUNDLE_IMPORTED),
)
"""Entries by which a linking, or the pairs to be asked about, come out otherwise."""

STATE = "persons"
"""The document that is laid out with every queue."""

_CARD = (
    *("id", "kind", "one", "other", "data", "shown_to"),
    *("verdict", "said_by", "said_at"),
)


class Review:
    """Asked by the desk of pairs; every question is a few queries."""

    def __init__(self, store: Store) -> None:
        """Ask the review of this store."""
        self._store = store

    def _me(self) -> UserId:
        """Refuse whoever may not say what is one; give their id."""
        self._look()
        me = users.acting(self._store)
        require(me, Deed.JUDGE_LINK)
        return me.id

    def _look(self) -> None:
        """Refuse whoever may not look at everybody's records."""
        if gate.look(self._store, Deed.LOOK_AT_REPORTS) is not None:
            raise NotAllowed(refusal(users.acting(self._store), Deed.LOOK_AT_REPORTS))

    def _cards(self, kind: Queued) -> Any:
        return ReviewCard.objects.using(self._store.alias).filter(kind=kind.value)

    def next(
        self, kind: Queued, now: datetime, passed: Iterable[str] = ()
    ) -> CardRow | None:
        """Give the next pair that nobody else has before them; it is mine for a while.

        Args:
            kind: Of which queue.
            now: The time.
            passed: Pairs to pass over, such as the one that is shown already.
        """
        me, at = self._me(), moment_of(now)
        free = Q(shown_to="") | Q(until__lt=at) | Q(shown_to=me)
        waiting = self._cards(kind).filter(free, verdict="")
        waiting = waiting.exclude(pk__in=list(passed)).order_by("nth")
        for _ in range(TRIES):
            with translated():
                row = waiting.values_list(*_CARD).first()
            if row is None or self._take(row[0], free, me, now):
                return None if row is None else _row(row)
        return None

    def hold(self, id: str, now: datetime) -> CardRow | None:
        """Give one pair to whoever asks, unless somebody else has it before them."""
        me = self._me()
        free = Q(shown_to="") | Q(until__lt=moment_of(now)) | Q(shown_to=me)
        return self.card(id) if self._take(id, free, me, now) else None

    def _take(self, id: str, free: Q, me: UserId, now: datetime) -> bool:
        if self._store.travels:
            return True
        until = moment_of(now + HELD_FOR)
        with at_once(self._store):
            mine = ReviewCard.objects.using(self._store.alias).filter(free, pk=id)
            return bool(mine.update(shown_to=me, until=until))

    def card(self, id: str) -> CardRow | None:
        """Give one pair; None where the queue was laid out without it since."""
        self._me()
        rows = ReviewCard.objects.using(self._store.alias).filter(pk=id)
        with translated():
            row = rows.values_list(*_CARD).first()
        return None if row is None else _row(row)

    def settle(self, id: str, verdict: Verdict, now: datetime) -> None:
        """Take a pair that was answered off the queue, for everybody."""
        me = self._me()
        told = {"verdict": verdict.value, "said_by": me, "said_at": moment_of(now)}
        with at_once(self._store):
            rows = ReviewCard.objects.using(self._store.alias).filter(pk=id)
            rows.update(shown_to="", until="", **told)

    def reopen(self, id: str, now: datetime) -> None:
        """Put a pair on the queue again whose answer was taken back."""
        me, until = self._me(), moment_of(now + HELD_FOR)
        with at_once(self._store):
            rows = ReviewCard.objects.using(self._store.alias).filter(pk=id)
            rows.update(verdict="", said_by="", said_at="", shown_to=me, until=until)

    def skip(self, id: str) -> None:
        """Put a pair at the end of its queue."""
        self._me()
        with at_once(self._store):
            cards = ReviewCard.objects.using(self._store.alias)
            last = cards.aggregate(last=Max("nth"))["last"] or 0
            cards.filter(pk=id).update(nth=last + 1, shown_to="", until="")

    def remove(self, id: str) -> None:
        """Take a pair off the queue that is a pair no more."""
        self._me()
        with at_once(self._store):
            ReviewCard.objects.using(self._store.alias).filter(pk=id).delete()

    def answered(self, kind: Queued, limit: int) -> tuple[CardRow, ...]:
        """Give the pairs that whoever asks answered last, the newest first."""
        rows = self._cards(kind).filter(said_by=self._me()).order_by("-said_at", "id")
        with translated():
            return tuple(map(_row, rows.values_list(*_CARD)[:limit]))

    def turn(self, kind: Queued) -> Turn:
        """Say how far a queue is."""
        self._me()
        cards = self._cards(kind)
        with translated():
            waits = cards.filter(verdict="").count()
            return Turn(waits, cards.count() - waits)

    def is_due(self) -> bool:
        """Tell whether something came since pairs were laid out: two queries."""
        self._look()
        laid = ReviewDocument.objects.using(self._store.alias).filter(pk=STATE)
        with translated():
            seq = laid.values_list("seq", flat=True).first() or 0
            later = Entry.objects.using(self._store.alias).filter(seq__gt=seq)
            return bool(later.filter(kind__in=list(LINKED_BY)).exists())

    def document(self, name: str) -> Any:
        """Give what a worker laid out about all of it; None before it did."""
        self._look()
        rows = ReviewDocument.objects.using(self._store.alias).filter(pk=name)
        with translated():
            data = rows.values_list("data", flat=True).first()
        return None if data is None else unpacked(data)

    def rows(self, list_id: str, part: int) -> Any:
        """Give one part of a list's rows, as they came; None where there is none."""
        self._look()
        held = ReviewRows.objects.using(self._store.alias).filter(
            pk=_part(list_id, part)
        )
        with translated():
            data = held.values_list("data", flat=True).first()
        return None if data is None else unpacked(data)

    def lay(self, laid: LaidReview) -> bool:
        """Put a queue in the place of the one that is there.

        Who has a pair before them keeps it; answered pairs that are asked no more go.

        Returns:
            False where something was erased meanwhile: then lay it out again.
        """
        self._look()
        require(users.acting(self._store), Deed.LINK_PERSONS)
        with self._store.transaction():
            log.head(self._store, for_update=True)
            since = Entry.objects.using(self._store.alias).filter(seq__gt=laid.seq)
            if since.filter(kind__in=DESTROY).exists():
                return False
            for kind, cards in laid.cards.items():
                self._lay_queue(kind, cards)
            for name, plain in laid.documents.items():
                told = {"seq": laid.seq, "at": laid.at, "data": packed(plain)}
                ReviewDocument.objects.using(self._store.alias).update_or_create(
                    name=name, defaults=told
                )
            if laid.rows is not None:
                self._lay_rows(laid.rows)
        return True

    def _lay_queue(self, kind: Queued, cards: Sequence[NewCard]) -> None:
        own = self._cards(kind)
        held = {
            id: (shown_to, until)
            for id, shown_to, until in own.exclude(shown_to="").values_list(
                "id", "shown_to", "until"
            )
        }
        own.delete()
        insert(
            self._store.alias,
            ReviewCard,
            (
                (
                    *(card.id, kind.value, nth, card.one, card.other),
                    packed(card.shown),
                    *held.get(card.id, ("", "")),
                    *("", "", ""),
                )
                for nth, card in enumerate(cards, 1)
            ),
        )

    def _lay_rows(self, lists: Mapping[str, Iterable[Any]]) -> None:
        held = ReviewRows.objects.using(self._store.alias)
        held.exclude(list__in=list(lists)).delete()
        there = set(held.values_list("list", flat=True).distinct())
        for list_id, rows in lists.items():
            if list_id in there:
                continue  # the id is the digest of its bytes: the rows are the same
            for nth, some in enumerate(_parts(rows), 1):
                row = (_part(list_id, nth), list_id, packed(some))
                insert(self._store.alias, ReviewRows, [row])


def _parts(rows: Iterable[Any]) -> Iterable[list[Any]]:
    some: list[Any] = []
    for row in rows:
        some.append(row)
        if len(some) == PART:
            yield some
            some = []
    if some:
        yield some


def _part(list: str, part: int) -> str:
    return f"{list}/{part:07d}"


def _row(row: tuple[Any, ...]) -> CardRow:
    id, kind, one, other, data, shown_to, verdict, by, at = row
    said = Verdict(verdict) if verdict else None
    shown = unpacked(data)
    return CardRow(id, Queued(kind), one, other, shown, shown_to, said, by, at)
