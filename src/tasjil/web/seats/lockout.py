"""Slows down whoever guesses passphrases, without locking a colleague out for good."""

import threading
from dataclasses import dataclass, field

FREE = 5
"""Wrong passphrases in a row before anybody has to wait."""
FIRST = 30.0
"""Seconds of the first wait; each further wrong one doubles it."""
LONGEST = 900.0
MOST = 2_000
"""Users and addresses that are kept in mind."""


@dataclass(slots=True)
class Lockout:
    """How often somebody was wrong in a row, by user and by address."""

    _wrong: dict[str, tuple[int, float]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, names: tuple[str, ...], now: float) -> float:
        """Say how many seconds whoever goes by these names has to wait.

        Example:
            >>> guard = Lockout()
            >>> for _ in range(FREE):
            ...     guard.wrong(("lead",), 0.0)
            >>> guard.wait(("lead",), 10.0), guard.wait(("lead",), 30.0)
            (20.0, 0.0)
        """
        with self._lock:
            until = [self._wrong.get(name, (0, 0.0))[1] for name in names]
        return max(0.0, max(until, default=0.0) - now)

    def wrong(self, names: tuple[str, ...], now: float) -> None:
        """Write down that they were wrong."""
        with self._lock:
            for name in names:
                times = self._wrong.pop(name, (0, 0.0))[0] + 1
                pause = (
                    min(FIRST * 2 ** (times - FREE), LONGEST) if times >= FREE else 0
                )
                self._wrong[name] = times, now + pause
            # Whoever tries many ids fills no memory: the longest forgotten go first.
            for old in list(self._wrong)[:-MOST]:
                del self._wrong[old]

    def right(self, names: tuple[str, ...]) -> None:
        """Forget what was wrong before."""
        with self._lock:
            for name in names:
                self._wrong.pop(name, None)


LOCKOUT = Lockout()
