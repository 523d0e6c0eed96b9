"""The tables of the review: pairs that wait for a person's word, and lists laid out.

They stand beside the log as the board does, and go with it whenever something is
erased: the next linking lays them out again.
"""

from django.db import models

from tasjil.register.board_tables import BOARD as COUNTED


class ReviewCard(models.Model):
    """Review: a pair that a person is asked about, with all that the page shows of it.

    `nth` is its place in the queue; `shown_to` and `until` say who has it before them
    now, so that nobody else does; `verdict`, `said_by` and `said_at` are of its answer.
    """

    id = models.TextField(primary_key=True)
    kind = models.TextField()
    nth = models.BigIntegerField()
    one = models.TextField()
    other = models.TextField()
    data = models.BinaryField()
    shown_to = models.TextField(default="")
    until = models.TextField(default="")
    verdict = models.TextField(default="")
    said_by = models.TextField(default="")
    said_at = models.TextField(default="")

    class Meta:
        """The queue is gone through in its order; who answered is asked for by time."""

        indexes = [
            models.Index(fields=["kind", "verdict", "nth"], name="review_queue"),
            models.Index(fields=["kind", "said_by", "said_at"], name="review_said"),
        ]


class ReviewDocument(models.Model):
    """Review: what is said of a whole linking, packed JSON."""

    name = models.TextField(primary_key=True)
    seq = models.BigIntegerField()
    at = models.TextField()
    data = models.BinaryField()


class ReviewRows(models.Model):
    """Review: some rows of a list as they came, packed JSON; `id` is list and part."""

    id = models.TextField(primary_key=True)
    list = models.TextField(db_index=True)
    data = models.BinaryField()


REVIEW: tuple[type[models.Model], ...] = (ReviewCard, ReviewDocument, ReviewRows)
BOARD: tuple[type[models.Model], ...] = (*COUNTED, *REVIEW)
"""All that a worker lays out for pages."""
