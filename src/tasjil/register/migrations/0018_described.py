"""Where a report comes from can be said anew, and reports found by their publisher."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Three columns of a report; the rows get them when the tables are made again."""

    dependencies = [("register", "0017_board_places")]

    operations = [
        migrations.AddField(
            "reportrow", "publisher", models.TextField(null=True, db_index=True)
        ),
        migrations.AddField(
            "reportrow",
            "described_seq",
            models.BigIntegerField(null=True, db_index=True),
        ),
        migrations.AddField(
            "reportrow",
            "described",
            models.ForeignKey(
                "register.Content",
                models.DO_NOTHING,
                related_name="+",
                db_constraint=False,
                db_index=False,
                null=True,
            ),
        ),
    ]
