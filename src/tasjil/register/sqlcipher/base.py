"""Django's SQLite backend over SQLCipher's driver; the key comes with the settings.

Only what differs is here: another driver, and a key before anything else is asked.
"""

import itertools
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.backends.sqlite3._functions import (  # type: ignore[import-untyped]
    register as register_functions,
)
from sqlcipher3 import dbapi2 as driver

from tasjil.register.secret import Secret

# Django taught the standard driver how to write dates and decimals; teach this one.
for (_kind, _), _adapter in sqlite3.adapters.items():
    driver.register_adapter(_kind, _adapter)
for _name, _converter in sqlite3.converters.items():
    driver.register_converter(_name, _converter)


class Cursor(driver.Cursor):  # type: ignore[misc]
    """Takes `%s` where the driver wants `?`, as Django's own cursor does."""

    def execute(self, query: str, params: Any = None) -> Any:
        """Run one statement."""
        if params is None:
            return super().execute(query)
        return super().execute(_converted(self, query, params), params)

    def executemany(self, query: str, param_list: Iterable[Any]) -> Any:
        """Run one statement for each set of values."""
        peek, values = itertools.tee(iter(param_list))
        first = next(peek, None)
        if first is None:
            return None
        return super().executemany(_converted(self, query, first), values)


def _converted(cursor: Any, query: str, params: Any) -> str:
    names = list(params) if isinstance(params, Mapping) else None
    converted: str = base.SQLiteCursorWrapper.convert_query(
        cursor, query, param_names=names
    )
    return converted


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that gives its key before it reads a byte."""

    Database = driver
    init_commands: list[str]

    def get_connection_params(self) -> dict[str, Any]:
        """Keep the key out of what the driver is called with."""
        params: dict[str, Any] = super().get_connection_params()
        self._key: Secret = params.pop("key")
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Open the file, give the key, and do what Django does for any SQLite."""
        connection = driver.connect(**conn_params)
        # A raw key: SQLCipher's own stretching would cost a fifth of a second each.
        connection.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")
        # It would write to the terminal by itself; what is wrong, `border` says.
        connection.execute("PRAGMA cipher_log_level = NONE")
        register_functions(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA legacy_alter_table = OFF")
        for command in filter(None, (each.strip() for each in self.init_commands)):
            connection.execute(command)
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        """Give a cursor that understands Django's placeholders."""
        return self.connection.cursor(factory=Cursor)
