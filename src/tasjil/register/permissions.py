"""Who may do what: the one place that says so.

The standards speak of roles in one sentence: nothing is verified without a second
person. The rest follows from two rules: nobody gets more than their work needs, and
what harms somebody for good (erasing, giving out a key, changing who may do what)
stays with the lead.
"""

from enum import StrEnum

from tasjil.errors import NotAllowed
from tasjil.model.users import Role, User
from tasjil.register.deeds import Deed


class Leave(StrEnum):
    """How far a user may do something."""

    YES = "yes"
    OWN = "own records only"
    NO = "no"


Y, O, N = Leave.YES, Leave.OWN, Leave.NO  # noqa: E741

ROLES = tuple(Role)
"""The columns below: lead, documenter, verifier, analyst, publisher, guest."""

TABLE: dict[Deed, tuple[Leave, ...]] = {
    Deed.CAPTURE: (Y, Y, Y, N, N, N),
    Deed.DESCRIBE: (Y, Y, Y, N, N, N),
    Deed.PROPOSE: (Y, Y, Y, Y, N, N),
    Deed.JUDGE_CLAIM: (Y, Y, Y, N, N, N),
    Deed.JUDGE_LINK: (Y, N, Y, Y, N, N),
    Deed.LINK_PERSONS: (Y, Y, Y, Y, N, N),
    Deed.ESTIMATE: (Y, N, N, Y, N, N),
    Deed.WITHDRAW_ESTIMATE: (Y, N, N, Y, N, N),
    Deed.SET_SCOPE: (Y, N, N, N, N, N),
    Deed.IMPORT_LIST: (Y, Y, Y, Y, N, N),
    Deed.ASSESS: (Y, N, Y, Y, N, N),
    Deed.SIGN: (Y, N, Y, N, N, N),
    Deed.DISSENT: (Y, N, Y, Y, N, N),
    Deed.GIVE_CONSENT: (Y, Y, Y, N, N, N),
    Deed.WITHDRAW_CONSENT: (Y, O, O, N, N, N),
    Deed.SEAL: (Y, Y, Y, N, N, N),
    Deed.OPEN_SEALED: (Y, O, Y, N, N, N),
    Deed.ERASE: (Y, N, N, N, N, N),
    Deed.KEEP_USERS: (Y, N, N, N, N, N),
    Deed.GRANT_BOX: (Y, N, N, N, N, N),
    Deed.BACK_UP: (Y, Y, Y, N, N, N),
    Deed.RESTORE: (Y, N, N, N, N, N),
    Deed.REKEY: (Y, N, N, N, N, N),
    Deed.EXPORT_BUNDLE: (Y, N, Y, N, N, N),
    Deed.IMPORT_BUNDLE: (Y, Y, Y, N, N, N),
    Deed.EXPORT_PRIVATELY: (Y, N, N, Y, N, N),
    Deed.PUBLISH: (Y, N, N, N, Y, N),
    Deed.KEEP_CORRECTION: (Y, Y, Y, Y, Y, N),
    Deed.ANSWER_CORRECTION: (Y, N, Y, Y, Y, N),
    Deed.ASK: (Y, N, Y, Y, Y, N),
    Deed.APPROVE: (Y, N, Y, Y, Y, N),
    Deed.LOOK_AT_REPORTS: (Y, Y, Y, Y, Y, N),
    Deed.LOOK_AT_COUNTS: (Y, Y, Y, Y, Y, Y),
    Deed.LOOK_AT_LOG: (Y, Y, Y, Y, Y, N),
    Deed.VERIFY: (Y, Y, Y, Y, Y, Y),
    Deed.CHECKPOINT: (Y, Y, Y, Y, Y, Y),
}

