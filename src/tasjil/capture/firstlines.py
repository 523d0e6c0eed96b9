"""What the first lines of a text say about it: headers, by-line, date, dateline."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from tasjil.capture.dateline import dated, read_dateline
from tasjil.capture.dates import DATE, Day, edtf_of
from tasjil.capture.headers import Headers, field_of, from_pairs
from tasjil.capture.outlets import is_known, looks_like_outlet, split_byline
from tasjil.model.months import fold

_MOST_LINES = 8
_LONGEST = 160
_HEAD = 4_000
_PAIR = re.compile(
    r"[*_#>\s]*([^\W\d_][\w\u064b-\u0652 \-]{1,24}?)[*_]*\s*[:：]\s*[*_]*\s*(.+)"
)
_PUBLISHED = re.compile(
    r"(?:published|posted|issued|released|نشر|نشر في|نشر بتاريخ|تاريخ النشر)"
    r"(?:\s+on)?\s+(?=\d|[A-Za-z]{3}|[\u0621-\u064a])(.+)",
    re.IGNORECASE,
)
_DATE_LINE = re.compile(
    rf"date:?\s+(?P<date>{DATE})\s+(?P<who>[^\W\d_][^,،:]{{1,80}}?)"
    r"(?:\s*[,،]\s*(?P<place>[^,.،]{2,40}(?:[,،][^,.،]{2,30})?))?[.]?",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:by\s|بقلم\s?:?)\s*(?P<who>[^,،]{2,60})[,،]\s*(?P<outlet>.{2,60})", re.I
)
_BY = re.compile(r"by\s|بقلم", re.IGNORECASE)
_BAR = re.compile(r"\s+[|•·—–-]\s+|\s*\|\s*")
_NEXT_PAIR = re.compile(r"\s+[/|;•]\s+(?=[^\W\d_][\w ]{1,24}\s*[:：]\s)")
_DATE_AT_END = re.compile(rf"[,،]\s*(?={DATE}\s*$)", re.IGNORECASE)
_LINK = re.compile(r"<?(https?://[^\s<>]{4,2000})>?")


def read_first_lines(text: str) -> Headers:
    r"""Read what stands above and at the beginning of a text, and nothing below.

    Example:
        >>> read_first_lines("By Ana Silva, Lumenia Daily | 14 March 2025\n").publisher
        'Lumenia Daily'
        >>> found = read_first_lines("date 2025-03-14 ANA SILVA BBC News, Beirut\n")
        >>> found.published, found.publisher, found.dateline_place
        ('2025-03-14', 'BBC News', 'Beirut')
    """
    found = Headers()
    for line in _first_lines(text):
        for reader in _READERS:
            read = reader(line)
            if read is not None:
                found = found.over(read)
                break
    return _with_agency(found, read_dateline(text))


def _with_agency(found: Headers, dateline: Headers) -> Headers:
    agency = dateline.publisher
    if agency and found.publisher and agency.casefold() != found.publisher.casefold():
        note = f"the dateline names {agency}"
        dateline = replace(dateline, notes=(*dateline.notes, note))
    return found.over(dateline)


def _first_lines(text: str) -> Iterator[str]:
    lines = (line.strip() for line in text[:_HEAD].split("\n"))
    for number, line in enumerate(line for line in lines if line):
        if number >= _MOST_LINES:
            return
        if len(line) <= _LONGEST:
            yield line


def _from_date_line(line: str) -> Headers | None:
    match = _DATE_LINE.fullmatch(fold(line))
    if match is None:
        return None
    published = edtf_of(match["date"])
    outlet, guessed = split_byline(line[match.start("who") : match.end("who")])
    place = match["place"] and line[match.start("place") : match.end("place")].strip()
    found = Headers(
        publisher=outlet,
        dateline_place=place,
        guessed=("publisher",) if guessed else (),
    )
    return _with_date(found, published)


def _from_pair(line: str) -> Headers | None:
    """Read "Date: 14 March 2025", or several such with a stroke between them."""
    matches = [_PAIR.fullmatch(part) for part in _NEXT_PAIR.split(line)]
    pairs = [(m[1], m[2].strip(" *_")) for m in matches if m and field_of(m[1])]
    found = from_pairs(pairs, "first lines")
    return found if found != Headers() else None


def _from_published(line: str) -> Headers | None:
    match = _PUBLISHED.fullmatch(fold(line).strip("()[] "))
    return None if match is None else _or_none(edtf_of(match[1].split("|")[0]))


def _from_bars(line: str) -> Headers | None:
    """Read "By NAME, OUTLET | 14 March 2025" and its likes."""
    if _BY.match(line) and (end := _DATE_AT_END.search(fold(line))):
        line = f"{line[: end.start()]} | {line[end.end() :]}"
    parts = [part.strip() for part in _BAR.split(line) if part.strip()]
    dates = [_day_in(part) for part in parts]
    date = next((d for d in dates if d is not None), None)
    publisher, guessed = None, False
    for part in parts:
        match = _BYLINE.fullmatch(part)
        outlet = match["outlet"].strip() if match else part
        if match and (looks_like_outlet(outlet) or (date is not None)):
            publisher, guessed = outlet, not looks_like_outlet(outlet)
        elif is_known(part) and (date is not None or len(parts) == 1):
            publisher = part
    if date is None and publisher is None:
        return None
    found = Headers(publisher=publisher, guessed=("publisher",) if guessed else ())
    return _with_date(found, date)


def _day_in(part: str) -> str | Day | None:
    """A day that is the whole of a part; a year or a month alone may be anything."""
    found = edtf_of(part) if re.search(r"\d", fold(part)) else None
    return None if isinstance(found, str) and len(found) != 10 else found


def _from_link(line: str) -> Headers | None:
    match = _LINK.fullmatch(line)
    return None if match is None else Headers(url=match[1])


def _or_none(date: str | Day | None) -> Headers | None:
    return None if date is None else _with_date(Headers(), date)


def _with_date(headers: Headers, date: str | Day | None) -> Headers:
    if isinstance(date, str):
        return replace(headers, published=date)
    return headers if date is None else dated(headers, date)


_READERS: tuple[Callable[[str], Headers | None], ...] = (
    _from_date_line,
    _from_pair,
    _from_published,
    _from_bars,
    _from_link,
)
