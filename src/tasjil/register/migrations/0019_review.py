"""Pairs that wait for a person's word are laid out for a desk, and so are lists."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Three tables beside the log; they are filled by the next linking."""

    dependencies = [("register", "0018_described")]

    operations = [
        migrations.CreateModel(
            name="ReviewCard",
            fields=[
                ("id", models.TextField(primary_key=True, serialize=False)),
                ("kind", models.TextField()),
                ("nth", models.BigIntegerField()),
                ("one", models.TextField()),
                ("other", models.TextField()),
                ("data", models.BinaryField()),
                ("shown_to", models.TextField(default="")),
                ("until", models.TextField(default="")),
                ("verdict", models.TextField(default="")),
                ("said_by", models.TextField(default="")),
                ("said_at", models.TextField(default="")),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["kind", "verdict", "nth"], name="review_queue"
                    ),
                    models.Index(
                        fields=["kind", "said_by", "said_at"], name="review_said"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewDocument",
            fields=[
                ("name", models.TextField(primary_key=True, serialize=False)),
                ("seq", models.BigIntegerField()),
                ("at", models.TextField()),
                ("data", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="ReviewRows",
            fields=[
                ("id", models.TextField(primary_key=True, serialize=False)),
                ("list", models.TextField(db_index=True)),
                ("data", models.BinaryField()),
            ],
        ),
    ]
