"""What a claim that a person makes must be, and which one it may be put in place of."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from tasjil.errors import BadValue, NotAllowed, NotInRegister
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, ReportId
from tasjil.model.json import from_json
from tasjil.model.judgement import REPLACED
from tasjil.model.users import User
from tasjil.register import made, queries
from tasjil.register.border import translated
from tasjil.register.door.told import reason_told
from tasjil.register.entry import NewEntry
from tasjil.register.store import ClaimRow, Store


def rests_on_its_words(store: Store, entry: NewEntry, by: User, at: datetime) -> None:
    """A person's claim passes the gate of every reader: its words stand there."""
    reason_told(entry)
    claim = _whole(entry)
    claim.check(queries.report(store, claim.report).text)
    rows = ClaimRow.objects.using(store.alias).filter(pk=claim.id)
    with translated():
        known = rows.exists()
    if known:
        raise NotAllowed(
            "expected a claim of its own, found one that is there already; judge that "
            "one, or say something else with this one"
        )


def corrects_what_stands(store: Store, entry: NewEntry, by: User, at: datetime) -> None:
    """Only what stands is corrected, by a claim on words of the same report."""
    rests_on_its_words(store, entry, by, at)
    of = str(entry.body.get("of"))
    still_stands(store, of)
    before = made.one(store, of)
    root = of if before is None or before.root is None else before.root
    rows = ClaimRow.objects.using(store.alias).filter(pk=of)
    with translated():
        report = rows.values_list("report", flat=True).first()
    if (root, report) != (entry.body.get("root"), entry.body.get("report")):
        raise BadValue(
            "expected a claim of the same report and the same line as the one it "
            "corrects, found another; use `correct`"
        )


def still_stands(store: Store, claim: str) -> None:
    """Refuse a claim in whose place another stands by now, or that was taken back."""
    state = made.state_of(store, claim)
    if state in REPLACED:
        other = made.standing(store, claim)
        raise NotAllowed(
            f"expected a claim that stands, found one that is {state}: somebody has "
            "been here before you; "
            + (f"look at {other}" if other != claim else "look at the report's claims")
        )


def withdraws_what_stands(
    store: Store, entry: NewEntry, by: User, at: datetime
) -> None:
    """What a person made is taken back while it stands; the one before stands again."""
    reason_told(entry)
    claim = str(entry.body.get("claim"))
    told = made.one(store, claim)
    if told is None:
        raise NotInRegister(
            "expected a claim that a person made, found none with this id; what a "
            "reader proposed is judged"
        )
    still_stands(store, claim)
    state = None if told.of is None else str(made.stood(store, told.of))
    if (entry.body.get("of"), entry.body.get("state")) != (told.of, state):
        raise BadValue(
            "expected the claim that stands again, as it stood before, found another; "
            "use `take_back`"
        )


def _whole(entry: NewEntry) -> Claim:
    """Read the claim that an entry brings; it says the same as the entry."""
    try:
        plain: Mapping[str, Any] = msgspec.json.decode(entry.contents["claim"])
    except (KeyError, msgspec.DecodeError):
        raise BadValue("expected a claim with its entry, found none") from None
    told = from_json(plain, Claim)
    said = (ClaimId(entry.body["claim"]), ReportId(entry.body["report"]))
    if (told.id, told.report) != said or told.reader != made.PERSON:
        raise BadValue(
            f"expected a claim of the reader {made.PERSON!r} that is the one its entry "
            "speaks of, found another"
        )
    return told
