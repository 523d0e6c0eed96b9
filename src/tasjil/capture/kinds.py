"""Which kinds of file can be read, and how a file's first bytes give it away."""

from enum import StrEnum
from pathlib import Path


class Kind(StrEnum):
    """What sort of file it is; the value is its media type."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    PAGE = "text/html"
    PDF = "application/pdf"
    WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    MAIL = "message/rfc822"
    TABLE = "text/csv"
    WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


ENDINGS: dict[str, Kind] = {
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".html": Kind.PAGE,
    ".htm": Kind.PAGE,
    ".pdf": Kind.PDF,
    ".docx": Kind.WORD,
    ".eml": Kind.MAIL,
    ".csv": Kind.TABLE,
    ".tsv": Kind.TABLE,
    ".xlsx": Kind.WORKBOOK,
}

LIST_KINDS = frozenset({Kind.TABLE, Kind.WORKBOOK})
"""Kinds that hold lists of victims, one person a row."""

REPORT_KINDS = frozenset(Kind) - LIST_KINDS
"""Kinds that hold a telling."""

_FIRST_BYTES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zipped document (.docx, .xlsx or .zip)"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or password-protected Office file"),
    (b"{\\rtf", "a rich text (RTF) file"),
    (b"\x89PNG\r\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"MZ\x90\x00", "a program"),
)


def kind_of(path: Path) -> Kind | None:
    """Tell a file's kind by its name; None for a kind we do not read.

    Example:
        >>> kind_of(Path("reports/Statement.PDF")).name
        'PDF'
        >>> kind_of(Path("photo.jpg")) is None
        True
    """
    return ENDINGS.get(path.suffix.lower())


def look_inside(data: bytes) -> str | None:
    """Name what the first bytes say a file is; None where they say nothing.

    Example:
        >>> look_inside(b"%PDF-1.7 ...")
        'a PDF'
    """
    for start, name in _FIRST_BYTES:
        if data.startswith(start):
            return name
    return None
