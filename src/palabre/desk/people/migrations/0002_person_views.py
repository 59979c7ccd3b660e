"""A person keeps views of the queue under names of their own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="person",
            name="views",
            field=models.JSONField(blank=True, default=dict, db_default=models.Value({}, models.JSONField())),
        ),
    ]
