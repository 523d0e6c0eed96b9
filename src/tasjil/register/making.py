"""What people make and take back of claims, each as the entry it leaves in the log."""

from collections.abc import Iterable
from typing import Any

from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, ReportId, UserId
from tasjil.model.json import to_json
from tasjil.model.judgement import ClaimState
from tasjil.register.canonical import plain_json
from tasjil.register.entry import EntryKind, NewEntry
from tasjil.register.made import Made


def added(claim: Claim, because: str) -> NewEntry:
    """Record a claim that a person made."""
    body = {"claim": claim.id, "report": claim.report}
    return NewEntry(EntryKind.CLAIM_ADDED, body, _content(claim), because)


def corrected(claim: Claim, of: ClaimId, before: Made | None, because: str) -> NewEntry:
    """Record a claim that a person put in the place of another.

    Args:
        claim: The new one.
        of: The one in whose place it is.
        before: How that one was made, where a person made it.
        because: Why.
    """
    root = of if before is None or before.root is None else before.root
    body = {"claim": claim.id, "report": claim.report, "of": of, "root": root}
    return NewEntry(EntryKind.CLAIM_CORRECTED, body, _content(claim), because)


def withdrawn(made: Made, stands: ClaimState | None, because: str) -> NewEntry:
    """Record that a claim which a person made was taken back.

    Args:
        made: The claim.
        stands: How the one stands again in whose place it was; None where there is
            none.
        because: Why.
    """
    body: dict[str, Any] = {"claim": made.claim, "report": made.report}
    if made.of is not None and stands is not None:
        body |= {"of": made.of, "root": made.root, "state": str(stands)}
    return NewEntry(EntryKind.CLAIM_WITHDRAWN, body, because=because)


def coding_asked(report: ReportId, coders: Iterable[UserId], because: str) -> NewEntry:
    """Record that two people are to code a report apart."""
    body = {"report": report, "coders": sorted(coders)}
    return NewEntry(EntryKind.CODING_ASKED, body, because=because)


def coding_done(asked: int, report: ReportId, codes: Any) -> NewEntry:
    """Record one person's codes of a report, as plain JSON."""
    body = {"asked": asked, "report": report}
    return NewEntry(EntryKind.CODING_DONE, body, {"codes": plain_json(codes)})


def _content(claim: Claim) -> dict[str, bytes]:
    return {"claim": plain_json(to_json(claim))}
