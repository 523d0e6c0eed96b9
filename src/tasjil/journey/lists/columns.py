"""What the columns of a list mean: from the file beside it, or guessed and said so."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tasjil.capture.listrows import ListRows
from tasjil.errors import BadColumns
from tasjil.link.lists.columns.columns import Columns
from tasjil.link.lists.columns.guessing import SOME_ROWS, guess_columns
from tasjil.link.lists.columns.learning import learned
from tasjil.link.lists.columns.meaning import ColumnMeaning
from tasjil.link.lists.columns.saved import fit, read_columns
from tasjil.link.lists.numbering import own_numbers
from tasjil.link.lists.totals import not_persons

ENDING = ".columns.toml"
_MOST_BYTES = 4_000_000


@dataclass(frozen=True, slots=True)
class Understood:
    """The rows of a list with the ids they keep, and what their columns mean.

    Attributes:
        rows: Every row, called by its own number where the list has one.
        nobody: Places of rows that tell of no person: totals, headers once more.
        guessed: True where no file beside the list says what the columns mean.
        notes: What a person should know.
    """

    rows: ListRows
    columns: Columns
    nobody: frozenset[int]
    guessed: bool
    notes: tuple[str, ...] = ()


def columns_file(path: Path) -> Path:
    """Name the file beside a list that says what its columns mean.

    Example:
        >>> columns_file(Path("lists/hospital.csv")).name
        'hospital.columns.toml'
    """
    return path.with_name(path.stem + ENDING)


def understand(rows: ListRows, saved: Columns | None = None) -> Understood:
    """Work out what the columns of a list mean, and what its records are called.

    Args:
        rows: As they were captured.
        saved: What the file beside the list says; None to guess.
    """
    guessed = guess_columns(rows.keys, _some(rows))
    notes: tuple[str, ...] = ()
    columns = guessed
    if saved is not None:
        fitted = fit(saved, guessed)
        columns, notes = fitted.columns, fitted.notes
    return settled(rows, columns, saved is None, notes)


def settled(
    rows: ListRows, columns: Columns, guessed: bool, notes: tuple[str, ...] = ()
) -> Understood:
    """Learn what is peculiar to a list once its columns are known; number its rows.

    Args:
        rows: As they were captured.
        columns: What its columns mean.
        guessed: True where nobody said so.
        notes: What a person should know.
    """
    columns = learned(columns, rows.under)
    nobody = not_persons(rows.keys, rows.table)
    return Understood(_numbered(rows, columns, nobody), columns, nobody, guessed, notes)


def _some(rows: ListRows) -> Sequence[dict[str, str]]:
    """Take rows from all over the list: its head may be of another hand."""
    step = max(1, len(rows) // SOME_ROWS)
    return [rows[at].cells for at in range(0, len(rows), step)][:SOME_ROWS]


def _numbered(rows: ListRows, columns: Columns, nobody: frozenset[int]) -> ListRows:
    [*headers] = columns.of(ColumnMeaning.RECORD)
    if not headers or not rows:
        return rows
    numbers = own_numbers(rows.under(headers[0]), nobody)
    return rows if numbers is None else rows.numbered(numbers)


def columns_beside(path: Path) -> Columns | None:
    """Read the file beside a list; None where there is none.

    Raises:
        BadColumns: It cannot be read, or says something that cannot be.
    """
    file = columns_file(path)
    if not file.is_file():
        return None
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise BadColumns(
                f"{file.name}: expected a small file of headers and meanings, found "
                f"{file.stat().st_size:,} bytes; delete it and save it anew"
            )
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as wrong:
        raise BadColumns(
            f"{file.name}: expected a file in UTF-8 that you may read "
            f"({type(wrong).__name__}); mend it or delete it"
        ) from None
    return read_columns(text, file.name)


def confirmed(columns: Columns, by: str, at: str) -> Columns:
    """Say who confirmed what columns mean, and when."""
    return replace(columns, by=by, at=at)


def guessed_note(name: str, understood: Understood) -> tuple[str, ...]:
    """Say what a person should know of how a list was understood."""
    notes = []
    known = any(c.because in ("header", "both") for c in understood.columns)
    if understood.guessed and not known:
        # What stands in the first row may be a person: it is not repeated.
        notes.append(
            "none of its headers is known; if its first row is of a person, put "
            f"headers above it, and look with `tasjil columns {name}`"
        )
    elif understood.guessed:
        notes.append(
            f"what its columns mean is a guess ({told(understood.columns)}); look with "
            f"`tasjil columns {name}`"
        )
    if understood.nobody:
        notes.append(
            f"rows that tell of no person, kept aside: {len(understood.nobody)}"
        )
    return tuple(notes)


def told(columns: Columns) -> str:
    """Tell what columns mean in a line."""
    some = [f"{c.header} = {c.meaning.value}" for c in columns][:12]
    more = len(columns.columns) - len(some)
    return ", ".join(some) + (f" and {more} more" if more else "")
