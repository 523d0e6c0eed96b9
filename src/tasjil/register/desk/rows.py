"""How the queue reads and writes its rows."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import msgspec
from django.db import transaction
from django.db.models import BooleanField, ExpressionWrapper, Q

from tasjil.errors import NotAllowed
from tasjil.model.ids import JobId, UserId
from tasjil.register.border import translated
from tasjil.register.desk.job import Incoming, Job, JobState
from tasjil.register.store import TRAVEL, IncomingRow, JobRow, Store

LONGEST = 2_000
"""Characters of a name, a note or a reason that are kept."""

JOB = (
    *("id", "kind", "asked", "by", "at", "state", "what", "done", "total"),
    *("note", "error", "result", "ended", "runner", "cancel"),
)
FILE = ("job", "number", "name", "size", "digest", "gone", "outcome")


@contextmanager
def at_once(store: Store) -> Iterator[None]:
    """Do all of something to the queue or nothing; the log need not wait for it.

    Raises:
        NotAllowed: It is a travel copy, in which nothing is written down.
    """
    if store.travels:
        raise NotAllowed(TRAVEL)
    with translated(), transaction.atomic(using=store.alias):
        yield


def jobs(store: Store) -> Any:
    """Give the rows of the queue."""
    return JobRow.objects.using(store.alias)


def files(store: Store, job: JobId) -> Any:
    """Give the rows of one job's files."""
    return IncomingRow.objects.using(store.alias).filter(job=job)


def let_go(store: Store, job: JobId) -> None:
    """Let the bytes go that a job that is over was to capture.

    Those that wait for a person to look at them (their file was dealt with) stay.
    """
    files(store, job).filter(outcome=None).update(data=None)


def lines(store: Store, job: JobId) -> Any:
    """Give the rows of one job's files with the values of `FILE`, and no bytes."""
    gone = ExpressionWrapper(Q(data__isnull=True), output_field=BooleanField())
    return files(store, job).annotate(gone=gone).order_by("number").values_list(*FILE)


def job_of(row: tuple[Any, ...]) -> Job:
    """Read a job from the values of `JOB`."""
    told = dict(zip(JOB, row, strict=True))
    stopping, result = told.pop("cancel"), told.pop("result")
    state = JobState(told.pop("state"))
    return Job(
        **told
        | {
            "id": JobId(told["id"]),
            "by": UserId(told["by"]),
            "asked": msgspec.json.decode(told["asked"]),
        },
        state=state,
        result=None if result is None else msgspec.json.decode(result),
        stopping=bool(stopping) and state is JobState.WORKING,
    )


def incoming_of(row: tuple[Any, ...]) -> Incoming:
    """Read a file's line from the values of `FILE`."""
    job, number, name, size, digest, gone, outcome = row
    told = None if outcome is None else msgspec.json.decode(outcome)
    return Incoming(JobId(job), number, name, size, digest, not gone, told)


def written(value: Any) -> str:
    """Write plain JSON as the rows hold it."""
    return kept_text(msgspec.json.encode(value).decode())


def kept_text(words: str, longest: int | None = None) -> str:
    """Give words as every store can hold them.

    Example:
        >>> kept_text("a" + chr(0) + "b" + chr(0xD800), 3)
        'ab?'
    """
    whole = words.encode("utf-8", "replace").decode("utf-8")
    return whole.replace("\0", "")[:longest]


def moment_of(at: datetime) -> str:
    """Write a time down so that two of them compare as text.

    Example:
        >>> from datetime import UTC
        >>> moment_of(datetime(2031, 5, 4, 12, tzinfo=UTC))
        '2031-05-04T12:00:00.000+00:00'
    """
    return at.astimezone(UTC).isoformat(timespec="milliseconds")
