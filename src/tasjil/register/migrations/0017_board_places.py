"""Long lists on the board are narrowed to a place without looking at each row."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """A table of places, and the indexes that go with it; the next count fills it."""

    dependencies = [("register", "0016_seats")]

    operations = [
        migrations.CreateModel(
            name="BoardPlace",
            fields=[
                ("places", models.TextField(primary_key=True, serialize=False)),
                ("incidents", models.IntegerField()),
                ("people", models.IntegerField()),
            ],
        ),
        migrations.AddIndex(
            model_name="boardincident",
            index=models.Index(fields=["places"], name="board_incident_places"),
        ),
        migrations.AddIndex(
            model_name="boardperson",
            index=models.Index(fields=["places"], name="board_person_places"),
        ),
        migrations.AddIndex(
            model_name="boardperson",
            index=models.Index(
                fields=["doubtful", "order"], name="board_person_doubtful"
            ),
        ),
        migrations.AddIndex(
            model_name="boardperson",
            index=models.Index(
                fields=["unnamed", "order"], name="board_person_unnamed"
            ),
        ),
    ]
