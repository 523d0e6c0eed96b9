"""Months, weekdays and years as English writes them."""

import re

_MONTHS = """january february march april may june july august september october
november december"""
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"

MONTHS = {name: n for n, name in enumerate(_MONTHS.split(), start=1)}
MONTHS |= {name[:3]: n for name, n in MONTHS.items()} | {"sept": 9}
WEEKDAYS = {name: n for n, name in enumerate(_DAYS.split())}
WEEKDAYS |= {"tues": 1, "thurs": 3}

_SHORT = "|".join(m for m in MONTHS if len(m) < 5 and m not in _MONTHS.split())
MONTH = rf"(?:(?:{'|'.join(_MONTHS.split())})\b|(?:{_SHORT})\b\.?)"
WEEKDAY = "(?:" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b"
DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?![0-9:]|[.,][0-9])(?:st|nd|rd|th)?\b"
YEAR = r"(?:1[89]|20)[0-9]{2}\b(?![-–/][0-9]{1,2}\b|['’]s\b)"
SHORT_YEAR = r"['’]?[0-9]{2}\b(?!\s*(?:%|:|-[a-z]|percent|[a-z]+s\b|men|women|people))"

_NUMBER = re.compile("[0-9]+")


def day_number(words: str) -> int:
    """The number in "7th".

    Example:
        >>> day_number("7th")
        7
    """
    found = _NUMBER.search(words)
    return int(found[0]) if found else 0


def month_number(words: str) -> int:
    """The number of a month, written out or short, in lower case."""
    return MONTHS[words.rstrip(".")]


def year_number(words: str) -> int:
    """A year in four digits, or the one that two digits mean on old wire copy.

    Example:
        >>> year_number("90"), year_number("2025")
        (1990, 2025)
    """
    year = day_number(words)
    if year >= 100:
        return year
    return 1900 + year if year >= 50 else 2000 + year
