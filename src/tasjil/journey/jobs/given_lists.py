"""Lists that somebody gives at a desk: looked at first, then kept; never on a disk."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from tasjil.capture.given import (
    GivenFile,
    capture_given,
    digest_of,
    is_list,
    plain_name,
    refusal,
)
from tasjil.capture.lists import CapturedList, list_from
from tasjil.errors import BadValue, CannotCapture, NotInRegister
from tasjil.journey.case import Case
from tasjil.journey.jobs.files import Became
from tasjil.journey.lists.columns import (
    Understood,
    columns_beside,
    confirmed,
    settled,
    understand,
)
from tasjil.journey.lists.keeping import (
    as_kept,
    before_of,
    changes_in,
    judged_records,
    keep_list,
    kept_list,
    saved_for,
)
from tasjil.journey.opening import Seat
from tasjil.journey.progress import Silence
from tasjil.link.lists.changes import ListChanges
from tasjil.link.lists.cleaning import Cleaner, ColumnAccount
from tasjil.link.lists.columns.columns import Columns
from tasjil.link.lists.columns.meaning import ColumnMeaning
from tasjil.link.lists.columns.saved import read_columns, write_columns
from tasjil.model.ids import JobId, RecordId
from tasjil.register.deeds import Deed
from tasjil.register.desk.job import Given
from tasjil.register.kept_lists import KeptVersion
from tasjil.register.register import Register

SAMPLES = 3
"""Cells of each column that are shown."""

Told = Mapping[str, ColumnMeaning]
"""What somebody says of columns, by header; the others stay as they are taken."""

GONE = (
    "expected a list that waits, found none; somebody has kept it or let it go: look "
    "at the lists again"
)


@dataclass(frozen=True, slots=True)
class Look:
    """A list as somebody looks at it before it is kept.

    Attributes:
        understood: Its rows, and what its columns are taken for.
        account: How the cells of each column that is compared were read.
        samples: Some cells of each column.
        follows: The list that it is a newer version of; None for a new one.
        changes: What it changes in that.
        touched: Records people said something about that are gone, or tell much else.
    """

    found: CapturedList
    understood: Understood
    account: Mapping[str, ColumnAccount]
    samples: Mapping[str, tuple[str, ...]]
    follows: KeptVersion | None = None
    changes: ListChanges | None = None
    touched: tuple[RecordId, ...] = ()


def give_list(seat: Seat, file: GivenFile) -> tuple[JobId, int]:
    """Put a list into the queue, where it waits until somebody has looked at it.

    Returns:
        Where it waits: the job, and its number in it.

    Raises:
        CannotCapture: It is no list, or cannot be read.
        NotAllowed: They may not import lists.
    """
    register = seat.register
    register.must(Deed.IMPORT_LIST)
    name = plain_name(file.name)
    why = refusal(name, len(file.data))
    if why is not None:
        raise CannotCapture(why)
    if not is_list(name):
        raise CannotCapture(
            "expected a list: a .csv, .tsv or .xlsx file, found another kind of file; "
            "save it as one of these, or give reports to the inbox"
        )
    found = capture_given(file)
    if not isinstance(found, CapturedList):
        raise CannotCapture(getattr(found, "reason", GONE))
    before = before_of(register, found.list.name)
    became = Became.LOOK if before is None else Became.UPDATE
    outcome = {"state": str(became), "list": name, "rows": len(found.list.rows)}
    given = Given(name, file.data, digest_of(file), len(file.data), outcome)
    job = register.queue.ask("capture", {}, [given], at=datetime.now(UTC))
    return job, 1


def look_at(
    case: Case, seat: Seat, job: JobId, number: int, told: Told | None = None
) -> Look:
    """Show a list that waits, what its columns are taken for, and what it changes.

    Args:
        case: The case.
        seat: Who looks.
        job: Where it waits.
        number: Its number there.
        told: What they say of its columns.

    Raises:
        NotInRegister: No such list waits.
        BadValue: Two columns are said to be what a list has once.
        NotAllowed: They may not import lists.
    """
    register = seat.register
    register.must(Deed.IMPORT_LIST)
    found = _waiting(seat, job, number)
    before = before_of(register, found.list.name)
    saved = columns_beside(case.folder / found.list.name)
    if saved is None and before is not None and before.columns is not None:
        saved = read_columns(before.columns, before.name)
    understood = with_told(found, understand(found.list.rows, saved), told or {})
    look = looked(found, understood)
    if before is None:
        return look
    change = changes_in(kept_list(case, register, before), understood, before)
    said = judged_records(register)
    touched = (each for each in (*change.doubtful, *change.gone) if each in said)
    return replace(look, follows=before, changes=change, touched=tuple(touched))


def with_told(found: CapturedList, understood: Understood, told: Told) -> Understood:
    """Lay what somebody says of columns on what they are taken for.

    Raises:
        BadValue: Two columns are said to be what a list has once.
    """
    own = {each.header: each.meaning for each in understood.columns}
    other = {h: m for h, m in told.items() if h in own and own[h] is not m}
    if not other:
        return understood
    columns = replace(
        understood.columns,
        columns=tuple(
            replace(each, meaning=other[each.header], because="person", confidence=1.0)
            if each.header in other
            else each
            for each in understood.columns
        ),
    )
    return settled(found.list.rows, columns, understood.guessed, understood.notes)


def looked(found: CapturedList, understood: Understood) -> Look:
    """Read every cell once, to say how many could be read."""
    cleaner = Cleaner(understood.columns)
    for place, row in enumerate(understood.rows):
        if place not in understood.nobody:
            cleaner.clean(row)
    samples = {key: _samples(found, key) for key in found.list.keys}
    return Look(found, understood, cleaner.account, samples)


def _samples(found: CapturedList, key: str) -> tuple[str, ...]:
    seen: dict[str, None] = {}
    for cell in found.list.rows.under(key):
        if cell.strip():
            seen[cell.strip()] = None
            if len(seen) == SAMPLES:
                break
    return tuple(seen)


def keep_given(
    case: Case,
    seat: Seat,
    where: tuple[JobId, int],
    told: Told,
    clean: bool | None,
) -> str:
    """Keep a list that waits, with what its columns mean.

    Args:
        case: The case.
        seat: Who confirms it.
        where: The job in which it waits, and its number there.
        told: What they say of its columns; the rest is as it was shown.
        clean: Whether nobody stands on it twice; None to find out.

    Returns:
        The id of the list.

    Raises:
        As `look_at` does.
    """
    look = look_at(case, seat, *where, told)
    columns = _confirmed(seat, look.understood.columns, clean)
    new = keep_list(case, seat.register, look.found, Silence(), columns)
    _settle(seat, *where, Became.LIST if new else Became.KNOWN)
    return look.found.list.id


def drop_given(seat: Seat, job: JobId, number: int) -> None:
    """Let a list go that waits; nothing is kept of it.

    Raises:
        NotInRegister: No such list waits.
    """
    seat.register.must(Deed.IMPORT_LIST)
    _waiting(seat, job, number)
    _settle(seat, job, number, Became.FAILED, reason=LET_GO)


LET_GO = "somebody looked at it, and let it go"


def describe_list(
    case: Case, seat: Seat, list_id: str, told: Told, clean: bool | None, because: str
) -> None:
    """Say what the columns of a list mean that is kept already; its rows stay.

    Raises:
        NotInRegister: No such list is kept.
        BadValue: Two columns are said to be what a list has once, or there is no
            reason.
        NotAllowed: They may not import lists.
    """
    register = seat.register
    register.must(Deed.IMPORT_LIST)
    if not because.strip():
        raise BadValue("expected a reason, found none; say why these are its columns")
    version = version_of(register, list_id)
    original = register.list_original(version)
    file = list_from(original, version.file)
    found = CapturedList(file, original)
    understood = understand(file.rows, saved_for(case, version))
    understood = with_told(found, understood, told)
    columns = _confirmed(seat, understood.columns, clean)
    record = as_kept(file) | {
        "name": version.name,
        "file": version.file,
        "follows": version.follows,
        "numbers": None if version.numbers is None else list(version.numbers),
        "gone": list(version.gone),
        "columns": write_columns(columns, version.name),
    }
    at = datetime.now(UTC)
    register.describe_list(record, original, at=at, because=because)


def version_of(register: Register, list_id: str) -> KeptVersion:
    """Give the newest version of a list by its id.

    Raises:
        NotInRegister: There is none.
    """
    for each in register.kept_lists():
        if each.list == list_id:
            return each
    raise NotInRegister(
        "expected a list that is kept, found none; it may have a newer version: look "
        "at the lists again"
    )


def _confirmed(seat: Seat, columns: Columns, clean: bool | None) -> Columns:
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return confirmed(replace(columns, clean=clean), seat.register.user, at)


def _waiting(seat: Seat, job: JobId, number: int) -> CapturedList:
    queue = seat.register.queue
    lines = queue.files(job, after=number - 1, limit=1)
    data = queue.data(job, number) if lines else None
    if data is not None:
        found = capture_given(GivenFile(lines[0].name, data))
        if isinstance(found, CapturedList):
            return found
    raise NotInRegister(GONE)


def _settle(seat: Seat, job: JobId, number: int, became: Became, **told: str) -> None:
    queue = seat.register.queue
    (line,) = queue.files(job, after=number - 1, limit=1)
    queue.settle_file(
        job, number, {**(line.outcome or {}), **told, "state": str(became)}
    )
