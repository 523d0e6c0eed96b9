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
        latest(register)
        export = LogExport(register.log_key, register.checkpoints(), register.stamps())
        write_log(export, register.entries(), out)
    return export


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
            with (out / "log.jsonl").open("wb") as file:
                file.writelines(_lines(export, entries))
            _write_beside(export, out)
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


def _write_beside(export: LogExport, out: Path) -> None:
    """Write what the lines are checked with."""
    notes = dict(export.notes)
    (out / "checkpoints.txt").write_bytes(joined(notes.values()).encode())
    (out / "key.txt").write_text(export.key.public_key.hex() + "\n")
    for size, token in export.stamps:
        (out / "stamps").mkdir(exist_ok=True)
        name = _free(out / "stamps", size)
        (out / "stamps" / f"{name}.tsr").write_bytes(token)
        (out / "stamps" / f"{name}.txt").write_bytes(notes[size].encode())
    given = files("tasjil.journey.exported")
    (out / SCRIPT).write_bytes((given / SCRIPT).read_bytes())
    words = Template((given / README).read_text(encoding="utf-8")).substitute(
        name=export.key.origin,
        entries=export.entries,
        fingerprint=export.key.fingerprint,
        key_line=export.key.key_line,
    )
    (out / README).write_text(words, encoding="utf-8")


def _free(folder: Path, size: int) -> str:
    """Give a name that no other stamp of the same checkpoint has."""
    name, number = str(size), 1
    while (folder / f"{name}.tsr").exists():
        number += 1
        name = f"{size}-{number}"
    return name
