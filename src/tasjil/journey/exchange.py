"""Two offices that work offline exchange what they recorded, by memory stick."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tasjil.errors import BadValue
from tasjil.journey.case import Case
from tasjil.journey.checkpoint import read_checkpoints
from tasjil.journey.opening import Key, open_register
from tasjil.model.json import to_json
from tasjil.register.offices.arrival import Arrived
from tasjil.register.offices.departure import Departed, Part
from tasjil.register.offices.meeting import in_fours
from tasjil.register.offices.questions import Question
from tasjil.register.parcels.ways import Brought, Closing
from tasjil.register.register import Register

__all__ = [
    "Arrived",
    "Brought",
    "Closing",
    "Departed",
    "Imported",
    "Offices",
    "Question",
    "Wanted",
    "export_bundle",
    "import_bundle",
    "offices_of",
    "open_questions",
]

ANYBODY = "whoever can open it"
"""Whom a bundle is for where nobody says."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What shall go out, and to whom.

    Attributes:
        since: How many entries the other office has, or a file with a checkpoint of
            ours that it has; None for what its own log says that it has.
        to: The id or the name of the office it is for.
        with_protected: Let reports about people in the box go, where these agreed.
    """

    since: str | None = None
    to: str | None = None
    with_protected: bool = False


def export_bundle(
    case: Case, key: Key, out: Path, wanted: Wanted, closing: Closing
) -> Departed:
    """Write a bundle of the log, and put it on record.

    Raises:
        ExportRefused: The file is there already, or cannot be written.
        NotAllowed: A second person has not said yes, or this one may not do it.
    """
    with open_register(case, key) as register:
        to = _office(register, wanted.to)
        part = Part(_since(register, wanted.since, to), wanted.with_protected)
        now = datetime.now(UTC)
        return register.exchange.export(out, part, closing, to=to, at=now)


def _office(register: Register, to: str | None) -> str:
    """Find the id of the office that a person named."""
    if to is None:
        return ANYBODY
    for each in register.exchange.offices():
        if to in (each.office.name, each.office.id):
            return each.office.id
    plain = "".join(to.split()).lower()
    if len(plain) == 16 and all(digit in "0123456789abcdef" for digit in plain):
        return plain
    raise BadValue(
        "expected the name of an office that is known here, or the sixteen digits of "
        "its id, found neither; at the other office, `tasjil offices CASE` shows its id"
    )


def _since(register: Register, since: str | None, to: str) -> int:
    if since is None:
        return register.exchange.has_of_ours(to)
    if since.isdecimal():
        return int(since)
    sizes = map(register.exchange.size_of, read_checkpoints([Path(since)]))
    return max(sizes)


@dataclass(frozen=True, slots=True)
class Imported:
    """What came in, and what it leaves for a person to settle."""

    arrived: Arrived
    questions: tuple[Question, ...]


def import_bundle(
    case: Case, key: Key, bundle: Path, brought: Brought, accept: str | None
) -> Imported:
    """Take in a bundle of another office, whole or not at all.

    Raises:
        BundleRefused: Why; nothing was changed.
        CannotUnlock: What was brought does not open it.
    """
    with open_register(case, key) as register:
        now = datetime.now(UTC)
        arrived = register.exchange.take_in(bundle, brought, at=now, accept=accept)
        return Imported(arrived, register.exchange.questions())


def open_questions(case: Case, key: Key) -> tuple[Question, ...]:
    """List what the logs of several offices leave for a person to settle."""
    with open_register(case, key) as register:
        return register.exchange.questions()


@dataclass(frozen=True, slots=True)
class Offices:
    """Who we are to others, and whom we know; as plain JSON."""

    own: dict[str, Any]
    others: tuple[dict[str, Any], ...]


def offices_of(case: Case, key: Key, name: str | None = None) -> Offices:
    """Say who we are, and how far the log of each other office is known here.

    Args:
        case: The case.
        key: What opens its register.
        name: What we call ourselves from now on; None to leave it.
    """
    with open_register(case, key) as register:
        exchange = register.exchange
        office = register.office if name is None else exchange.call_us(name)
        own = {
            "id": office.id,
            "name": office.name,
            "fingerprint": in_fours(exchange.key.fingerprint),
            "entries": register.head().size,
        }
        others = tuple(
            {
                "id": each.office.id,
                "name": each.office.name,
                "fingerprint": in_fours(each.key.fingerprint),
                "entries": each.size,
                "has_of_ours": exchange.has_of_ours(each.office.id),
            }
            for each in exchange.offices()
        )
    return Offices(own, others)


def question_json(question: Question) -> dict[str, Any]:
    """Put a question into plain JSON, with what it means."""
    plain: dict[str, Any] = to_json(question)
    return {**plain, "means": question.kind.definition}
