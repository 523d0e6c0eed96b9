"""Takes a copy of a case that can be put into a drawer elsewhere."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tasjil.journey.case import Case
from tasjil.journey.opening import Key, open_register
from tasjil.journey.progress import Progress, told_to
from tasjil.register.copies.backup import Asked, Made
from tasjil.register.parcels.ways import Closing
from tasjil.register.register import Register

__all__ = ["Closing", "Made", "back_up_case", "reminder"]

BESIDE = ("case.toml", "sources.csv", "places.csv", "areas.geojson", "README.md")
"""What a case says of itself; its reports and lists are in the register."""
LARGE = 16 << 20
A_WEEK = timedelta(days=7)
A_DAY = timedelta(days=1)


def back_up_case(
    case: Case,
    key: Key,
    out: Path,
    closing: Closing,
    progress: Progress,
    *,
    travel: bool = False,
    replace: bool = False,
) -> Made:
    """Copy a case's register and what the case says of itself into one file.

    Args:
        case: The case.
        key: Opens its register.
        out: The file.
        closing: What shall open the file.
        progress: Told how far it is.
        travel: Leave the sealed box at home.
        replace: A file of that name may go.

    Raises:
        RegisterError: There is a file of that name, or the disk refuses.
        NotAllowed: You may not take a backup.
    """
    beside = {
        name: (case.folder / name).read_bytes()
        for name in BESIDE
        if (case.folder / name).is_file()
        and (case.folder / name).stat().st_size <= LARGE
    }
    asked = Asked(out, closing, travel, replace, beside)
    with open_register(case, key) as register:
        return register.back_up(
            asked, at=datetime.now(UTC), stages=lambda stage: told_to(progress, stage)
        )


def reminder(register: Register, now: datetime) -> str | None:
    """Say that a backup is due; None where one was made this week, or work is new."""
    last, begun = register.last_backup(), register.begun()
    if last is not None and now - last > A_WEEK:
        days = (now - last).days
        return f"The last backup is {days} days old: tasjil backup CASE FILE"
    if last is None and begun is not None and now - begun > A_DAY:
        return "There is no backup of this case yet: tasjil backup CASE FILE"
    return None
