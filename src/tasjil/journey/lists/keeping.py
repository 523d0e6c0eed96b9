"""Keeps the lists of a case (.csv, .tsv, .xlsx) in its register, version after version.

A file that changed is a new version of its list: its rows are found again wherever they
stand now, and keep their ids, so that what people said about them stays.
"""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from tasjil.capture.door import Failed, Known
from tasjil.capture.kinds import LIST_KINDS, kind_of
from tasjil.capture.listrows import ListRows
from tasjil.capture.lists import CapturedList, ListFile, capture_lists, list_from
from tasjil.capture.walking import walk
from tasjil.errors import BadColumns
from tasjil.journey.case import Case
from tasjil.journey.lists.columns import (
    Understood,
    columns_beside,
    guessed_note,
    understand,
)
from tasjil.journey.program import PROGRAM
from tasjil.journey.progress import Progress
from tasjil.link.lists.changes import ListChanges, changes, versions
from tasjil.link.lists.columns.columns import Columns
from tasjil.link.lists.columns.saved import read_columns, write_columns
from tasjil.model.judgement import PairKind
from tasjil.register.kept_lists import KeptVersion
from tasjil.register.register import Register

_FOLDER = "lists/"
_FEW = 5


@dataclass(frozen=True, slots=True)
class Importing:
    """What came of the lists: how many the register holds, and which failed."""

    lists: int
    new: int
    failures: tuple[Failed, ...]


@dataclass(frozen=True, slots=True)
class KeptList:
    """A list of a case as it stands: its newest version, understood.

    Attributes:
        name: What its records are called by: "hospital" of "hospital:17".
        id: The digest of its newest version.
        file: Its file's name, told from the case's folder.
        rows: Every row as it came, under the id it keeps through all versions.
        nobody: Places of rows that tell of no person.
        columns: What its columns mean.
        guessed: True where nobody said so yet.
    """

    name: str
    id: str
    file: str
    rows: ListRows
    nobody: frozenset[int]
    columns: Columns
    guessed: bool

    @property
    def clean(self) -> bool | None:
        """Whether nobody stands on it twice; None to find out."""
        return self.columns.clean


def import_lists(case: Case, register: Register, progress: Progress) -> Importing:
    """Keep every list under the case's folder that the register does not hold yet.

    A list whose file changed is kept as a new version, and what is new, changed and
    gone in it is said. A list that cannot be read is named with its reason, and the
    rest goes on.
    """
    found = [p for p in walk(case.inputs, LIST_KINDS) if kind_of(p) in LIST_KINDS]
    if found:
        progress.begin("Keeping lists", len(found))
    failures: list[Failed] = []
    new = 0
    for each in capture_lists(found, case.folder, register.known_lists()):
        if isinstance(each, Failed):
            failures.append(each)
            progress.note(f"not captured: {each.name}: {each.reason}")
        elif not isinstance(each, Known):
            new += keep_list(case, register, each, progress)
        progress.step()
    return Importing(len(register.known_lists()), new, tuple(failures))


def keep_list(
    case: Case,
    register: Register,
    found: CapturedList,
    progress: Progress,
    columns: Columns | None = None,
) -> bool:
    """Keep one list, or a new version of one; say what came of it.

    Args:
        case: The case.
        register: Its register.
        found: The list.
        progress: Told what is new, changed and gone in it.
        columns: What a person said of its columns; None for what the file beside it
            says, or else what was said of the version before, or else a guess.

    Returns:
        False where its bytes are kept already.
    """
    file = found.list
    saved = columns or _columns_of(case.folder / file.name, progress)
    replaces = saved.replaces if saved is not None else None
    before = before_of(register, replaces or file.name)
    if saved is None and before is not None and before.columns is not None:
        saved = read_columns(before.columns, before.name)
    if before is None and replaces is not None:
        progress.note(
            f"{file.name}: it is said to replace {replaces}, and no list of that file "
            "is kept; it is kept as a list of its own"
        )
    understood = understand(file.rows, saved)
    told = as_kept(file)
    if saved is not None:
        told["columns"] = write_columns(saved, file.name)
    numbers = understood.rows.numbers
    if before is not None:
        kept = kept_list(case, register, before)
        change = changes_in(kept, understood, before)
        numbers = change.numbers
        now = set(numbers)
        there = {kept.rows.number(at) for at in range(len(kept.rows))}
        told["gone"] = sorted({*before.gone, *there} - now)
        told["follows"] = before.list
        # The list keeps the name that its records are called by.
        told["name"], told["file"] = before.name, file.name
        for line in said(file.name, change, judged_records(register)):
            progress.note(line)
    if numbers is not None and list(numbers) != _counted(len(numbers)):
        told["numbers"] = list(numbers)
    for note in (*file.notes, *understood.notes, *guessed_note(file.name, understood)):
        progress.note(f"{file.name}: {note}")
    at = datetime.now(UTC)
    return register.import_list(told, found.original, by=PROGRAM, at=at)


