"""How a long step tells the person how far it is."""

from collections.abc import Callable
from typing import Protocol


class Progress(Protocol):
    """Whoever shows progress; the command line draws bars, a test listens."""

    def begin(self, what: str, total: int | None) -> None:
        """Start a stage; `total` is None where nobody knows how long it is."""

    def step(self, count: int = 1) -> None:
        """Move the current stage on."""

    def note(self, line: str) -> None:
        """Say something worth a line: a file that failed, with the reason."""


class Silence:
    """Shows nothing."""

    def begin(self, what: str, total: int | None) -> None:
        """Start nothing."""

    def step(self, count: int = 1) -> None:
        """Move nothing."""

    def note(self, line: str) -> None:
        """Say nothing."""


def told_to(progress: Progress, what: str) -> Callable[[int, int], None]:
    """Turn "so many of so many are done" into one stage of a progress.

    Example:
        >>> class Listening(Silence):
        ...     def step(self, count=1):
        ...         print(count)
        >>> so_far = told_to(Listening(), "Checking entries")
        >>> so_far(500, 700), so_far(700, 700)
        500
        200
        (None, None)
    """
    told: int | None = None

    def so_far(done: int, total: int) -> None:
        nonlocal told
        if told is None:
            progress.begin(what, total)
        progress.step(done - (told or 0))
        told = done

    return so_far
