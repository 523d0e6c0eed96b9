"""What the server tells its worker, line by line: who sits down, who leaves, stop.

Keys go through this pipe alone: never in an argument, the environment or a file.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Lock, Timer
from typing import Any

import msgspec

from tasjil.journey.opening import Key
from tasjil.model.ids import UserId
from tasjil.register.secret import Secret

GRACE = 20.0
"""Seconds for a job to come to a step where it can be given back, when all ends."""


class Seating(msgspec.Struct, tag="seat"):
    """Somebody sat down; this opens the register of their case in their name."""

    case: str
    user: str
    private: str

    def __repr__(self) -> str:
        """Tell who, and not the key."""
        return f"Seating(user={self.user!r})"


class Leaving(msgspec.Struct, tag="leave"):
    """Somebody left."""

    case: str
    user: str


class Named(msgspec.Struct, tag="name"):
    """What the worker calls itself to the queue, from one life to the next."""

    worker: str


class Stop(msgspec.Struct, tag="stop"):
    """End as soon as the job at hand can be given back."""


Order = Seating | Leaving | Named | Stop

_reader = msgspec.json.Decoder(Order)
_writer = msgspec.json.Encoder()


def line(order: Order) -> bytes:
    r"""Write an order as the pipe has it.

    Example:
        >>> line(Stop())
        b'{"type":"stop"}\n'
    """
    return _writer.encode(order) + b"\n"


def end_now() -> None:
    """End this process at once; whatever it was at waits in the queue."""
    os._exit(1)


@dataclass(slots=True)
class Orders:
    """What the worker was told until now; the pipe is read in a thread of its own.

    Attributes:
        worker: What it calls itself.
        ends: Set once it is to end: it was told so, or the server is gone.
        news: Set whenever something was told.
    """

    worker: str = "worker"
    ends: Event = field(default_factory=Event)
    news: Event = field(default_factory=Event)
    _seats: dict[Path, dict[UserId, Key]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def hear(self, lines: Iterable[bytes], end: Callable[[], Any] = end_now) -> None:
        """Follow the lines of a pipe until it is closed.

        Args:
            lines: Of the pipe.
            end: Called where the worker has not ended by itself in `GRACE` seconds.
        """
        for each in lines:
            try:
                order = _reader.decode(each)
            except msgspec.DecodeError:
                # A line that was cut off when the server died, and the last one.
                continue
            self._follow(order)
            if isinstance(order, Stop):
                break
        self.ends.set()
        self.news.set()
        late = Timer(GRACE, end)
        late.daemon = True
        late.start()

    def _follow(self, order: Order) -> None:
        with self._lock:
            match order:
                case Seating():
                    private = Secret(bytes.fromhex(order.private))
                    user = UserId(order.user)
                    seats = self._seats.setdefault(Path(order.case), {})
                    seats[user] = Key(user, private=private)
                case Leaving():
                    self._drop(Path(order.case), UserId(order.user))
                case Named():
                    self.worker = order.worker
                case Stop():
                    pass
        self.news.set()

    def _drop(self, case: Path, user: UserId) -> None:
        seats = self._seats.get(case, {})
        seats.pop(user, None)
        if not seats:
            self._seats.pop(case, None)

    def cases(self) -> dict[Path, dict[UserId, Key]]:
        """Give who is seated, case by case, those who sat down first in front."""
        with self._lock:
            return {case: dict(seats) for case, seats in self._seats.items()}

    def refused(self, case: Path, user: UserId) -> None:
        """Forget somebody whose key opens nothing any more."""
        with self._lock:
            self._drop(case, user)

    def has_left(self, case: Path, user: UserId) -> bool:
        """Tell whether somebody is seated no more, or all is to end."""
        with self._lock:
            return self.ends.is_set() or user not in self._seats.get(case, {})
