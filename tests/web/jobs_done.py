"""A worker for tests of desks: does the next job in this process."""

from datetime import UTC, datetime

from tasjil.journey.case import Case
from tasjil.journey.jobs.doing import do_job
from tasjil.register.desk.job import Job
from web.desks import open_as
from web.reports import seat_of


def do_next(case: Case, user: str, kind: str) -> Job:
    """Do the next job that somebody asked for, and give it as it ended."""
    with open_as(case, user) as register:
        job = register.queue.take([register.user], "one", datetime.now(UTC))
        assert job is not None
        assert job.kind == kind
        do_job(case.folder, seat_of(register), job, "one", lambda: False)
        return register.queue.job(job.id)
