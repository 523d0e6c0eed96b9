"""Triggers that hold the log append-only, against any program that opens the file.

`INSERT OR REPLACE` walks past a delete trigger in SQLite, so an insert must be the very
next entry and chain to the one before it. A content that is there is left as it is.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

NO_PREVIOUS = "0" * 64

SQLITE = (
    """
    CREATE TRIGGER entry_never_changes BEFORE UPDATE ON register_entry
    BEGIN SELECT RAISE(ABORT, 'append-only: an entry is never changed'); END
    """,
    """
    CREATE TRIGGER entry_never_goes BEFORE DELETE ON register_entry
    BEGIN SELECT RAISE(ABORT, 'append-only: an entry is never removed'); END
    """,
    """
    CREATE TRIGGER entry_is_next BEFORE INSERT ON register_entry
    WHEN NEW.seq IS NOT (SELECT COALESCE(MAX(seq), 0) + 1 FROM register_entry)
    BEGIN SELECT RAISE(ABORT, 'append-only: expected the next entry'); END
    """,
    f"""
    CREATE TRIGGER entry_is_chained BEFORE INSERT ON register_entry
    WHEN NEW.previous IS NOT COALESCE(
        (SELECT digest FROM register_entry WHERE seq = NEW.seq - 1), '{NO_PREVIOUS}')
    BEGIN SELECT RAISE(ABORT, 'append-only: expected a chained entry'); END
    """,
    """
    CREATE TRIGGER content_never_changes BEFORE UPDATE ON register_content
    BEGIN SELECT RAISE(ABORT, 'append-only: a content is never changed'); END
    """,
    """
    CREATE TRIGGER content_never_goes BEFORE DELETE ON register_content
    BEGIN SELECT RAISE(ABORT, 'append-only: a content is never removed'); END
    """,
    """
    CREATE TRIGGER content_is_kept_once BEFORE INSERT ON register_content
    WHEN EXISTS (SELECT 1 FROM register_content WHERE digest = NEW.digest)
    BEGIN SELECT RAISE(IGNORE); END
    """,
    """
    CREATE TRIGGER head_never_goes BEFORE DELETE ON register_head
    BEGIN SELECT RAISE(ABORT, 'append-only: the head is never removed'); END
    """,
    """
    CREATE TRIGGER head_is_one BEFORE INSERT ON register_head
    WHEN EXISTS (SELECT 1 FROM register_head)
    BEGIN SELECT RAISE(ABORT, 'append-only: a log has one head'); END
    """,
    """
    CREATE TRIGGER head_only_grows BEFORE UPDATE ON register_head
    WHEN NEW.size < OLD.size OR NEW.id IS NOT OLD.id
    BEGIN SELECT RAISE(ABORT, 'append-only: the log never shrinks'); END
    """,
)

GUARDS = {"sqlite": SQLITE}
"""By vendor; a store for another server brings its own and fails until it does."""


def guard(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers in place."""
    for statement in GUARDS[editor.connection.vendor]:
        editor.execute(statement)


def begin(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Write the head of an empty log."""
    head = apps.get_model("register", "Head")
    head.objects.using(editor.connection.alias).create(id=1, size=0, digest=NO_PREVIOUS)


class Migration(migrations.Migration):
    """Guards on the log, and the head of an empty log."""

    dependencies = [("register", "0001_tables")]

    operations = [
        migrations.RunPython(guard, migrations.RunPython.noop),
        migrations.RunPython(begin, migrations.RunPython.noop),
    ]
