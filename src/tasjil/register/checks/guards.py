"""Whether the file under the register is sound, and its guards still in place."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Thread

from tasjil.errors import LogBroken, RegisterError
from tasjil.register.border import translated
from tasjil.register.postgresql.catalogue import catalogue, just_made
from tasjil.register.postgresql.soundness import check_pages
from tasjil.register.store import Store

SCHEMA = """
    SELECT type, name, tbl_name, sql FROM sqlite_schema
    WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name
"""


def check_file(store: Store) -> None:
    """Ask the store whether its pages, rows and indexes agree; in a transaction.

    Raises:
        LogBroken: They do not; the message quotes nothing of what is kept.
    """
    if store.connection.vendor == "postgresql":
        check_pages(store)
        return
    with translated(), store.connection.cursor() as cursor:
        # Every page carries a code that only the key can make; also those of no use.
        cursor.execute("PRAGMA cipher_integrity_check")
        forged = cursor.fetchall()
        cursor.execute("PRAGMA integrity_check(1)")
        answers = cursor.fetchall()
    if forged or answers != [("ok",)]:
        raise LogBroken(
            "expected a sound database file, found damaged pages; keep a copy of the "
            "register as it is, then go back to your last backup"
        )


@contextmanager
def checked_file(store: Store, *, beside: bool) -> Iterator[None]:
    """Check the file before a block, or in a thread beside it where that saves time.

    What is wrong with the file comes before anything that is wrong with what it says.

    Raises:
        LogBroken: Its pages, rows and indexes do not agree.
    """
    if not beside:
        check_file(store)
        yield
        return
    wrong: list[RegisterError] = []

    def check() -> None:
        try:
            check_file(store)
        except RegisterError as found:
            wrong.append(found)
        finally:
            # Each thread has a connection of its own.
            store.connection.close()

    thread = Thread(target=check, daemon=True)
    thread.start()
    try:
        yield
    finally:
        thread.join()
        if wrong:
            raise wrong[0] from None


def check_tables(store: Store, fresh: Store) -> None:
    """Compare tables, indexes and triggers with those of a register just made.

    Args:
        store: The register.
        fresh: An empty one in memory; a server makes one of its own kind.

    Raises:
        LogBroken: One is missing, was changed or was put in.
    """
    if store.connection.vendor == "postgresql":
        _compare(catalogue(store), just_made(store))
    else:
        _compare(_schema(store), _schema(fresh))


def _compare(
    kept: Mapping[tuple[str, str], object], expected: Mapping[tuple[str, str], object]
) -> None:
    for name in sorted(kept.keys() | expected.keys()):
        if kept.get(name) != expected.get(name):
            raise LogBroken(
                f"the {name[0]} {name[1]!r} of the register is not as tasjil makes it: "
                "somebody took a guard away or changed a table; keep a copy of the "
                "register as it is, then go back to your last backup"
            )


def _schema(store: Store) -> dict[tuple[str, str], tuple[str, str | None]]:
    with translated(), store.connection.cursor() as cursor:
        cursor.execute(SCHEMA)
        rows = cursor.fetchall()
    return {(str(kind), str(name)): (table, sql) for kind, name, table, sql in rows}
