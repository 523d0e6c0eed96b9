"""The integrity light: when the log was last found whole, and how old the backup is."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tasjil.model.decision import moment
from tasjil.register.desk.job import JobState
from tasjil.web.page.request import DeskRequest

WEEK = timedelta(days=7)
MONTH = timedelta(days=30)
A_DAY = timedelta(days=1)

GOOD, DOUBT, BAD = "good", "doubt", "bad"


@dataclass(frozen=True, slots=True)
class Safety:
    """Two lights, each with what they say.

    Attributes:
        log: good, doubt or bad.
        verified: When the log was last checked, and found whole or not; None for never.
        broken: What was wrong with it.
        checking: It is being checked.
        backup: good, doubt or bad.
        copied: When the last whole backup was made; None for never.
    """

    log: str
    verified: datetime | None
    broken: str
    checking: bool
    backup: str
    copied: datetime | None


def safety(request: DeskRequest) -> Safety:
    """Look at the last check and the last backup."""
    register, now = request.seat.register, datetime.now(UTC)
    checks = register.queue.jobs(20, kind="verify")
    ended = (each for each in checks if each.state in (JobState.DONE, JobState.FAILED))
    last = next(ended, None)
    verified = None if last is None or last.ended is None else moment(last.ended)
    broken = last.error if last is not None and last.state is JobState.FAILED else ""
    copied = register.last_backup()
    return Safety(
        BAD if broken else light(verified, now, WEEK),
        verified,
        broken,
        any(not each.is_over for each in checks),
        backup_light(copied, register.begun(), now),
        copied,
    )


def light(at: datetime | None, now: datetime, good: timedelta) -> str:
    """Say how much a time is worth.

    Example:
        >>> light(None, datetime(2031, 5, 4, tzinfo=UTC), WEEK)
        'doubt'
    """
    return GOOD if at is not None and now - at <= good else DOUBT


def backup_light(copied: datetime | None, begun: datetime | None, now: datetime) -> str:
    """Say how safe a case is from a lost machine; work of one day needs no backup yet.

    Example:
        >>> monday = datetime(2031, 5, 5, tzinfo=UTC)
        >>> backup_light(None, monday, monday)
        'good'
        >>> backup_light(None, monday, monday + 40 * A_DAY)
        'bad'
    """
    since = copied or begun
    if since is None or now - since <= (A_DAY if copied is None else WEEK):
        return GOOD
    return DOUBT if now - since <= MONTH else BAD
