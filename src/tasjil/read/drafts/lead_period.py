"""A report on years long past: what its lead counts is its news, not background."""

from collections.abc import Sequence

from tasjil.model.acts import Level
from tasjil.model.edtf import Edtf
from tasjil.read.drafts.draft import Draft

_MANY = 30
_A_YEAR = 366


def keep_lead_period(drafts: Sequence[Draft]) -> None:
    """Take the total that a report leads with, and those of its time, for its own.

    As in "At least 30,688 civilians were killed between 2021 and 2029, the office
    estimates", published years later.
    """
    lead = next((d for d in drafts if d.quantity.known), None)
    if lead is None or not lead.background or lead.more or not _is_wide(lead):
        return
    for draft in drafts:
        if draft.background and draft.when.edtf == lead.when.edtf:
            draft.background = False


def _is_wide(draft: Draft) -> bool:
    """True for a large total over more than a year."""
    total = draft.level is Level.AGGREGATE
    days = Edtf.parse(draft.when.edtf).days if draft.when.edtf else None
    years = days is not None and days > _A_YEAR
    return total and years and (draft.quantity.highest_stated or 0) >= _MANY
