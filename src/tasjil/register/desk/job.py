"""What a job is: who asked for what, how far it is, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tasjil.model.defined import Defined
from tasjil.model.ids import JobId, UserId


class JobState(Defined):
    """Where a job stands."""

    WAITING = "waiting", "Nobody is at it yet."
    WORKING = "working", "A worker is at it."
    DONE = "done", "It was done; what came of it is kept."
    FAILED = "failed", "It could not be done; the reason is kept."
    CANCELLED = "cancelled", "Somebody stopped it; what it kept before stays kept."


OPEN = (JobState.WAITING, JobState.WORKING)
"""The states of a job that is not over."""


@dataclass(frozen=True, slots=True)
class Job:
    """One job, as it stands.

    Attributes:
        kind: What is to be done; `journey.jobs` knows them.
        asked: How it was asked for, as plain JSON.
        by: Who asked.
        at: When, ISO 8601 in UTC.
        what: The stage it is in, in English: "Reading".
        done: How much of the stage is done.
        total: Of how much; None where nobody knows.
        note: What it said last that is worth a line.
        error: Why it failed, and what to do next.
        result: What came of it, as plain JSON; None while it is not over.
        ended: When it was over.
        runner: For whom a worker does it: who asked, or another who may.
        stopping: Somebody asked it to stop, and it has not stopped yet.
    """

    id: JobId
    kind: str
    asked: Mapping[str, Any]
    by: UserId
    at: str
    state: JobState
    what: str = ""
    done: int = 0
    total: int | None = None
    note: str = ""
    error: str = ""
    result: Any = None
    ended: str | None = None
    runner: str = ""
    stopping: bool = False

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes of it."""
        return self.state not in OPEN


@dataclass(frozen=True, slots=True)
class Given:
    """A file, or pasted words, that somebody gives to be captured.

    Attributes:
        name: As the person's machine calls it; it may name somebody.
        digest: `sha256:` and the digest of the bytes.
        size: In bytes; more than there are in `data` where it was refused.
        outcome: Why it was refused at the door, as plain JSON; None where it waits.
    """

    name: str = field(repr=False)
    data: bytes | None = field(repr=False)
    digest: str
    size: int
    outcome: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file of a job, and what became of it.

    Attributes:
        number: Its place among the files of its job, from 1.
        size: In bytes.
        waits: Its bytes are still here.
        outcome: What became of it, as plain JSON; None while it waits.
    """

    job: JobId
    number: int
    name: str = field(repr=False)
    size: int
    digest: str
    waits: bool
    outcome: Mapping[str, Any] | None = None
