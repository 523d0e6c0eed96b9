"""What people do to each other's leave and work, each as the entry it leaves."""

from tasjil.errors import BadValue
from tasjil.model.assessment import Assessment
from tasjil.model.json import to_json
from tasjil.model.users import User
from tasjil.register.canonical import plain_json
from tasjil.register.deeds import Deed
from tasjil.register.entry import EntryKind, NewEntry

LONGEST = 200
"""Characters of what a request is about."""


def user_body(user: User) -> dict[str, object]:
    """Write a user as an entry says them: the whole of what they may do from now on."""
    return {
        "user": user.id,
        "role": str(user.role),
        "own_records": user.own_records,
        "active": user.active,
    }


def user_added(user: User, because: str | None) -> NewEntry:
    """Record that somebody works on the case from now on."""
    return NewEntry(EntryKind.USER_ADDED, user_body(user), because=because)


def user_changed(user: User, because: str) -> NewEntry:
    """Record what somebody may do from now on, or that they have left."""
    return NewEntry(EntryKind.USER_CHANGED, user_body(user), because=because)


def asked(deed: Deed, what: str, because: str) -> NewEntry:
    """Record that a person asks a second one for leave.

    Raises:
        BadValue: What it is about is not one short line.
    """
    if not what.strip() or len(what) > LONGEST or not what.isprintable():
        raise BadValue(
            f"expected a digest, or one line of at most {LONGEST} characters that "
            "names nobody, for what the request is about, got something else"
        )
    body = {"deed": str(deed), "what": what}
    return NewEntry(EntryKind.APPROVAL_ASKED, body, because=because)


def approved(request: int, because: str) -> NewEntry:
    """Record that a second person gives leave."""
    return NewEntry(EntryKind.APPROVAL_GIVEN, {"asked": request}, because=because)


def assessed(assessment: Assessment) -> NewEntry:
    """Record what a person found about one element; the finding stands as a content."""
    return NewEntry(
        EntryKind.ASSESSMENT_MADE,
        {"about": assessment.about, "element": str(assessment.element)},
        {"assessment": plain_json(to_json(assessment))},
        assessment.because,
    )


def signed(assessment: int, because: str) -> NewEntry:
    """Record that a second person stands behind an assessment, by its entry."""
    return NewEntry(EntryKind.ASSESSMENT_SIGNED, {"signs": assessment}, because=because)


def dissented(assessment: int, because: str) -> NewEntry:
    """Record that a colleague holds an assessment to be wrong, by its entry."""
    body = {"from": assessment}
    return NewEntry(EntryKind.ASSESSMENT_DISSENTED, body, because=because)
