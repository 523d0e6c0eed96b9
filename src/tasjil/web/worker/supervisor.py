"""Keeps a worker alive for as long as the server runs, and tells it who is seated."""

import secrets
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Lock, Thread
from time import monotonic

from tasjil.errors import BadValue
from tasjil.journey.opening import Key
from tasjil.model.ids import UserId
from tasjil.web.worker.orders import Leaving, Named, Order, Seating, Stop, line

COMMAND = (sys.executable, "-m", "tasjil.web.worker")
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds before a worker that ended is started again; each time twice as long."""
LONG_ENOUGH = 60.0
"""Seconds after which a worker counts as well again."""
PATIENCE = 10.0
"""Seconds to give a job back when the server ends."""


class Supervisor:
    """The worker of one server.

    What was told is told again to each new worker, from the server's memory alone.
    """

    def __init__(self, command: Sequence[str] = COMMAND) -> None:
        """Say how a worker is started; `start` starts it."""
        self._command = tuple(command)
        self._name = f"worker-{secrets.token_hex(8)}"
        self._seats: dict[tuple[Path, UserId], Key] = {}
        self._lock = Lock()
        self._ends = Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._keeper: Thread | None = None

    def start(self) -> None:
        """Start a worker, and another whenever one ends."""
        if self._keeper is None:
            self._ends.clear()
            self._begin()
            self._keeper = Thread(target=self._keep, daemon=True, name="tasjil-keeper")
            self._keeper.start()

    def seat(self, case: Path, user: UserId, key: Key) -> None:
        """Let the worker work for somebody who sat down.

        Args:
            case: The folder of the case.
            user: Who.
            key: With their private key; `register.key` gives it.
        """
        if key.private is None:
            raise BadValue(
                "expected a key that has opened its register (register.key), found one "
                "that has not; open the register first"
            )
        with self._lock:
            self._seats[case.absolute(), user] = key
            self._tell(_seating(case.absolute(), user, key))

    def leave(self, case: Path, user: UserId) -> None:
        """Let the worker forget somebody who left; what it did for them waits."""
        with self._lock:
            if self._seats.pop((case.absolute(), user), None) is not None:
                self._tell(Leaving(str(case.absolute()), user))

    @property
    def is_alive(self) -> bool:
        """Whether there is a worker now; one that ended is started again soon."""
        process = self._process
        return process is not None and process.poll() is None

    @property
    def pid(self) -> int | None:
        """The number of the worker's process."""
        return None if self._process is None else self._process.pid

    def close(self) -> None:
        """End the worker: it gives back the job it is at."""
        self._ends.set()
        with self._lock:
            self._seats.clear()
            self._tell(Stop())
            process = self._process
            self._hang_up()
        if process is not None:
            _end(process)
        if self._keeper is not None:
            self._keeper.join()
            self._keeper = None

    def _keep(self) -> None:
        pause = FIRST_PAUSE
        while not self._ends.is_set():
            process, began = self._process, monotonic()
            if process is not None:
                process.wait()
            if monotonic() - began > LONG_ENOUGH:
                pause = FIRST_PAUSE
            if self._ends.wait(pause):
                return
            pause = min(2 * pause, LONGEST_PAUSE)
            self._begin()

    def _begin(self) -> None:
        with self._lock:
            if self._ends.is_set():
                return
            self._hang_up()
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
            )
            self._tell(Named(self._name))
            for (case, user), key in self._seats.items():
                self._tell(_seating(case, user, key))

    def _hang_up(self) -> None:
        """Close the pipe to the worker there is, or was."""
        if self._process is not None and self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.close()

    def _tell(self, order: Order) -> None:
        """Write to the worker; one that ended hears it in its next life."""
        pipe = None if self._process is None else self._process.stdin
        if pipe is not None:
            with suppress(OSError, ValueError):
                pipe.write(line(order))
                pipe.flush()


def _seating(case: Path, user: UserId, key: Key) -> Seating:
    private = "" if key.private is None else key.private.hex()
    return Seating(str(case), user, private)


def _end(process: subprocess.Popen[bytes]) -> None:
    for end in (process.terminate, process.kill):
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            end()
        else:
            return
    process.wait()
