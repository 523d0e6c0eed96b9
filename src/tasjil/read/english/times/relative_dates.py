"""Times told from the day of publication or from another date: "last night"."""

import re
from collections.abc import Callable
from datetime import date

from tasjil.read.calendar import Calendar, most_recent
from tasjil.read.date_read import (
    DateRead,
    DateRole,
    Relative,
    days_edtf,
    shifted,
)
from tasjil.read.english.numbers.number_words import CARDINAL, number
from tasjil.read.english.times.calendar_days import WEEKDAY, WEEKDAYS

_UNIT = r"(?P<unit>hour|day|week|fortnight|month|year)s?"
_N = rf"(?:(?P<n>{CARDINAL}|a|an|several|few|couple)(?:\s+of)?[\s-]+)"
_PART = (
    r"(?:early\s+|late\s+)?(?P<part>morning|afternoon|evening|night|dawn|midday|noon)"
)

_DAYS_IN = {
    "hour": 1 / 24,
    "day": 1,
    "week": 7,
    "fortnight": 14,
    "month": 30,
    "year": 365,
}
_FEW = {"a": 1, "an": 1, "several": 3, "few": 3, "couple": 2}

_NEAR = re.compile(
    rf"(?:the\s+day\s+before\s+yesterday|yesterday|today|tonight|overnight"
    rf"|(?:this|last)\s+{_PART})(?:\s+(?:morning|afternoon|evening|night|at\s+dawn))?\b"
)
_WEEKDAY = re.compile(
    rf"(?:(?P<which>last|this|next|this\s+past|past)\s+)?(?P<weekday>{WEEKDAY})"
    rf"(?:\s+(?:{_PART}))?(?:\s+(?P<ago>last\s+week|a\s+week\s+ago))?"
)
_PERIOD = re.compile(
    r"(?:earlier\s+|later\s+|late\s+|early\s+)?(?P<which>last|this|the\s+(?:past|last|previous))\s+"
    r"(?P<unit>week|weekend|month|year)\b"
)
_PAST = re.compile(
    rf"(?:the\s+|in\s+the\s+)?(?:past|last|previous|preceding)\s+{_N}{_UNIT}\b"
)
_AGO = re.compile(rf"(?:(?:about|around|some|nearly|almost)\s+)?{_N}{_UNIT}\s+ago\b")
_WEEKEND = re.compile(r"(?:over\s+|at\s+|during\s+)?(?:the|this)\s+weekend\b")
_SO_FAR = re.compile(
    r"(?:the\s+(?P<unit>week|month|year)\s+so\s+far"
    r"|so\s+far\s+this\s+(?P<this>week|month|year))\b"
)
_BEGINNING = re.compile(
    r"(?:the\s+)?(?:beginning|start)\s+of\s+(?:the|this)\s+(?P<unit>week|month|year)\b"
)
_RECENT = re.compile(
    r"(?:in\s+|over\s+)?(?:the\s+)?recent\s+(?:hours|days|weeks|months|years)\b"
)

_NEXT = re.compile(
    rf"(?:the\s+)?(?:next|following|subsequent|ensuing|coming)\s+{_N}{_UNIT}\b"
)
_LATER = re.compile(
    rf"(?P<n>{CARDINAL}|an?|several|few)\s+{_UNIT}\s+(?P<way>later|after(?:wards?)?|earlier|before"
    r"|previously|prior)\b"
)
_THE_DAY = re.compile(
    r"(?:the\s+(?:very\s+)?|that\s+)?(?P<which>same|next|following|previous|preceding|that)\s+"
    r"(?P<unit>day|morning|afternoon|evening|night|week|month|year)\b(?!\s+(?:of|the)\b)"
)
_DAY_BEFORE = re.compile(
    r"(?:the|a)\s+(?P<unit>day|night|week|month|year)\s+(?P<way>before|after|earlier|later)\b"
    r"(?!\s+(?:yesterday|tomorrow|the|a|his|her|their))"
)
_FOR = re.compile(
    rf"(?:for|lasting|lasted|within)\s+(?:(?:about|around|at\s+least|more\s+than|nearly|over)\s+)?"
    rf"{_N}{_UNIT}\b"
)
_OF = re.compile(
    rf"(?P<n>{CARDINAL})[\s-]{_UNIT}(?:\s+of(?=\s+(?:violence|fighting|clashes|killings|attacks|"
    rf"unrest|bombing|shelling|protests|war|bloodshed|massacres))|(?=[\s-]long\b))"
)


_FIGHTING = (
    r"(?:violence|fighting|clashes|killings|attacks|unrest|bombing|bombardment|shelling|"
    r"protests|war|bloodshed|massacres|battles|strikes|hostilities)"
)
_STRETCH = re.compile(
    rf"(?:in|over|during|within)\s+(?:the\s+|its\s+)?(?:about\s+|nearly\s+)?"
    rf"(?P<n>{CARDINAL}|an?)[\s-]+(?P<unit>day|week|fortnight|month)s?\s+of\s+"
    rf"(?:[a-z]+\s+){{0,2}}?{_FIGHTING}\b"
    rf"(?:\s+(?:that|which)\s+ended\s+(?:on\s+)?(?P<end>{WEEKDAY}|yesterday|today)\b)?"
)
"""As in "in the nine days of fighting that ended on Friday": counted back."""


