"""The one place that knows which database a register stands in, and sets Django up.

Each open register is a database of its own to Django, under its own alias, so that
several cases can be open in one process. A store on another server, or an encrypted
one, is another way to make the settings of that database; nothing else changes.
"""

import itertools
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.utils.connection import ConnectionDoesNotExist

from tasjil.errors import LogBroken, RegisterError
from tasjil.model.ids import UserId
from tasjil.register import settings as own_settings
from tasjil.register.border import translated
from tasjil.register.secret import Secret

if not settings.configured:
    # A web site configures Django before it comes here; then its settings stand.
    settings.configure(
        **{
            name: getattr(own_settings, name)
            for name in dir(own_settings)
            if name.isupper()
        }
    )
    django.setup()

# Only now can tables be imported; everything of the register takes them from here.
from tasjil.register.board_tables import (  # noqa: E402
    BoardClaim,
    BoardFigure,
    BoardIncident,
    BoardName,
    BoardPart,
    BoardPerson,
    BoardPlace,
    BoardRecord,
    BoardRow,
    BoardSheet,
    BoardWas,
    BoardWord,
)
from tasjil.register.box_tables import (  # noqa: E402
    ConsentRow,
    IdentityRow,
    ProtectedRow,
)
from tasjil.register.claim_tables import CodedRow, CodingRow, MadeRow  # noqa: E402
from tasjil.register.correction_tables import CorrectionRow  # noqa: E402
from tasjil.register.desk_tables import (  # noqa: E402
    BESIDE,
    IncomingRow,
    JobRow,
    SecondFactorRow,
    SeenRow,
)
from tasjil.register.models import (  # noqa: E402
    DERIVED,
    AssessmentRow,
    CaseRow,
    Checkpoint,
    ClaimRow,
    Content,
    DissentRow,
    Entry,
    ErasedRow,
    EstimateRow,
    Head,
    JudgementRow,
    LinkRow,
    Peer,
    PeerEntry,
    PersonMoveRow,
    PersonRow,
    ReadingRow,
    ReportRow,
    RequestRow,
    Sealed,
    Stamp,
    UserRow,
)
from tasjil.register.review_tables import (  # noqa: E402
    BOARD,
    ReviewCard,
    ReviewDocument,
    ReviewRows,
)

__all__ = [
    "BOARD",
    "BoardClaim",
    "BoardFigure",
    "BoardIncident",
    "BoardName",
    "BoardPart",
    "BoardPerson",
    "BoardPlace",
    "BoardRecord",
    "BoardRow",
    "BoardSheet",
    "BoardWas",
    "BoardWord",
    "BESIDE",
    "DERIVED",
    "AssessmentRow",
    "DissentRow",
    "CaseRow",
    "Checkpoint",
    "ClaimRow",
    "CodedRow",
    "CodingRow",
    "CorrectionRow",
    "ConsentRow",
    "Content",
    "Entry",
    "ErasedRow",
    "EstimateRow",
    "Head",
    "IdentityRow",
    "IncomingRow",
    "JobRow",
    "JudgementRow",
    "LinkRow",
    "MadeRow",
    "Peer",
    "PeerEntry",
    "PersonMoveRow",
    "PersonRow",
    "SeenRow",
    "ProtectedRow",
    "ReadingRow",
    "ReportRow",
    "RequestRow",
    "ReviewCard",
    "ReviewDocument",
    "ReviewRows",
    "Sealed",
    "SecondFactorRow",
    "Stamp",
    "Store",
    "UserRow",
    "scratch",
    "sqlcipher",
]

_numbers = itertools.count(1)
_known = threading.Lock()

BUSY_SECONDS = 60.0
"""How long to wait for another program that writes, before saying it is busy.

SQLite's waiters stand in no queue, they look again now and then: with eight programs
that write without a pause, one of them was once still out of luck after 20 seconds.
"""

TRAVEL = (
    "this is a travel copy, to look at: expected nothing to be written to it; do it at "
    "home, on the register that the copy was taken from"
)

BUILDING = 131_072
"""KiB of pages kept in memory: digests land all over the index of contents, and 128 MB
holds that of a million."""

LIGHT = 8_192
"""KiB for whoever answers one question after the other, and shares a machine."""

PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    # An action that was acknowledged survives a power cut.
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",
    # Sorting and joining must never spill testimony into a temporary file.
    "PRAGMA temp_store=MEMORY",
    "PRAGMA trusted_schema=OFF",
    # Pages that change in many actions are written back to their place once.
    "PRAGMA wal_autocheckpoint=4000",
    "PRAGMA cell_size_check=ON",
)


def sqlcipher(
    path: Path, key: Secret, *, writes: bool = True, light: bool = False
) -> dict[str, Any]:
    """Say to Django how to open an existing file; it is never created on the way.

    Args:
        path: The register's file, encrypted as a whole.
        key: Its raw key.
        writes: False for a connection on which SQLite refuses every write.
        light: Keep little in memory.
    """
    cache = f"PRAGMA cache_size=-{LIGHT if light else BUILDING}"
    pragmas = (cache, *_pragmas(writes))
    mode = (
        "mode=ro&immutable=1" if not writes and _on_a_locked_disk(path) else "mode=rw"
    )
    return {
        "ENGINE": "tasjil.register.sqlcipher",
        "NAME": f"{path.absolute().as_uri()}?{mode}",
        "OPTIONS": {
            "key": key,
            "timeout": BUSY_SECONDS,
            "transaction_mode": "IMMEDIATE" if writes else "DEFERRED",
            "init_command": ";".join(pragmas),
        },
    }


