"""Estimates that were kept can be asked."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """One table of estimates; it is filled when the tables are made again."""

    dependencies = [("register", "0010_persons")]

    operations = [
        migrations.CreateModel(
            name="EstimateRow",
            fields=[
                ("id", models.TextField(primary_key=True, serialize=False)),
                ("seq", models.BigIntegerField()),
                ("office", models.TextField()),
                ("by", models.TextField()),
                ("at", models.TextField()),
                ("because", models.TextField()),
                ("data", models.TextField()),
                ("basis", models.TextField()),
                ("asked", models.TextField()),
                ("withdrawn", models.BigIntegerField(null=True)),
                ("withdrawn_by", models.TextField(default="")),
                ("withdrawn_because", models.TextField(default="")),
                (
                    "content",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="register.content",
                    ),
                ),
            ],
        ),
    ]
