"""An index from which claims are counted without reading their rows."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One wider index in place of two narrow ones."""

    dependencies = [("register", "0005_tree")]

    operations = [
        migrations.RemoveIndex("claimrow", "claim_state_act"),
        migrations.AlterField("claimrow", "place", models.TextField(null=True)),
        migrations.AddIndex(
            "claimrow",
            models.Index(fields=["state", "act", "level", "place"], name="claim_tally"),
        ),
    ]
