"""What the codebook does with an incident whose tellers disagree."""

from dataclasses import replace
from enum import StrEnum

from tasjil.model.scope import Codebook, Disagreement
from tasjil.model.tally import IncidentCount


class Treatment(StrEnum):
    """How an incident is counted."""

    RANGE = "range"
    UNKNOWN = "number unknown: its tellers disagree"
    PENDING = "pending: its tellers disagree"


TREATMENTS = {
    Disagreement.RANGE: Treatment.RANGE,
    # The codebook has no list of sources to prefer, so the range stands; notes say so.
    Disagreement.PREFER: Treatment.RANGE,
    Disagreement.UNKNOWN: Treatment.UNKNOWN,
    Disagreement.PENDING: Treatment.PENDING,
    Disagreement.ASK: Treatment.PENDING,
}
"""Every Casualty's five treatments, each with what the count does."""


def treat(count: IncidentCount, codebook: Codebook) -> tuple[IncidentCount, Treatment]:
    """Apply the codebook to one incident; agreement is never treated.

    A figure that says "unknown" keeps the people who are certain: its floor.
    """
    if count.ceiling is None or count.floor == count.ceiling:
        return count, Treatment.RANGE
    treatment = TREATMENTS[codebook.disagreement]
    if treatment is Treatment.UNKNOWN:
        return replace(count, ceiling=None, treatment=str(treatment)), treatment
    return count, treatment
