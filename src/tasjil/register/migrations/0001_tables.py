"""The log, its contents, its head, and the tables derived from them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """The first tables."""

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Content",
            fields=[
                ("digest", models.TextField(primary_key=True, serialize=False)),
                ("size", models.BigIntegerField()),
                ("data", models.BinaryField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("seq", models.IntegerField(primary_key=True, serialize=False)),
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
            name="Head",
            fields=[
                ("id", models.IntegerField(primary_key=True, serialize=False)),
                ("size", models.BigIntegerField()),
                ("digest", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="JudgementRow",
            fields=[
                ("seq", models.IntegerField(primary_key=True, serialize=False)),
                ("claim", models.TextField(db_index=True)),
                ("state", models.TextField()),
                ("by", models.TextField()),
                ("at", models.TextField()),
                ("because", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="ReadingRow",
            fields=[
                ("report", models.TextField(primary_key=True, serialize=False)),
                ("seq", models.BigIntegerField()),
                ("reader", models.TextField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="CaseRow",
            fields=[
                ("id", models.IntegerField(primary_key=True, serialize=False)),
                ("seq", models.BigIntegerField()),
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
        migrations.CreateModel(
            name="ReportRow",
            fields=[
                ("id", models.TextField(primary_key=True, serialize=False)),
                ("seq", models.BigIntegerField(db_index=True)),
                ("name", models.TextField(null=True)),
                ("published", models.TextField(db_index=True, null=True)),
                ("language", models.TextField(null=True)),
                (
                    "record",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="register.content",
                    ),
                ),
                (
                    "text",
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
        migrations.CreateModel(
            name="ClaimRow",
            fields=[
                ("id", models.TextField(primary_key=True, serialize=False)),
                ("seq", models.BigIntegerField(db_index=True)),
                ("report", models.TextField()),
                ("state", models.TextField()),
                ("act", models.TextField()),
                ("level", models.TextField()),
                ("reader", models.TextField()),
                ("place", models.TextField(db_index=True, null=True)),
                ("edtf", models.TextField(null=True)),
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
            options={
                "indexes": [
                    models.Index(fields=["state", "act"], name="claim_state_act"),
                    models.Index(
                        fields=["report", "state", "seq"], name="claim_report"
                    ),
                ],
            },
        ),
    ]
