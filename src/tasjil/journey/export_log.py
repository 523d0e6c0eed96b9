"""Writes the log into a folder that a stranger can check without any of this program.

Nothing a report says goes out: entries hold digests. What does go out is who did what
and when, and the reasons people typed.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from string import Template

from tasjil.errors import ExportRefused
from tasjil.journey.case import Case
from tasjil.journey.checkpoint import latest
from tasjil.journey.opening import Key, open_register
from tasjil.register.canonical import FIRST_PREVIOUS, leaf
from tasjil.register.checks.sound import check_entry
from tasjil.register.entry import LogEntry
from tasjil.register.register import Register
from tasjil.register.signatures.witness import Witness
from tasjil.register.tree.checkpoint import LogKey, joined

SCRIPT = "verify_log.py"
README = "README.txt"
ONLY_YOU = 0o700


@dataclass(frozen=True, slots=True)
class LogExport:
    """What goes out.

    Attributes:
        key: The office's public key.
        notes: Size and note of each checkpoint, the oldest first.
        stamps: Size and token of what time authorities signed.
    """

    key: LogKey
    notes: Sequence[tuple[int, str]]
    stamps: Sequence[tuple[int, bytes]] = ()

    @property
    def entries(self) -> int:
        """How many entries: as far as the last checkpoint goes."""
        return max((size for size, _ in self.notes), default=0)


def export_log(case: Case, key: Key, out: Path) -> LogExport:
    """Sign the log as it stands, and write it out.

    Raises:
        ExportRefused: There is something in the folder, or it cannot be written.
        LogBroken: The log is not what was signed; names the first bad entry.
        NoRegister: The case has not been built yet.
    """
    with open_register(case, key) as register:
        export = signed_now(register)
        write_log(export, register.entries(), out)
    return export


def signed_now(register: Register) -> LogExport:
    """Sign the log as it stands, and say what goes out with it."""
    latest(register)
    return LogExport(register.log_key, register.checkpoints(), register.stamps())


def write_log(export: LogExport, entries: Iterable[LogEntry], out: Path) -> None:
    """Write the folder, checking each entry against the checkpoints on the way.

    Raises:
        ExportRefused: There is something in the folder, or it cannot be written.
        LogBroken: The log is not what was signed; names the first bad entry.
    """
    try:
        out.mkdir(mode=ONLY_YOU, parents=True, exist_ok=True)
        if any(out.iterdir()):
            raise ExportRefused(
                f"expected an empty folder or none at {out.name!r}, found files in it; "
                "name another folder"
            )
        with _all_or_nothing(out):
            for name, data in parts_of(export, entries):
                (out / name).parent.mkdir(exist_ok=True)
                with (out / name).open("wb") as file:
                    file.writelines(data)
    except OSError as wrong:
        raise ExportRefused(
            f"the folder {out.name!r} cannot be written ({wrong.strerror}); name "
            "another folder"
        ) from None


@contextmanager
def _all_or_nothing(out: Path) -> Iterator[None]:
    """Leave no half of a log in clear where it could not be written to its end."""
    try:
        yield
    except BaseException:
        for each in sorted(out.rglob("*"), reverse=True):
            each.rmdir() if each.is_dir() else each.unlink()
        raise


def _lines(export: LogExport, entries: Iterable[LogEntry]) -> Iterator[bytes]:
    """Give each signed entry as the bytes of its leaf."""
    witness, digest = Witness(export.key, export.notes), FIRST_PREVIOUS
    for number, entry in enumerate(entries, 1):
        if number > export.entries:
            # Written by somebody else since the checkpoint; it goes out next time.
            break
        digest = check_entry(entry, number, digest)
        witness.see(digest)
        yield leaf(entry.fields, entry.body) + b"\n"
    witness.end()


def parts_of(
    export: LogExport, entries: Iterable[LogEntry]
) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Give the files one after the other, the long one in lines as it is read.

    Raises:
        LogBroken: The log is not what was signed; names the first bad entry.
    """
    yield "log.jsonl", _lines(export, entries)
    notes = dict(export.notes)
    yield "checkpoints.txt", [joined(notes.values()).encode()]
    yield "key.txt", [f"{export.key.public_key.hex()}\n".encode()]
    names: set[str] = set()
    for size, token in export.stamps:
        name = _free(names, size)
        yield f"stamps/{name}.tsr", [token]
        yield f"stamps/{name}.txt", [notes[size].encode()]
    given = files("tasjil.journey.exported")
    yield SCRIPT, [(given / SCRIPT).read_bytes()]
    words = Template((given / README).read_text(encoding="utf-8")).substitute(
        name=export.key.origin,
        entries=export.entries,
        fingerprint=export.key.fingerprint,
        key_line=export.key.key_line,
    )
    yield README, [words.encode()]


def _free(taken: set[str], size: int) -> str:
    """Give a name that no other stamp of the same checkpoint has."""
    name, number = str(size), 1
    while name in taken:
        number += 1
        name = f"{size}-{number}"
    taken.add(name)
    return name
