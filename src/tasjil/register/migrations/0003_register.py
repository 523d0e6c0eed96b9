"""Signatures, users, the sealed box, and the logs of other offices."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The tables of a register with several people, and several offices."""

    dependencies = [
        ("register", "0002_guards"),
    ]

    operations = [
        migrations.CreateModel(
            name="AssessmentRow",
            fields=[
                ("seq", models.BigIntegerField(primary_key=True, serialize=False)),
                ("about", models.TextField(db_index=True)),
                ("element", models.TextField()),
                ("by", models.TextField()),
                ("signed", models.BigIntegerField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Checkpoint",
            fields=[
                ("size", models.BigIntegerField(primary_key=True, serialize=False)),
                ("note", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="ConsentRow",
            fields=[
                ("seq", models.BigIntegerField(primary_key=True, serialize=False)),
                ("reference", models.TextField(db_index=True)),
                ("uses", models.TextField()),
                ("withdrawn", models.BigIntegerField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="ErasedRow",
            fields=[
                ("digest", models.TextField(primary_key=True, serialize=False)),
                ("seq", models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="IdentityRow",
            fields=[
                ("reference", models.TextField(primary_key=True, serialize=False)),
                ("seq", models.BigIntegerField()),
                ("kind", models.TextField()),
                ("digest", models.TextField()),
                ("erased", models.BigIntegerField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Peer",
            fields=[
                ("office", models.TextField(primary_key=True, serialize=False)),
                ("name", models.TextField()),
                ("public_key", models.TextField()),
                ("size", models.BigIntegerField()),
                ("digest", models.TextField()),
                ("frontier", models.TextField()),
                ("note", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="PeerEntry",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "office",
                        "seq",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("office", models.TextField()),
                ("seq", models.BigIntegerField()),
                ("kind", models.TextField()),
                ("at", models.TextField()),
                ("by", models.TextField()),
                ("because", models.TextField(null=True)),
                ("body", models.TextField()),
                ("previous", models.TextField()),
                ("digest", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="ProtectedRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "reference",
                        "report",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("reference", models.TextField()),
                ("report", models.TextField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="RequestRow",
            fields=[
                ("seq", models.BigIntegerField(primary_key=True, serialize=False)),
                ("deed", models.TextField()),
                ("what", models.TextField()),
                ("by", models.TextField()),
                ("at", models.TextField()),
                ("approved_by", models.TextField(null=True)),
                ("approved_at", models.TextField(null=True)),
                ("used", models.BigIntegerField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Sealed",
            fields=[
                ("reference", models.TextField(primary_key=True, serialize=False)),
                ("data", models.BinaryField(null=True)),
                ("key", models.BinaryField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Stamp",
            fields=[
                ("id", models.TextField(primary_key=True, serialize=False)),
                ("size", models.BigIntegerField(db_index=True)),
                ("at", models.TextField()),
                ("token", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="UserRow",
            fields=[
                ("id", models.TextField(primary_key=True, serialize=False)),
                ("seq", models.BigIntegerField()),
                ("role", models.TextField()),
                ("own_records", models.BooleanField()),
                ("active", models.BooleanField()),
            ],
        ),
        # Not Django's AddField: on SQLite it makes the table anew, without its guards.
        migrations.RunSQL(
            "ALTER TABLE register_head ADD COLUMN frontier text NOT NULL DEFAULT ''",
            state_operations=[
                migrations.AddField("head", "frontier", models.TextField(default=""))
            ],
        ),
        migrations.AddField(
            "reportrow", "by", models.TextField(db_index=True, default="")
        ),
    ]
