"""Guards on the logs of other offices: kept as each signed them, and only growing."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from tasjil.register.triggers import offices
from tasjil.register.triggers.place import place

GUARDS = {"sqlite": offices.SQLITE, "postgresql": offices.POSTGRESQL}
"""By vendor; a store for another server brings its own and fails until it does."""


def guard(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers in place."""
    place(editor, GUARDS)


class Migration(migrations.Migration):
    """Guards on other offices and their entries."""

    dependencies = [("register", "0006_tally")]

    operations = [migrations.RunPython(guard, migrations.RunPython.noop)]
