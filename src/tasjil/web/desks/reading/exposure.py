"""How much somebody has read today: theirs alone to see, and kept by nobody."""

import threading
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from tasjil.model.ids import ReportId, UserId

MANY = 25
"""Reports opened in a day from which on a pause is offered."""

LONG = timedelta(minutes=50)
"""Reading without a pause from which on one is offered."""

PAUSE = timedelta(minutes=10)
"""Without a report opened for so long, somebody has paused."""


@dataclass(slots=True)
class Exposure:
    """What one person opened today.

    Attributes:
        opened: The reports; how often each was opened is not kept.
        since: When they began to read without a pause.
        last: When they last opened one.
        offered: How many they had opened when they waved the offer of a pause away.
    """

    day: date
    opened: set[ReportId] = field(default_factory=set)
    since: datetime | None = None
    last: datetime | None = None
    offered: int = 0

    def open(self, report: ReportId, now: datetime) -> None:
        """Count a report."""
        if self.since is None or self.last is None or now - self.last > PAUSE:
            self.since = now
        self.last = now
        self.opened.add(report)

    @property
    def reports(self) -> int:
        """How many reports were opened."""
        return len(self.opened)

    def minutes(self, now: datetime) -> int:
        """For how many minutes they have read without a pause."""
        if self.since is None or self.last is None or now - self.last > PAUSE:
            return 0
        return int((now - self.since) / timedelta(minutes=1))

    def offers_pause(self, now: datetime) -> bool:
        """Whether it is time to offer a pause."""
        many = self.reports >= self.offered + MANY
        return many or self.minutes(now) >= LONG / timedelta(minutes=1)

    def waved_away(self, now: datetime) -> None:
        """Offer no pause for a while."""
        self.offered, self.since = self.reports, now


class Exposures:
    """Everybody's, in memory alone: gone with the day, and with the server."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._of: dict[UserId, Exposure] = {}
        self._lock = threading.Lock()

    def of(self, user: UserId, now: datetime | None = None) -> Exposure:
        """Give what somebody opened today.

        Example:
            >>> Exposures().of(UserId("reader-3")).reports
            0
        """
        today = (now or datetime.now(UTC)).date()
        with self._lock:
            found = self._of.get(user)
            if found is None or found.day != today:
                found = self._of[user] = Exposure(today)
            return found


EXPOSURES = Exposures()
"""Those of this server."""
