"""How rows get into a table: many at a time, by SQL that every store understands.

Django's `bulk_create` makes the same statements at several times the cost; that was
half of what an append took.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from django.db import connections, models

from tasjil.errors import BadValue

KEEP = "keep"
"""Leave the row that is there."""
REPLACE = "replace"
"""Let the new row take the place of the one with its key."""


def insert(
    alias: str,
    kind: type[models.Model],
    rows: Iterable[Sequence[Any]],
    *,
    on_conflict: str | None = None,
    same: str = "",
) -> None:
    """Insert rows, each with a value for every column in the order of the model.

    Args:
        alias: The database.
        kind: The table.
        rows: The values.
        on_conflict: KEEP or REPLACE where the key is there; None to fail.
        same: With REPLACE: only where this column has the value the new row brings.
    """
    values = list(rows)
    if not values:
        return
    _refuse_nul(values)
    connection: Any = connections[alias]
    if connection.vendor == "postgresql":
        source = connection.rows_from_arrays(kind)
        connection.insert_many(_statement(kind, source, on_conflict, same), values)
        return
    marks = ", ".join(["%s"] * len(values[0]))
    statement = _statement(kind, f"VALUES ({marks})", on_conflict, same)
    with connection.cursor() as cursor:
        cursor.executemany(statement, values)


def _refuse_nul(rows: Sequence[Sequence[Any]]) -> None:
    """Refuse text with a NUL character, in a file too, so that every store is equal."""
    for row in rows:
        for value in row:
            if type(value) is str and "\0" in value:
                raise BadValue(
                    "expected text without the NUL character, found one, which a "
                    "PostgreSQL server could not hold; mend it where it was made"
                )


def columns(kind: type[models.Model]) -> tuple[str, ...]:
    """Name a table's columns, in the order of the model."""
    return tuple(field.attname for field in kind._meta.concrete_fields)


@cache
def _statement(
    kind: type[models.Model], source: str, on_conflict: str | None, same: str
) -> str:
    """Write the statement; its names are the models' own, never a user's."""
    names = columns(kind)
    table = kind._meta.db_table
    key = ", ".join(f'"{field.attname}"' for field in kind._meta.pk_fields)
    quoted = ", ".join(f'"{name}"' for name in names)
    statement = f'INSERT INTO "{table}" ({quoted}) {source}'
    if on_conflict == KEEP:
        return f"{statement} ON CONFLICT ({key}) DO NOTHING"
    if on_conflict == REPLACE:
        sets = ", ".join(f'"{name}" = excluded."{name}"' for name in names)
        statement += f" ON CONFLICT ({key}) DO UPDATE SET {sets}"
        if same:
            statement += f' WHERE "{table}"."{same}" = excluded."{same}"'
    return statement
