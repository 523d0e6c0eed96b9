"""Asks for a job in the name of whoever sits at a desk."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from tasjil.capture.given import GivenFile, digest_of, plain_name, refusal
from tasjil.errors import BadValue
from tasjil.journey.jobs.files import Became
from tasjil.journey.jobs.kinds import KINDS, kind_of, require_leave
from tasjil.journey.opening import Seat
from tasjil.model.ids import JobId
from tasjil.register.desk.job import Given
from tasjil.register.permissions import Leave, leave

NOTHING: Mapping[str, Any] = {}


def ask_job(
    seat: Seat,
    kind: str,
    asked: Mapping[str, Any] = NOTHING,
    given: Sequence[GivenFile] = (),
    at: datetime | None = None,
) -> JobId:
    """Ask for a job; a worker does it as soon as it can.

    Args:
        seat: Who asks.
        kind: One of `KINDS`.
        asked: How; each kind's `run` says what it takes.
        given: What is to be captured. One that is too large, or that no reader knows,
            is refused at once and says so in its line.
        at: When; now unless somebody says otherwise.

    Raises:
        NotAllowed: They may not have this done.
        BadValue: There is no such kind, or files came for one that captures nothing.
    """
    require_leave(seat.register.me, kind)
    if given and kind != "capture":
        raise BadValue(
            f"expected files for a job that captures them, found {len(given)} for one "
            f"of the kind {kind!r}; ask for 'capture'"
        )
    files = [_given(each) for each in given]
    now = at or datetime.now(UTC)
    return seat.register.queue.ask(kind, dict(asked), files, at=now)


def may_ask(seat: Seat, kind: str) -> bool:
    """Tell whether whoever sits there may have this kind of job done."""
    found = kind_of(kind)
    given = leave(seat.register.me, found.deed)
    return given is Leave.YES or (given is Leave.OWN and found.own)


def kinds_for(seat: Seat) -> tuple[str, ...]:
    """Name the kinds of jobs that whoever sits there may ask for."""
    return tuple(kind for kind in KINDS if may_ask(seat, kind))


def _given(file: GivenFile) -> Given:
    """Refuse by name and size before anything is kept."""
    name, size = plain_name(file.name), len(file.data)
    why = refusal(name, size)
    if why is None:
        return Given(name, file.data, digest_of(file), size)
    outcome = {"state": str(Became.FAILED), "reason": why}
    return Given(name, None, digest_of(file), size, outcome)
