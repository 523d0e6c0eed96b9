"""Lists of victims (.csv, .tsv, .xlsx): every row as it came, under its headers."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from tasjil.capture.border import guarded, name_of
from tasjil.capture.csvlist import read_table
from tasjil.capture.door import Failed, Known
from tasjil.capture.grid import Grid
from tasjil.capture.headrows import Head, filled_in, find_head, number_equal
from tasjil.capture.kinds import Kind, kind_of
from tasjil.capture.listrows import Cells, ListRows
from tasjil.capture.original import Original, open_original
from tasjil.capture.printable import shown, storable
from tasjil.capture.workbook import read_workbook
from tasjil.errors import CannotCapture
from tasjil.model.ids import ReportId


@dataclass(frozen=True, slots=True)
class ListFile:
    """A list of victims: its headers exactly as found, and its rows.

    Attributes:
        id: `sha256:` and the digest of the file.
        name: The file's name, told from the root it was read from.
        list: The list's name, which its records carry: the name without its ending.
        headers: As found; where they stand in two rows, joined by " / ".
        rows: Every row with words in it below the headers; the cells are as found.
        above: Rows above the headers, such as a title or a date.
        sheet: The sheet, or the sheets with the same headers, that hold the rows.
        notes: What a reader should know, such as an encoding that was worked out.
    """

    id: str
    name: str
    list: str
    headers: tuple[str, ...]
    rows: ListRows
    above: tuple[tuple[str, ...], ...] = ()
    sheet: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The headers as the cells of records stand under them, each once."""
        return self.rows.keys


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


def list_from(data: bytes, name: str) -> ListFile:
    """Read a list again from bytes that were kept, under the name it was kept by.

    Raises:
        CannotCapture: The bytes are no list of the kind that the name says.

    Example:
        >>> found = list_from(b"name,age", "lists/hospital.csv")
        >>> found.list, len(found.rows)
        ('lists/hospital', 0)
    """
    path = Path(name)
    with guarded(path, None):
        return _list_of(Original(data, _kind(path)), name)


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
        grids: Sequence[Grid] = (read_table(original.data),)
    else:
        grids = read_workbook(original.data)
    title = PurePosixPath(name).with_suffix("").as_posix()
    found = [
        _one_sheet(grid, title, name, original.digest) for grid in grids if grid.rows
    ]
    if not any(each.headers for each in found):
        raise CannotCapture("the list holds no rows; fill it in, or leave it out")
    return _together(found)


def _one_sheet(grid: Grid, title: str, name: str, digest: str) -> ListFile:
    """Tell the headers of one sheet from what is above, and its rows below."""
    filled = [(n, row) for n, row in enumerate(grid.rows, start=1) if _tells(row)]
    if not filled:
        empty = ListRows(title, (), (), (), digest)
        return ListFile(digest, name, title, (), empty, sheet=grid.sheet)
    head = find_head(filled, grid.merges)
    headers = head.headers
    below = filled[head.last + 1 :]
    width = _width(headers, [row for _, row in below])
    headers = headers[:width]
    down = grid.filled_down(filled[head.last][0] if head.rows else 0)
    rows = ListRows(
        list=title,
        keys=number_equal(headers),
        table=[down.get(n, row)[:width] for n, row in below],
        at=[n for n, _ in below],
        digest=digest,
    )
    return ListFile(
        id=digest,
        name=name,
        list=title,
        headers=headers,
        rows=rows,
        above=tuple(row for _, row in filled[: head.first]),
        sheet=grid.sheet,
        notes=(*grid.notes, *_notes(head, grid, rows, len(down))),
    )


def _notes(head: Head, grid: Grid, rows: ListRows, down: int) -> Iterator[str]:
    where = f"sheet {grid.sheet!r}: " if grid.sheet is not None else ""
    if head.rows == 0:
        yield (
            f"{where}no row of headers was found, so that its columns are called by "
            "their place; put headers above the first row"
        )
    if head.rows > 1:
        yield f"{where}headers in two rows were joined"
    if not rows:
        yield f"{where}there are headers, and no row below them"
    hidden = len(grid.hidden.intersection(rows.at))
    if hidden:
        yield f"{where}hidden rows were read as well: {hidden}"
    if down:
        yield f"{where}rows that share a merged cell, which was filled down: {down}"


def _together(found: Sequence[ListFile]) -> ListFile:
    """Take all sheets that have the headers of the fullest; name the others."""
    fullest = max(found, key=lambda each: (len(each.rows), len(each.headers)))
    like = [each for each in found if each.headers == fullest.headers]
    notes = [note for each in like for note in each.notes]
    for other in found:
        if other.headers != fullest.headers:
            count = len(other.rows) + len(other.above) + 1
            notes.append(
                f"sheet {other.sheet!r} with {count} rows not read: its headers are "
                f"others than those of {fullest.sheet!r}"
            )
    if len(like) == 1:
        return replace(fullest, notes=tuple(notes))
    names = [each.sheet or "" for each in like]
    notes.append(f"read together, as their headers are the same: {', '.join(names)}")
    rows = replace(
        fullest.rows,
        table=[row for each in like for row in each.rows.table],
        at=[at for each in like for at in each.rows.at],
    )
    return replace(
        fullest,
        rows=rows,
        above=tuple(row for each in like for row in each.above),
        sheet=", ".join(names),
        notes=tuple(notes),
    )


def _width(headers: Cells, rows: Sequence[Cells]) -> int:
    """Count the columns up to the last that has a header or a cell."""
    width = len(headers)
    while width and not headers[width - 1].strip():
        width -= 1
    for row in rows:
        last = len(row)
        while last > width and not row[last - 1].strip():
            last -= 1
        width = max(width, last)
    return width


def _tells(row: Cells) -> bool:
    return filled_in(row) > 0
