"""Keeps what a count found: only the rows that differ from the last are written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from operator import itemgetter
from typing import Any

import msgspec
from django.db import models

from tasjil.errors import NotAllowed
from tasjil.register import log
from tasjil.register.board.lines import BoardState
from tasjil.register.border import translated
from tasjil.register.entry import EntryKind
from tasjil.register.rows import REPLACE, columns, insert
from tasjil.register.store import (
    BOARD,
    TRAVEL,
    BoardClaim,
    BoardIncident,
    BoardRow,
    BoardWas,
    Entry,
    Store,
)

UNTOUCHED = frozenset(
    {
        *(EntryKind.IDENTITY_OPENED, EntryKind.BOX_GRANTED, EntryKind.BOX_TAKEN),
        *(EntryKind.CORRECTION_RECEIVED, EntryKind.CORRECTION_ANSWERED),
        *(EntryKind.RELEASE_PUBLISHED, EntryKind.APPROVAL_ASKED),
        *(EntryKind.APPROVAL_GIVEN, EntryKind.BUNDLE_EXPORTED),
        *(EntryKind.BUNDLE_REFUSED, EntryKind.BACKUP_MADE, EntryKind.KEYS_CHANGED),
        *(EntryKind.USER_ADDED, EntryKind.USER_CHANGED, EntryKind.ESTIMATE_MADE),
        EntryKind.ESTIMATE_WITHDRAWN,
    }
)
"""Entries after which a count finds what it found before; all others matter."""

DESTROY = (EntryKind.IDENTITY_ERASED, EntryKind.BUNDLE_IMPORTED)
"""Entries with which something goes for good: what was counted before may hold it."""

STATE = "state"
MOST_BEHIND = 10_000
AT_ONCE = 2_000

Rows = Sequence[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Everything that a count found, as rows.

    Attributes:
        seq: The last entry that was there before it was counted.
        at: When, ISO 8601.
        rows: All of each table, a value for every column in the order of its model.
        documents: Packed JSON, by name.
    """

    seq: int
    at: str
    rows: Mapping[type[models.Model], Rows]
    documents: Mapping[str, bytes] = field(default_factory=dict)


def mark(values: Sequence[Any]) -> int:
    """Digest the values of a row, so that it need not be read to be compared."""
    told = blake2b(msgspec.msgpack.encode(list(values)), digest_size=8).digest()
    return int.from_bytes(told, "big", signed=True)


def state(store: Store) -> BoardState:
    """Say as of when the board is: two queries."""
    with translated():
        row = BoardRow.objects.using(store.alias).filter(pk=STATE).first()
        seq, at = (0, "") if row is None else (row.seq, row.at)
        later = Entry.objects.using(store.alias).filter(seq__gt=seq)
        behind = later.exclude(kind__in=list(UNTOUCHED))[:MOST_BEHIND].count()
    return BoardState(seq, at, behind)


def keep(store: Store, laid: LaidOut) -> bool:
    """Put a count in the place of the last one, whole or not at all.

    Returns:
        False where something was erased while it was counted: then count again, or
        what was erased would come back. A count that is older than the one that is
        there is left aside.
    """
    if store.travels:
        raise NotAllowed(TRAVEL)
    with store.transaction():
        log.head(store, for_update=True)
        since = Entry.objects.using(store.alias).filter(seq__gt=laid.seq)
        if since.filter(kind__in=DESTROY).exists():
            return False
        if state(store).seq <= laid.seq:
            _keep(store, laid)
        return True


def _keep(store: Store, laid: LaidOut) -> None:
    _remember(store, laid)
    for kind, rows in laid.rows.items():
        _write(store, kind, rows)
    documents = BoardRow.objects.using(store.alias).exclude(pk=STATE)
    kept = {name: bytes(data) for name, data in documents.values_list("name", "data")}
    changed = [
        (name, laid.seq, laid.at, data)
        for name, data in laid.documents.items()
        if kept.get(name) != data
    ]
    changed.append((STATE, laid.seq, laid.at, b""))
    insert(store.alias, BoardRow, changed, on_conflict=REPLACE)
    documents.exclude(pk__in=list(laid.documents)).delete()


def _remember(store: Store, laid: LaidOut) -> None:
    """Keep a claim of every incident that is no more: it leads to the present one."""
    there = BoardIncident.objects.using(store.alias).values_list("pk", flat=True)
    gone = set(there.iterator()) - {row[0] for row in laid.rows.get(BoardIncident, ())}
    if not gone:
        return
    held = BoardClaim.objects.using(store.alias).values_list("incident", "claim")
    some = {incident: claim for incident, claim in held.iterator() if incident in gone}
    insert(store.alias, BoardWas, list(some.items()), on_conflict=REPLACE)


def _write(store: Store, kind: type[models.Model], rows: Rows) -> None:
    """Write the rows that are new or other than before, and drop those that are not."""
    names = columns(kind)
    keys = [each.attname for each in kind._meta.pk_fields]
    told = (*keys, "mark") if "mark" in names else names
    key = itemgetter(*(names.index(each) for each in keys))
    stamp = itemgetter(*(names.index(each) for each in told))
    kept = kind._default_manager.using(store.alias).values_list(*told)
    before = {_key(row, keys): row for row in kept.iterator(chunk_size=AT_ONCE)}
    new = [row for row in rows if before.get(key(row)) != stamp(row)]
    gone = before.keys() - {key(row) for row in rows}
    _drop(store, kind, keys, gone)
    insert(store.alias, kind, new, on_conflict=REPLACE)


def _key(row: tuple[Any, ...], keys: Sequence[str]) -> Any:
    return row[0] if len(keys) == 1 else row[: len(keys)]


def _drop(
    store: Store, kind: type[models.Model], keys: Sequence[str], gone: Iterable[Any]
) -> None:
    values = [each if len(keys) > 1 else (each,) for each in gone]
    where = " AND ".join(f'"{key}" = %s' for key in keys)
    if values:
        with store.connection.cursor() as cursor:
            statement = f'DELETE FROM "{kind._meta.db_table}" WHERE {where}'
            cursor.executemany(statement, values)


def empty(store: Store) -> None:
    """Leave nothing on the board: something was erased, or the tables were made anew.

    Inside a transaction.
    """
    for kind in BOARD:
        kind._default_manager.using(store.alias).all().delete()
