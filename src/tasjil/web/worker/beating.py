"""Says every few seconds that a worker is alive, also in a step that tells nothing."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from threading import Event, Thread

from tasjil.errors import RegisterError
from tasjil.model.ids import JobId
from tasjil.register.register import Register

EVERY = 20.0
"""Seconds; a worker that was silent for six times as long has lost its job."""


@contextmanager
def beating(register: Register, job: JobId, worker: str) -> Iterator[None]:
    """Say so for the length of a block."""
    over = Event()

    def beat() -> None:
        queue = register.queue
        while not over.wait(EVERY):
            with suppress(RegisterError):
                queue.tell(job, worker, datetime.now(UTC))
        queue.let_connection_go()

    thread = Thread(target=beat, daemon=True, name="tasjil-heartbeat")
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
