"""A person adds a claim on words in which no reader found it."""

from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from tasjil.journey.case import Case
from tasjil.journey.claims.changes import NewClaim
from tasjil.journey.claims.writing import NOT_YET, OWN_GROUP, check_group, signed
from tasjil.journey.opening import Key, open_register
from tasjil.model.claim import Claim
from tasjil.model.ids import ReportId
from tasjil.register.made import PERSON


def add_claim(
    case: Case, key: Key, report: ReportId, new: NewClaim, because: str
) -> Claim:
    """Keep a claim that a person read in a report; it is accepted by being added.

    Args:
        case: The case.
        key: What opens its register.
        report: Where its words stand.
        new: What they say.
        because: Why it is added.

    Returns:
        The new claim.

    Raises:
        NotInRegister: There is no such report.
        NotAllowed: This user may not add claims to it.
        BadPassage: The words do not stand there.
        BadValue: A value cannot be, or there is no reason.
    """
    at = datetime.now(UTC)
    with open_register(case, key) as register:
        register.report(report)
        claim = signed(as_claim(report, new), register.user, at, None)
        check_group(register, claim)
        register.add_claim(claim, because=because, at=at)
    return claim


def as_claim(report: ReportId, new: NewClaim) -> Claim:
    """Give what a person says as a claim, without an id yet."""
    told: dict[str, Any] = {each.name: getattr(new, each.name) for each in fields(new)}
    told["group"] = OWN_GROUP if new.group is None else new.group
    told["spans"] = dict(new.spans)
    return Claim(id=NOT_YET, report=report, reader=PERSON, **told)
