"""The dateline that opens a report: the place, the day, and the agency it came by."""

import functools
import re
from dataclasses import replace

from babel import Locale

from tasjil.capture.dates import DATE, Day, day_of
from tasjil.capture.headers import Headers
from tasjil.capture.outlets import AGENCY, is_known
from tasjil.model.months import ENGLISH, WEEKDAYS, fold

_W = r"[^\S\n]*\n?[^\S\n]*"
_GAP = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"
_LATIN_WORD = r"[A-Z\u00c0-\u00de][\w'’ʿ`.\-]*"
_SMALL = r"(?:de|del|la|las|los|el|al|of|and|the|da|do|dos|sur|le)"
_ARABIC_WORD = r"[\u0621-\u064a][\u0621-\u0652]*"
_LATIN = (
    rf"{_LATIN_WORD}(?:(?:{_GAP}|{_W}/{_W})(?:{_SMALL}{_GAP})?{_LATIN_WORD}){{0,5}}?"
)
_ARAB = rf"{_ARABIC_WORD}(?:[ /]{_ARABIC_WORD}){{0,3}}?"
_PLACE = (
    rf"(?P<place>(?:{_LATIN}|{_ARAB})(?:{_W}\((?P<country>[^()\n]{{2,40}})\))?"
    rf"(?:{_W},{_W}(?!NO{_GAP}DATE)(?:{_LATIN}))?)"
)
_SOURCE = (
    rf"(?:[\[(](?P<source>[^()]{{2,90}})\)|/{_W}(?P<slashed>[^/\n]{{2,40}}?){_W}/\.?)"
)
_RULE = r"(?:--+|[—–―]|\.?-(?=\s|\S))"
_END = rf"(?:[.:]?{_W}{_RULE}|:|[^\S\n]*(?:\n|$))"
_WHEN = rf"(?:(?P<date>{DATE})|NO{_GAP}DATE)"

_FLAGS = re.MULTILINE
_FORMS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(form, _FLAGS)
    for form in (
        # DAMASCUS, March 14 (Reuters) -     MONTEVIDEO (URUGUAY), 5 MAY 89 (EFE) --
        rf"\(?{_PLACE}{_W}(?:[,،.]|-|في\s|\s){_W}(?i:{_WHEN})[.,،]?"
        rf"(?:{_W}{_SOURCE})?\)?(?:{_END}|(?<=/)|(?<=/\.))",
        # DAMASCUS (AFP), 14 March 2025 -
        rf"{_PLACE}{_W}{_SOURCE}{_W},?{_W}(?i:{_WHEN}){_END}",
        # GENEVA (14 March 2025) -
        rf"(?P<place>{_LATIN}|{_ARAB}){_W}\((?i:{_WHEN})\){_W}{_RULE}",
        # March 14 (Reuters) -
        rf"(?i:{_WHEN}){_W}{_SOURCE}{_W}{_RULE}",
        # BEIRUT, Lebanon (AP) -
        rf"{_PLACE}{_W}-?{_W}{_SOURCE}{_W}{_RULE}",
        # Tehran, March 9, IRNA -
        rf"{_PLACE}{_W},{_W}(?i:{_WHEN}),{_W}(?P<source>{AGENCY}){_W}{_RULE}",
        # Damascus, SANA -
        rf"{_PLACE}{_W}[,،-]{_W}(?P<source>{AGENCY}){_W}{_RULE}",
        # دمشق-سانا
        rf"(?P<place>{_ARAB})\s*[-ـ/]\s*(?P<source>{AGENCY})(?=\s)",
        # (Beirut) -
        rf"\((?P<place>{_LATIN})\){_W}[—–―-]",
        # DAMASCUS, Syria -
        rf"(?P<place>[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'’./ -]{{2,40}}"
        rf"(?:,{_W}{_LATIN})?){_W}(?:--+|[—–―]|\s-\s)",
    )
)
_NOWHERE = ("clandestine", "no city", "no place", "no date")
_SHORT_NAMES = {"uk", "us", "u.s.", "usa", "uae", "drc", "ussr", "frg", "gdr"}
_STARTS = re.compile(r"(?:^|\n)[^\S\n]*(?=\S)")
_NO_PLACES = {"updated", "published", "posted", "by", "date", "last", "on", "since"}
_NO_PLACES |= {"until", "from", "text", "report", "photo", "file", "at", "in", "after"}
_HIDDEN = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MOST_STARTS = 12
_HEAD = 3_000


