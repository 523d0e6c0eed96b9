"""What every claim that a person makes has: an id of its own, and a group that fits."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from tasjil.errors import BadValue
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, ReportId, UserId
from tasjil.model.json import to_json
from tasjil.model.judgement import REPLACED
from tasjil.register.canonical import plain_json
from tasjil.register.made import PERSON
from tasjil.register.register import Register

NOT_YET = ClaimId("")
OWN_GROUP = ""
"""Stands for a group of its own, until the claim has an id."""


def signed(claim: Claim, by: UserId, at: datetime, of: ClaimId | None) -> Claim:
    """Give a claim as a person's own: its id is made from what it says, by whom, when.

    Args:
        claim: What it says.
        by: Who made it.
        at: When.
        of: The claim it is put in the place of.
    """
    told = to_json(replace(claim, id=NOT_YET, reader=PERSON))
    said = plain_json([told, by, at.isoformat(), of])
    id = ClaimId(f"c-{sha256(said).hexdigest()[:20]}")
    group = claim.group if claim.group != OWN_GROUP else f"p-{id[2:10]}"
    return replace(claim, id=id, reader=PERSON, group=group)


def check_group(register: Register, claim: Claim, of: ClaimId | None = None) -> None:
    """Refuse a group, or a whole, that no claim of the report has, and a circle.

    Raises:
        BadValue: Says what there would be.
    """
    others = [each for each in standing_in(register, claim.report) if each.id != of]
    groups = {each.group for each in others} | {claim.group}
    if claim.part_of is not None and claim.part_of not in groups:
        raise BadValue(
            "expected a group of this report that these victims are a part of, got one "
            "that no claim of it has"
        )
    wholes = {each.group: each.part_of for each in others if each.part_of is not None}
    seen, above = {claim.group}, claim.part_of
    while above is not None:
        if above in seen:
            raise BadValue(
                "expected victims who are a part of others, got two groups that would "
                "each be a part of the other"
            )
        seen.add(above)
        above = wholes.get(above)


def standing_in(register: Register, report: ReportId) -> Iterable[Claim]:
    """Give the claims of a report that nothing was put in the place of."""
    for claim, state in register.claims(report=report):
        if state not in REPLACED:
            yield claim
