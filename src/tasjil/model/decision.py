"""What every decision of a person needs: who, when, and why."""

from dataclasses import dataclass
from datetime import datetime

from tasjil.errors import BadValue
from tasjil.model.ids import UserId


@dataclass(frozen=True, slots=True)
class Signature:
    """A person's name under something, with the time and the reason.

    Attributes:
        at: ISO 8601 time with its offset.
        because: The reason, in the person's own words; never empty.
    """

    by: UserId
    at: str
    because: str

    def __post_init__(self) -> None:
        """Refuse a signature without a person, a time or a reason."""
        check_decision(self.by, self.at, self.because)


def check_decision(by: str, at: str, because: str) -> None:
    """Refuse a decision that nobody made, at no time, or for no reason.

    Example:
        >>> check_decision("salma", "2025-03-20T09:00:00+02:00", "the words say so")
    """
    if not by.strip():
        raise BadValue("expected the name of the person who decides, got none")
    moment(at)
    if not because.strip():
        raise BadValue("expected a reason (because), got none")


def moment(at: str) -> datetime:
    """Read a time that says its offset, or refuse it.

    Example:
        >>> moment("2025-03-20T09:00:00Z") == moment("2025-03-20T11:00:00+02:00")
        True
    """
    try:
        read = datetime.fromisoformat(at)
    except ValueError:
        read = None
    if read is None or read.tzinfo is None:
        raise BadValue(
            f"expected a time with its offset such as 2025-03-20T09:00:00+02:00, "
            f"got {at!r}"
        )
    return read


def same_person(one: str, other: str) -> bool:
    """True where two names of users are one, whatever their case and spaces.

    Example:
        >>> same_person("Salma ", "salma")
        True
    """
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
