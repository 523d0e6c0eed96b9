"""Whoever sits at a desk can have a second factor, and is told what changed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two tables beside the log, and three ways to look something up in it."""

    dependencies = [("register", "0015_board")]

    operations = [
        migrations.CreateModel(
            name="SecondFactorRow",
            fields=[
                ("user", models.TextField(primary_key=True, serialize=False)),
                ("secret", models.TextField()),
                ("confirmed", models.TextField(null=True)),
                ("step", models.BigIntegerField(default=0)),
                ("recovery", models.TextField(default="[]")),
            ],
        ),
        migrations.CreateModel(
            name="SeenRow",
            fields=[
                ("user", models.TextField(primary_key=True, serialize=False)),
                ("seq", models.BigIntegerField()),
                ("at", models.TextField()),
            ],
        ),
        *(
            migrations.AddIndex(
                model_name="entry",
                index=models.Index(fields=[*by, "seq"], name=f"entry_{by[0]}"),
            )
            for by in (("kind",), ("by", "kind"), ("at",))
        ),
    ]
