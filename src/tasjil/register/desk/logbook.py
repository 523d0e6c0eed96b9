"""The log a page at a time: by person, by kind of deed, by day, by what it is about.

However long the log is, a page of it costs the same: each kind is looked up by an
index, and the newest of all kinds are put together.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Max, TextField, Value
from django.db.models.functions import Coalesce

from tasjil.errors import BadValue, NotInRegister
from tasjil.register import apart
from tasjil.register.border import translated
from tasjil.register.deeds import Deed
from tasjil.register.desk.about import about
from tasjil.register.door import gate
from tasjil.register.entry import EntryKind, LogEntry
from tasjil.register.log import COLUMNS, head
from tasjil.register.store import Entry, Store

IN_BULK = frozenset({EntryKind.CLAIM_PROPOSED, EntryKind.PERSONS_PROPOSED})
"""Of these a program writes many in one go, and one entry after them says so."""

DONE = tuple(kind for kind in EntryKind if kind not in IN_BULK)
"""What a reader of the log wants to see first."""

LOOKED_THROUGH = 10_000
"""How many entries are looked through for what changed."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries are wanted; what is None is not asked for.

    Attributes:
        by: The user or the program that did it.
        kinds: Of these kinds.
        since: Not before this day, UTC.
        until: Not after this day, UTC.
        about: An id, or the number of an entry.
    """

    by: str | None = None
    kinds: tuple[EntryKind, ...] = DONE
    since: date | None = None
    until: date | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a page of the log begins: at its new end, unless one of these is said.

    Attributes:
        before: Only entries before this number, the newest of them.
        after: Only entries after it, the oldest of them.
        oldest: From the beginning of the log.
    """

    before: int | None = None
    after: int | None = None
    oldest: bool = False

    @property
    def upwards(self) -> bool:
        """Whether it is read from old to new."""
        return self.oldest or self.after is not None


NEWEST = Cut()
EVERYTHING = Wanted()


@dataclass(frozen=True, slots=True)
class Lines:
    """One page of the log, the newest entry first.

    Attributes:
        newer: There are newer ones of those that were wanted.
        older: There are older ones.
    """

    entries: tuple[LogEntry, ...]
    newer: bool
    older: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What one person, or one program, did of one kind.

    Attributes:
        last: The number of the newest such entry.
    """

    by: str
    kind: str
    times: int
    last: int


@dataclass(frozen=True, slots=True)
class Changes:
    """What others did since somebody was here.

    Attributes:
        from_: Only entries after this one were looked through.
        all: Whether that is all that came since.
    """

    found: tuple[Change, ...]
    from_: int
    all: bool


class Logbook:
    """The log of our office; whoever asks must be allowed to look at it."""

    def __init__(self, store: Store) -> None:
        """Look into the log of a register."""
        self._store = store

    def page(
        self, wanted: Wanted = EVERYTHING, cut: Cut = NEWEST, size: int = 50
    ) -> Lines:
        """Give one page.

        Raises:
            NotAllowed: Says who may.
        """
        gate.look(self._store, Deed.LOOK_AT_LOG)
        with translated():
            rows = self._rows(wanted)
            if rows is None:
                return Lines((), newer=False, older=False)
            seqs = self._seqs(rows, wanted.kinds, cut, size + 1)
            more, seqs = len(seqs) > size, seqs[:size]
            found = Entry.objects.using(self._store.alias).filter(seq__in=seqs)
            rows = found.order_by("-seq").values_list(*COLUMNS)
            entries = tuple(LogEntry(*row) for row in rows)
        if cut.upwards:
            return Lines(entries, newer=more, older=not cut.oldest)
        return Lines(entries, newer=cut.before is not None, older=more)

    def entry(self, seq: int) -> LogEntry:
        """Give one entry by its number.

        Raises:
            NotInRegister: There is none.
        """
        gate.look(self._store, Deed.LOOK_AT_LOG)
        rows = self._open().filter(pk=seq)
        with translated():
            found = rows.values_list(*COLUMNS).first()
        if found is None:
            raise NotInRegister(
                "expected the number of an entry of this log, found one that no entry "
                "has; go back to the log"
            )
        return LogEntry(*found)

    def holds_back(self) -> bool:
        """Tell whether it leaves out what others say of a report one codes apart."""
        gate.look(self._store, Deed.LOOK_AT_LOG)
        return bool(apart.closed(self._store))

    def _open(self) -> Any:
        """Ask for every entry but what a coder is not to hear before they are done."""
        rows = Entry.objects.using(self._store.alias)
        held = apart.of_words(self._store)
        return rows if held is None else rows.exclude(held)

    def since(self, seq: int, me: str) -> Changes:
        """Say what others did after an entry, together by person and kind."""
        gate.look(self._store, Deed.LOOK_AT_LOG)
        with translated():
            end = head(self._store).size
            start = max(seq, end - LOOKED_THROUGH)
            rows = Entry.objects.using(self._store.alias).filter(seq__gt=start)
            rows = rows.exclude(by=me).exclude(kind__in=list(IN_BULK))
            # Grouped by the bare columns, a whole index of the log would be walked.
            alike = [Coalesce(each, Value("", TextField())) for each in ("by", "kind")]
            told = rows.values_list(*alike).annotate(n=Count("*"), m=Max("seq"))
            found = sorted((Change(*row) for row in told), key=lambda each: -each.last)
        return Changes(tuple(found), start, start == seq)

    def _rows(self, wanted: Wanted) -> Any:
        """Narrow the log down to what is wanted but for kinds; None for nothing."""
        rows = self._open()
        if wanted.by is not None:
            rows = rows.filter(by=wanted.by)
        if wanted.since is not None:
            first = self._first_on(wanted.since)
            if first is None:
                return None
            rows = rows.filter(seq__gte=first)
        if wanted.until is not None:
            beyond = self._first_on(wanted.until + timedelta(days=1))
            rows = rows if beyond is None else rows.filter(seq__lt=beyond)
        if wanted.about is not None:
            rows = rows.filter(seq__in=about(self._store, wanted.about))
        return rows

    def _first_on(self, day: date) -> int | None:
        """Give the first entry of a day, or of the first day after it that has one."""
        rows = Entry.objects.using(self._store.alias).filter(at__gte=day.isoformat())
        found: int | None = (
            rows.order_by("at", "seq").values_list("seq", flat=True).first()
        )
        return found

    def _seqs(
        self, rows: Any, kinds: Iterable[EntryKind], cut: Cut, many: int
    ) -> list[int]:
        """Give the numbers of the first so many entries of these kinds."""
        if cut.before is not None:
            rows = rows.filter(seq__lt=cut.before)
        if cut.after is not None:
            rows = rows.filter(seq__gt=cut.after)
        rows = rows.order_by("seq" if cut.upwards else "-seq")
        found: list[int] = []
        for kind in kinds:
            found += rows.filter(kind=str(kind)).values_list("seq", flat=True)[:many]
        return sorted(found, reverse=not cut.upwards)[:many]


def day_of(text: str) -> date | None:
    """Read a day from a form; None where none is given.

    Raises:
        BadValue: It is none.

    Example:
        >>> day_of("2031-05-04"), day_of("")
        (datetime.date(2031, 5, 4), None)
    """
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise BadValue(
            "expected a day such as 2031-05-04, found something else; choose it again"
        ) from None
