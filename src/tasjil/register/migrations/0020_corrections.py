"""What readers of the published pages say is wrong."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """A derived table; it is filled from the log, where nothing of it stands yet."""

    dependencies = [("register", "0019_review")]

    operations = [
        migrations.CreateModel(
            name="CorrectionRow",
            fields=[
                ("seq", models.BigIntegerField(primary_key=True, serialize=False)),
                ("by", models.TextField()),
                ("at", models.TextField()),
                ("because", models.TextField()),
                ("about", models.TextField(db_index=True)),
                ("release", models.TextField(default="")),
                ("teller", models.TextField(default="")),
                (
                    "content",
                    models.ForeignKey(
                        "register.Content",
                        models.DO_NOTHING,
                        related_name="+",
                        db_constraint=False,
                        db_index=False,
                    ),
                ),
                ("answered", models.BigIntegerField(null=True, db_index=True)),
                ("answered_by", models.TextField(default="")),
                ("answered_at", models.TextField(default="")),
                ("answer", models.TextField(default="")),
                ("led_to", models.BigIntegerField(null=True)),
            ],
        ),
    ]
