"""What came of reading a list of places: how many, and which rows were at fault."""

from dataclasses import dataclass, field
from pathlib import Path

SHOWN = 20
"""How many faults are kept in words; the rest are counted."""


@dataclass(slots=True)
class Account:
    """Counts of one file, or one sheet of it.

    Attributes:
        file: The file's name.
        form: What it was taken for: "a GeoNames dump".
        columns: Which of its columns were taken for what, in words.
        read: How many rows it has.
        taken: How many places came of them.
        faulty: How many rows could not be read.
        faults: The first of these, each with its row, its column and the reason.
    """

    file: str
    form: str = ""
    columns: tuple[str, ...] = ()
    read: int = 0
    taken: int = 0
    faulty: int = 0
    faults: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, path: Path, form: str, sheet: str = "") -> "Account":
        """An account of nothing read yet."""
        return cls(f"{path.name}, sheet {sheet}" if sheet else path.name, form)

    def fault(self, row: int, column: str, expected: str, found: str) -> None:
        """Keep a row that could not be read; what is long is not repeated."""
        self.faulty += 1
        if len(self.faults) < SHOWN:
            told = repr(found) if len(found) <= SHOWN else f"{len(found)} letters"
            self.faults.append(
                f"{self.file}, row {row}, column {column}: expected {expected}, "
                f"found {told}"
            )
