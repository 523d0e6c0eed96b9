"""How large a file may be before we decline to open it, decided before it is read."""

from tasjil.capture.kinds import Kind

MEGABYTE = 1_000_000

MOST_BYTES: dict[Kind, int] = {
    Kind.TEXT: 20 * MEGABYTE,
    Kind.MARKDOWN: 20 * MEGABYTE,
    Kind.PAGE: 10 * MEGABYTE,
    Kind.PDF: 200 * MEGABYTE,
    Kind.WORD: 50 * MEGABYTE,
    Kind.MAIL: 50 * MEGABYTE,
    Kind.TABLE: 500 * MEGABYTE,
    Kind.WORKBOOK: 50 * MEGABYTE,
}
"""The largest file of each kind. Twenty megabytes of text is about 3 million words."""

MOST_TEXT = 20_000_000
"""Characters of text one report may hold, whatever it was packed in."""

MOST_PAGES = 3_000
"""Pages of one PDF."""

MOST_INFLATED = 200 * MEGABYTE
"""Bytes that a zipped document (.docx, .xlsx) may hold when unpacked."""

MOST_RATIO = 200
"""How many times larger a part of a zipped document may be than it was packed."""

MOST_PARTS = 5_000
"""Parts that one zipped document may hold."""

MOST_ROWS = 2_000_000
"""Rows of one list."""

MOST_SIDECAR = MEGABYTE // 4
"""Bytes of one sidecar file."""
