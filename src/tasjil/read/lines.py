"""A claim as one line of JSON, in the stable form that programs outside read."""

from typing import Any

from tasjil.model.claim import Claim
from tasjil.model.json import to_json
from tasjil.model.report import Report


def claim_line(report: Report, claim: Claim) -> dict[str, Any]:
    """The claim line of DESIGN §8: `report` is the file's name, not its digest."""
    plain: dict[str, Any] = to_json(claim)
    return {**plain, "report": report.name}
