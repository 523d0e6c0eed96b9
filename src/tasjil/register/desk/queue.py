"""The queue of a register: what was asked for, and who may see and stop it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from tasjil.errors import NotAllowed, NotInRegister
from tasjil.model.ids import JobId
from tasjil.register.border import translated
from tasjil.register.deeds import Deed
from tasjil.register.desk.job import OPEN, Given, Incoming, Job, JobState
from tasjil.register.desk.rows import (
    FILE,
    JOB,
    LONGEST,
    at_once,
    files,
    incoming_of,
    job_of,
    jobs,
    kept_text,
    let_go,
    lines,
    moment_of,
    written,
)
from tasjil.register.desk.worked import Worked
from tasjil.register.door import users
from tasjil.register.permissions import Leave, leave, require
from tasjil.register.rows import insert
from tasjil.register.store import IncomingRow, Store


class Queue(Worked):
    """Jobs that wait, are worked at, or are over; oldest first they are taken.

    Whoever sees all reports sees every job. Others see what they asked for.
    """

    def __init__(self, store: Store) -> None:
        """Look at the queue of a register."""
        self._store = store

    def ask(
        self,
        kind: str,
        asked: Mapping[str, Any],
        given: Sequence[Given] = (),
        *,
        at: datetime,
    ) -> JobId:
        """Ask for a job in the name of whoever opened the register.

        `journey.jobs` asks first whether they may have this kind done.

        Args:
            kind: What is to be done.
            asked: How, as plain JSON.
            given: What is to be captured; encrypted with all else in the store.
            at: When.

        Raises:
            NotAllowed: They left the case, or it is a travel copy.
        """
        me = users.acting(self._store)
        require(me, Deed.LOOK_AT_COUNTS, own=True)
        with at_once(self._store):
            row = jobs(self._store).create(
                kind=kind,
                asked=written(asked),
                by=me.id,
                at=moment_of(at),
                state=JobState.WAITING.value,
            )
            found = (_row(row.pk, *each) for each in enumerate(given, 1))
            insert(self._store.alias, IncomingRow, found)
        return JobId(row.pk)

    def jobs(self, limit: int = 50, *, kind: str | None = None) -> tuple[Job, ...]:
        """Give the newest jobs that whoever opened the register may see.

        Args:
            limit: How many at the most.
            kind: Only of this kind.
        """
        rows = self._seen().order_by("-pk")
        if kind is not None:
            rows = rows.filter(kind=kind)
        with translated():
            return tuple(map(job_of, rows.values_list(*JOB)[:limit]))

    def open_jobs(self, limit: int = 50, *, kind: str | None = None) -> tuple[Job, ...]:
        """Give the jobs that are not over, oldest first."""
        rows = self._seen().filter(state__in=OPEN).order_by("pk")
        if kind is not None:
            rows = rows.filter(kind=kind)
        with translated():
            return tuple(map(job_of, rows.values_list(*JOB)[:limit]))

    def job(self, id: JobId) -> Job:
        """Give one job; `NotInRegister` where none that they may see has this number.

        Raises:
            NotInRegister: None has, or it is not theirs to see.
        """
        with translated():
            found = self._seen().filter(pk=id).values_list(*JOB).first()
        if found is None:
            raise NotInRegister(
                "expected the number of a job that you may see, found none; it was "
                "taken off the list, or is a colleague's: go back to the list of jobs"
            )
        return job_of(found)

    def files(
        self, id: JobId, after: int = 0, limit: int = 100
    ) -> tuple[Incoming, ...]:
        """Give the files of a job, and what became of each.

        Args:
            id: The job.
            after: Begin behind the file of this number.
            limit: How many at the most.

        Raises:
            NotInRegister: As `job` does.
        """
        self.job(id)
        rows = lines(self._store, id).filter(number__gt=after)
        with translated():
            return tuple(map(incoming_of, rows[:limit]))

    def kept_back(self, limit: int = 50) -> tuple[Incoming, ...]:
        """Give files whose bytes wait until a person has looked, the newest first."""
        own = self._seen().filter(kind="capture").values("pk")
        rows = IncomingRow.objects.using(self._store.alias)
        rows = rows.filter(job__in=own, data__isnull=False, outcome__isnull=False)
        told = rows.order_by("-job", "number").values_list(*FILE[:5], "outcome")
        with translated():
            return tuple(
                incoming_of((*each[:5], False, each[5])) for each in told[:limit]
            )

    def data(self, id: JobId, number: int) -> bytes | None:
        """Give the bytes of one file of a job; None where they are gone.

        Raises:
            NotInRegister: As `job` does.
        """
        self.job(id)
        row = files(self._store, id).filter(number=number)
        with translated():
            found = row.values_list("data", flat=True).first()
            return None if found is None else bytes(found)

    def cancel(self, id: JobId, at: datetime) -> Job:
        """Ask a job to stop; one that is at work stops at its next step.

        What it kept before stays kept. A job that is over stays as it is.

        Raises:
            NotInRegister: As `job` does.
            NotAllowed: A colleague asked for it, and you are no lead.
        """
        job = self.job(id)
        me = users.acting(self._store)
        if job.by != me.id and leave(me, Deed.KEEP_USERS) is not Leave.YES:
            raise NotAllowed(
                "expected the one who asked for this job, or a lead, to stop it, found "
                "another; ask one of them"
            )
        row = jobs(self._store).filter(pk=id)
        with at_once(self._store):
            row.filter(state=JobState.WORKING).update(cancel=True)
            waiting = row.filter(state=JobState.WAITING)
            if waiting.update(state=JobState.CANCELLED, ended=moment_of(at)):
                let_go(self._store, id)
        return self.job(id)

    def _seen(self) -> Any:
        """Give the rows that whoever opened the register may see."""
        me = users.acting(self._store)
        require(me, Deed.LOOK_AT_COUNTS, own=True)
        rows = jobs(self._store)
        if leave(me, Deed.LOOK_AT_REPORTS) is Leave.YES:
            return rows
        return rows.filter(by=me.id)


def _row(job: int, number: int, given: Given) -> tuple[Any, ...]:
    """Write a file as its row holds it, in the order of the table's columns."""
    name = kept_text(given.name, LONGEST)
    outcome = None if given.outcome is None else written(given.outcome)
    return (job, number, name, given.size, given.digest, given.data, outcome)
