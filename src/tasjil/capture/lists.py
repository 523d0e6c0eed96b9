"""Lists of victims (.csv, .tsv, .xlsx): every row as it came, under its headers."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tasjil.capture.border import guarded, name_of
from tasjil.capture.csvlist import read_table
from tasjil.capture.door import Failed, Known
from tasjil.capture.kinds import Kind, kind_of
from tasjil.capture.original import Original, open_original
from tasjil.capture.printable import shown, storable
from tasjil.capture.workbook import read_workbook
from tasjil.errors import CannotCapture
from tasjil.model.ids import ReportId
from tasjil.model.record import ListRecord

_TITLE_ROWS = 15


@dataclass(frozen=True, slots=True)
class ListFile:
    """A list of victims: its headers exactly as found, and its rows.

    Attributes:
        id: `sha256:` and the digest of the file.
        name: The file's name, told from the root it was read from.
        list: The list's name, which its records carry: the name without its ending.
        rows: Every row with words in it below the headers; the cells are as found.
        above: Rows above the headers, such as a title or a date.
        notes: What a reader should know, such as an encoding that was worked out.
    """

    id: str
    name: str
    list: str
    headers: tuple[str, ...]
    rows: tuple[ListRecord, ...]
    above: tuple[tuple[str, ...], ...] = ()
    sheet: str | None = None
    notes: tuple[str, ...] = ()


def read_list(path: Path, root: Path | None = None) -> ListFile:
    """Read a list of victims from a .csv, .tsv or .xlsx file.

    Args:
        path: The file.
        root: The folder its name is told from.

    Raises:
        CannotCapture: It is not a list, cannot be opened, or holds no rows.
    """
    with guarded(path, root) as name:
        return _list_of(open_original(path, _kind(path)), storable(name))


@dataclass(frozen=True, slots=True)
class CapturedList:
    """A list, with the bytes that its id was taken from."""

    list: ListFile
    original: bytes


def capture_lists(
    paths: Sequence[Path], root: Path | None = None, known: Container[str] = ()
) -> Iterator[CapturedList | Failed | Known]:
    """Read lists one by one; a failure never stops the batch.

    Args:
        paths: The files.
        root: The folder names are told from.
        known: Ids of lists the caller has; they are not read again.
    """
    for path in paths:
        try:
            with guarded(path, root) as name:
                original = open_original(path, _kind(path))
                if original.digest in known:
                    yield Known(ReportId(original.digest), path)
                    continue
                found = _list_of(original, storable(name))
        except CannotCapture as wrong:
            name = shown(name_of(path, root))
            yield Failed(name, str(wrong).removeprefix(f"{name}: "), path)
            continue
        yield CapturedList(found, original.data)


def _kind(path: Path) -> Kind:
    kind = kind_of(path)
    if kind not in (Kind.TABLE, Kind.WORKBOOK):
        raise CannotCapture(
            "a list is a .csv, .tsv or .xlsx file; save it as one of these"
        )
    return kind


def _list_of(original: Original, name: str) -> ListFile:
    if original.kind is Kind.TABLE:
        sheet, (rows, notes) = None, read_table(original.data)
    else:
        sheet, rows, notes = read_workbook(original.data)
    filled = [(n, row) for n, row in enumerate(rows, start=1) if _filled(row)]
    if not filled:
        raise CannotCapture("the list holds no rows; fill it in, or leave it out")
    at = _header_at([row for _, row in filled[:_TITLE_ROWS]])
    width = max(len(row) for _, row in filled[at:])
    headers = _padded(filled[at][1], width)
    keys = _keys(headers)
    title = PurePosixPath(name).with_suffix("").as_posix()
    return ListFile(
        id=original.digest,
        name=name,
        list=title,
        headers=headers,
        rows=tuple(
            ListRecord.of(
                title,
                number,
                dict(zip(keys, _padded(row, width), strict=True)),
                list_digest=original.digest,
            )
            for number, row in filled[at + 1 :]
        ),
        above=tuple(row for _, row in filled[:at]),
        sheet=sheet,
        notes=notes,
    )


def _keys(headers: tuple[str, ...]) -> tuple[str, ...]:
    """Number equal headers, so that no cell is lost.

    Example:
        >>> _keys(("Name", "Age", "Name"))
        ('Name', 'Age', 'Name (2)')
    """
    keys: dict[str, None] = {}
    for header in headers:
        key, again = header, 1
        while key in keys:
            again += 1
            key = f"{header} ({again})"
        keys[key] = None
    return tuple(keys)


def _padded(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    return row + ("",) * (width - len(row))


def _header_at(rows: Sequence[tuple[str, ...]]) -> int:
    """Find the headers: the first row about as full as any, whose cells are words."""
    fullest = max(_filled(row) for row in rows)
    for at, row in enumerate(rows):
        if _filled(row) >= max(1, 0.6 * fullest) and not any(map(_is_figure, row)):
            return at
    return 0


def _filled(row: tuple[str, ...]) -> int:
    return sum(1 for cell in row if cell.strip())


def _is_figure(cell: str) -> bool:
    """True for a number or a date, which no header is."""
    return (
        bool(cell)
        and not any(c.isalpha() for c in cell)
        and any(map(str.isdigit, cell))
    )
