"""Where the rows made from the log go: into a store, or to another process."""

from collections.abc import Sequence
from typing import Any, Protocol

from django.db import connections, models

from tasjil.register.rows import REPLACE, insert

Rows = Sequence[Sequence[Any]]


class Target(Protocol):
    """Takes rows and statements, in order."""

    def replace(self, kind: type[models.Model], rows: Rows, same: str = "") -> None:
        """Keep rows, each in place of the one with its key.

        Args:
            kind: The table.
            rows: A value for every column, in the order of the model.
            same: Only where this column has the value the new row brings.
        """

    def each(self, statement: str, rows: Rows) -> None:
        """Run a statement once for each row of values."""


class InStore:
    """Writes to a store at once, in whatever transaction is open."""

    def __init__(self, alias: str) -> None:
        """Write to the database of that alias."""
        self._alias = alias

    def replace(self, kind: type[models.Model], rows: Rows, same: str = "") -> None:
        """Keep rows, each in place of the one with its key."""
        insert(self._alias, kind, rows, on_conflict=REPLACE, same=same)

    def each(self, statement: str, rows: Rows) -> None:
        """Run a statement once for each row of values."""
        with connections[self._alias].cursor() as cursor:
            cursor.executemany(statement, rows)
