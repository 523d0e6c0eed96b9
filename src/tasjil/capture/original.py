"""A file's bytes, read once and with care: never a pipe, never more than the limit."""

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from tasjil.capture.kinds import Kind, look_inside
from tasjil.capture.limits import MEGABYTE, MOST_BYTES
from tasjil.errors import CannotCapture

_EXPECTED: dict[Kind, str] = {
    Kind.PDF: "a PDF",
    Kind.WORD: "a zipped document (.docx, .xlsx or .zip)",
    Kind.WORKBOOK: "a zipped document (.docx, .xlsx or .zip)",
}


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes as captured, and the kind their name promises."""

    data: bytes
    kind: Kind

    @property
    def digest(self) -> str:
        """`sha256:` and the digest of the bytes."""
        return digest(self.data)


def digest(data: bytes) -> str:
    """Spell out the SHA-256 digest of some bytes.

    Example:
        >>> digest(b"")[:19]
        'sha256:e3b0c44298fc'
    """
    return "sha256:" + hashlib.sha256(data).hexdigest()


def open_original(path: Path, kind: Kind) -> Original:
    """Read a file whole, if it is a plain file within the limit for its kind.

    Raises:
        CannotCapture: It is gone, closed to us, not a plain file, empty, too large,
            or its first bytes belong to another kind.
    """
    return original_of(read_plainly(path, MOST_BYTES[kind]), kind)


def original_of(data: bytes, kind: Kind) -> Original:
    """Take bytes that are in memory for a file of a kind.

    Raises:
        CannotCapture: There are none, too many, or the first belong to another kind.
    """
    if not data:
        raise CannotCapture("the file is empty (0 bytes); get it again or leave it out")
    check_size(len(data), kind)
    _check_kind(data, kind)
    return Original(data, kind)


def check_size(size: int, kind: Kind) -> None:
    """Refuse a file that is larger than any of its kind should be.

    Raises:
        CannotCapture: It is over the limit.
    """
    if size > MOST_BYTES[kind]:
        raise CannotCapture(_too_large(size, MOST_BYTES[kind]))


def read_plainly(path: Path, limit: int) -> bytes:
    """Read the bytes of a plain file; foreign errors end here.

    Raises:
        CannotCapture: The file cannot be opened, is not a file, or is over the limit.
    """
    try:
        # Opened first and asked afterwards, so that nobody can swap the file between
        # the two; without waiting, so that a pipe with no writer cannot hold us up.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError) as wrong:
        raise CannotCapture(_why_closed(wrong)) from None
    try:
        _check_plain(os.fstat(handle), limit)
        with os.fdopen(handle, "rb", closefd=False) as stream:
            data = stream.read(limit + 1)
    except OSError as wrong:
        raise CannotCapture(_why_closed(wrong)) from None
    finally:
        os.close(handle)
    if len(data) > limit:
        raise CannotCapture(_too_large(len(data), limit))
    return data


def _check_plain(status: os.stat_result, limit: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise CannotCapture(
            "it is a folder with a file's name; rename it, or give the files in it"
        )
    if not stat.S_ISREG(status.st_mode):
        raise CannotCapture(
            "it is a pipe or a device, not a file; copy its content into a file first"
        )
    if status.st_size > limit:
        raise CannotCapture(_too_large(status.st_size, limit))


def _too_large(size: int, limit: int) -> str:
    return (
        f"it holds {size / MEGABYTE:,.0f} MB and the limit for its kind is "
        f"{limit // MEGABYTE} MB; split it into one file for each report"
    )


def _why_closed(wrong: OSError | ValueError) -> str:
    if isinstance(wrong, FileNotFoundError):
        return (
            "there is no such file (any more); check the path, or that the disk is in"
        )
    if isinstance(wrong, PermissionError):
        return "you may not read this file; ask its owner for permission, or copy it"
    if isinstance(wrong, IsADirectoryError):
        return "it is a folder with a file's name; rename it, or give the files in it"
    what = getattr(wrong, "strerror", None) or type(wrong).__name__
    return f"the file cannot be opened ({what}); copy it to another place and try again"


def _check_kind(data: bytes, kind: Kind) -> None:
    found = look_inside(data)
    expected = _EXPECTED.get(kind)
    if expected is None:
        # A letter or a page is text, and so are their first bytes.
        if found is not None:
            raise CannotCapture(
                f"its first bytes are those of {found}, not of text; rename it to what "
                "it is, or get the text out of it first"
            )
        return
    if found == "an old or password-protected Office file":
        raise CannotCapture(
            "it is password-protected or in the old Office format; open it and save a "
            "copy without a password as .docx or .xlsx"
        )
    if kind is Kind.PDF and b"%PDF-" in data[:1024]:
        return
    if found != expected:
        is_what = f"those of {found}" if found else f"not those of {expected}"
        raise CannotCapture(
            f"its first bytes are {is_what}; get the file again, or rename it to what "
            "it is"
        )
