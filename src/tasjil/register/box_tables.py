"""The tables of the sealed box's people: who is in it, and what they agreed to."""

from django.db import models


class IdentityRow(models.Model):
    """Derived: somebody in the sealed box, by reference alone."""

    reference = models.TextField(primary_key=True)
    seq = models.BigIntegerField()
    kind = models.TextField()
    digest = models.TextField()
    erased = models.BigIntegerField(null=True)


class ProtectedRow(models.Model):
    """Derived: a report that is about somebody in the sealed box."""

    pk = models.CompositePrimaryKey("reference", "report")
    reference = models.TextField()
    report = models.TextField(db_index=True)


class ConsentRow(models.Model):
    """Derived: what a person agreed to, and whether they took it back."""

    seq = models.BigIntegerField(primary_key=True)
    reference = models.TextField(db_index=True)
    uses = models.TextField()
    withdrawn = models.BigIntegerField(null=True)
