"""Where a copy is made: a folder of its own, which goes whatever happens."""

import glob
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tasjil.register import files

NAMED = ".copying-"
YOUNG = 60.0
"""Seconds after which a folder that nobody holds was left by a program that died."""
AN_HOUR = 3600.0

Progress = Callable[[int, int], None]
"""Called with how much is done, and how much there is."""
Stages = Callable[[str], Progress]
"""Called with the name of a stage; gives what to tell about it."""


def in_silence(stage: str) -> Progress:
    """Tell nobody how far it is."""
    return lambda done, total: None


@contextmanager
def workplace(within: Path) -> Iterator[Path]:
    """Give an empty folder that only you can read; it is removed after the block.

    What a killed program left there is removed too. It is encrypted under a key that
    died with that program.
    """
    _sweep(within)
    place = Path(tempfile.mkdtemp(prefix=NAMED, dir=within))
    try:
        with files.held(place):
            yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _sweep(within: Path) -> None:
    for left in within.glob(f"{NAMED}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime < YOUNG:
                continue
            with files.held(left, wait=False) as mine:
                if mine:
                    shutil.rmtree(left, ignore_errors=True)


def clear_beside(path: Path) -> None:
    """Remove what a killed program left half made under this name, an hour ago."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.*.creating"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > AN_HOUR:
                left.unlink()
