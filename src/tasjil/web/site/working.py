"""Tells the worker who sits here, so that it can work for them and for nobody else."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

from tasjil.errors import NotAllowed
from tasjil.journey.jobs.asking import ask_job, may_ask
from tasjil.journey.opening import Seat
from tasjil.model.decision import moment
from tasjil.model.ids import UserId
from tasjil.web.seats.house import HOUSE
from tasjil.web.seats.seated import SEATS
from tasjil.web.worker.supervisor import Supervisor

A_WEEK = timedelta(days=7)


class Feeding:
    """Hears who comes and goes; keys go through a pipe to the worker alone."""

    def __init__(self, supervisor: Supervisor) -> None:
        """Feed this one's worker."""
        self._supervisor = supervisor

    def came(self, seat: Seat) -> None:
        """Let the worker open the register for whoever sat down."""
        register = seat.register
        self._supervisor.seat(HOUSE.folder, register.user, register.key)
        ask_weekly(seat)

    def left(self, user: UserId) -> None:
        """Let it forget who left; what it did for them waits until they are back."""
        self._supervisor.leave(HOUSE.folder, user)


def begin_working() -> Supervisor:
    """Start the worker, and feed it; close what is given at the end."""
    supervisor = Supervisor()
    SEATS.listener = Feeding(supervisor)
    supervisor.start()
    return supervisor


def ask_weekly(seat: Seat) -> None:
    """Ask for a check of the log where the last one is a week old, and none waits."""
    if not may_ask(seat, "verify") or seat.register.me.own_records:
        return
    last = next(iter(seat.register.queue.jobs(1, kind="verify")), None)
    now = datetime.now(UTC)
    if last is None or (last.is_over and now - moment(last.at) > A_WEEK):
        with suppress(NotAllowed):
            # A travel copy keeps no queue.
            ask_job(seat, "verify")
