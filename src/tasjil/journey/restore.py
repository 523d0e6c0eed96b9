"""Looks into a backup, and makes a case of it again."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from tasjil.errors import CaseError, RegisterError
from tasjil.journey.checkpoint import read_checkpoints
from tasjil.journey.progress import Progress, told_to
from tasjil.register.copies import restore
from tasjil.register.copies.restore import Asked, Checked
from tasjil.register.keys.ring import Key
from tasjil.register.parcels.ways import Brought

__all__ = ["Brought", "Checked", "check_backup", "restore_case"]


def check_backup(
    file: Path, brought: Brought, progress: Progress, kept: Sequence[Path] = ()
) -> Checked:
    """Check everything in a backup, and make nothing of it.

    It is laid out in the folder for temporary files (TMPDIR), encrypted as it is, and
    needs as much room there as the backup is long.

    Raises:
        BadBackup: It is no whole backup.
        CannotUnlock: Nothing that was brought opens it.
        LogBroken: What is in it is not whole.
    """
    _require(file)
    asked = Asked(file, brought, read_checkpoints(kept))
    return restore.check(
        asked, Path(tempfile.gettempdir()), lambda stage: told_to(progress, stage)
    )


def restore_case(
    file: Path,
    folder: Path,
    brought: Brought,
    way_in: Key | None,
    progress: Progress,
    kept: Sequence[Path] = (),
) -> Checked:
    """Make the register of a case from a backup, and the case's own files with it.

    A file that is there already stays as it is.

    Args:
        file: The backup.
        folder: Of the case; made where it is not there.
        brought: What opens the backup.
        way_in: A new key, for whoever has none of the case's.
        progress: Told how far it is.
        kept: Files with checkpoints that were kept elsewhere.

    Raises:
        RegisterError: The case has a register, or it cannot be written.
        As `check_backup` does.
    """
    _require(file)
    asked = Asked(file, brought, read_checkpoints(kept), way_in)
    checked = restore.restore(
        asked, folder / "register", lambda stage: told_to(progress, stage)
    )
    try:
        for name, data in checked.beside.items():
            if not (folder / name).exists():
                (folder / name).write_bytes(data)
    except OSError as wrong:
        raise CaseError(
            f"the register is restored, but a file of the case cannot be written "
            f"({wrong.strerror}); check the folder and copy case.toml back yourself"
        ) from None
    return checked


def _require(file: Path) -> None:
    if not file.is_file():
        raise RegisterError(
            f"expected a backup at {file}, found "
            f"{'a folder' if file.is_dir() else 'nothing'}; name the file that "
            "`tasjil backup` wrote"
        )
