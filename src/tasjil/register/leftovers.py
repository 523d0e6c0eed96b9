"""Clears away what a program that was killed left half made beside a register."""

from contextlib import suppress
from pathlib import Path

from tasjil.register import files

HALF_MADE = (".*.creating", ".*.creating-*", ".*.writing")
"""What `files` calls its work until it is whole."""


def clear_away(folder: Path, in_clear: Path) -> None:
    """Remove what is half made, unless a program is at work in the folder now.

    Args:
        folder: Of the register.
        in_clear: A register that was encrypted since, and was to be written over.
    """
    left = [each for name in HALF_MADE for each in folder.glob(name)]
    if not left and not in_clear.exists():
        return
    # A disk that refuses is told when something is to be written there.
    with suppress(OSError), files.held(folder, wait=False) as mine:
        if not mine:
            return
        for each in left:
            each.unlink(missing_ok=True)
        if in_clear.exists():
            end_in_clear(in_clear)


def end_in_clear(path: Path) -> None:
    """Write over what stands in clear, then take its name away."""
    with path.open("r+b") as clear:
        files.write_over(clear)
    path.unlink()
