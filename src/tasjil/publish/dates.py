"""Dates in words: a day, a month, from one day to another, never a false midnight."""

from datetime import date, timedelta
from functools import lru_cache

from babel.dates import format_date
from markupsafe import Markup

from tasjil.errors import BadDate
from tasjil.model.edtf import Edtf
from tasjil.model.edtf_parts import EdtfPrecision
from tasjil.model.languages import Language
from tasjil.publish.outside import told
from tasjil.publish.phrases import Phrases

Days = tuple[date | None, date | None]
"""The first and last possible day; None where open or unknown."""


def read_days(edtf: str | None) -> Days:
    """Find the first and last day of a date; none at all where it cannot be read.

    Example:
        >>> read_days("2025-03-06/..")
        (datetime.date(2025, 3, 6), None)
        >>> read_days("someday")
        (None, None)
    """
    if not edtf:
        return None, None
    try:
        found = Edtf.parse(edtf)
    except BadDate:
        return None, None
    return found.earliest, found.latest


def one_day(edtf: str | None) -> date | None:
    """Give the day of a date that is one day and no more."""
    first, last = read_days(edtf)
    return first if first is not None and first == last else None


@lru_cache(maxsize=16_384)
def date_words(edtf: str, language: Language) -> Markup:
    """Say an EDTF date in words; one that cannot be read is shown as it stands.

    Example:
        >>> date_words("2025-03-06/2025-03-09", Language.EN)
        Markup('<bdi>6 to 9 March 2025</bdi>')
        >>> date_words("2025-03~", Language.EN)
        Markup('<bdi>about March 2025</bdi>')
    """
    try:
        found = Edtf.parse(edtf)
    except BadDate:
        return told(edtf)
    words = _days_words((found.earliest, found.latest), Phrases(language))
    if words is None:
        return told(edtf)
    say = Phrases(language)
    if found.precision is EdtfPrecision.SET:
        words = say("date.one_of", date=words)
    if found.approximate:
        words = say("date.about", date=words)
    if found.uncertain:
        words = say("date.uncertain", date=words)
    return Markup("<bdi>{}</bdi>").format(words)


@lru_cache(maxsize=4096)
def day_words(day: date, language: Language, pattern: str = "d MMMM y") -> str:
    """Write one day; months in Arabic carry both names, as the UN writes them.

    Example:
        >>> day_words(date(2025, 3, 7), Language.EN)
        '7 March 2025'
        >>> day_words(date(2025, 3, 7), Language.AR)
        '7 آذار/مارس 2025'
    """
    if language is Language.EN:
        return format_date(day, pattern, locale="en_GB")
    both = f"{_month(day, 'ar_SY')}/{_month(day, 'ar')}"
    quoted = pattern.replace("MMMM", f"'{both}'").replace("MMM", f"'{both}'")
    return format_date(day, quoted, locale="ar")


def _month(day: date, locale: str) -> str:
    return format_date(day, "LLLL", locale=locale)


def _days_words(days: Days, say: Phrases) -> Markup | None:
    first, last = days
    language = say.language
    if first is None and last is None:
        return None
    if first is None and last is not None:
        return say("date.until", date=day_words(last, language))
    if last is None and first is not None:
        return say("date.since", date=day_words(first, language))
    assert first is not None
    assert last is not None
    return _stretch(first, last, say)


def _stretch(first: date, last: date, say: Phrases) -> Markup:
    """Say a closed stretch of days as shortly as it can be said."""
    language = say.language
    if first == last:
        return Markup(day_words(first, language))
    whole_months = first.day == 1 and (last + timedelta(days=1)).day == 1
    if whole_months and (first.year, 1, 12) == (last.year, first.month, last.month):
        return Markup(str(first.year))
    if whole_months and (first.year, first.month) == (last.year, last.month):
        return Markup(day_words(first, language, "MMMM y"))
    pattern = "d MMMM y" if first.year != last.year else "d MMMM"
    if (first.year, first.month) == (last.year, last.month):
        pattern = "d"
    start, end = day_words(first, language, pattern), day_words(last, language)
    return say("date.span", start=start, end=end)