def _columns_of(path: Path, progress: Progress) -> Columns | None:
    """Read the file beside a list; one that is wrong is named and left."""
    try:
        return columns_beside(path)
    except BadColumns as wrong:
        progress.note(str(wrong))
        return None


def _counted(many: int) -> list[str]:
    return [str(n) for n in range(1, many + 1)]


def said(name: str, change: ListChanges, judged: Container[str]) -> Iterator[str]:
    """Say what is new, changed and gone in a list, and what wants another look.

    Args:
        name: The list's file.
        change: How it came from its earlier version.
        judged: Records that people said something about.
    """
    for line in versions(change):
        yield f"{name}: {line}"
    for ids, what in (
        (change.doubtful, "changed so much that what people said may not hold"),
        (change.gone, "gone, though people said something about them"),
    ):
        some = [each for each in ids if each in judged]
        if some:
            more = f" and {len(some) - _FEW} more" if len(some) > _FEW else ""
            yield f"{name}: {what}: {', '.join(some[:_FEW])}{more}; look again"


def judged_records(register: Register) -> frozenset[str]:
    """Name the records that people said something about."""
    words = register.link_judgements(PairKind.RECORDS)
    return frozenset(id for each in words for id in (each.one, each.other))


def changes_in(
    before: KeptList, after: Understood, version: KeptVersion
) -> ListChanges:
    """Find the records of a list as it stands in a newer file of it."""
    return changes(
        before.rows,
        after.rows.called(before.name),
        after.columns,
        used=version.gone,
    )


def before_of(register: Register, name: str) -> KeptVersion | None:
    """Give the newest version of the list that a file of this name is of."""
    kept = [each for each in register.kept_lists() if name in (each.file, each.name)]
    return kept[-1] if kept else None


def lists_of(case: Case, register: Register) -> tuple[KeptList, ...]:
    """Give every list of a case as it stands, by name.

    Its rows have the ids they keep through all versions. What its columns mean is said
    by the file beside it, or was said when it was kept, or is guessed.

    Raises:
        BadColumns: A file beside a list says wrongly what its columns mean.
    """
    return tuple(kept_list(case, register, each) for each in register.kept_lists())


def kept_list(case: Case, register: Register, version: KeptVersion) -> KeptList:
    """Read one version of a list again from the bytes that were kept."""
    file = list_from(register.list_original(version), version.file)
    saved = saved_for(case, version)
    name = list_name(version.name)
    understood = understand(file.rows.called(name), saved)
    rows = understood.rows.numbered(version.numbers or _counted(len(file.rows)))
    return KeptList(
        name,
        version.list,
        version.file,
        rows,
        understood.nobody,
        understood.columns,
        understood.guessed,
    )


def saved_for(case: Case, version: KeptVersion) -> Columns | None:
    """Give what somebody said of a list's columns, here or in the file beside it.

    Whichever was said later holds; None where nobody said anything.
    """
    beside = columns_beside(case.folder / version.file)
    if version.columns is None:
        return beside
    kept = read_columns(version.columns, version.name)
    if beside is None or (kept.by is not None and (kept.at or "") > (beside.at or "")):
        return kept
    return beside


def list_name(file: str) -> str:
    """Name a list after its file: neither its folder nor its ending say anything.

    Example:
        >>> list_name("lists/hospital.csv"), list_name("lists/coast/morgue.xlsx")
        ('hospital', 'coast/morgue')
    """
    plain = PurePosixPath(file.removeprefix(_FOLDER))
    return plain.with_suffix("").as_posix()


def as_kept(found: ListFile) -> dict[str, Any]:
    """What the register keeps of a list beside its bytes."""
    return {
        "list": found.id,
        "name": found.name,
        "sheet": found.sheet,
        "notes": list(found.notes),
        "rows": len(found.rows),
        "headers": len(found.headers),
    }
