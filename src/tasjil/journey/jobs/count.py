"""Counts the case, and lays what was found out for the pages."""

from collections.abc import Mapping
from typing import Any

from tasjil.journey.board.laying import lay_out
from tasjil.journey.case import Case
from tasjil.journey.jobs.files import Files
from tasjil.journey.jobs.kinds import COUNT
from tasjil.journey.opening import Seat
from tasjil.journey.progress import Progress
from tasjil.model.users import User
from tasjil.register.deeds import Deed
from tasjil.register.permissions import Leave, leave
from tasjil.register.register import Register


def run(
    case: Case, seat: Seat, asked: Mapping[str, Any], files: Files, progress: Progress
) -> dict[str, Any]:
    """Count what the register holds, and put it in the place of the last count."""
    lay_out(case, seat.register, progress)
    return {"entries": seat.register.board.state().seq}


def is_due(register: Register) -> bool:
    """Tell whether the board is behind the log, and nobody was asked to count yet."""
    state = register.board.state()
    if state.is_there and not state.behind:
        return False
    return not register.queue.open_jobs(1, kind=COUNT)


def may_count(user: User) -> bool:
    """Tell whether a user sees all that a count rests on."""
    return leave(user, Deed.LOOK_AT_REPORTS) is Leave.YES
