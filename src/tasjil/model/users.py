"""Who works on a case, and in what role."""

import re
from dataclasses import dataclass

from tasjil.errors import BadValue
from tasjil.model.defined import Defined
from tasjil.model.ids import UserId

SHAPE = re.compile(r"[a-z][a-z0-9-]{0,31}")
"""No slash (a program has one) and no space; the same on every keyboard."""


class Role(Defined):
    """What a person does on a case. What each may do is in docs/decisions/roles.md."""

    LEAD = (
        "lead",
        "Answers for the case: says what it counts, who works on it, and what is "
        "erased.",
    )
    DOCUMENTER = (
        "documenter",
        "Collects what is told: captures reports, hears witnesses, takes consent.",
    )
    VERIFIER = (
        "verifier",
        "Tests what was told, and signs what colleagues found established.",
    )
    ANALYST = (
        "analyst",
        "Links records and draws conclusions from what was collected.",
    )
    PUBLISHER = "publisher", "Decides with a second person what leaves the house."
    GUEST = (
        "guest",
        "Sees the figures, and whether the log is whole; no report and no claim.",
    )


@dataclass(frozen=True, slots=True)
class User:
    """One person who works on a case.

    Attributes:
        id: A lower-case word of letters, digits and dashes. It stands in the log for
            ever, and in every bundle: choose one that names nobody ("reader-3"), and
            keep the person's name in the sealed box.
        own_records: Sees and works on nothing but the reports they captured.
        active: False for one who has left; what they did stays.

    Example:
        >>> User(UserId("reader-3"), Role.DOCUMENTER).active
        True
    """

    id: UserId
    role: Role
    own_records: bool = False
    active: bool = True

    def __post_init__(self) -> None:
        """Refuse an id that could be read in two ways, and a lead who sees a part."""
        check_user_id(self.id)
        if self.role is Role.LEAD and self.own_records:
            raise BadValue(
                "expected a lead who sees all records, got one with their own alone; "
                "a lead answers for the whole case: choose another role"
            )


def check_user_id(id: str) -> UserId:
    """Refuse an id that is not a short lower-case word; its text is not repeated.

    Example:
        >>> check_user_id("reader-3")
        'reader-3'
    """
    if SHAPE.fullmatch(id) is None:
        raise BadValue(
            "expected a user's id of lower-case letters, digits and dashes that starts "
            "with a letter and has at most 32 of them, such as reader-3, got another "
            "form; choose one that names nobody"
        )
    return UserId(id)
