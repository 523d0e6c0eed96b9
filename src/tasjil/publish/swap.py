"""Puts a finished folder in place of the old one: readers never see half a site."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tasjil.errors import PublishError
from tasjil.model.output import OUTPUT_MARK

MARKER_TEXT = (
    "This folder is written by tasjil and replaced as a whole at each build.\n"
)


def take_away(out: Path) -> bool:
    """Remove pages that an earlier build wrote; False where there are none of ours.

    Raises:
        PublishError: The disk refuses.
    """
    if out.is_symlink() or not (out / OUTPUT_MARK).is_file():
        return False
    try:
        shutil.rmtree(out)
    except OSError as wrong:
        reason = os.strerror(wrong.errno) if wrong.errno else type(wrong).__name__
        raise PublishError(
            f"expected to remove the pages in {out}, and the disk refused ({reason}); "
            "they may show what is withheld now: remove them by hand"
        ) from None
    return True


@contextmanager
def swapped_in(out: Path) -> Iterator[Path]:
    """Give an empty folder beside `out`, and put it in its place at the end.

    Where the body fails, `out` stays as it was. Where the program is killed, the next
    call clears away what was left or puts the old folder back.

    Raises:
        PublishError: `out` is something that tasjil did not write, or the disk refuses.
    """
    try:
        with _swapped(out.absolute()) as fresh:
            yield fresh
    except BrokenPipeError:
        raise
    except OSError as wrong:
        reason = os.strerror(wrong.errno) if wrong.errno else type(wrong).__name__
        raise PublishError(
            f"expected to write the pages to {out}, and the disk refused ({reason}); "
            "what was there before is unchanged. Free some space, see that you may "
            "write there and that no other build of the case is running, or give "
            "another folder with --out, and build again"
        ) from None


@contextmanager
def _swapped(out: Path) -> Iterator[Path]:
    fresh = out.with_name(f".{out.name}.tasjil-new")
    old = out.with_name(f".{out.name}.tasjil-old")
    _recover(out, old)
    _refuse_foreign(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    _remove_ours(fresh)
    fresh.mkdir()
    try:
        (fresh / OUTPUT_MARK).write_text(MARKER_TEXT, encoding="utf-8")
        yield fresh
        _exchange(out, fresh, old)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _recover(out: Path, old: Path) -> None:
    """Finish what a killed run left: put the old folder back, or clear it away."""
    if old.exists() and not out.exists():
        old.rename(out)
    _remove_ours(old)


def _remove_ours(folder: Path) -> None:
    if not folder.exists():
        return
    ours = folder.is_dir() and not folder.is_symlink()
    if not ours or not ((folder / OUTPUT_MARK).is_file() or not any(folder.iterdir())):
        raise PublishError(
            f"expected {folder} to be left from an earlier build, found something "
            "else there; move it away and build again"
        )
    shutil.rmtree(folder)


def _refuse_foreign(out: Path) -> None:
    """Refuse to replace anything but an empty folder or one of ours."""
    if not out.exists() and not out.is_symlink():
        return
    if out.is_symlink() or not out.is_dir():
        raise PublishError(
            f"expected a folder at {out}, found a file or a link; move it away or "
            "give another folder with --out"
        )
    if any(out.iterdir()) and not (out / OUTPUT_MARK).is_file():
        raise PublishError(
            f"expected {out} to be empty or written by an earlier build, found other "
            "files in it; nothing was changed. Give another folder with --out, or "
            "move those files away"
        )


def _exchange(out: Path, fresh: Path, old: Path) -> None:
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    if old.exists():
        shutil.rmtree(old)
