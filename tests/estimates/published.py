"""Tables of overlaps that studies have published, for every test of an estimate."""

import csv
from pathlib import Path

from tasjil.estimate.tables import CaptureTable

HERE = Path(__file__).parent / "tables" / "published"
NAMES = sorted(path.stem for path in HERE.glob("*.csv"))


def published(name: str) -> CaptureTable:
    """Read a published table by its name, or by the unmistakable start of it.

    A test says `from estimates.published import published`.

    Example:
        >>> published("kosovo").n, published("verdata").n
        (4400, 982)
    """
    found = [each for each in NAMES if each == name] or [
        each for each in NAMES if each.startswith(name)
    ]
    if len(found) != 1:
        raise LookupError(f"expected one of {', '.join(NAMES)}, got {name!r}")
    with (HERE / f"{found[0]}.csv").open(encoding="utf-8", newline="") as file:
        lists, *rows = csv.reader(file)
    numbers = [[int(cell) for cell in row] for row in rows]
    return CaptureTable.of(
        lists[:-1], [row[:-1] for row in numbers], [row[-1] for row in numbers]
    )
