"""What a report tells as history, apart from its own events."""

import re

from tasjil.model.report import Report

_HEAD = 240
_YEARS_APART = 1
_MONTHS = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
]
_WIRE = re.compile(
    r"\b(\d{1,2})\s+(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\.?\s+(\d{2}|\d{4})\b"
)


def told_on(report: Report, text: str) -> str | None:
    """The day of the telling: from the headers, or from a wire's dateline."""
    if report.published:
        return report.published
    head = text[:_HEAD]
    if wire := _WIRE.search(head.upper()):
        day, month, year = (
            int(wire[1]),
            _MONTHS.index(wire[2].lower()) + 1,
            int(wire[3]),
        )
        if year < 100:
            year += 1900 if year > 50 else 2000
        if 1 <= day <= 31:
            return f"{year:04}-{month:02}-{day:02}"
    return None


def is_background(edtf: str | None, published: str | None) -> bool:
    """True for harm dated more than a year before the report.

    Example:
        >>> is_background("1980", "1990-02"), is_background("1989-11-16", "1990-02")
        (True, False)
    """
    if edtf is None or published is None:
        return False
    ends = re.findall(r"\d{4}(?:-\d\d)?", edtf)
    told = re.match(r"(\d{4})(?:-(\d\d))?", published)
    if not ends or told is None or ".." in edtf:
        return False
    last = ends[-1]
    months = int(told[1]) * 12 + int(told[2] or 12)
    month = int(last[5:7]) if len(last) > 4 else 12
    return months - (int(last[:4]) * 12 + month) > 12 * _YEARS_APART
