"""Turns the entries of all logs, in their one order, into changes of the tables."""

from collections.abc import Iterable

import msgspec

from tasjil.register import content
from tasjil.register.derived.appliers import changes_of
from tasjil.register.derived.changes import Amend, Change, Contents, Put
from tasjil.register.entry import HOLD_CLAIMS, EntryKind, LogEntry
from tasjil.register.gone import Gone, gone
from tasjil.register.store import Entry, ErasedRow, Peer, ReportRow, Store

ON_CLAIMS = (EntryKind.CLAIM_JUDGED, EntryKind.CLAIM_WITHDRAWN)
ON_REPORTS = (
    *(EntryKind.DOCUMENT_CAPTURED, EntryKind.DOCUMENT_DESCRIBED),
    *(*HOLD_CLAIMS, EntryKind.DOCUMENT_READ),
)


class Fold:
    """Says what each entry changes, knowing what came before it in any log.

    Attributes:
        gone: What is destroyed.
        absent: Digests of what another office kept to itself, or destroyed.
    """

    def __init__(self, gone: Gone, absent: frozenset[str], alone: bool) -> None:
        """Use `of`."""
        self.gone = gone
        self.absent = absent
        self._alone = alone
        self._captured: dict[str, bool] = {}
        self._case: str | None = None

    @classmethod
    def of(cls, store: Store) -> "Fold":
        """Begin a walk through the logs of a register."""
        found = gone(store)
        alone = not Peer.objects.using(store.alias).exists()
        return cls(found, frozenset() if alone else absent(store, found), alone)

    def begin(self) -> tuple[Change, ...]:
        """Say what holds before the first entry: what other offices destroyed."""
        theirs = self.gone.contents.items()
        return tuple(
            Put(ErasedRow(digest=digest, seq=seq))
            for digest, seq in sorted(theirs)
            if digest not in self.gone.own
        )

    def changes(self, entry: LogEntry, contents: Contents) -> tuple[Change, ...]:
        """Say what an entry changes."""
        if self._alone:
            return changes_of(entry, contents)
        if not self._stands(entry):
            return ()
        changes = changes_of(entry, contents)
        match entry.kind:
            case EntryKind.DOCUMENT_CAPTURED if changes:
                return self._capture(entry, changes)
            case EntryKind.SCOPE_SET:
                return self._scope(entry, changes)
        return changes

    def _stands(self, entry: LogEntry) -> bool:
        """Tell whether all that an entry is about is here."""
        if entry.kind in ON_CLAIMS:
            return entry.told["claim"] not in self.gone.claims
        if entry.kind == EntryKind.LINK_JUDGED:
            pair = (entry.told["one"], entry.told["other"])
            return self.gone.claims.isdisjoint(pair)
        if entry.kind not in ON_REPORTS:
            return True
        report = entry.told["report"]
        if report in self.gone.reports:
            return False
        if entry.kind == EntryKind.DOCUMENT_CAPTURED:
            return self.absent.isdisjoint(entry.digests.values())
        return report in self._captured and self.absent.isdisjoint(
            entry.digests.values()
        )

    def _capture(
        self, entry: LogEntry, changes: tuple[Change, ...]
    ) -> tuple[Change, ...]:
        """The first capture of a report stands; who captured it here stays known."""
        report, own = entry.told["report"], not entry.office
        if report not in self._captured:
            self._captured[report] = own
            return changes
        if not own or self._captured[report]:
            return ()
        self._captured[report] = True
        by = entry.told.get("for", entry.by)
        return (Amend(ReportRow, report, {"by": by}),)

    def _scope(
        self, entry: LogEntry, changes: tuple[Change, ...]
    ) -> tuple[Change, ...]:
        """Another office that says what is said already changes nothing."""
        digest, before = entry.digests["case"], self._case
        if entry.office and (digest == before or digest in self.absent):
            return ()
        self._case = digest
        return changes


class _Absent(msgspec.Struct):
    absent: list[str]


def recorded(store: Store) -> Iterable[str]:
    """Give every digest whose content did not come with the entries that name it."""
    rows = Entry.objects.using(store.alias).filter(kind=EntryKind.BUNDLE_IMPORTED)
    for body in rows.order_by("seq").values_list("body", flat=True).iterator():
        try:
            yield from msgspec.json.decode(body, type=_Absent).absent
        except (msgspec.DecodeError, TypeError):
            # The walk through the log names the entry.
            continue


def absent(store: Store, gone: Gone) -> frozenset[str]:
    """Give the digests whose contents need not be here."""
    theirs = gone.contents.keys() - gone.own
    away = frozenset(recorded(store)) | theirs
    return away - content.kept(store, away)
