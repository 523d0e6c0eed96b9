"""The tables: the log and its contents, and the tables derived from them.

The first group holds what nothing else could make again: the log, what it speaks of,
its signatures, the sealed box, and the logs of other offices. The `DERIVED` tables can
be dropped and made again from it, with equal digests. No backup has `BESIDE`, the
work of the day, nor `BOARD`, what the last count found. A derived row's hold on a
content has neither constraint nor index: contents are looked up by digest alone.
"""

from django.db import models

from tasjil.register.box_tables import ConsentRow, IdentityRow, ProtectedRow
from tasjil.register.claim_tables import CodedRow, CodingRow, MadeRow
from tasjil.register.correction_tables import CorrectionRow
from tasjil.register.desk_tables import BESIDE as BESIDE
from tasjil.register.review_tables import BOARD as BOARD


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

    class Meta:
        """People look for what somebody did, for one kind of deed, or for a day."""

        indexes = [
            models.Index(fields=["kind", "seq"], name="entry_kind"),
            models.Index(fields=["by", "kind", "seq"], name="entry_by"),
            models.Index(fields=["at", "seq"], name="entry_at"),
        ]


class Content(models.Model):
    """Bytes named by their digest, compressed; `data` NULL means destroyed."""

    digest = models.TextField(primary_key=True)
    size = models.BigIntegerField()
    data = models.BinaryField(null=True)


class Head(models.Model):
    """The end of the log: how many entries there are, and the last one's digest.

    `frontier` is the peaks of the Merkle tree: hex, left to right, between spaces.
    """

    id = models.IntegerField(primary_key=True)
    size = models.BigIntegerField()
    digest = models.TextField()
    frontier = models.TextField(default="")


class Checkpoint(models.Model):
    """A signed note on the tree at one size; append-only."""

    size = models.BigIntegerField(primary_key=True)
    note = models.TextField()


class Stamp(models.Model):
    """What a time authority signed about a checkpoint (RFC 3161); append-only."""

    id = models.TextField(primary_key=True)
    size = models.BigIntegerField(db_index=True)
    at = models.TextField()
    token = models.BinaryField()


class Sealed(models.Model):
    """An identity under a key of its own; `data` and `key` NULL means erased."""

    reference = models.TextField(primary_key=True)
    data = models.BinaryField(null=True)
    key = models.BinaryField(null=True)


class Peer(models.Model):
    """Another office, and the end of its log as far as it is known here."""

    office = models.TextField(primary_key=True)
    name = models.TextField()
    public_key = models.TextField()
    size = models.BigIntegerField()
    digest = models.TextField()
    frontier = models.TextField()
    note = models.TextField()


class PeerEntry(models.Model):
    """One entry of another office's log, as that office wrote it; append-only."""

    pk = models.CompositePrimaryKey("office", "seq")
    office = models.TextField()
    seq = models.BigIntegerField()
    kind = models.TextField()
    at = models.TextField()
    by = models.TextField()
    because = models.TextField(null=True)
    body = models.TextField()
    previous = models.TextField()
    digest = models.TextField()


