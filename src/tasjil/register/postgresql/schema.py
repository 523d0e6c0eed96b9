"""How a case's schema comes to be on a server, and how it goes."""

from django.db import transaction

from tasjil.errors import RegisterError
from tasjil.register.border import translated
from tasjil.register.postgresql.address import new_schema, postgresql
from tasjil.register.store import Store

NEEDED = {
    "server_encoding": ("UTF8", "a database for every script (ENCODING 'UTF8')"),
    "fsync": ("on", "a server that waits for its disk (fsync = on)"),
    "full_page_writes": ("on", "a server that survives a power cut whole"),
}
"""What a server must be set to, and how that is said."""


def create(url: str) -> str:
    """Make the schema of an empty register; a crash leaves none.

    Returns:
        Its name, for `postgresql`.

    Raises:
        RegisterError: The server cannot be reached, does not allow it, or does not
            keep what it acknowledges.
    """
    schema = new_schema()
    store = Store(postgresql(schema, url) | {"TAKES_TURNS": False})
    try:
        with translated():
            _check(store)
            with transaction.atomic(using=store.alias):
                with store.connection.cursor() as cursor:
                    cursor.execute(f'CREATE SCHEMA "{schema}"')
                store.migrate()
    finally:
        store.close()
    return schema


def drop(schema: str, url: str) -> None:
    """Remove a schema with all that is in it: one that became no register."""
    store = Store(postgresql(schema, url) | {"TAKES_TURNS": False})
    try:
        with translated(), store.connection.cursor() as cursor:
            cursor.execute(f'DROP SCHEMA IF EXISTS "{schema}" CASCADE')
    finally:
        store.close()


def _check(store: Store) -> None:
    with store.connection.cursor() as cursor:
        for name, (value, expected) in NEEDED.items():
            cursor.execute(f"SHOW {name}")
            (found,) = cursor.fetchone()
            if found != value:
                raise RegisterError(
                    f"expected {expected}, found {name} = {found}; have the server "
                    "set up so, or use another"
                )
