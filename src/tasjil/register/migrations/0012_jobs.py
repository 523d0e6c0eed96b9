"""Work can wait in the register, and files that are to be captured."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two tables beside the log: of jobs, and of what came in for them."""

    dependencies = [("register", "0011_estimates")]

    operations = [
        migrations.CreateModel(
            name="JobRow",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("kind", models.TextField()),
                ("asked", models.TextField()),
                ("by", models.TextField(db_index=True)),
                ("at", models.TextField()),
                ("state", models.TextField(db_index=True)),
                ("what", models.TextField(default="")),
                ("done", models.BigIntegerField(default=0)),
                ("total", models.BigIntegerField(null=True)),
                ("note", models.TextField(default="")),
                ("error", models.TextField(default="")),
                ("result", models.TextField(null=True)),
                ("ended", models.TextField(null=True)),
                ("runner", models.TextField(default="")),
                ("worker", models.TextField(default="")),
                ("tries", models.IntegerField(default=0)),
                ("heartbeat", models.TextField(default="")),
                ("cancel", models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name="IncomingRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "job", "number", blank=True, editable=False, primary_key=True
                    ),
                ),
                ("job", models.BigIntegerField()),
                ("number", models.IntegerField()),
                ("name", models.TextField()),
                ("size", models.BigIntegerField()),
                ("digest", models.TextField(db_index=True)),
                ("data", models.BinaryField(null=True)),
                ("outcome", models.TextField(null=True)),
            ],
        ),
    ]