class ReportRow(models.Model):
    """Derived: a report, by what people look for it by.

    `described` is what a person said last of where it comes from, and `described_seq`
    when.
    """

    id = models.TextField(primary_key=True)
    seq = models.BigIntegerField(db_index=True)
    name = models.TextField(null=True)
    published = models.TextField(null=True, db_index=True)
    language = models.TextField(null=True, db_index=True)
    publisher = models.TextField(null=True, db_index=True)
    by = models.TextField(default="", db_index=True)
    described_seq = models.BigIntegerField(null=True, db_index=True)
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
    described = models.ForeignKey(
        Content,
        models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
        db_index=False,
        null=True,
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
    place = models.TextField(null=True)
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

        How many claims there are of each state, act, level and place is read from the
        first index alone, without the rows.

        A reading drops what is older of its own report: without the second index that
        looks through every proposed claim of the case.
        """

        indexes = [
            models.Index(fields=["state", "act", "level", "place"], name="claim_tally"),
            models.Index(fields=["report", "state", "seq"], name="claim_report"),
        ]


class JudgementRow(models.Model):
    """Derived: what a person said about a claim; none replaces another.

    `takes_back` marks a word that only takes back the one before it.
    """

    seq = models.IntegerField(primary_key=True)
    claim = models.TextField(db_index=True)
    state = models.TextField()
    by = models.TextField()
    at = models.TextField()
    because = models.TextField()
    takes_back = models.BooleanField(default=False)


class LinkRow(models.Model):
    """Derived: what a person said about two claims, or two victims; all of them stay.

    The two stand in one order, so that a pair is the same whoever was named first.
    """

    seq = models.BigIntegerField(primary_key=True)
    kind = models.TextField()
    one = models.TextField(db_index=True)
    other = models.TextField(db_index=True)
    verdict = models.TextField()
    by = models.TextField()
    at = models.TextField()
    because = models.TextField()


class PersonRow(models.Model):
    """Derived: which person linking holds a record to tell of.

    `told` is the digest of what the record told then, so that what changed is known;
    `certainty` is in thousandths; `paper` is the list or report it stands in.
    """

    record = models.TextField(primary_key=True)
    seq = models.BigIntegerField()
    paper = models.TextField(db_index=True)
    person = models.TextField(db_index=True)
    told = models.TextField()
    certainty = models.IntegerField()
    doubtful = models.BooleanField()


class PersonMoveRow(models.Model):
    """Derived: a record that came to tell of another person than before, or of none."""

    pk = models.CompositePrimaryKey("seq", "record")
    seq = models.BigIntegerField()
    record = models.TextField(db_index=True)
    paper = models.TextField(db_index=True)
    was = models.TextField(db_index=True)
    person = models.TextField(db_index=True)
    run = models.BigIntegerField()
    at = models.TextField()


class EstimateRow(models.Model):
    """Derived: an estimate that was kept, here or in another office.

    `id` is its entry's number, with the office where that is another; `withdrawn` the
    number of the entry that took it back.
    """

    id = models.TextField(primary_key=True)
    seq = models.BigIntegerField()
    office = models.TextField()
    by = models.TextField()
    at = models.TextField()
    because = models.TextField()
    data = models.TextField()
    basis = models.TextField()
    asked = models.TextField()
    withdrawn = models.BigIntegerField(null=True)
    withdrawn_by = models.TextField(default="")
    withdrawn_because = models.TextField(default="")
    content = models.ForeignKey(
        Content,
        models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )


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


class UserRow(models.Model):
    """Derived: a user and what they may do now."""

    id = models.TextField(primary_key=True)
    seq = models.BigIntegerField()
    role = models.TextField()
    own_records = models.BooleanField()
    active = models.BooleanField()


class RequestRow(models.Model):
    """Derived: what one person asked and a second approved, or has not yet."""

    seq = models.BigIntegerField(primary_key=True)
    deed = models.TextField()
    what = models.TextField()
    by = models.TextField()
    at = models.TextField()
    approved_by = models.TextField(null=True)
    approved_at = models.TextField(null=True)
    used = models.BigIntegerField(null=True)


class AssessmentRow(models.Model):
    """Derived: what was found about one element of somebody or something, by whom."""

    seq = models.BigIntegerField(primary_key=True)
    about = models.TextField(db_index=True)
    element = models.TextField()
    by = models.TextField()
    signed = models.BigIntegerField(null=True)
    content = models.ForeignKey(
        Content,
        models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )


class DissentRow(models.Model):
    """Derived: a colleague's word that an assessment is wrong; all of them stay."""

    seq = models.BigIntegerField(primary_key=True)
    assessment = models.BigIntegerField(db_index=True)
    by = models.TextField()
    at = models.TextField()
    because = models.TextField()


class ErasedRow(models.Model):
    """Derived: a content that the log says was destroyed."""

    digest = models.TextField(primary_key=True)
    seq = models.BigIntegerField()


DERIVED: tuple[type[models.Model], ...] = (
    ReportRow,
    ReadingRow,
    ClaimRow,
    JudgementRow,
    MadeRow,
    CodingRow,
    CodedRow,
    LinkRow,
    PersonRow,
    PersonMoveRow,
    EstimateRow,
    CaseRow,
    UserRow,
    RequestRow,
    AssessmentRow,
    DissentRow,
    IdentityRow,
    ProtectedRow,
    ConsentRow,
    ErasedRow,
    CorrectionRow,
)