def _pragmas(writes: bool) -> tuple[str, ...]:
    return PRAGMAS if writes else (*PRAGMAS[2:], "PRAGMA query_only=ON")


def _on_a_locked_disk(path: Path) -> bool:
    """Tell whether nobody can write beside the file: then it is read as it lies.

    SQLite otherwise wants a file of its own beside it, and could not open a register
    on a disk that is sealed as evidence.
    """
    waiting = path.with_name(f"{path.name}-wal")
    return not os.access(path.parent, os.W_OK) and not waiting.exists()


def scratch() -> dict[str, Any]:
    """Say to Django how to open an empty database in memory, for one check.

    Not plain `:memory:`, which Django never closes.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": "file::memory:?cache=private",
        "OPTIONS": {"init_command": "PRAGMA temp_store=MEMORY"},
    }


class Store:
    """One database that holds, or can hold, a register.

    Attributes:
        alias: What Django calls it; every query says `using(store.alias)`.
        database: How Django opens it.
        user: Who opened it; whatever they do is asked of `permissions`.
        travels: It is a travel copy, in which nothing is written down.
    """

    def __init__(self, database: dict[str, Any], user: UserId | None = None) -> None:
        """Make the database known to Django; nothing is opened yet."""
        self.database = database
        self.user = user
        self.alias = f"register-{next(_numbers)}"
        self._takes_turns: bool = database.get("TAKES_TURNS", False)
        self.travels: bool = database.get("TRAVELS", False)
        known = connections.configure_settings({"default": {}, self.alias: database})
        _know({self.alias: known[self.alias]})

    @property
    def connection(self) -> BaseDatabaseWrapper:
        """This thread's connection."""
        return connections[self.alias]

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all of an action or nothing of it; never inside another action."""
        with translated(), transaction.atomic(using=self.alias, durable=True):
            if self._takes_turns:
                # As BEGIN IMMEDIATE in a file: what this action looks up first still
                # holds when it is written.
                list(Head.objects.using(self.alias).select_for_update())
            yield

    def require_log(self) -> None:
        """Raise `LogBroken` where the database never was a register."""
        with translated():
            tables = self.connection.introspection.table_names()
        if Entry._meta.db_table not in tables:
            raise LogBroken(
                "expected a register, found a database without a log; check the path, "
                "or go back to your last backup"
            )

    def migrate(self, then: Callable[[], None] = lambda: None) -> None:
        """Bring the tables up to this program, in a database old or new.

        All steps are one, with what follows them: a program that dies on the way
        leaves the tables of the older one, and the next begins again.

        Args:
            then: Makes the derived tables again; called where there was a step to do.

        Raises:
            RegisterError: A newer program made them.
        """
        with translated():
            if not _steps_to_do(MigrationExecutor(self.connection)):
                return
            with self._alone():
                executor = MigrationExecutor(self.connection)
                if _steps_to_do(executor):
                    executor.migrate(executor.loader.graph.leaf_nodes("register"))
                    then()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """All steps or none, and no other program at the same time."""
        if self.connection.vendor != "postgresql":
            # SQLite's tables can be altered only where this is off, and it can be
            # turned off only outside a transaction.
            self.connection.disable_constraint_checking()
            try:
                with transaction.atomic(using=self.alias):
                    yield
            finally:
                self.connection.enable_constraint_checking()
            return
        with transaction.atomic(using=self.alias):
            with self.connection.cursor() as cursor:
                cursor.execute(
                    "SELECT pg_advisory_xact_lock("
                    "hashtextextended(current_schema()::text, 0))"
                )
            yield

    def require_current(self) -> None:
        """Raise `RegisterError` unless the tables are those of this program."""
        with translated():
            to_do = _steps_to_do(MigrationExecutor(self.connection))
        if to_do:
            raise RegisterError(
                f"expected a register of this tasjil, found an older one that lacks "
                f"step {min(to_do)!r}; open the case once with any other command, "
                "which brings it up, and try again"
            )

    def rest(self) -> None:
        """Close this thread's connection, and the next question opens it again.

        A server does so after each answer: pages of one visit stay in no memory, and
        another program can change the keys while nobody asks anything.
        """
        try:
            held = self.connection
        except ConnectionDoesNotExist:
            return
        with translated():
            held.close()
        del connections[self.alias]

    def close(self) -> None:
        """Close this thread's connection and forget the database."""
        if self.alias not in connections.settings:
            return
        self.rest()
        _know({}, without=self.alias)


def _know(more: dict[str, Any], without: str = "") -> None:
    """Make databases known to Django, or forget one.

    The table is put in the place of the old one and never changed: other threads of a
    server walk through it at the end of each of their answers.
    """
    with _known:
        there = {n: v for n, v in connections.settings.items() if n != without}
        vars(connections)["settings"] = {**there, **more}


def _steps_to_do(executor: MigrationExecutor) -> set[str]:
    """Name the steps of the schema that a database lacks."""
    graph, applied = executor.loader.graph.nodes, executor.loader.applied_migrations
    ours = {name for app, name in graph if app == "register"}
    kept = {name for app, name in applied if app == "register"}
    if kept - ours:
        raise RegisterError(
            f"expected a register of this tasjil or an older one, found step "
            f"{max(kept - ours)!r} of a newer one; install the newer tasjil"
        )
    return ours - kept
