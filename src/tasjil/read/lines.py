"""A claim as one line of JSON, in the stable form that programs outside read."""

from typing import Any

from tasjil.model.claim import Claim
from tasjil.model.json import to_json
from tasjil.model.report import Report
from tasjil.read.compare import Comparison
from tasjil.read.door import Reading


def claim_line(report: Report, claim: Claim) -> dict[str, Any]:
    """The claim line of DESIGN §8: `report` is the file's name, not its digest."""
    plain: dict[str, Any] = to_json(claim)
    return {**plain, "report": report.name}


def comparison_line(
    report: Report, found: Comparison, a: Reading, b: Reading
) -> dict[str, Any]:
    """What two readers made of a report, as one object; A and B are as they were asked.

    `same` is how many claims both read alike; `dropped` how many each had thrown away.
    """
    return {
        "report": report.name,
        "readers": {"A": a.reader, "B": b.reader},
        "same": len(found.same),
        "differ": [
            {
                "fields": list(each.fields),
                "A": claim_line(report, each.a),
                "B": claim_line(report, each.b),
            }
            for each in found.differ
        ],
        "only": {
            "A": [claim_line(report, each) for each in found.only_a],
            "B": [claim_line(report, each) for each in found.only_b],
        },
        "dropped": {"A": a.dropped, "B": b.dropped},
    }
