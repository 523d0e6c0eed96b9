"""Harm told without a place, in a report that is about one place alone."""

from collections.abc import Sequence

from tasjil.model.acts import Level
from tasjil.model.places import Where
from tasjil.read.drafts.draft import Draft
from tasjil.read.found import Found


def give_setting(drafts: Sequence[Draft], setting: Found[Where] | None) -> None:
    """Give harm without a place the one place that the report names.

    A report that tells totals speaks of more than one place, though it may name one:
    its claims are left as they are.

    Args:
        drafts: What was read of the report.
        setting: The only town or village it names, where it stands in the report.
    """
    if setting is None or any(d.level is Level.AGGREGATE for d in drafts):
        return
    for draft in drafts:
        if not (draft.where or draft.background or draft.elsewhere):
            draft.where = (setting.value,)
            draft.spans["where"] = (setting.start, setting.end)
