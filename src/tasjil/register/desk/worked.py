"""The worker's side of the queue: to take a job, say how far it is, and end it."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, Q

from tasjil.errors import JobTaken
from tasjil.model.ids import JobId, UserId
from tasjil.register.border import translated
from tasjil.register.desk.job import Job, JobState
from tasjil.register.desk.rows import (
    JOB,
    LONGEST,
    at_once,
    files,
    job_of,
    jobs,
    kept_text,
    let_go,
    moment_of,
    written,
)
from tasjil.register.store import Store

SILENT = timedelta(seconds=120)
"""How long a worker may say nothing before its job is taken from it."""

MOST_TRIES = 3
"""How often a job is begun: one that ends its worker each time would stop the rest."""

ENDS_ITS_WORKER = (
    f"expected to finish this job, found that the program which does it ended "
    f"{MOST_TRIES} times; see whether the machine has memory and disk left, then ask "
    "for it again, with fewer files where there are many"
)


class Worked:
    """What the queue offers to a worker.

    A worker gives its own name with everything it says: one that was silent for too
    long has lost its job to another, and hears so.
    """

    _store: Store

    def take(
        self,
        users: Collection[UserId],
        worker: str,
        at: datetime,
        anyone: Collection[str] = (),
    ) -> Job | None:
        """Take the oldest job that waits for one of these users; None without.

        Args:
            users: Those who are seated.
            worker: The worker's name.
            at: When.
            anyone: Kinds of jobs that one of them may do for whoever asked.
        """
        waiting = jobs(self._store).filter(state=JobState.WAITING)
        due = waiting.filter(Q(by__in=list(users)) | Q(kind__in=list(anyone)))
        with at_once(self._store):
            next_of = due.select_for_update(skip_locked=True).order_by("pk")
            id = next_of.values_list("pk", flat=True).first()
            if id is None:
                return None
            row = jobs(self._store).filter(pk=id)
            row.update(
                state=JobState.WORKING,
                worker=worker,
                heartbeat=moment_of(at),
                tries=F("tries") + 1,
                **BLANK,
            )
            return job_of(row.values_list(*JOB).get())

    def tell(self, id: JobId, worker: str, at: datetime, **far: Any) -> bool:
        """Say how far a job is; tell whether somebody asked it to stop.

        Inside another transaction nothing is said: who looks sees it afterwards.

        Args:
            id: The job.
            worker: The worker's name.
            at: When.
            far: `what`, `done`, `total`, `note` and `runner`, as in `Job`.

        Raises:
            JobTaken: The job is not this worker's any more.
        """
        if self._store.connection.in_atomic_block:
            return False
        for key in far.keys() & {"what", "note"}:
            far[key] = kept_text(far[key], LONGEST)
        with at_once(self._store):
            mine = self._mine(id, worker)
            if not mine.update(heartbeat=moment_of(at), **far):
                raise _taken()
            return bool(mine.values_list("cancel", flat=True).get())

    def finish(self, id: JobId, worker: str, at: datetime, result: Any) -> None:
        """Say that a job is done, and what came of it."""
        self._end(id, worker, at, state=JobState.DONE, result=written(result))

    def fail(self, id: JobId, worker: str, at: datetime, error: str) -> None:
        """Say that a job could not be done, and why."""
        self._end(
            id, worker, at, state=JobState.FAILED, error=kept_text(error, LONGEST)
        )

    def stop(self, id: JobId, worker: str, at: datetime, result: Any = None) -> None:
        """Say that a job was stopped as somebody asked, and what is kept of it."""
        told = None if result is None else written(result)
        self._end(id, worker, at, state=JobState.CANCELLED, result=told)

    def give_back(self, id: JobId, worker: str) -> None:
        """Let a job wait again, because whoever it is for has left."""
        with at_once(self._store):
            self._mine(id, worker).update(
                state=JobState.WAITING, worker="", tries=0, **BLANK
            )

    def settle(self, worker: str, at: datetime) -> int:
        """Let the jobs of workers that died wait again; say how many.

        Args:
            worker: Whose jobs to take back at once: this worker's, from when it lived
                before. Those of others are taken back when they have been silent.
            at: When.
        """
        silent = moment_of(at - SILENT)
        working = jobs(self._store).filter(state=JobState.WORKING)
        with at_once(self._store):
            lost = working.filter(Q(worker=worker) | Q(heartbeat__lt=silent))
            found = list(lost.values_list("pk", "tries", "cancel"))
            for id, tries, cancel in found:
                self._settle(JobId(id), tries, cancel, at)
        return len(found)

    def _settle(self, id: JobId, tries: int, cancel: bool, at: datetime) -> None:
        row = jobs(self._store).filter(pk=id)
        if not cancel and tries < MOST_TRIES:
            row.update(state=JobState.WAITING, worker="", **BLANK)
            return
        let_go(self._store, id)
        over: dict[str, Any] = {"state": JobState.CANCELLED}
        if not cancel:
            over = {"state": JobState.FAILED, "error": ENDS_ITS_WORKER}
        row.update(worker="", ended=moment_of(at), **over)

    def settle_file(
        self,
        id: JobId,
        number: int,
        outcome: Mapping[str, Any],
        *,
        waits: bool = False,
    ) -> None:
        """Write down what became of a file, and let its bytes go.

        Args:
            id: The job.
            number: The file's.
            outcome: As plain JSON.
            waits: Keep the bytes, because a person has to look at them first.
        """
        became: dict[str, Any] = {"outcome": written(outcome)}
        if not waits:
            became["data"] = None
        with at_once(self._store):
            files(self._store, id).filter(number=number).update(**became)

    def let_connection_go(self) -> None:
        """Close this thread's connection, where the queue was used beside another."""
        with translated():
            self._store.connection.close()

    def forget_older(self, id: JobId) -> None:
        """Take older jobs of the same kind off the list that were done and asked alike.

        Counting again after every change would otherwise fill it.
        """
        with at_once(self._store):
            kind, asked = jobs(self._store).values_list("kind", "asked").get(pk=id)
            older = jobs(self._store).filter(kind=kind, asked=asked, pk__lt=id)
            older.filter(state=JobState.DONE).delete()

    def _mine(self, id: JobId, worker: str) -> Any:
        rows = jobs(self._store)
        return rows.filter(pk=id, worker=worker, state=JobState.WORKING)

    def _end(self, id: JobId, worker: str, at: datetime, **over: Any) -> None:
        """End a job; bytes that wait for nobody go with it."""
        with at_once(self._store):
            if not self._mine(id, worker).update(
                ended=moment_of(at), worker="", **over
            ):
                raise _taken()
            let_go(self._store, id)


BLANK: Mapping[str, Any] = {
    "what": "",
    "done": 0,
    "total": None,
    "note": "",
    "error": "",
    "runner": "",
}
"""What a job says that nobody has begun."""


def _taken() -> JobTaken:
    return JobTaken(
        "expected a job that this worker is at, found that it was taken from it "
        "because it was silent for long; nothing is to be done: another does it"
    )
