"""Lets a time authority sign when a case's log was there."""

from dataclasses import dataclass
from pathlib import Path

from tasjil.errors import BadStamp, ExportRefused
from tasjil.journey.authority import Ask, over_http
from tasjil.journey.case import Case
from tasjil.journey.checkpoint import latest
from tasjil.journey.opening import Key, open_register
from tasjil.register.register import Register
from tasjil.register.tree import stamp
from tasjil.register.tree.checkpoint import Signed, parse
from tasjil.register.tree.stamp import Roots, Stamped


@dataclass(frozen=True, slots=True)
class Timestamped:
    """A checkpoint, and what an authority signed about it."""

    checkpoint: Signed
    stamped: Stamped


def timestamp_case(
    case: Case, key: Key, url: str, roots: Path | None, ask: Ask = over_http
) -> Timestamped:
    """Ask a time authority about the latest checkpoint, and keep what it says.

    Only a digest goes out.

    Raises:
        AuthoritySilent: Nobody answers at that address.
        BadStamp: The answer is no stamp on the checkpoint.
        UntrustedStamp: Nobody trusted stands over the authority.
    """
    trusted = read_roots(roots)
    with open_register(case, key) as register:
        signed = latest(register)
        reply = ask(url, stamp.query(signed.note))
        return Timestamped(signed, register.stamp(signed, reply, trusted))


def write_request(case: Case, key: Key, file: Path) -> Signed:
    """Write the question about the latest checkpoint, to be carried to an authority.

    Raises:
        ExportRefused: The file cannot be written.
    """
    with open_register(case, key) as register:
        signed = latest(register)
    try:
        file.write_bytes(stamp.query(signed.note))
    except OSError as wrong:
        raise ExportRefused(
            f"the file {file.name!r} cannot be written ({wrong.strerror}); name "
            "another file"
        ) from None
    return signed


def take_reply(case: Case, key: Key, file: Path, roots: Path | None) -> Timestamped:
    """Keep the answer that was carried back, on whichever checkpoint it is about.

    Raises:
        BadStamp: It is about none of the checkpoints of this case.
        UntrustedStamp: Nobody trusted stands over the authority.
    """
    trusted, reply = read_roots(roots), _bytes(file)
    with open_register(case, key) as register:
        signed = _about(register, reply)
        return Timestamped(signed, register.stamp(signed, reply, trusted))


def _about(register: Register, reply: bytes) -> Signed:
    """Find the checkpoint that an answer is about."""
    for _, note in reversed(register.checkpoints()):
        if stamp.is_about(reply, note):
            return parse(note)
    raise BadStamp(
        "expected a stamp on a checkpoint of this case, found one on something else; "
        "give the answer to the question that --request wrote for this case"
    )


def read_roots(file: Path | None) -> Roots:
    """Read whom to trust; the roots of this machine where no file is given."""
    if file is None:
        return stamp.roots_of_this_machine()
    return stamp.roots_in(_bytes(file))


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as wrong:
        raise BadStamp(
            f"the file {file.name!r} cannot be read ({wrong.strerror}); check its name"
        ) from None
