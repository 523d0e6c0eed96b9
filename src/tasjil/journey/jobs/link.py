"""Links which rows of lists, and which names in reports, are one person."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from tasjil.journey.case import Case
from tasjil.journey.jobs.files import Files
from tasjil.journey.jobs.kinds import LINK
from tasjil.journey.linking.case import link_register
from tasjil.journey.opening import Seat
from tasjil.journey.progress import Progress
from tasjil.journey.review.laying import lay_review
from tasjil.model.users import User
from tasjil.register.deeds import Deed
from tasjil.register.permissions import Leave, leave
from tasjil.register.register import Register


def run(
    case: Case, seat: Seat, asked: Mapping[str, Any], files: Files, progress: Progress
) -> dict[str, Any]:
    """Link what the register holds, and lay out the pairs worth asking about."""
    linked = link_register(case, seat.register, datetime.now(UTC), progress)
    asked_about = lay_review(case, seat.register, progress)
    if linked is None:
        return {"records": 0, "persons": 0, "pairs": asked_about}
    return {
        "records": len(linked.people.persons),
        "persons": len(linked.people.certainty),
        "doubtful": len(linked.people.doubtful),
        "moved": linked.moved,
        "new": linked.new,
        "gone": linked.gone,
        "pairs": asked_about,
    }


def is_due(register: Register) -> bool:
    """Tell whether pairs are behind the log, and nobody was asked to link yet."""
    return register.review.is_due() and not register.queue.open_jobs(1, kind=LINK)


def may_link(user: User) -> bool:
    """Tell whether a user may have all records put together."""
    return leave(user, Deed.LINK_PERSONS) is Leave.YES
