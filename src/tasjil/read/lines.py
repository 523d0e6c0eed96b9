"""A claim as one line of JSON, in the form that outside programs rely on."""

from typing import Any

from tasjil.model.claim import Claim
from tasjil.model.json import to_json
from tasjil.model.report import Report


def claim_line(report: Report, claim: Claim) -> dict[str, Any]:
    """Put a claim into plain JSON, with the report's name in place of its digest."""
    plain: dict[str, Any] = to_json(claim)
    return {**plain, "report": report.name, "report_id": report.id}
