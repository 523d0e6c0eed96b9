"""Claims that people correct, add and code twice can be asked."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Four tables, one of them anew; they are filled when the tables are made again."""

    dependencies = [("register", "0012_jobs")]

    operations = [
        # Made anew, as it is filled anew: a column put into it would stand in another
        # place wherever this step was ever undone and done again.
        migrations.DeleteModel(name="JudgementRow"),
        migrations.CreateModel(
            name="JudgementRow",
            fields=[
                ("seq", models.IntegerField(primary_key=True, serialize=False)),
                ("claim", models.TextField(db_index=True)),
                ("state", models.TextField()),
                ("by", models.TextField()),
                ("at", models.TextField()),
                ("because", models.TextField()),
                ("takes_back", models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name="MadeRow",
            fields=[
                ("claim", models.TextField(primary_key=True, serialize=False)),
                ("seq", models.BigIntegerField()),
                ("report", models.TextField(db_index=True)),
                ("of", models.TextField(db_index=True)),
                ("root", models.TextField(db_index=True)),
                ("by", models.TextField()),
                ("at", models.TextField()),
                ("because", models.TextField()),
                ("withdrawn", models.BigIntegerField(null=True)),
                ("withdrawn_by", models.TextField(default="")),
                ("withdrawn_at", models.TextField(default="")),
                ("withdrawn_because", models.TextField(default="")),
            ],
        ),
        migrations.CreateModel(
            name="CodingRow",
            fields=[
                ("seq", models.BigIntegerField(primary_key=True, serialize=False)),
                ("report", models.TextField(db_index=True)),
                ("one", models.TextField(db_index=True)),
                ("other", models.TextField(db_index=True)),
                ("by", models.TextField()),
                ("at", models.TextField()),
                ("because", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="CodedRow",
            fields=[
                ("seq", models.BigIntegerField(primary_key=True, serialize=False)),
                ("asked", models.BigIntegerField(db_index=True)),
                ("report", models.TextField(db_index=True)),
                ("by", models.TextField()),
                ("at", models.TextField()),
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
