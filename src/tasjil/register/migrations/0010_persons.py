"""Which records are held to be one person can be asked, and how that came to be."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two tables of persons linked; they are filled when the tables are made again."""

    dependencies = [("register", "0009_links")]

    operations = [
        migrations.CreateModel(
            name="PersonRow",
            fields=[
                ("record", models.TextField(primary_key=True, serialize=False)),
                ("seq", models.BigIntegerField()),
                ("paper", models.TextField(db_index=True)),
                ("person", models.TextField(db_index=True)),
                ("told", models.TextField()),
                ("certainty", models.IntegerField()),
                ("doubtful", models.BooleanField()),
            ],
        ),
        migrations.CreateModel(
            name="PersonMoveRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "seq", "record", blank=True, editable=False, primary_key=True
                    ),
                ),
                ("seq", models.BigIntegerField()),
                ("record", models.TextField(db_index=True)),
                ("paper", models.TextField(db_index=True)),
                ("was", models.TextField(db_index=True)),
                ("person", models.TextField(db_index=True)),
                ("run", models.BigIntegerField()),
                ("at", models.TextField()),
            ],
        ),
    ]