ALONE: dict[Deed, Leave] = {
    Deed.CAPTURE: O,
    Deed.DESCRIBE: O,
    Deed.PROPOSE: O,
    Deed.JUDGE_CLAIM: O,
    Deed.JUDGE_LINK: N,
    Deed.LINK_PERSONS: N,
    Deed.ESTIMATE: N,
    Deed.WITHDRAW_ESTIMATE: N,
    Deed.SET_SCOPE: N,
    Deed.IMPORT_LIST: Y,
    Deed.ASSESS: N,
    Deed.SIGN: N,
    Deed.DISSENT: N,
    Deed.GIVE_CONSENT: O,
    Deed.WITHDRAW_CONSENT: O,
    Deed.SEAL: O,
    Deed.OPEN_SEALED: O,
    Deed.ERASE: N,
    Deed.KEEP_USERS: N,
    Deed.GRANT_BOX: N,
    Deed.BACK_UP: N,
    Deed.RESTORE: N,
    Deed.REKEY: N,
    Deed.EXPORT_BUNDLE: N,
    Deed.IMPORT_BUNDLE: N,
    Deed.EXPORT_PRIVATELY: N,
    Deed.PUBLISH: N,
    Deed.KEEP_CORRECTION: N,
    Deed.ANSWER_CORRECTION: N,
    Deed.ASK: N,
    Deed.APPROVE: N,
    Deed.LOOK_AT_REPORTS: O,
    Deed.LOOK_AT_COUNTS: O,
    Deed.LOOK_AT_LOG: N,
    Deed.VERIFY: Y,
    Deed.CHECKPOINT: Y,
}
"""The most that a user in own-records mode may do, whatever their role.

What touches everybody's records is not for them; checking the log shows no words.
"""

STRENGTH = (N, O, Y)


def leave(user: User, deed: Deed) -> Leave:
    """Say how far a user may do something.

    Example:
        >>> from tasjil.model.ids import UserId
        >>> leave(User(UserId("reader-3"), Role.GUEST), Deed.PUBLISH)
        <Leave.NO: 'no'>
    """
    if not user.active:
        return N
    given = TABLE[deed][ROLES.index(user.role)]
    return min(given, ALONE[deed], key=STRENGTH.index) if user.own_records else given


def require(user: User, deed: Deed, *, own: bool = False) -> Leave:
    """Refuse a deed that a user may not do, or not with this record.

    Args:
        user: Who acts.
        deed: What they are about to do.
        own: The record is theirs: they captured or sealed it.

    Returns:
        How far they may; `OWN` where only their own records are to be shown.

    Raises:
        NotAllowed: Says who may, and what to do; names nobody.
    """
    given = leave(user, deed)
    if given is Y or (given is O and own):
        return given
    raise NotAllowed(refusal(user, deed))


def who_may(deed: Deed) -> str:
    """Name the roles that may do something with every record.

    Example:
        >>> who_may(Deed.PUBLISH)
        'lead or publisher'
    """
    names = [
        str(role) for role, given in zip(ROLES, TABLE[deed], strict=True) if given is Y
    ]
    if len(names) == len(ROLES):
        return "anybody"
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def refusal(user: User, deed: Deed) -> str:
    """Say why a user may not do something, and what to do."""
    what = deed.definition
    if not user.active:
        return (
            f"expected a user of this case, to {what}, found one who has left it; ask "
            "a lead to take you back"
        )
    if leave(user, deed) is O:
        return (
            f"you may {what} only with records of your own, and this one is not; ask a "
            f"{who_may(deed)} who sees all records"
        )
    if user.own_records and TABLE[deed][ROLES.index(user.role)] is not N:
        return (
            f"expected a {who_may(deed)} who sees all records, to {what}, found one "
            "who works on their own records alone; ask such a person to do it"
        )
    return (
        f"expected a {who_may(deed)}, to {what}, found {_a(user.role)}; ask one of "
        "them to do it, or a lead to change your role"
    )


def _a(role: Role) -> str:
    return f"an {role}" if role[0] in "aeiou" else f"a {role}"
