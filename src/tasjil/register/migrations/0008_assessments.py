"""Assessments can be read, and a colleague can dissent from one."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Where the words of an assessment are kept, and a table of dissents.

    The rows that are there get their digest when the tables are made again.
    """

    dependencies = [("register", "0007_offices")]

    operations = [
        migrations.AddField(
            "assessmentrow",
            "content",
            models.ForeignKey(
                "register.Content",
                models.DO_NOTHING,
                related_name="+",
                db_constraint=False,
                db_index=False,
                default="",
            ),
            preserve_default=False,
        ),
        migrations.CreateModel(
            name="DissentRow",
            fields=[
                ("seq", models.BigIntegerField(primary_key=True, serialize=False)),
                ("assessment", models.BigIntegerField(db_index=True)),
                ("by", models.TextField()),
                ("at", models.TextField()),
                ("because", models.TextField()),
            ],
        ),
    ]
