"""The tables: the log and its contents, and the tables derived from them.

Only `Entry`, `Content` and `Head` hold anything of their own. All others can be
dropped and made again from them, with equal digests. A derived row's hold on a content
has neither constraint nor index: contents are looked up by digest alone, and `verify`
makes the rows again in scratch without a copy of the contents.
"""

from django.db import models


class Entry(models.Model):
    """One entry of the log; triggers refuse to change, remove or skip one."""

    seq = models.IntegerField(primary_key=True)
    kind = models.TextField()
    at = models.TextField()
    by = models.TextField()
    because = models.TextField(null=True)
    body = models.TextField()
    previous = models.TextField()
    digest = models.TextField()


class Content(models.Model):
    """Bytes named by their digest, compressed; `data` NULL means destroyed."""

    digest = models.TextField(primary_key=True)
    size = models.BigIntegerField()
    data = models.BinaryField(null=True)


class Head(models.Model):
    """The end of the log: how many entries there are, and the last one's digest."""

    id = models.IntegerField(primary_key=True)
    size = models.BigIntegerField()
    digest = models.TextField()


class ReportRow(models.Model):
    """Derived: a report, by what people look for it by."""

    id = models.TextField(primary_key=True)
    seq = models.BigIntegerField(db_index=True)
    name = models.TextField(null=True)
    published = models.TextField(null=True, db_index=True)
    language = models.TextField(null=True)
    record = models.ForeignKey(
        Content,
        models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    text = models.ForeignKey(
        Content,
        models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )


class ReadingRow(models.Model):
    """Derived: which reader read a report last."""

    report = models.TextField(primary_key=True)
    seq = models.BigIntegerField()
    reader = models.TextField(db_index=True)


class ClaimRow(models.Model):
    """Derived: a claim and its state, by what people look for it by."""

    id = models.TextField(primary_key=True)
    seq = models.BigIntegerField(db_index=True)
    report = models.TextField()
    state = models.TextField()
    act = models.TextField()
    level = models.TextField()
    reader = models.TextField()
    place = models.TextField(null=True, db_index=True)
    edtf = models.TextField(null=True)
    content = models.ForeignKey(
        Content,
        models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )

    class Meta:
        """Questions ask for a state and an act, or for a report.

        A reading drops what is older of its own report: without the second index that
        looks through every proposed claim of the case.
        """

        indexes = [
            models.Index(fields=["state", "act"], name="claim_state_act"),
            models.Index(fields=["report", "state", "seq"], name="claim_report"),
        ]


class JudgementRow(models.Model):
    """Derived: what a person said about a claim; none replaces another."""

    seq = models.IntegerField(primary_key=True)
    claim = models.TextField(db_index=True)
    state = models.TextField()
    by = models.TextField()
    at = models.TextField()
    because = models.TextField()


class CaseRow(models.Model):
    """Derived: what the case counts now; one row."""

    id = models.IntegerField(primary_key=True)
    seq = models.BigIntegerField()
    content = models.ForeignKey(
        Content,
        models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )


DERIVED: tuple[type[models.Model], ...] = (
    ReportRow,
    ReadingRow,
    ClaimRow,
    JudgementRow,
    CaseRow,
)
