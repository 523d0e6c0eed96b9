"""Changes who tells in a case: `sources.csv` and the log, both or neither.

The file stays the team's own: its columns, their order, the order of the lines and
what nobody asked to change are kept as they are.
"""

import csv
import io
import os
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from tasjil.errors import BadValue, CaseError, NoSuchSource
from tasjil.journey.case import Case, as_set, open_case
from tasjil.journey.opening import Key, open_register
from tasjil.model.decision import check_decision
from tasjil.model.ids import SourceId
from tasjil.model.json import to_json
from tasjil.model.sources import Source
from tasjil.register.deeds import Deed

NAME = "sources.csv"
COLUMNS = (
    *("id", "name", "name_ar", "kind", "language", "relays", "variants", "url", "note"),
)
BETWEEN = "|"
TURN = threading.Lock()

Line = dict[str, str]


@dataclass(frozen=True, slots=True)
class Listed:
    """The list of sources as its file says it.

    Attributes:
        columns: Of the file, in its order.
        mark: Changes whenever the file does; carry it along with a form.
    """

    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    mark: str


Changed = Callable[[Listed], Sequence[Line]]


def read_list(case: Case) -> Listed:
    """Read the file; without one the list is empty.

    Raises:
        CaseError: It cannot be read.
    """
    path = case.folder / NAME
    try:
        held = path.read_bytes() if path.exists() else b""
        text = held.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as wrong:
        raise CaseError(
            f"expected {NAME} in UTF-8 that may be read, found something else "
            f"({type(wrong).__name__}); mend it and try again"
        ) from None
    rows = csv.DictReader(io.StringIO(text, newline=""))
    lines = tuple({k: v or "" for k, v in row.items() if k} for row in rows)
    columns = tuple(rows.fieldnames or COLUMNS)
    return Listed(columns, lines, sha256(held).hexdigest()[:16])


def keep_source(
    case: Case, key: Key, source: Source, because: str, mark: str, *, new: bool = False
) -> int:
    """Put a source into the list, or what it says now in the place of its line.

    Args:
        case: The case.
        key: Opens its register.
        source: As it is to stand there.
        because: Why.
        mark: The list's mark when whoever decides looked at it.
        new: Whether it is to be a new line.

    Returns:
        The number of the entry.

    Raises:
        NotAllowed: They may not say what the case counts.
        BadValue: Somebody changed the list meanwhile, or the new id is taken.
        NoSuchSource: It passes on somebody who is not in the list, or is not there.
    """

    def changed(listed: Listed) -> list[Line]:
        there = {line["id"].strip() for line in listed.lines}
        if new and source.id in there:
            raise BadValue(
                "expected an id that no source of the list has, found one that is "
                "taken; choose another"
            )
        if not new and source.id not in there:
            raise _not_there()
        if unknown := set(source.relays) - there:
            raise NoSuchSource(
                "expected ids of sources in the list for those it passes on, found "
                f"{len(unknown)} that are not there; add them first"
            )
        if new:
            return [*listed.lines, _written(source, {})]
        return [
            _written(source, line) if line["id"].strip() == source.id else line
            for line in listed.lines
        ]

    return _keep(case, key, changed, because, mark)


def drop_source(case: Case, key: Key, id: SourceId, because: str, mark: str) -> int:
    """Take a source out of the list; what it told stays, and is found under its words.

    Raises:
        BadValue: Another one is said to pass it on, or the list changed meanwhile.
        NoSuchSource: It is not there.
    """

    def changed(listed: Listed) -> list[Line]:
        left = [line for line in listed.lines if line["id"].strip() != id]
        if len(left) == len(listed.lines):
            raise _not_there()
        if any(id in _parts(line.get("relays", "")) for line in left):
            raise BadValue(
                "expected a source whom nobody in the list passes on, found one who "
                "is; take it out of their lines first"
            )
        return left

    return _keep(case, key, changed, because, mark)


def _not_there() -> NoSuchSource:
    return NoSuchSource(
        "expected the id of a source in the list, found none of that id; somebody may "
        "have taken it out: look at the list again"
    )


def _keep(case: Case, key: Key, changed: Changed, because: str, mark: str) -> int:
    """Write the file, then the entry; where the log refuses, the file is as before."""
    path = case.folder / NAME
    with TURN, open_register(case, key) as register:
        register.must(Deed.SET_SCOPE)
        now = datetime.now(UTC)
        check_decision(register.user, now.isoformat(), because)
        listed = read_list(case)
        if listed.mark != mark:
            raise BadValue(
                "expected the list as you saw it, found that somebody has changed it "
                "meanwhile; look at it again, and then say what to change"
            )
        before = path.read_bytes() if path.exists() else None
        _write(path, _as_csv(listed.columns, changed(listed)))
        try:
            told = to_json(as_set(open_case(case.folder)))
            if not register.set_scope(told, by=register.user, at=now, because=because):
                raise BadValue(
                    "expected a change to the list, found that it says the same as "
                    "before; change something, or leave it"
                )
        except BaseException:
            _put_back(path, before)
            raise
        return register.head().size


def _put_back(path: Path, before: bytes | None) -> None:
    if before is None:
        path.unlink(missing_ok=True)
    else:
        _write(path, before)


def _written(source: Source, line: Line) -> Line:
    """Write a source over a line; columns that are not ours stay."""
    told = {
        "id": source.id,
        "name": source.name,
        "name_ar": source.name_ar,
        "kind": str(source.kind),
        "language": source.language,
        "relays": BETWEEN.join(source.relays),
        "variants": BETWEEN.join(source.variants),
        "url": source.url,
        "note": source.note,
    }
    return {**line, **{name: value or "" for name, value in told.items()}}


def _as_csv(columns: Sequence[str], lines: Sequence[Line]) -> bytes:
    needed = [name for name in COLUMNS if any(line.get(name) for line in lines)]
    header = [*columns, *(each for each in needed if each not in columns)]
    made = io.StringIO(newline="")
    writer = csv.DictWriter(made, header, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(lines)
    return made.getvalue().encode()


def _write(path: Path, data: bytes) -> None:
    """Put a file in the place of another, whole or not at all."""
    handle, name = tempfile.mkstemp(prefix=".sources-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            Path(name).chmod(path.stat().st_mode & 0o777)
        else:
            Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as wrong:
        Path(name).unlink(missing_ok=True)
        raise CaseError(
            f"expected to write {NAME}, found that it cannot be done "
            f"({type(wrong).__name__}); nothing was changed"
        ) from None


def parts(text: str) -> tuple[str, ...]:
    r"""Take apart what somebody typed, one a line or with | between.

    Example:
        >>> parts("the Herald | Herald\n Lumenia Herald")
        ('the Herald', 'Herald', 'Lumenia Herald')
    """
    return tuple(dict.fromkeys(_parts(text.replace("\n", BETWEEN))))


def _parts(text: str) -> Iterator[str]:
    return (each.strip() for each in text.split(BETWEEN) if each.strip())