def read_dateline(text: str) -> Headers:
    """Read the first dateline of a text; empty headers where there is none.

    The date has no year where the dateline has none, and the place is given in the
    words that stand there.

    Example:
        >>> found = read_dateline("SAN SALVADOR, 3 JAN 90 (ACAN-EFE) -- [TEXT] Today")
        >>> found.dateline_place, found.published, found.publisher
        ('SAN SALVADOR', '1990-01-03', 'ACAN-EFE')
        >>> found = read_dateline("DAMASCUS, March 14 (Reuters) - Gunmen killed two")
        >>> found.published, found.day
        (None, Day(month=3, day=14, year=None, century_guessed=False))
    """
    head = text[:_HEAD]
    folded = fold(head)
    starts = [m.end() for m in _STARTS.finditer(folded)][:_MOST_STARTS]
    for start in starts:
        for form in _FORMS:
            match = form.match(folded, start)
            found = None if match is None else _headers(match, head)
            if found is not None:
                return found
    return Headers()


def _headers(match: re.Match[str], head: str) -> Headers | None:
    place = _words(match, "place", head)
    source = _words(match, "source", head) or _words(match, "slashed", head)
    country = _words(match, "country", head)
    date = _words(match, "date", head)
    day = None if date is None else day_of(date)
    if date is not None and day is None:
        return None
    if place and country and not _is_country(country):
        # BEIRUT (AP), March 9: what stands in the brackets is who tells.
        place, source = place.split("(")[0].strip(), source or country
    elif place and source and _is_country(source):
        place, source = f"{place} ({source})", None
    if place and place.lower().startswith(_NOWHERE):
        place = country if country and _is_country(country) else None
    if place and not _can_open(place, source if day is None else None):
        return None
    return dated(Headers(dateline_place=place, publisher=source), day)


def _can_open(place: str, source: str | None) -> bool:
    """False where the words before the dash are a sentence, not a place.

    "The Ministry of Health (MOH) -" has the shape of a dateline without a date, so
    without one only an agency we know, or capitals, will do.
    """
    first = fold(place).lower().split()[0]
    if first in _NO_PLACES or first in WEEKDAYS or first in ENGLISH:
        return False
    return source is None or place.isupper() or is_known(source) or _short(place)


def _short(place: str) -> bool:
    return len(place.split()) <= 2 and not place.lower().startswith(("the ", "a "))


def dated(headers: Headers, day: Day | None) -> Headers:
    """Add a day to headers: as the date, or, without a year, as a day that waits.

    Example:
        >>> dated(Headers(), Day(2, 4, 1990, century_guessed=True)).guessed
        ('published',)
    """
    if day is None or day.edtf is None:
        return replace(headers, day=day)
    guessed = ("published",) if day.century_guessed else ()
    return replace(headers, published=day.edtf, guessed=guessed)


def _words(match: re.Match[str], name: str, head: str) -> str | None:
    """Cut a part out of the text as it stands there, on one line."""
    start, end = match.span(name) if name in match.re.groupindex else (-1, -1)
    words = " ".join(_HIDDEN.sub(" ", head[max(start, 0) : end]).split())
    words = words if words.count(".") > 1 else words.rstrip(".")
    return words if start >= 0 and words else None


@functools.cache
def _countries() -> frozenset[str]:
    names = [*Locale("en").territories.values(), *Locale("ar").territories.values()]
    return frozenset(name.casefold() for name in names)


def _is_country(words: str) -> bool:
    words = words.casefold()
    return not is_known(words) and (words in _countries() or words in _SHORT_NAMES)
