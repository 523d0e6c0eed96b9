"""Large numbers of no one day and no one place are totals, beside other totals."""

from collections.abc import Sequence

from tasjil.model.acts import Level
from tasjil.model.edtf import Edtf
from tasjil.model.reach import SETTLEMENTS
from tasjil.read.drafts.draft import Draft

_MANY = 50
_TOO_MANY = 200
"""More than this without a day and a town is no one event, whatever is beside it."""

_A_NIGHT = 2


def raise_wide_numbers(drafts: Sequence[Draft]) -> None:
    """Make a total of what a report of totals tells without a day and a town.

    "Local authorities report 377 deaths" beside a total of those who fled is no one
    event. Nor are the parts of a total events, where they name no town of their own.
    """
    beside = any(_is_total(draft) for draft in drafts)
    for draft in drafts:
        if _is_wide(draft, _MANY if beside else _TOO_MANY):
            draft.level = Level.AGGREGATE
    totals = {d.group for d in drafts if _is_total(d)}
    for draft in drafts:
        inside = draft.part_of in totals and draft.quantity.known
        if inside and draft.level is Level.INCIDENT and not _has_a_town(draft):
            draft.level = Level.AGGREGATE


def _is_total(draft: Draft) -> bool:
    return draft.level is Level.AGGREGATE and draft.quantity.known


def _is_wide(draft: Draft, many: int) -> bool:
    """True for a large number of no event told."""
    if draft.level is not Level.INCIDENT or _has_a_town(draft):
        return False
    if (draft.quantity.highest_stated or 0) < many or draft.victims.names:
        return False
    days = None if draft.when.edtf is None else Edtf.parse(draft.when.edtf).days
    return draft.when.edtf is None or days is None or days > _A_NIGHT


def _has_a_town(draft: Draft) -> bool:
    """True where it names a place narrow enough for one event."""
    return any(where.level in SETTLEMENTS for where in draft.where)
