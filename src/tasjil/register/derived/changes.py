"""What an entry can change in the derived tables, as plain values."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import models

from tasjil.register.entry import LogEntry


@dataclass(frozen=True, slots=True)
class Put:
    """Keep this row in place of the one with its key."""

    row: models.Model


@dataclass(frozen=True, slots=True)
class Amend:
    """Set some columns of the row with this key, where there is one."""

    kind: type[models.Model]
    key: Any
    values: Mapping[str, Any]


class Claimed(NamedTuple):
    """What the row of a claim says, column by column.

    Not a row of Django's: there are ten claims to everything else, and making those
    rows was a fifth of what an append took.
    """

    id: str
    seq: int
    report: str
    state: str
    act: str
    level: str
    reader: str
    place: str | None
    edtf: str | None
    content_id: str


@dataclass(frozen=True, slots=True)
class Propose:
    """Keep this claim, unless a person judged the one with its id."""

    row: Claimed


@dataclass(frozen=True, slots=True)
class Supersede:
    """Drop what was proposed for a report before an entry, and never judged."""

    report: str
    before: int


@dataclass(frozen=True, slots=True)
class SetState:
    """Set a claim's state to what a person decided, unless it was replaced."""

    claim: str
    state: str


@dataclass(frozen=True, slots=True)
class Make:
    """Keep a claim that a person made; one with its id stays.

    Of a line of corrections only the newest stands: `root` and all that was made in its
    place before are corrected by it. Empty where the claim is in the place of none.
    """

    row: Claimed
    root: str


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take back a claim that a person made.

    Where it stood, the claim `of` in whose place it was stands again, as `state` says.
    """

    claim: str
    of: str
    state: str


@dataclass(frozen=True, slots=True)
class Drop:
    """Remove the rows whose column has one of these values."""

    kind: type[models.Model]
    column: str
    values: Sequence[str]


Change = Put | Amend | Propose | Supersede | SetState | Make | Withdraw | Drop
Contents = Mapping[str, bytes]
Applier = Callable[[LogEntry, Contents], tuple[Change, ...]]
