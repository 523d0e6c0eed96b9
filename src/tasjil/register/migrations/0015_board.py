"""What the last count found can be laid out for pages."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The tables of the board; they are filled by the next count."""

    dependencies = [("register", "0014_claims_of_people")]

    operations = [
        migrations.CreateModel(
            name="BoardClaim",
            fields=[
                ("claim", models.TextField(primary_key=True, serialize=False)),
                ("incident", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="BoardName",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "word",
                        "person",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("word", models.TextField()),
                ("person", models.TextField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="BoardPart",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "figure",
                        "kind",
                        "nth",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("figure", models.TextField()),
                ("kind", models.TextField()),
                ("nth", models.IntegerField()),
                ("data", models.BinaryField()),
                ("mark", models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="BoardRecord",
            fields=[
                ("record", models.TextField(primary_key=True, serialize=False)),
                ("person", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="BoardRow",
            fields=[
                ("name", models.TextField(primary_key=True, serialize=False)),
                ("seq", models.BigIntegerField()),
                ("at", models.TextField()),
                ("data", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="BoardSheet",
            fields=[
                ("id", models.TextField(primary_key=True, serialize=False)),
                ("data", models.BinaryField()),
                ("mark", models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="BoardWas",
            fields=[
                ("id", models.TextField(primary_key=True, serialize=False)),
                ("claim", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="BoardWord",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "key",
                        "word",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("key", models.TextField()),
                ("word", models.TextField()),
                ("persons", models.IntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="BoardFigure",
            fields=[
                ("id", models.TextField(primary_key=True, serialize=False)),
                ("kind", models.TextField()),
                ("act", models.TextField()),
                ("by", models.TextField()),
                ("nth", models.IntegerField()),
                ("value", models.TextField()),
                ("label", models.TextField()),
                ("floor", models.BigIntegerField(null=True)),
                ("ceiling", models.BigIntegerField(null=True)),
                ("verified_low", models.BigIntegerField()),
                ("verified_high", models.BigIntegerField(null=True)),
                ("incidents", models.IntegerField()),
                ("claims", models.IntegerField()),
                ("mark", models.BigIntegerField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["kind", "by", "act", "nth"], name="board_cell")
                ],
            },
        ),
        migrations.CreateModel(
            name="BoardIncident",
            fields=[
                ("id", models.TextField(primary_key=True, serialize=False)),
                ("act", models.TextField()),
                ("edtf", models.TextField(null=True)),
                ("first", models.IntegerField(null=True)),
                ("last", models.IntegerField(null=True)),
                ("place", models.TextField(null=True)),
                ("place_text", models.TextField(null=True)),
                ("places", models.TextField()),
                ("counted", models.BooleanField()),
                ("settled", models.BooleanField()),
                ("floor", models.BigIntegerField()),
                ("ceiling", models.BigIntegerField(null=True)),
                ("verified_low", models.BigIntegerField()),
                ("verified_high", models.BigIntegerField(null=True)),
                ("claims", models.IntegerField()),
                ("tellers", models.IntegerField()),
                ("unjudged", models.IntegerField()),
                ("named", models.IntegerField()),
                ("standing", models.TextField()),
                ("gaps", models.BigIntegerField()),
                ("moves", models.BigIntegerField()),
                ("mark", models.BigIntegerField()),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=[
                            "-moves",
                            "id",
                            "act",
                            "counted",
                            "first",
                            "last",
                            "unjudged",
                            "gaps",
                            "places",
                        ],
                        name="board_incident_moves",
                    ),
                    models.Index(
                        fields=[
                            "first",
                            "id",
                            "act",
                            "counted",
                            "last",
                            "unjudged",
                            "gaps",
                            "places",
                        ],
                        name="board_incident_first",
                    ),
                    models.Index(
                        fields=[
                            "-claims",
                            "id",
                            "act",
                            "counted",
                            "first",
                            "last",
                            "unjudged",
                            "gaps",
                            "places",
                        ],
                        name="board_incident_claims",
                    ),
                    models.Index(
                        fields=[
                            "-floor",
                            "id",
                            "act",
                            "counted",
                            "first",
                            "last",
                            "unjudged",
                            "gaps",
                            "places",
                        ],
                        name="board_incident_floor",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BoardPerson",
            fields=[
                ("id", models.TextField(primary_key=True, serialize=False)),
                ("order", models.TextField()),
                ("name", models.TextField()),
                ("arabic", models.TextField()),
                ("latin", models.TextField()),
                ("act", models.TextField()),
                ("edtf", models.TextField(null=True)),
                ("first", models.IntegerField(null=True)),
                ("last", models.IntegerField(null=True)),
                ("place", models.TextField(null=True)),
                ("place_text", models.TextField(null=True)),
                ("places", models.TextField()),
                ("sex", models.TextField()),
                ("age_group", models.TextField()),
                ("age_low", models.IntegerField(null=True)),
                ("age_high", models.IntegerField(null=True)),
                ("records", models.IntegerField()),
                ("reports", models.IntegerField()),
                ("incident", models.TextField(db_index=True, null=True)),
                ("standing", models.TextField()),
                ("certainty", models.IntegerField()),
                ("doubtful", models.BooleanField()),
                ("settled", models.BooleanField()),
                ("unnamed", models.BooleanField()),
                ("mark", models.BigIntegerField()),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=[
                            "order",
                            "id",
                            "act",
                            "doubtful",
                            "unnamed",
                            "sex",
                            "age_group",
                            "first",
                            "last",
                            "places",
                        ],
                        name="board_person_order",
                    ),
                    models.Index(
                        fields=[
                            "first",
                            "id",
                            "act",
                            "doubtful",
                            "unnamed",
                            "sex",
                            "age_group",
                            "last",
                            "places",
                        ],
                        name="board_person_first",
                    ),
                    models.Index(
                        fields=[
                            "certainty",
                            "id",
                            "act",
                            "doubtful",
                            "unnamed",
                            "sex",
                            "age_group",
                            "first",
                            "last",
                            "places",
                        ],
                        name="board_person_certainty",
                    ),
                ],
            },
        ),
    ]
