"""Django's way to PostgreSQL, so that a table is the same as it is in a file.

Names in Arabic and Latin letters sort as each server was set up, if it is left to the
server: then two equal tables have two digests. Here every text has the order of its
bytes, whatever table it is in, and every whole number has room for a long log.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.backends.postgresql.base import DatabaseWrapper as Plain
from django.db.backends.postgresql.operations import DatabaseOperations
from django.db.backends.postgresql.schema import DatabaseSchemaEditor
from django.db.models import Field, Model


class SchemaEditor(DatabaseSchemaEditor):
    """Makes tables without the second index that only another order would need."""

    def _create_like_index_sql(self, model: type[Model], field: Field[Any, Any]) -> Any:
        """Make none: an index in the order of bytes serves LIKE as it is."""
        return None


class Operations(DatabaseOperations):
    """Knows that every whole number has eight bytes."""

    integer_field_ranges: ClassVar[dict[str, Any]] = {
        **DatabaseOperations.integer_field_ranges,
        "IntegerField": DatabaseOperations.integer_field_ranges["BigIntegerField"],
    }
    integerfield_type_map: ClassVar[dict[str, Any]] = {
        **DatabaseOperations.integerfield_type_map,
        "IntegerField": DatabaseOperations.integerfield_type_map["BigIntegerField"],
    }


class DatabaseWrapper(Plain):
    """A connection to a register on a server."""

    SchemaEditorClass = SchemaEditor
    ops_class = Operations
    data_types: ClassVar[dict[str, Any]] = {
        **Plain.data_types,
        "TextField": 'text COLLATE "C"',
        "IntegerField": "bigint",
    }
