"""The tree over a log begun before there was one, and guards on what was signed.

A checkpoint and a stamp are kept as they came: what an office once signed is what it
can be held to.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from tasjil.register.tree.merkle import Frontier
from tasjil.register.triggers import postgresql
from tasjil.register.triggers.place import place

SQLITE = (
    """
    CREATE TRIGGER checkpoint_never_changes BEFORE UPDATE ON register_checkpoint
    BEGIN SELECT RAISE(ABORT, 'append-only: a checkpoint is never changed'); END
    """,
    """
    CREATE TRIGGER checkpoint_never_goes BEFORE DELETE ON register_checkpoint
    BEGIN SELECT RAISE(ABORT, 'append-only: a checkpoint is never removed'); END
    """,
    """
    CREATE TRIGGER checkpoint_is_kept_once BEFORE INSERT ON register_checkpoint
    WHEN EXISTS (SELECT 1 FROM register_checkpoint WHERE size = NEW.size)
    BEGIN SELECT RAISE(ABORT, 'append-only: a size is signed once'); END
    """,
    """
    CREATE TRIGGER checkpoint_is_of_the_log BEFORE INSERT ON register_checkpoint
    WHEN NEW.size IS NULL OR NEW.size < 1
        OR NEW.size > (SELECT size FROM register_head)
    BEGIN SELECT RAISE(ABORT, 'append-only: the log was never so long'); END
    """,
    """
    CREATE TRIGGER stamp_never_changes BEFORE UPDATE ON register_stamp
    BEGIN SELECT RAISE(ABORT, 'append-only: a stamp is never changed'); END
    """,
    """
    CREATE TRIGGER stamp_never_goes BEFORE DELETE ON register_stamp
    BEGIN SELECT RAISE(ABORT, 'append-only: a stamp is never removed'); END
    """,
    """
    CREATE TRIGGER stamp_is_kept_once BEFORE INSERT ON register_stamp
    WHEN EXISTS (SELECT 1 FROM register_stamp WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'append-only: a stamp is kept once'); END
    """,
    """
    CREATE TRIGGER stamp_is_of_a_checkpoint BEFORE INSERT ON register_stamp
    WHEN NOT EXISTS (SELECT 1 FROM register_checkpoint WHERE size = NEW.size)
    BEGIN SELECT RAISE(ABORT, 'append-only: a stamp is of a checkpoint'); END
    """,
)

GUARDS = {"sqlite": SQLITE, "postgresql": postgresql.SIGNED}
"""By vendor; a store for another server brings its own and fails until it does."""


def guard(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers in place."""
    place(editor, GUARDS)


def grow(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the tree over the entries that are there."""
    alias = editor.connection.alias
    entries = apps.get_model("register", "Entry").objects.using(alias).order_by("seq")
    digests = entries.values_list("digest", flat=True).iterator(chunk_size=1_000)
    try:
        tree = Frontier().grown(bytes.fromhex(digest) for digest in digests)
    except ValueError:
        # Somebody was at the log. It takes no more entries, and `verify` names the
        # first bad one.
        return
    heads = apps.get_model("register", "Head").objects.using(alias)
    heads.filter(size=tree.size).update(frontier=tree.text)


class Migration(migrations.Migration):
    """The tree over the log, and guards on checkpoints and stamps."""

    dependencies = [("register", "0004_erasing")]

    operations = [
        migrations.RunPython(grow, migrations.RunPython.noop),
        migrations.RunPython(guard, migrations.RunPython.noop),
    ]
