"""One row of one source's list of victims, with its cells as they were found."""

from dataclasses import dataclass, field

from tasjil.errors import BadValue
from tasjil.model.ids import RecordId, SourceId


@dataclass(frozen=True, slots=True)
class ListRecord:
    """One row of a list. A record is not a person: the same person may have many.

    Attributes:
        id: The list's name and the record's number: "hospital:17". It stays when the
            spreadsheet changes around it.
        list: The list's name, one for each file or sheet.
        row: The row as a person finds it in the file; the header is row 1.
        cells: What stood under each header, exactly as found; an empty cell is "".
        list_digest: `sha256:` and the digest of the file.

    Example:
        >>> ListRecord.of("hospital", 18, {"name": "Daren Vell"}, number="17").id
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
        if not self.id.startswith(f"{self.list}:") or self.id.endswith(":"):
            raise BadValue(f"expected an id '{self.list}:NUMBER', got {self.id!r}")
        if not any(cell.strip() for cell in self.cells.values()):
            raise BadValue(f"row {self.row} of {self.list!r} is empty")

    @classmethod
    def of(
        cls,
        list: str,
        row: int,
        cells: dict[str, str],
        *,
        number: str | None = None,
        source: SourceId | None = None,
        list_digest: str | None = None,
    ) -> "ListRecord":
        """Make a record; its number is its own, or the row where it has none."""
        id = RecordId(f"{list}:{number or row}")
        return cls(id, list, row, cells, source, list_digest)
