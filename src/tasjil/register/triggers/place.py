"""Puts guards in place, in whichever store the tables are made."""

from collections.abc import Mapping, Sequence

from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def place(
    editor: BaseDatabaseSchemaEditor, guards: Mapping[str, Sequence[str]]
) -> None:
    """Run the statements of the store's vendor; one without guards is refused.

    Args:
        editor: As a migration has it.
        guards: Statements by vendor, `{schema}` where a server's needs its schema.
    """
    statements = guards[editor.connection.vendor]
    if editor.connection.vendor == "postgresql":
        with editor.connection.cursor() as cursor:
            cursor.execute("SELECT quote_ident(current_schema())")
            schema = cursor.fetchone()[0]
        statements = [each.replace("{schema}", schema) for each in statements]
    for statement in statements:
        editor.execute(statement)
