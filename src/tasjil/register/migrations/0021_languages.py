"""Reports of each language are counted without reading every report."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """An index; what is in the table stays."""

    dependencies = [("register", "0020_corrections")]

    operations = [
        migrations.AlterField(
            model_name="reportrow",
            name="language",
            field=models.TextField(db_index=True, null=True),
        ),
    ]
