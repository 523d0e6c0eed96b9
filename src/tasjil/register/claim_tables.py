"""The tables of what people made of claims: corrected, added, and coded twice."""

from django.db import models


class MadeRow(models.Model):
    """Derived: a claim that a person made, afresh or in the place of another.

    `of` is the claim that it was put in the place of, and `root` the first of that
    line; both empty where it was added. `withdrawn` is where it was taken back.
    """

    claim = models.TextField(primary_key=True)
    seq = models.BigIntegerField()
    report = models.TextField(db_index=True)
    of = models.TextField(db_index=True)
    root = models.TextField(db_index=True)
    by = models.TextField()
    at = models.TextField()
    because = models.TextField()
    withdrawn = models.BigIntegerField(null=True)
    withdrawn_by = models.TextField(default="")
    withdrawn_at = models.TextField(default="")
    withdrawn_because = models.TextField(default="")


class CodingRow(models.Model):
    """Derived: a report that two people were asked to code apart."""

    seq = models.BigIntegerField(primary_key=True)
    report = models.TextField(db_index=True)
    one = models.TextField(db_index=True)
    other = models.TextField(db_index=True)
    by = models.TextField()
    at = models.TextField()
    because = models.TextField()


class CodedRow(models.Model):
    """Derived: the codes of one of the two, who has finished."""

    seq = models.BigIntegerField(primary_key=True)
    asked = models.BigIntegerField(db_index=True)
    report = models.TextField(db_index=True)
    by = models.TextField()
    at = models.TextField()
    content = models.ForeignKey(
        "register.Content",
        models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
