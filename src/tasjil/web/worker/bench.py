"""Where the worker works: it takes one job after the other while somebody is seated."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from tasjil.errors import CannotUnlock, JobTaken, NoRegister, NotAllowed, RegisterError
from tasjil.journey.jobs import count, link
from tasjil.journey.jobs.doing import do_job
from tasjil.journey.jobs.kinds import COUNT, KINDS, LINK, may_do_for_all
from tasjil.journey.opening import Key, Seat
from tasjil.model.ids import UserId
from tasjil.model.users import User
from tasjil.register.desk.job import Job
from tasjil.register.register import Register
from tasjil.web.worker.beating import beating
from tasjil.web.worker.orders import Orders
from tasjil.web.worker.quiet import LONG_PAUSE, Quiet

LOOK = 0.5
"""Seconds between two looks at a queue where nothing waits."""

REGISTER = "register"


@dataclass(slots=True)
class Bench:
    """One worker's: what it was told, and when each case was quiet.

    A register is held open only while it is looked at or worked in.
    """

    orders: Orders
    _quiet: dict[Path, Quiet] = field(default_factory=dict)
    _linking: dict[Path, Quiet] = field(default_factory=dict)

    def work(self) -> None:
        """Do what waits until the worker is to end."""
        while not self.orders.ends.is_set():
            self.orders.news.clear()
            did = [
                self.look(case, seats) for case, seats in self.orders.cases().items()
            ]
            if not any(did):
                self.orders.news.wait(LOOK)

    def look(self, case: Path, seats: dict[UserId, Key]) -> bool:
        """Do the next job of one case; tell whether there was one.

        A store that is busy, full or away is looked at again later.
        """
        with suppress(RegisterError):
            job = self._next(case, seats)
            if job is not None:
                self._do(case, seats, job)
                return True
        return False

    def _next(self, case: Path, seats: dict[UserId, Key]) -> Job | None:
        for user, key in seats.items():
            register = self._opened(case, user, key)
            if register is not None:
                with register:
                    job = self._taken(register, seats)
                    if job is None:
                        self._count_again(case, register, seats)
                        self._link_again(case, register, seats)
                    return job
        return None

    def _taken(self, register: Register, seats: dict[UserId, Key]) -> Job | None:
        queue, now, worker = register.queue, datetime.now(UTC), self.orders.worker
        queue.settle(worker, now)
        users = _known(register, seats)
        anyone = [
            kind for kind in KINDS if any(may_do_for_all(each, kind) for each in users)
        ]
        return queue.take(seats.keys(), worker, now, anyone)

    def _count_again(
        self, case: Path, register: Register, seats: dict[UserId, Key]
    ) -> None:
        """Ask for a count where the board is behind and nobody writes just now."""
        quiet = self._quiet.setdefault(case, Quiet())
        if not quiet.asks(register.head().size, monotonic()):
            return
        seers = [each.id for each in _known(register, seats) if count.may_count(each)]
        seer = self._opened(case, seers[0], seats[seers[0]]) if seers else None
        if seer is not None:
            with seer:
                if count.is_due(seer):
                    seer.queue.ask(COUNT, {}, at=datetime.now(UTC))
                    self.orders.news.set()

    def _link_again(
        self, case: Path, register: Register, seats: dict[UserId, Key]
    ) -> None:
        """Ask for a linking where something came and people pause for longer."""
        quiet = self._linking.setdefault(case, Quiet(LONG_PAUSE))
        if not quiet.asks(register.head().size, monotonic()):
            return
        linkers = [each.id for each in _known(register, seats) if link.may_link(each)]
        found = self._opened(case, linkers[0], seats[linkers[0]]) if linkers else None
        if found is not None:
            with found:
                if link.is_due(found):
                    found.queue.ask(LINK, {}, at=datetime.now(UTC))
                    self.orders.news.set()

    def _do(self, case: Path, seats: dict[UserId, Key], job: Job) -> None:
        for user in self._runners(case, seats, job):
            register = self._opened(case, user, seats[user])
            if register is None:
                continue
            with register, beating(register, job.id, self.orders.worker):
                seat = Seat(user=user, private=register.key.private, register=register)

                def left(user: UserId = user) -> bool:
                    return self.orders.has_left(case, user)

                with suppress(JobTaken):
                    do_job(case, seat, job, self.orders.worker, left)
                    if job.kind in (COUNT, LINK):
                        register.queue.forget_older(job.id)
            return

    def _runners(self, case: Path, seats: dict[UserId, Key], job: Job) -> list[UserId]:
        """Name those a job can be done for: who asked, else the first who may."""
        if job.by in seats:
            return [job.by]
        for user, key in seats.items():
            register = self._opened(case, user, key)
            if register is not None:
                with register:
                    return [
                        each.id
                        for each in _known(register, seats)
                        if may_do_for_all(each, job.kind)
                    ]
        return []

    def _opened(self, case: Path, user: UserId, key: Key) -> Register | None:
        """Open a register for somebody; None where their key opens it no more."""
        try:
            register = Register.open(case / REGISTER, key)
        except (CannotUnlock, NoRegister):
            self.orders.refused(case, user)
            return None
        if _is_at_work(register):
            return register
        # Let go in the log, and their key was not taken away yet.
        register.close()
        self.orders.refused(case, user)
        return None


def _is_at_work(register: Register) -> bool:
    try:
        return register.me.active
    except NotAllowed:
        return False


def _known(register: Register, seats: dict[UserId, Key]) -> list[User]:
    """Give those who are seated, as the log says now what they may do."""
    active = {user.id: user for user in register.users() if user.active}
    return [active[user] for user in seats if user in active]
