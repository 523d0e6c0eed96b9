"""The table of what readers of the published pages say is wrong."""

from django.db import models


class CorrectionRow(models.Model):
    """Derived: what a reader says is wrong, and what was answered.

    `about` is the id of a figure or an incident, `teller` a reference into the sealed
    box or empty, `content` the reader's words; `answered` is the entry that answers,
    and `led_to` the one in which something was changed for it.
    """

    seq = models.BigIntegerField(primary_key=True)
    by = models.TextField()
    at = models.TextField()
    because = models.TextField()
    about = models.TextField(db_index=True)
    release = models.TextField(default="")
    teller = models.TextField(default="")
    content = models.ForeignKey(
        "register.Content",
        models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    answered = models.BigIntegerField(null=True, db_index=True)
    answered_by = models.TextField(default="")
    answered_at = models.TextField(default="")
    answer = models.TextField(default="")
    led_to = models.BigIntegerField(null=True)
