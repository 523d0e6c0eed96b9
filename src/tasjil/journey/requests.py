"""Asking a second person for leave, and giving it."""

from dataclasses import dataclass
from datetime import UTC, datetime

from tasjil.journey.case import Case
from tasjil.journey.opening import Key, open_register
from tasjil.register.deeds import TWO_PEOPLE, Deed
from tasjil.register.door.requests import Request

__all__ = ["TWO_PEOPLE", "Asked", "Deed", "approve", "ask", "list_requests"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A request, and where it stands now: waiting, approved, used or lapsed."""

    request: Request
    state: str


def ask(case: Case, key: Key, deed: Deed, what: str, because: str) -> int:
    """Ask a second person for leave; give the number to approve it by."""
    with open_register(case, key) as register:
        return register.ask(deed, what, because=because, at=datetime.now(UTC))


def approve(case: Case, key: Key, request: int, because: str) -> None:
    """Give another person the leave they asked for."""
    with open_register(case, key) as register:
        register.approve(request, because=because, at=datetime.now(UTC))


def list_requests(case: Case, key: Key) -> tuple[Asked, ...]:
    """List every request for leave and where it stands, oldest first."""
    with open_register(case, key) as register:
        now = register.time(datetime.now(UTC))
        return tuple(Asked(each, each.state(now)) for each in register.requests())
