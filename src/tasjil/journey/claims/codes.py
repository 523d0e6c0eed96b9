"""What one person says of a report that two code apart: its form, and as plain JSON."""

from dataclasses import dataclass
from typing import Any, get_type_hints

import msgspec

from tasjil.errors import BadValue
from tasjil.journey.claims.changes import Changes, NewClaim, changed
from tasjil.journey.claims.writing import OWN_GROUP
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId
from tasjil.model.json import from_json, to_json
from tasjil.model.judgement import ClaimState

SAID = (ClaimState.ACCEPTED, ClaimState.REJECTED)


@dataclass(frozen=True, slots=True)
class Code:
    """What one person says of one claim that a reader found.

    Attributes:
        state: Accepted where the words say it, as it is or with the changes; rejected
            where they do not.
        changes: What the words say instead, where the claim is accepted.
        note: Why, for the other to read afterwards.
    """

    claim: ClaimId
    state: ClaimState
    changes: Changes = Changes()
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse anything but yes or no, and changes of what is refused."""
        if self.state not in SAID:
            raise BadValue(
                f"expected a claim that is accepted or rejected, got {self.state}"
            )
        if self.state is ClaimState.REJECTED and self.changes.given:
            raise BadValue(
                "expected no changes to a claim that is rejected, got some; accept it "
                "with the changes, or leave them out"
            )

    def of(self, claim: Claim) -> Claim:
        """Give the claim as this person reads it."""
        given = self.changes.given
        if all(getattr(claim, name) == value for name, value in given.items()):
            return claim
        return changed(claim, self.changes, OWN_GROUP)


@dataclass(frozen=True, slots=True)
class Codes:
    """All that one person says of a report.

    Attributes:
        claims: One code for each claim on the sheet.
        added: What no reader found.
    """

    claims: tuple[Code, ...]
    added: tuple[NewClaim, ...] = ()

    def __post_init__(self) -> None:
        """Refuse two codes of one claim."""
        if len({each.claim for each in self.claims}) < len(self.claims):
            raise BadValue("expected one code for each claim, got two for one")


def codes_json(codes: Codes) -> dict[str, Any]:
    """Put codes into plain JSON, with the changed fields alone."""
    return {
        "claims": [
            {
                "claim": each.claim,
                "state": str(each.state),
                "changes": to_json(each.changes.given),
                "note": each.note,
            }
            for each in codes.claims
        ],
        "added": to_json(codes.added),
    }


def codes_from(plain: Any) -> Codes:
    """Read codes from plain JSON; `BadValue` where they are none."""
    try:
        claims = tuple(map(_code, plain["claims"]))
        added = tuple(from_json(each, NewClaim) for each in plain["added"])
    except (KeyError, TypeError, msgspec.ValidationError) as wrong:
        raise BadValue(f"expected the codes of a report, found {wrong}") from None
    return Codes(claims, added)


def _code(plain: Any) -> Code:
    return Code(
        ClaimId(plain["claim"]),
        ClaimState(plain["state"]),
        changes_from(plain["changes"]),
        plain["note"],
    )


def changes_from(plain: Any) -> Changes:
    """Read the changed fields of a claim from plain JSON.

    Raises:
        BadValue: There is no such field, or its value cannot be.

    Example:
        >>> changes_from({"act": "injured", "when": {"edtf": "2031-05"}}).given
        {'act': <Act.INJURED: 'injured'>, 'when': When(edtf='2031-05', text=None)}
    """
    kinds = get_type_hints(NewClaim)
    given: dict[str, Any] = {}
    for name, value in plain.items():
        if name not in kinds:
            raise BadValue(
                f"expected a field of a claim ({', '.join(kinds)}), got {name!r}"
            )
        try:
            given[name] = msgspec.convert(value, kinds[name])
        except msgspec.ValidationError as wrong:
            raise BadValue(f"expected {name} of a claim: {wrong}") from None
    return Changes(**given)
