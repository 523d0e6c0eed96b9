"""How much of the machine linking may take, and whether any of it may go to disk."""

import os
from dataclasses import dataclass
from pathlib import Path

from tasjil.errors import BadValue

SHARE = 0.6
"""Of the machine's memory: the rest is for the records themselves and for others."""

_CONTAINER = Path("/sys/fs/cgroup/memory.max")


@dataclass(frozen=True, slots=True)
class Room:
    """What the database may take.

    Attributes:
        memory: Bytes; None takes a share of what the machine has.
        threads: None leaves it to the database.
        spill: A folder for what memory does not hold, encrypted with a key that is
            never written; None keeps everything in memory, and refuses what does not
            fit.
    """

    memory: int | None = None
    threads: int | None = None
    spill: Path | None = None

    def __post_init__(self) -> None:
        """Refuse room in which nothing fits."""
        if self.memory is not None and self.memory <= 0:
            raise BadValue(f"expected memory above 0 bytes, got {self.memory}")
        if self.threads is not None and self.threads < 1:
            raise BadValue(f"expected one thread or more, got {self.threads}")

    @property
    def bytes(self) -> int:
        """Give the memory that the database may take, in bytes."""
        return int(self.memory or SHARE * machine_memory())


def machine_memory() -> int:
    """Give the memory of the machine, or of the container if that is less, in bytes."""
    whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    if _CONTAINER.exists():
        most = _CONTAINER.read_text().strip()
        if most.isdecimal():
            whole = min(whole, int(most))
    return whole
