"""The derived tables: how changes are written to them, and what they hold in sum."""

from collections.abc import Iterable
from hashlib import sha256
from operator import attrgetter

import msgspec
from django.db import models

from tasjil.model.judgement import ClaimState
from tasjil.register.derived.changes import (
    Amend,
    Change,
    Claimed,
    Drop,
    Make,
    Propose,
    Put,
    SetState,
    Supersede,
    Withdraw,
)
from tasjil.register.derived.target import Target
from tasjil.register.rows import columns
from tasjil.register.store import DERIVED, ClaimRow, Store

MANY = 2_000
"""How many changes wait before they are written."""

NEEDED = ("claim_report",)
"""The index by which a new reading finds what it replaces."""

OLDER_GO = """
    DELETE FROM register_claimrow WHERE report = %s AND state = %s AND seq < %s
    AND substr(reader, 1, 7) <> 'person/'
"""
SET_STATE = """
    UPDATE register_claimrow SET state = %s
    WHERE id = %s AND state NOT IN ('corrected', 'withdrawn')
"""
CORRECT = """
    UPDATE register_claimrow SET state = 'corrected' WHERE state <> 'withdrawn' AND (
        id = %s OR id IN (SELECT claim FROM register_maderow WHERE root = %s)
    )
"""
STAND_AGAIN = """
    UPDATE register_claimrow SET state = %s WHERE id = %s AND state = 'corrected'
    AND EXISTS (
        SELECT 1 FROM register_claimrow AS made
        WHERE made.id = %s AND made.state NOT IN ('corrected', 'withdrawn')
    )
"""
WITHDRAW = "UPDATE register_claimrow SET state = 'withdrawn' WHERE id = %s"


class Tables:
    """Writes changes in few statements, with the result of writing them one by one.

    Rows of different keys commute, and so do proposals and what supersedes them, since
    that goes by the place in the log. Only a judgement has to come after the claim it
    judges, and before a later proposal of the same claim.
    """

    def __init__(self, target: Target) -> None:
        """Write to a target."""
        self._target = target
        self._rows: dict[type[models.Model], dict[object, models.Model]] = {}
        self._proposed: dict[str, Claimed] = {}
        self._superseded: dict[str, int] = {}
        self._states: dict[str, str] = {}
        self._waiting = 0

    def add(self, changes: Iterable[Change]) -> None:
        """Take changes in; they are written when many wait, or at `flush`."""
        for change in changes:
            match change:
                case Put(row):
                    self._rows.setdefault(type(row), {})[row.pk] = row
                case Amend():
                    self._write_rows(change.kind)
                    self._amend(change)
                case Propose(row):
                    self._write_states()
                    self._proposed[row.id] = row
                case Supersede(report, before):
                    self._write_states()
                    self._superseded[report] = before
                case SetState(claim, state):
                    self._write_claims()
                    self._states[claim] = state
                case Make() | Withdraw() | Drop():
                    self._at_once(change)
            self._waiting += 1
        if self._waiting >= MANY:
            self.flush()

    def flush(self) -> None:
        """Write whatever waits."""
        self._write_claims()
        self._write_states()
        for kind in list(self._rows):
            self._write_rows(kind)
        self._waiting = 0

    def _amend(self, change: Amend) -> None:
        sets = ", ".join(f'"{name}" = %s' for name in change.values)
        key = change.kind._meta.pk.attname
        statement = (
            f'UPDATE "{change.kind._meta.db_table}" SET {sets} WHERE "{key}" = %s'
        )
        self._target.each(statement, [(*change.values.values(), change.key)])

    def _at_once(self, change: Make | Withdraw | Drop) -> None:
        """Write what rests on the rows that wait, after them: these are few."""
        self.flush()
        match change:
            case Make():
                self._make(change)
            case Withdraw():
                self._withdraw(change)
            case Drop():
                self._drop(change)

    def _make(self, made: Make) -> None:
        """Keep what a person made, and no older claim of its line beside it."""
        if made.root:
            self._target.each(CORRECT, [(made.root, made.root)])
        # The same id and words can come from another office too: they are one claim.
        self._replace(ClaimRow, [made.row], same="content_id")

    def _withdraw(self, back: Withdraw) -> None:
        if back.of:
            self._target.each(STAND_AGAIN, [(back.state, back.of, back.claim)])
        self._target.each(WITHDRAW, [(back.claim,)])

    def _drop(self, gone: Drop) -> None:
        table = gone.kind._meta.db_table
        statement = f'DELETE FROM "{table}" WHERE "{gone.column}" = %s'
        self._target.each(statement, [(value,) for value in gone.values])

    def _write_rows(self, kind: type[models.Model]) -> None:
        self._replace(kind, self._rows.pop(kind, {}).values())

    def _write_claims(self) -> None:
        # A claim that was judged is not proposed any more: the row that is there stays.
        self._replace(ClaimRow, self._proposed.values(), same="state")
        self._proposed.clear()
        older = [
            (report, ClaimState.PROPOSED.value, before)
            for report, before in self._superseded.items()
        ]
        if older:
            self._target.each(OLDER_GO, older)
        self._superseded.clear()

    def _write_states(self) -> None:
        if self._states:
            states = [(state, claim) for claim, state in self._states.items()]
            self._target.each(SET_STATE, states)
            self._states.clear()

    def _replace(
        self,
        kind: type[models.Model],
        rows: Iterable[models.Model | Claimed],
        same: str = "",
    ) -> None:
        values = attrgetter(*columns(kind))
        new = [values(row) for row in rows]
        if new:
            self._target.replace(kind, new, same)


def empty(store: Store) -> None:
    """Drop every derived row."""
    for kind in DERIVED:
        kind._default_manager.using(store.alias).all().delete()


def leave_only_keys(scratch: Store) -> None:
    """Drop the indexes of a scratch store that making the tables does not need."""
    with scratch.connection.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
        )
        for (name,) in cursor.fetchall():
            if name not in NEEDED:
                cursor.execute(f'DROP INDEX "{name}"')


def digests(store: Store) -> dict[str, str]:
    """Digest each derived table, row by row in the order of its key.

    Returns:
        The hex SHA-256 by the table's name; equal where the tables are equal.
    """
    return {kind.__name__: _table_digest(kind, store.alias) for kind in DERIVED}


def _table_digest(kind: type[models.Model], alias: str) -> str:
    """MessagePack keeps text, bytes, numbers and NULL apart."""
    digest = sha256()
    rows = kind._default_manager.using(alias).order_by("pk")
    told = rows.values_list(*columns(kind))
    encode = msgspec.msgpack.Encoder().encode
    for row in told.iterator(chunk_size=1_000):
        digest.update(encode(row))
    for field in kind._meta.concrete_fields:
        if isinstance(field, models.BooleanField):
            # A file can hold 7 where yes or no should stand, and it would read as no.
            neither = rows.exclude(**{f"{field.attname}__in": (True, False)})
            digest.update(b"neither" * neither.count())
    return digest.hexdigest()
