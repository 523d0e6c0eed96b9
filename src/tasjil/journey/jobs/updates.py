"""A newer file of a list that was dropped: what it would change, and what is done."""

from dataclasses import dataclass
from typing import Any

from tasjil.capture.given import GivenFile, capture_given
from tasjil.capture.lists import CapturedList
from tasjil.errors import NotInRegister
from tasjil.journey.case import Case
from tasjil.journey.jobs.files import Became
from tasjil.journey.lists.columns import columns_beside, understand
from tasjil.journey.lists.keeping import before_of, changes_in, keep_list, kept_list
from tasjil.journey.opening import Seat
from tasjil.journey.progress import Silence
from tasjil.link.lists.changes import ListChanges
from tasjil.model.ids import JobId
from tasjil.register.deeds import Deed


@dataclass(frozen=True, slots=True)
class Update:
    """A newer file of a list, not kept yet.

    Attributes:
        found: The list as the file has it.
        changes: What it changes; None where the older version is gone meanwhile.
    """

    found: CapturedList
    changes: ListChanges | None


def update_waiting(case: Case, seat: Seat, job: JobId, number: int) -> Update:
    """Give a newer file of a list that waits, and what it would change.

    Raises:
        NotInRegister: No such file waits; somebody settled it, or it is not yours.
        NotAllowed: Whoever sits there may not import a list.
    """
    register = seat.register
    register.must(Deed.IMPORT_LIST)
    found = _waiting(seat, job, number)
    before = before_of(register, found.list.name)
    if before is None:
        return Update(found, None)
    saved = columns_beside(case.folder / found.list.name)
    after = understand(found.list.rows, saved)
    kept = kept_list(case, register, before)
    return Update(found, changes_in(kept, after, before))


def keep_update(case: Case, seat: Seat, job: JobId, number: int) -> bool:
    """Keep a newer file of a list as its newest version.

    Returns:
        False where its bytes are kept already.

    Raises:
        As `update_waiting` does.
    """
    seat.register.must(Deed.IMPORT_LIST)
    found = _waiting(seat, job, number)
    new = keep_list(case, seat.register, found, Silence())
    _settle(seat, job, number, Became.LIST if new else Became.KNOWN)
    return new


def drop_update(seat: Seat, job: JobId, number: int) -> None:
    """Let a newer file of a list go; the list stays as it is.

    Raises:
        As `update_waiting` does.
    """
    seat.register.must(Deed.IMPORT_LIST)
    _waiting(seat, job, number)
    _settle(seat, job, number, Became.FAILED, reason=DROPPED)


DROPPED = "somebody saw what it changes, and left the list as it is"


def _waiting(seat: Seat, job: JobId, number: int) -> CapturedList:
    queue = seat.register.queue
    lines = queue.files(job, after=number - 1, limit=1)
    data = queue.data(job, number) if lines else None
    if data is not None:
        found = capture_given(GivenFile(lines[0].name, data))
        if isinstance(found, CapturedList):
            return found
    raise NotInRegister(
        "expected a newer file of a list that waits, found none; somebody has kept it "
        "or let it go: look at the list again"
    )


def _settle(seat: Seat, job: JobId, number: int, became: Became, **told: Any) -> None:
    """Write down what became of the file; its bytes go."""
    queue = seat.register.queue
    (line,) = queue.files(job, after=number - 1, limit=1)
    outcome = {**(line.outcome or {}), **told, "state": str(became)}
    queue.settle_file(job, number, outcome)
