"""What people say about two claims or two victims can be asked."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """A table of judgements on pairs; it is filled when the tables are made again."""

    dependencies = [("register", "0008_assessments")]

    operations = [
        migrations.CreateModel(
            name="LinkRow",
            fields=[
                ("seq", models.BigIntegerField(primary_key=True, serialize=False)),
                ("kind", models.TextField()),
                ("one", models.TextField(db_index=True)),
                ("other", models.TextField(db_index=True)),
                ("verdict", models.TextField()),
                ("by", models.TextField()),
                ("at", models.TextField()),
                ("because", models.TextField()),
            ],
        ),
    ]
