"""What the desks keep beside the log: the queue, second factors, and what was seen.

Nothing is proved by it, and no copy takes it along.
"""

from django.db import models


class JobRow(models.Model):
    """Beside the log: work that somebody asked for, and how far it is.

    `runner` is for whom a worker does it and `worker` which one; `tries` how often one
    began it; `heartbeat` when a worker last said that it is at it; `cancel` that
    somebody asked it to stop.
    """

    id = models.BigAutoField(primary_key=True)
    kind = models.TextField()
    asked = models.TextField()
    by = models.TextField(db_index=True)
    at = models.TextField()
    state = models.TextField(db_index=True)
    what = models.TextField(default="")
    done = models.BigIntegerField(default=0)
    total = models.BigIntegerField(null=True)
    note = models.TextField(default="")
    error = models.TextField(default="")
    result = models.TextField(null=True)
    ended = models.TextField(null=True)
    runner = models.TextField(default="")
    worker = models.TextField(default="")
    tries = models.IntegerField(default=0)
    heartbeat = models.TextField(default="")
    cancel = models.BooleanField(default=False)


class IncomingRow(models.Model):
    """Beside the log: a file, or pasted words, that a job is to capture.

    `data` goes as soon as the file was dealt with, and `outcome` says how.
    """

    pk = models.CompositePrimaryKey("job", "number")
    job = models.BigIntegerField()
    number = models.IntegerField()
    name = models.TextField()
    size = models.BigIntegerField()
    digest = models.TextField(db_index=True)
    data = models.BinaryField(null=True)
    outcome = models.TextField(null=True)


class SecondFactorRow(models.Model):
    """Beside the log: what a user's second device shares with this register.

    `confirmed` is when they first showed that they have it; `step` the last interval of
    time whose code was taken, so that none is taken twice; `recovery` the digests of
    what opens once instead, as a list in JSON.
    """

    user = models.TextField(primary_key=True)
    secret = models.TextField()
    confirmed = models.TextField(null=True)
    step = models.BigIntegerField(default=0)
    recovery = models.TextField(default="[]")


class SeenRow(models.Model):
    """Beside the log: how far in the log a user has seen what changed."""

    user = models.TextField(primary_key=True)
    seq = models.BigIntegerField()
    at = models.TextField()


BESIDE: tuple[type[models.Model], ...] = (
    JobRow,
    IncomingRow,
    SecondFactorRow,
    SeenRow,
)