Reader = Callable[[re.Match[str], date | None], DateRead | None]


def _near(match: re.Match[str], published: date | None) -> DateRead:
    words = match[0].split()
    if words[0] == "overnight":
        return _days(published, -1, 0)
    if "before" in words:
        return _days(published, -2, -2)
    last_night = words[0] == "last" and match["part"] in ("night", "evening")
    if words[0] == "yesterday" or last_night:
        return _days(published, -1, -1)
    return _days(published, 0, 0)


def _days(
    published: date | None, first: int, last: int, role: DateRole = DateRole.AT
) -> DateRead:
    if published is None:
        return DateRead(None, role)
    edtf = days_edtf(shifted(published, first), shifted(published, last))
    return DateRead(edtf, role)


def _weekday(match: re.Match[str], published: date | None) -> DateRead:
    if published is None:
        return DateRead(None)
    which, weekday = match["which"] or "", WEEKDAYS[match["weekday"]]
    day = most_recent(weekday, published, before="last" in which or "past" in which)
    if day is not None and which == "next":
        day = shifted(day, 7)
    if day is not None and match["ago"] and (published - day).days < 7:
        day = shifted(day, -7)
    return DateRead(days_edtf(day, day))


def _period(match: re.Match[str], published: date | None) -> DateRead:
    """Last week is the one from Monday to Sunday before that of publication."""
    if published is None:
        return DateRead(None, DateRole.DURING)
    this = match["which"] == "this"
    unit = match["unit"]
    if match["which"].startswith("the") and unit != "weekend":
        return _days(published, -int(_DAYS_IN[unit]), 0, DateRole.DURING)
    if unit in ("week", "weekend"):
        monday = -published.weekday()
        first, last = (monday, 0) if this else (monday - 7, monday - 1)
        if unit == "weekend":
            return _weekend(match, published)
        return _days(published, first, last, DateRole.DURING)
    back = 0 if this else 1
    if unit == "year":
        return DateRead(Calendar(published.year - back).edtf, DateRole.DURING)
    months = published.year * 12 + published.month - 1 - back
    return DateRead(Calendar(months // 12, months % 12 + 1).edtf, DateRole.DURING)


def _weekend(match: re.Match[str], published: date | None) -> DateRead:
    if published is None:
        return DateRead(None, DateRole.DURING)
    saturday = most_recent(5, published)
    last = (
        None if saturday is None else min(published, shifted(saturday, 1) or published)
    )
    return DateRead(days_edtf(saturday, last), DateRole.DURING)


def _count(match: re.Match[str]) -> int:
    words = match["n"]
    return _FEW.get(words) or number(words) or 1


def _length(match: re.Match[str]) -> int:
    """How many days a number of units is; part of a day is one."""
    return max(1, round(_count(match) * _DAYS_IN[match["unit"]]))


def _past(match: re.Match[str], published: date | None) -> DateRead:
    return _days(published, -min(_length(match), 700_000), 0, DateRole.DURING)


def _ago(match: re.Match[str], published: date | None) -> DateRead:
    """Two days ago is a day; weeks, months and years ago are only about then."""
    if published is None:
        return DateRead(None)
    count, unit = _count(match), match["unit"]
    if unit == "hour":
        return _days(published, -1 if count > 6 else 0, 0)
    if unit == "year":
        return DateRead(Calendar(published.year - count).edtf)
    if unit == "month":
        months = published.year * 12 + published.month - 1 - count
        return DateRead(Calendar(months // 12, months % 12 + 1).edtf)
    days = -min(_length(match), 700_000)
    read = _days(published, days, days)
    exact = unit == "day" and match["n"] not in ("several", "few", "couple")
    return read if exact or read.edtf is None else DateRead(read.edtf + "~")


def _so_far(match: re.Match[str], published: date | None) -> DateRead:
    """From the first day of this week, month or year to the day of publication."""
    if published is None:
        return DateRead(None, DateRole.DURING)
    first = _first_of(match["unit"] or match["this"], published)
    return DateRead(days_edtf(first, published), DateRole.DURING)


def _beginning(match: re.Match[str], published: date | None) -> DateRead:
    """The first day of this week, month or year: "since the start of the year"."""
    if published is None:
        return DateRead(None)
    first = _first_of(match["unit"], published)
    return DateRead(days_edtf(first, first))


def _first_of(unit: str, day: date) -> date | None:
    """The day on which the week, month or year of a day began."""
    if unit == "week":
        return shifted(day, -day.weekday())
    return day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)


def _recent(match: re.Match[str], published: date | None) -> DateRead:
    return DateRead(None, DateRole.DURING)


def _next(match: re.Match[str], published: date | None) -> DateRead:
    relative = Relative(1, min(_length(match), 700_000))
    return DateRead(None, DateRole.DURING, relative)


def _later(match: re.Match[str], published: date | None) -> DateRead:
    days = min(_length(match), 700_000)
    if match["unit"] == "hour":
        return DateRead(None, relative=Relative(0, 1))
    spread = {"month": 1, "year": 1}.get(match["unit"], 0)
    if match["way"] in ("earlier", "before", "previously", "prior"):
        return DateRead(None, relative=Relative(-days - spread, -days))
    return DateRead(None, relative=Relative(days, days + spread))


_STEPS = {"day": (1, 1), "week": (1, 7), "month": (1, 31), "year": (1, 365)}


def _the_day(match: re.Match[str], published: date | None) -> DateRead | None:
    which, unit = match["which"], match["unit"]
    long = unit in ("week", "month", "year")
    if which in ("same", "that"):
        return None if long else DateRead(None, relative=Relative(0, 0))
    first, last = _STEPS.get(unit, (1, 1))
    if which in ("previous", "preceding"):
        first, last = -last, -first
    role = DateRole.DURING if long else DateRole.AT
    return DateRead(None, role, Relative(first, last))


def _day_before(match: re.Match[str], published: date | None) -> DateRead:
    days = {"week": 7, "month": 30, "year": 365}.get(match["unit"], 1)
    sign = -1 if match["way"] in ("before", "earlier") else 1
    return DateRead(None, relative=Relative(sign * days, sign * days))


def _stretch(match: re.Match[str], published: date | None) -> DateRead:
    """So many days up to the day they ended on, or up to the day of publication."""
    last = published
    if published is not None and match["end"] in WEEKDAYS:
        last = most_recent(WEEKDAYS[match["end"]], published)
    elif published is not None and match["end"] == "yesterday":
        last = shifted(published, -1)
    if last is None:
        return DateRead(None, DateRole.DURATION)
    days = _length(match)
    exact = match["unit"] == "day"
    return _days(last, (1 - days) if exact else -days, 0, DateRole.DURING)


def _duration(match: re.Match[str], published: date | None) -> DateRead:
    return DateRead(None, DateRole.DURATION)


_THE = (
    _SO_FAR,
    _BEGINNING,
    _NEAR,
    _AGO,
    _PERIOD,
    _PAST,
    _WEEKEND,
    _NEXT,
    _THE_DAY,
    _DAY_BEFORE,
    _RECENT,
)
READERS: dict[re.Pattern[str], Reader] = {
    _NEAR: _near,
    _WEEKDAY: _weekday,
    _PERIOD: _period,
    _PAST: _past,
    _AGO: _ago,
    _WEEKEND: _weekend,
    _SO_FAR: _so_far,
    _BEGINNING: _beginning,
    _RECENT: _recent,
    _NEXT: _next,
    _LATER: _later,
    _THE_DAY: _the_day,
    _DAY_BEFORE: _day_before,
    _FOR: _duration,
    _OF: _duration,
    _STRETCH: _stretch,
}
_NUMBERED = (_AGO, _LATER, _OF)
STARTS: dict[str, tuple[re.Pattern[str], ...]] = {
    "the": _THE,
    "that": (_THE_DAY,),
    "this": (_NEAR, _WEEKEND, _PERIOD, _WEEKDAY),
    "last": (_NEAR, _WEEKDAY, _PERIOD, _PAST),
    "past": (_PAST, _WEEKDAY),
    "previous": (_PAST,),
    "a": (_AGO, _LATER, _DAY_BEFORE),
    "an": (_AGO, _LATER),
    "several": (_AGO, _LATER),
    "few": (_AGO, _LATER),
    "couple": (_AGO,),
    "recent": (_RECENT,),
    "so": (_SO_FAR,),
    "beginning": (_BEGINNING,),
    "start": (_BEGINNING,),
    "earlier": (_PERIOD,),
    "late": (_PERIOD,),
    "early": (_PERIOD,),
    "next": (_NEXT, _WEEKDAY, _THE_DAY),
    "following": (_NEXT, _THE_DAY),
    "same": (_THE_DAY,),
    "in": (_RECENT, _STRETCH),
    "over": (_STRETCH,),
    "during": (_STRETCH,),
    "for": (_FOR,),
    "within": (_STRETCH, _FOR),
    "lasted": (_FOR,),
    "lasting": (_FOR,),
    **dict.fromkeys(("yesterday", "today", "tonight", "overnight"), (_NEAR,)),
    **dict.fromkeys(WEEKDAYS, (_WEEKDAY,)),
}
"""First words of relative times, and the patterns they may begin."""


def relative_at(
    lower: str, start: int, word: str, published: date | None
) -> tuple[int, DateRead] | None:
    """The relative time that begins with this word: where it ends, and what it is."""
    patterns = STARTS.get(word)
    if patterns is None:
        patterns = _NUMBERED
    for pattern in patterns:
        match = pattern.match(lower, start)
        if match is not None:
            read = READERS[pattern](match, published)
            if read is not None:
                return match.end(), read
    return None
