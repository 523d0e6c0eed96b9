"""Takes a backup of the case, into a folder beside its register."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tasjil.errors import RegisterError
from tasjil.journey.backup import Closing, back_up_case
from tasjil.journey.case import Case
from tasjil.journey.jobs.files import Files
from tasjil.journey.opening import Seat
from tasjil.journey.progress import Progress


def run(
    case: Case, seat: Seat, asked: Mapping[str, Any], files: Files, progress: Progress
) -> dict[str, Any]:
    """Copy the case into one encrypted file; somebody carries it elsewhere.

    Args:
        case: The case.
        seat: Who takes it.
        asked: `to`, public keys of age or SSH that open it, in place of what opens the
            case; `travel` for a copy without the sealed box.
        files: None.
        progress: Told how far it is.
    """
    folder = case.backups_folder
    name = f"{datetime.now(UTC):%Y-%m-%d-%H%M%S}.tasjil"
    made = back_up_case(
        case,
        seat,
        _made(folder) / name,
        Closing(recipients=tuple(asked.get("to", ()))),
        progress,
        travel=bool(asked.get("travel", False)),
    )
    return {
        "file": name,
        "digest": made.digest,
        "entries": made.entries,
        "travel": made.travel,
    }


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as wrong:
        raise RegisterError(
            f"the folder for backups cannot be made ({wrong.strerror}); check that you "
            "may write in the case's folder, and that its disk has space"
        ) from None
    return folder
