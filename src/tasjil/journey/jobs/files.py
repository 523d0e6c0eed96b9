"""The files that a job brought: one at a time in memory, and what became of each."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from tasjil.model.defined import Defined
from tasjil.model.ids import JobId
from tasjil.register.desk.job import Incoming
from tasjil.register.desk.queue import Queue

MANY = 200
"""Lines that are read at once."""


class Became(Defined):
    """What became of a file."""

    NEW = "new", "It is a report now."
    COPY = "copy", "It is a report now, with the same words as one that was there."
    KNOWN = "known", "Its very bytes were there already; nothing was done."
    LIST = "list", "It is a list now; somebody says what its columns mean."
    LOOK = (
        "look",
        "It is a list; it waits until somebody has said what its columns mean.",
    )
    UPDATE = (
        "update",
        "It is a newer file of a list that is there; it waits until somebody has seen "
        "what it changes.",
    )
    FAILED = "failed", "It could not be captured; the reason is beside it."


class Files:
    """The files of one job."""

    def __init__(self, queue: Queue, job: JobId) -> None:
        """Look at the files of a job."""
        self._queue, self._job = queue, job

    def __iter__(self) -> Iterator[Incoming]:
        """Give every file's line, in the order in which they came."""
        after = 0
        while some := self._queue.files(self._job, after, MANY):
            yield from some
            after = some[-1].number

    def data(self, each: Incoming) -> bytes:
        """Give the bytes of a file that waits."""
        return self._queue.data(self._job, each.number) or b""

    def settle(self, each: Incoming, became: Became, **told: Any) -> None:
        """Write down what became of a file; its bytes go unless somebody has to look.

        Args:
            each: The file.
            became: What became of it.
            told: More of it, as plain JSON; what is None is left out.
        """
        outcome: Mapping[str, Any] = {
            "state": str(became),
            **{key: value for key, value in told.items() if value is not None},
        }
        waits = became is Became.UPDATE
        self._queue.settle_file(self._job, each.number, outcome, waits=waits)

    def add(self, each: Incoming, **told: Any) -> None:
        """Say more of a file that was settled."""
        outcome = {**(each.outcome or {}), **told}
        self._queue.settle_file(self._job, each.number, outcome, waits=each.waits)

    def summed(self) -> dict[str, int]:
        """Count files by what became of them; those that nobody got to are left out."""
        return dict(Counter(each.outcome["state"] for each in self if each.outcome))
