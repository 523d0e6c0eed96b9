"""Who may assess what after whom, sign it, and say that it is wrong."""

from datetime import datetime
from typing import Any

import msgspec

from tasjil.errors import BadValue, NotAllowed, NotInRegister
from tasjil.model.assessment import Assessment
from tasjil.model.decision import same_person
from tasjil.model.json import from_json
from tasjil.model.moves import check_move
from tasjil.model.users import User
from tasjil.register import findings
from tasjil.register.border import translated
from tasjil.register.door.told import number_told, reason_told
from tasjil.register.entry import NewEntry
from tasjil.register.store import AssessmentRow, Store


def moves_as_allowed(store: Store, entry: NewEntry, by: User, at: datetime) -> None:
    """An assessment is whole, its author's own, and a move from the one before."""
    reason_told(entry)
    told = _whole(entry)
    if told.by != by.id or told.because != entry.because:
        raise NotAllowed(
            "expected an assessment by the user who makes it, with their reason, found "
            "another name or another reason in it; assess with your own key"
        )
    if told.second is not None or told.dissents:
        raise NotAllowed(
            "expected an assessment alone, found signatures in it; a colleague signs "
            "with `tasjil sign`, or dissents with `tasjil dissent`"
        )
    rows = AssessmentRow.objects.using(store.alias).filter(
        about=entry.body.get("about"), element=entry.body.get("element")
    )
    with translated():
        last = rows.order_by("-seq").values_list("seq", flat=True).first()
    before = None if last is None else findings.one(store, last)
    check_move(None if before is None else before.standing, told.standing)


def _whole(entry: NewEntry) -> Assessment:
    """Read the assessment that an entry brings; it says the same as the entry."""
    try:
        plain = msgspec.json.decode(entry.contents["assessment"])
    except (KeyError, msgspec.DecodeError):
        raise BadValue(
            "expected an assessment with its entry, found none; use `assess`"
        ) from None
    told = from_json(plain, Assessment)
    said: Any = {"about": told.about, "element": str(told.element)}
    if dict(entry.body) != said:
        raise BadValue(
            f"expected an entry about {told.about} and its {told.element}, found one "
            "that says otherwise; use `assess`"
        )
    return told


def signs_anothers(store: Store, entry: NewEntry, by: User, at: datetime) -> None:
    """Nobody signs their own work, nor what a newer assessment has replaced."""
    rows = AssessmentRow.objects.using(store.alias)
    seq = number_told(entry.body, "signs")
    with translated():
        row = rows.filter(pk=seq).first()
        newer = row and rows.filter(about=row.about, element=row.element, seq__gt=seq)
        newest = newer and newer.order_by("-seq").values_list("seq", flat=True).first()
    if row is None or findings.one(store, seq) is None:
        raise NotInRegister(
            f"expected an assessment to sign, found none at entry {seq}; check the "
            "number"
        )
    if same_person(row.by, by.id):
        raise NotAllowed(
            "expected a second person to sign, found the one who made the assessment; "
            "nobody signs their own work: ask another verifier or a lead to read it"
        )
    if newest:
        raise NotAllowed(
            "expected the newest assessment of this element, found that entry "
            f"{newest} stands in its place; read and sign that one"
        )
    if row.signed is not None:
        raise NotAllowed(
            f"expected an assessment that waits for a signature, found one signed by "
            f"entry {row.signed}; there is nothing more to do"
        )
    reason_told(entry)


def dissents_from_anothers(
    store: Store, entry: NewEntry, by: User, at: datetime
) -> None:
    """Whoever thinks again of their own work makes a new assessment; all is kept."""
    seq = number_told(entry.body, "from")
    with translated():
        row = AssessmentRow.objects.using(store.alias).filter(pk=seq).first()
    if row is None:
        raise NotInRegister(
            f"expected an assessment to dissent from, found none at entry {seq}; "
            "`tasjil assessments CASE` lists their numbers"
        )
    if same_person(row.by, by.id):
        raise NotAllowed(
            "expected another person to dissent, found the one who made the "
            "assessment; where you hold it to be wrong now, make a new one"
        )
    reason_told(entry)
