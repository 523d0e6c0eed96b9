"""What a database's error means to the person who reads it."""

from typing import NamedTuple

from tasjil.errors import AppendOnly, LogBroken, RegisterError


class Meaning(NamedTuple):
    """What a foreign error means here."""

    kind: type[RegisterError]
    text: str

    def error(self) -> RegisterError:
        """Make the error."""
        return self.kind(self.text)


ONLY_GROWS = Meaning(
    AppendOnly,
    "the log only grows: expected a new entry at its end, found an attempt to "
    "change, remove or skip one; append an entry that says what is so now",
)
DAMAGED = Meaning(
    LogBroken,
    "expected a whole register, found a damaged file; keep a copy of it as it is, then "
    "go back to your last backup",
)
BUSY = Meaning(
    RegisterError,
    "the register is busy: another program is writing to it; wait until that one has "
    "finished, or close it, and try again",
)
FULL = Meaning(
    RegisterError,
    "the disk is full and nothing of this action was kept; free some space and run "
    "it again",
)
TOO_LARGE = Meaning(
    RegisterError,
    "expected contents under 1 GB each, found a larger one; split the file before "
    "you capture it",
)
