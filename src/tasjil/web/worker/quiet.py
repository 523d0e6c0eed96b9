"""When a case was last written to, so that it is counted once people pause."""

from dataclasses import dataclass

PAUSE = 1.0
"""Seconds without an entry, until a case is counted."""
LONG_PAUSE = 10.0
"""Seconds without an entry, until records are put together anew."""
AGAIN = 60.0
"""Seconds until a count that did not help is tried again."""


@dataclass(slots=True)
class Quiet:
    """How long the log of one case has been as it is.

    Attributes:
        pause: Seconds without an entry that are waited for.
    """

    pause: float = PAUSE
    _size: int = -1
    _since: float = 0.0
    _asked: float | None = None

    def asks(self, size: int, now: float) -> bool:
        """Tell whether to look now if a count is due.

        Args:
            size: How many entries the log has.
            now: In seconds.

        Example:
            >>> quiet = Quiet()
            >>> [quiet.asks(7, at) for at in (0.0, 0.5, 1.0, 1.5, 61.0)]
            [False, False, True, False, True]
            >>> quiet.asks(8, 61.5), quiet.asks(8, 62.5)
            (False, True)
        """
        if size != self._size:
            self._size, self._since, self._asked = size, now, None
        if now - self._since < self.pause:
            return False
        if self._asked is not None and now - self._asked < AGAIN:
            return False
        self._asked = now
        return True
