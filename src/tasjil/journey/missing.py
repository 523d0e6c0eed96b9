"""Says what a case does not know yet, and what to check first."""

from dataclasses import dataclass
from typing import Any

from tasjil.count.evidence import Evidence
from tasjil.count.missing import what_is_missing
from tasjil.journey.case import Case
from tasjil.journey.count import Counted, count_case
from tasjil.journey.opening import Key
from tasjil.journey.protect import shown_to_all
from tasjil.model.ids import ClaimId
from tasjil.model.incident import Incident
from tasjil.model.json import to_json
from tasjil.model.missing import Missing
from tasjil.model.same_figure import stated_number
from tasjil.model.tally import UNNAMED
from tasjil.register.deeds import Deed


@dataclass(frozen=True, slots=True)
class MissingInCase:
    """What is missing, with the count it was found in, as everybody may see it."""

    missing: Missing
    counted: Counted


def missing_in_case(case: Case, key: Key, limit: int | None = None) -> MissingInCase:
    """Find what is missing, and queue what would move figures most.

    Nothing is kept. The words of reports that protect a person are left out.

    Args:
        case: The case.
        key: What opens its register.
        limit: How many incidents to queue; all where None.

    Raises:
        NoRegister: The case has not been built yet.
        NotAllowed: Whoever opened it may see figures, and no claims.
    """
    counted = count_case(case, key, to=Deed.LOOK_AT_REPORTS)
    return find_missing(case, shown_to_all(case, counted).counted, limit)


def find_missing(
    case: Case, counted: Counted, limit: int | None = None
) -> MissingInCase:
    """Find what is missing in a count that was made already."""
    tally, incidents, evidence = counted.tally, counted.incidents, counted.evidence
    voices: dict[ClaimId, str] = {}
    for incident in incidents:
        voices |= voices_of(incident, evidence)
    found = what_is_missing(case.scope, tally, incidents, evidence, voices, limit)
    return MissingInCase(found, counted)


def voices_of(incident: Incident, evidence: Evidence) -> dict[ClaimId, str]:
    """Give the key of the independent first teller of each claim of an incident.

    A teller without a name may be the named one who gives the same figure, and is no
    voice of their own there.
    """
    told = evidence.origins
    claims = [each for each in evidence.counted(incident) if each.id in told]
    named: dict[int | None, str] = {}
    for claim in claims:
        if not told[claim.id].key.startswith(UNNAMED):
            named.setdefault(stated_number(claim.quantity), told[claim.id].key)
    return {
        claim.id: named.get(stated_number(claim.quantity), key)
        if (key := told[claim.id].key).startswith(UNNAMED)
        else key
        for claim in claims
    }


def missing_json(case: Case, found: MissingInCase) -> dict[str, Any]:
    """Put what is missing into a form for programs."""
    plain: dict[str, Any] = to_json(found.missing)
    for each, line in zip(found.missing.queue, plain["queue"], strict=True):
        line["moves"] = each.moves
    plain["gaps"] = plain.pop("case")
    own = {"own_records": True} if found.counted.own_records else {}
    return {"case": case.id, **plain, **own}
