"""Harm told as history: long before the events the report is about."""

from tasjil.model.edtf import Edtf
from tasjil.read.date_read import published_latest

_DAYS = 200


def is_background(edtf: str | None, published: str | None) -> bool:
    """True for a time that ended more than about half a year before the report.

    Example:
        >>> [is_background(when, "2031-05-20") for when in ("2029-11", "2031-03")]
        [True, False]
    """
    told_on = published_latest(published)
    if edtf is None or told_on is None:
        return False
    latest = Edtf.parse(edtf).latest
    return latest is not None and (told_on - latest).days > _DAYS
