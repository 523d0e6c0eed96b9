"""What a role alone does not settle: whose work it is, who asked, and who is left."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tasjil.errors import BadValue, NotAllowed, NotInRegister
from tasjil.model.decision import same_person
from tasjil.model.ids import UserId
from tasjil.model.users import Role, User
from tasjil.register.deeds import DEED_OF, TWO_PEOPLE, Deed
from tasjil.register.door import (
    claims,
    codings,
    correcting,
    describing,
    findings,
    requests,
    users,
)
from tasjil.register.door.told import Rule, number_told, reason_told
from tasjil.register.entry import EntryKind, NewEntry
from tasjil.register.permissions import require
from tasjil.register.store import Store


def user_is_new(store: Store, entry: NewEntry, by: User, at: datetime) -> None:
    """An id stands for one person for ever, also after they left."""
    user = _user(entry.body)
    if users.find(store, user.id) is not None:
        raise NotAllowed(
            "expected a new id, found one that the log knows; choose another, or take "
            "its user back: tasjil user CASE change"
        )
    reason_told(entry)


def user_can_change(store: Store, entry: NewEntry, by: User, at: datetime) -> None:
    """Nobody changes what they may do themselves, and one lead always stays."""
    user = _user(entry.body)
    users.require(store, user.id)
    stays = user.active and user.role is Role.LEAD
    if users.is_last_lead(store, user.id) and not stays:
        raise NotAllowed(
            "expected one lead at least, found that none would be left; make somebody "
            "else a lead first, who can then change your role"
        )
    if user.id == by.id:
        raise NotAllowed(
            "expected another lead to change what you may do, found yourself; nobody "
            "changes their own role"
        )
    reason_told(entry)


def asks_for_two(store: Store, entry: NewEntry, by: User, at: datetime) -> None:
    """Who asks could do it, if it did not take two."""
    deed = _deed(entry.body)
    if deed not in TWO_PEOPLE:
        raise BadValue(
            "expected something that takes two people "
            f"({', '.join(sorted(TWO_PEOPLE))}), got another deed; that one needs no "
            "asking"
        )
    require(by, deed)
    reason_told(entry)


def approves_anothers(store: Store, entry: NewEntry, by: User, at: datetime) -> None:
    """A second person gives leave, who has it to give, while the request waits."""
    seq = number_told(entry.body, "asked")
    request = requests.find(store, seq)
    if request is None:
        raise NotInRegister(
            f"expected a request to approve, found none at entry {seq}; `tasjil "
            "requests CASE` lists those that wait"
        )
    if same_person(request.by, by.id):
        raise NotAllowed(
            "expected a second person to approve, found the one who asked; ask another "
            "to do it"
        )
    require(by, request.deed)
    state = request.state(requests.now(store, at))
    if state != "waiting":
        raise NotAllowed(
            f"expected a request that waits, found one that is {state}; ask anew with "
            "`tasjil ask`"
        )
    reason_told(entry)


def rests_on_two(store: Store, entry: NewEntry, by: User, at: datetime) -> None:
    """What cannot be taken back names the approval it rests on."""
    deed, body = DEED_OF[entry.kind], entry.body
    if not body.get("what"):
        raise BadValue(
            f"expected what it is about (what), to {deed.definition}, got nothing; "
            "give the digest that was approved"
        )
    if body.get("approval") is None and body.get("people") == 1:
        return _house_of_one(store, deed)
    seq = number_told(body, "approval")
    request = requests.find(store, seq)
    why: str | None
    if request is None or (request.deed, request.what) != (deed, body["what"]):
        why = "the request it names is about something else, or is none"
    else:
        why = requests.why_not(store, request, requests.now(store, at))
    if why is not None:
        raise requests.second_person_missing(deed, why)
    return None


def _house_of_one(store: Store, deed: Deed) -> None:
    """One person alone has nobody to ask; but nothing is published on their word."""
    if deed is Deed.PUBLISH or users.ever(store) > 1:
        raise requests.second_person_missing(deed, "it was to go out on one's word")


def _user(body: Mapping[str, Any]) -> User:
    try:
        role = Role(body["role"])
        return User(UserId(body["user"]), role, body["own_records"], body["active"])
    except (KeyError, ValueError) as wrong:
        if isinstance(wrong, BadValue):
            raise
        raise BadValue("expected a user with a role, got something else") from None


def _deed(body: Mapping[str, Any]) -> Deed | None:
    return next((deed for deed in Deed if deed == body.get("deed")), None)


RULES: dict[EntryKind, Rule] = {
    EntryKind.USER_ADDED: user_is_new,
    EntryKind.USER_CHANGED: user_can_change,
    EntryKind.DOCUMENT_DESCRIBED: describing.says_what_can_be,
    EntryKind.CLAIM_CORRECTED: claims.corrects_what_stands,
    EntryKind.CLAIM_ADDED: claims.rests_on_its_words,
    EntryKind.CLAIM_WITHDRAWN: claims.withdraws_what_stands,
    EntryKind.CODING_ASKED: codings.asks_two,
    EntryKind.CODING_DONE: codings.finishes_own,
    EntryKind.ASSESSMENT_MADE: findings.moves_as_allowed,
    EntryKind.ASSESSMENT_SIGNED: findings.signs_anothers,
    EntryKind.ASSESSMENT_DISSENTED: findings.dissents_from_anothers,
    EntryKind.APPROVAL_ASKED: asks_for_two,
    EntryKind.APPROVAL_GIVEN: approves_anothers,
    EntryKind.RELEASE_PUBLISHED: rests_on_two,
    EntryKind.CORRECTION_RECEIVED: correcting.says_what_is_wrong,
    EntryKind.CORRECTION_ANSWERED: correcting.answers_what_waits,
    EntryKind.BUNDLE_EXPORTED: rests_on_two,
}


def grounds(
    store: Store, deed: Deed, what: str, user: User, at: datetime
) -> dict[str, Any]:
    """Say what leaving the house rests on, for the entry that records it.

    Args:
        store: The register.
        deed: One that takes two people.
        what: What leaves, exactly as it was asked for.
        user: Who is about to do it.
        at: When.

    Returns:
        Part of the entry's body: what leaves, how many people stand behind it, and the
        approval where there are two.

    Raises:
        NotAllowed: This user may not do it, or a second person has not said yes.
    """
    require(user, deed)
    if deed is not Deed.PUBLISH and users.ever(store) == 1:
        return {"what": what, "people": 1}
    found = requests.approval(store, deed, what, at)
    if found is None:
        raise requests.second_person_missing(deed, "none has been given for this")
    return {"what": what, "people": 2, "approval": found.seq}
