"""One row of one source's list of victims, with its cells as they were found."""

from dataclasses import dataclass, field

from tasjil.errors import BadValue
from tasjil.model.ids import RecordId, SourceId


@dataclass(frozen=True, slots=True)
class ListRecord:
    """One row of a list. A record is not a person: the same person may have many.

    Attributes:
        id: The list's name and the row: "hospital:17".
        list: The list's name, one for each file or sheet.
        row: The row as a person finds it in the file; the header is row 1.
        cells: What stood under each header, exactly as found; an empty cell is "".
        list_digest: `sha256:` and the digest of the file.

    Example:
        >>> ListRecord.of("hospital", 17, {"name": "Daren Vell", "age": "31"}).id
        'hospital:17'
    """

    id: RecordId
    list: str
    row: int
    cells: dict[str, str] = field(hash=False)
    source: SourceId | None = None
    list_digest: str | None = None

    def __post_init__(self) -> None:
        """Refuse a row of no list, a row that is none, and a row without words."""
        if not self.list.strip():
            raise BadValue(f"expected the name of the list for row {self.row}")
        if self.row < 1:
            raise BadValue(f"expected rows from 1, got {self.row} of {self.list!r}")
        if self.id != f"{self.list}:{self.row}":
            raise BadValue(f"expected id '{self.list}:{self.row}', got {self.id!r}")
        if not any(cell.strip() for cell in self.cells.values()):
            raise BadValue(f"row {self.row} of {self.list!r} is empty")

    @classmethod
    def of(
        cls,
        list: str,
        row: int,
        cells: dict[str, str],
        source: SourceId | None = None,
        list_digest: str | None = None,
    ) -> "ListRecord":
        """Make a record, with the id that its list and row give it."""
        return cls(RecordId(f"{list}:{row}"), list, row, cells, source, list_digest)
