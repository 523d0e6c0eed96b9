"""The log itself: the one door through which entries come in, and how they are read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any

from tasjil.errors import BadValue, LogBroken, NotAllowed
from tasjil.register import content
from tasjil.register.canonical import leaf_digest, utc
from tasjil.register.derived.appliers import changes_of
from tasjil.register.derived.tables import Tables
from tasjil.register.derived.target import InStore
from tasjil.register.door import gate
from tasjil.register.ends import head as head
from tasjil.register.entry import LogEntry, NewEntry
from tasjil.register.rows import columns, insert
from tasjil.register.store import TRAVEL, Entry, Head, Peer, PeerEntry, Store
from tasjil.register.tree.merkle import Frontier

COLUMNS = columns(Entry)
CHUNK = 500
"""How many entries are held in memory at once when the log is walked."""


def write(
    store: Store, actions: Sequence[NewEntry], by: str, at: datetime
) -> tuple[LogEntry, ...]:
    """Append entries and bring the derived tables up to them; inside a transaction.

    Every entry of the log came through here.
    """
    if not by.strip():
        raise BadValue("expected the person or program that acts (by), got no name")
    if not actions:
        return ()
    if store.travels:
        raise NotAllowed(TRAVEL)
    end = head(store, for_update=True)
    admitted = gate.admit(store, actions, by, at)
    entries, contents = _chained(end, admitted, by, utc(at), others(store))
    content.put(store, contents)
    insert(store.alias, Entry, [attrgetter(*COLUMNS)(entry) for entry in entries])
    tables = Tables(InStore(store.alias))
    for entry in entries:
        tables.add(changes_of(entry, contents))
    tables.flush()
    last = entries[-1]
    tree = frontier(end).grown(bytes.fromhex(entry.digest) for entry in entries)
    Head.objects.using(store.alias).update(
        size=last.seq, digest=last.digest, frontier=tree.text
    )
    return entries


@dataclass(frozen=True, slots=True)
class LogEnd:
    """How long the log is, and the digest of its last entry."""

    size: int
    digest: str


def frontier(end: Head) -> Frontier:
    """Give the tree over the log as its head keeps it; `LogBroken` where it is lost."""
    try:
        return Frontier.parse(end.size, end.frontier)
    except BadValue as wrong:
        raise LogBroken(f"the tree over the log is lost: {wrong}") from None


def others(store: Store) -> int:
    """Count the entries of other offices: all of them come before our next one."""
    rows = Peer.objects.using(store.alias)
    return sum(rows.values_list("size", flat=True))


def _chained(
    end: Head, actions: Sequence[NewEntry], by: str, at: str, others: int
) -> tuple[tuple[LogEntry, ...], dict[str, bytes]]:
    """Number the actions on from the head, each holding the digest of the last."""
    entries: list[LogEntry] = []
    contents: dict[str, bytes] = {}
    previous = end.digest
    for seq, action in enumerate(actions, end.size + 1):
        body, held = action.sealed()
        contents |= held
        fields: dict[str, Any] = {"seq": seq, "at": at, "by": by}
        fields |= {"kind": str(action.kind), "because": action.because}
        fields["previous"] = previous
        digest = leaf_digest(fields, body)
        place = seq + others if others else 0
        entries.append(LogEntry(**fields, body=body, digest=digest, place=place))
        previous = digest
    return tuple(entries), contents


def walk(store: Store, after: int = 0, office: str = "") -> Iterator[list[LogEntry]]:
    """Walk a log in chunks, in order, from the entry after the one given.

    Args:
        store: The register.
        after: Where to begin.
        office: Another office, to walk its log; our own without.
    """
    kept: Any = Entry.objects.using(store.alias)
    if office:
        kept = PeerEntry.objects.using(store.alias).filter(office=office)
    kept = kept.order_by("seq")
    while True:
        rows = list(kept.filter(seq__gt=after).values_list(*COLUMNS)[:CHUNK])
        if not rows:
            return
        yield [LogEntry(*(*row, office)) for row in rows]
        after = rows[-1][0]
