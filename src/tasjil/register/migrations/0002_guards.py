"""Triggers that hold the log append-only, against any program that opens it."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from tasjil.register.triggers import postgresql, sqlite
from tasjil.register.triggers.place import place

GUARDS = {"sqlite": sqlite.LOG, "postgresql": postgresql.LOG}
"""By vendor; a store for another server brings its own and fails until it does."""


def guard(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers in place."""
    place(editor, GUARDS)


def begin(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Write the head of an empty log."""
    head = apps.get_model("register", "Head")
    head.objects.using(editor.connection.alias).create(
        id=1, size=0, digest=sqlite.NO_PREVIOUS
    )


class Migration(migrations.Migration):
    """Guards on the log, and the head of an empty log."""

    dependencies = [("register", "0001_tables")]

    operations = [
        migrations.RunPython(guard, migrations.RunPython.noop),
        migrations.RunPython(begin, migrations.RunPython.noop),
    ]
