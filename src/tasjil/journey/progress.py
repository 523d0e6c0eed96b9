"""How a long step tells the person how far it is."""

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
