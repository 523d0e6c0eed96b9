"""What is known of each list of a case, and how they overlap, for a page."""

from dataclasses import dataclass

from tasjil.journey.lists.keeping import KeptList
from tasjil.link.lists.cleaning import Cleaner
from tasjil.link.lists.columns.meaning import ColumnMeaning
from tasjil.publish.lists import ListsShown


@dataclass(frozen=True, slots=True)
class ColumnSheet:
    """One column of a list.

    Attributes:
        because: Why it is taken for that: header, values, both, person, file ...
        read: Cells that tell something and could be read.
        unread: Cells that tell something and could not.
    """

    header: str
    meaning: ColumnMeaning
    because: str
    confidence: float
    read: int = 0
    unread: int = 0


@dataclass(frozen=True, slots=True)
class ListSheet:
    """One list as it stands.

    Attributes:
        id: The digest of its newest version.
        nobody: Rows that tell of no person.
        guessed: True where nobody said what its columns mean.
        by: Who confirmed it.
        at: When.
    """

    name: str
    id: str
    file: str
    rows: int
    nobody: int
    guessed: bool
    clean: bool | None
    columns: tuple[ColumnSheet, ...]
    by: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True)
class ListsSheet:
    """All lists of a case, and what linking found of them.

    Attributes:
        summed: Coverage, overlaps and how well probabilities hold; None without lists.
        not_compared: What was not compared, in words.
    """

    lists: tuple[ListSheet, ...] = ()
    summed: ListsShown | None = None
    not_compared: tuple[str, ...] = ()


def sheet_of(kept: KeptList) -> ListSheet:
    """Lay one list out: each column with how its cells were read."""
    cleaner = Cleaner(kept.columns)
    for at, row in enumerate(kept.rows):
        if at not in kept.nobody:
            cleaner.clean(row)
    columns = []
    for column in kept.columns:
        account = cleaner.account.get(column.header)
        columns.append(
            ColumnSheet(
                column.header,
                column.meaning,
                column.because,
                column.confidence,
                0 if account is None else account.read,
                0 if account is None else account.unread,
            )
        )
    return ListSheet(
        kept.name,
        kept.id,
        kept.file,
        len(kept.rows),
        len(kept.nobody),
        kept.guessed,
        kept.clean,
        tuple(columns),
        kept.columns.by,
        kept.columns.at,
    )
