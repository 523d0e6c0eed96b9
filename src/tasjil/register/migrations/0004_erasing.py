"""Guards that let a content and a sealed identity be destroyed, and nothing else.

A content is destroyed where an entry says so (`ErasedRow` is made from those entries);
an identity where its row says that it was erased. `verify` makes both tables again from
the log, so that a row put there by hand to get past a guard is found.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from tasjil.register.triggers import postgresql
from tasjil.register.triggers.place import place

SQLITE = (
    "DROP TRIGGER content_never_changes",
    """
    CREATE TRIGGER content_never_changes BEFORE UPDATE ON register_content
    WHEN NEW.data IS NOT NULL
        OR NEW.digest IS NOT OLD.digest
        OR NEW.size IS NOT OLD.size
        OR NOT EXISTS (SELECT 1 FROM register_erasedrow WHERE digest = OLD.digest)
    BEGIN SELECT RAISE(ABORT, 'append-only: a content is never changed'); END
    """,
    """
    CREATE TRIGGER sealed_never_changes BEFORE UPDATE ON register_sealed
    WHEN NEW.data IS NOT NULL
        OR NEW.key IS NOT NULL
        OR NEW.reference IS NOT OLD.reference
        OR NOT EXISTS (
            SELECT 1 FROM register_identityrow
            WHERE reference = OLD.reference AND erased IS NOT NULL)
    BEGIN SELECT RAISE(ABORT, 'append-only: an identity is never changed'); END
    """,
    """
    CREATE TRIGGER sealed_never_goes BEFORE DELETE ON register_sealed
    BEGIN SELECT RAISE(ABORT, 'append-only: an identity is never removed'); END
    """,
    """
    CREATE TRIGGER sealed_is_kept_once BEFORE INSERT ON register_sealed
    WHEN EXISTS (SELECT 1 FROM register_sealed WHERE reference = NEW.reference)
    BEGIN SELECT RAISE(ABORT, 'append-only: an identity is sealed once'); END
    """,
)

GUARDS = {"sqlite": SQLITE, "postgresql": postgresql.ERASING}
"""By vendor; a store for another server brings its own and fails until it does."""


def guard(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers in place."""
    place(editor, GUARDS)


class Migration(migrations.Migration):
    """Guards on the sealed box, and on what was erased."""

    dependencies = [("register", "0003_register")]

    operations = [migrations.RunPython(guard, migrations.RunPython.noop)]
