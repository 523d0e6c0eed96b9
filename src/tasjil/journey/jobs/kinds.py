"""What a worker can be asked for, and what each kind needs leave for.

What each does is in `runs`: a server that only asks need not load a reader for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from tasjil.errors import BadValue
from tasjil.model.users import User
from tasjil.register.deeds import Deed
from tasjil.register.permissions import Leave, leave, require

COUNT = "count"
LINK = "link"
WHAT_IF = "what_if"
ESTIMATE = "estimate"
AGAIN = "estimate_again"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of job.

    Attributes:
        deed: What it needs leave for.
        own: Whoever may do it with their own records alone may ask for it too.
        anyone: Nobody decides anything by it: anybody seated who may does it for
            whoever asked.
    """

    deed: Deed
    own: bool = False
    anyone: bool = False


KINDS: Mapping[str, Kind] = {
    "capture": Kind(Deed.CAPTURE, own=True),
    "read": Kind(Deed.PROPOSE, own=True, anyone=True),
    LINK: Kind(Deed.LINK_PERSONS, anyone=True),
    COUNT: Kind(Deed.LOOK_AT_REPORTS, anyone=True),
    WHAT_IF: Kind(Deed.LOOK_AT_REPORTS, anyone=True),
    ESTIMATE: Kind(Deed.ESTIMATE),
    AGAIN: Kind(Deed.LOOK_AT_REPORTS, anyone=True),
    "verify": Kind(Deed.VERIFY),
    "backup": Kind(Deed.BACK_UP),
    "publish": Kind(Deed.PUBLISH),
    "draft": Kind(Deed.PUBLISH),
    "release": Kind(Deed.PUBLISH),
}


def kind_of(name: str) -> Kind:
    """Give one kind of job.

    Raises:
        BadValue: There is none of this name.
    """
    if name not in KINDS:
        raise BadValue(
            f"expected a kind of job, one of {', '.join(KINDS)}, found {name!r}; a "
            "newer tasjil asked for it, or nobody did"
        )
    return KINDS[name]


def require_leave(user: User, name: str) -> None:
    """Refuse a kind of job to a user who may not have it done.

    Raises:
        NotAllowed: Says who may.
    """
    kind = kind_of(name)
    require(user, kind.deed, own=kind.own)


def may_do_for_all(user: User, name: str) -> bool:
    """Tell whether a user may do a job of this kind for whoever asked for it."""
    kind = kind_of(name)
    return kind.anyone and leave(user, kind.deed) is Leave.YES
