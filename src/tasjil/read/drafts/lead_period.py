"""A report on years long past: what its lead counts is its news, not background."""

from collections.abc import Sequence

from tasjil.model.acts import Level
from tasjil.read.drafts.draft import Draft

_MANY = 30


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
    """True for a total over a stretch of time."""
    total = draft.level is Level.AGGREGATE
    stretch = "/" in (draft.when.edtf or "") or len(draft.when.edtf or "") == len(
        "2031"
    )
    return total and stretch and (draft.quantity.highest_stated or 0) >= _MANY
