"""Arabic times told from the day of publication or from another date: "مساء أمس"."""

from datetime import date

from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.times.calendar_words import (
    day_at,
    phrase_at,
    stem_of,
    time_words,
    weekday_of,
)
from tasjil.read.arabic.times.lengths import Length, length_at
from tasjil.read.calendar import Calendar, most_recent
from tasjil.read.date_read import DateRead, DateRole, Relative, days_edtf, shifted

_MONTHS = 12
_HOURS_OF_A_DAY = 6
_LOOK_BACK = 3
_FIRST = frozenset(("الاولي", "الاولين", "الاول"))
_FOLLOWING = frozenset(("التاليه", "التاليين", "اللاحقه"))

Read = tuple[DateRead, int]
"""A time, and the index behind its last word."""


def relative_at(line: Line, at: int, published: date | None) -> Read | None:
    """The relative time that begins with a word; None for none.

    Example:
        >>> from tasjil.read.arabic.text.words import words_of
        >>> line = Line.of("أول من أمس", words_of("أول من أمس"))
        >>> relative_at(line, 0, date(2031, 3, 12))[0].edtf
        '2031-03-10'
    """
    return (
        _near(line, at, published)
        or _of_the_story(line, at)
        or _weekday(line, at, published)
        or _this_or_last(line, at, published)
        or _of_late(line, at, published)
        or _of_fighting(line, at, published)
        or _counted(line, at, published)
    )


def days(
    published: date | None, first: int, last: int, role: DateRole = DateRole.AT
) -> DateRead:
    """The days counted from the day of publication."""
    if published is None:
        return DateRead(None, role)
    edtf = days_edtf(shifted(published, first), shifted(published, last))
    return DateRead(edtf, role)


def _near(line: Line, at: int, published: date | None) -> Read | None:
    """Read "yesterday", "the day before yesterday", "today", "a short while ago"."""
    for section, back in (("day before yesterday", -2), ("yesterday", -1)):
        if (last := phrase_at(line, at, section)) is not None:
            return days(published, back, back), last
    if (last := phrase_at(line, at, "just now")) is not None:
        return days(published, 0, 0), last
    if (last := phrase_at(line, at, "today")) is None:
        return None
    return _today(line, at, last, published)


def _today(line: Line, at: int, last: int, published: date | None) -> Read | None:
    """Read "today", "this day", "that day", "the next day", "the sixth day"."""
    night = line.form(at).endswith("ليله")
    if line.form(at - 1) in ("ذلك", "تلك", "هداك", "هديك"):
        return DateRead(None, relative=Relative(0, 0)), last
    after = line.form(last) if last < len(line) and not line.marks[last] else ""
    if after in time_words("last"):
        return days(published, -1, -1), last + 1
    if after in time_words("same"):
        return DateRead(None, relative=Relative(0, 0)), last + 1
    if after in ("التالي", "التاليه", "اللاحق", "الموالي"):
        return DateRead(None, relative=Relative(1, 1)), last + 1
    if after in ("السابق", "السابقه"):
        return DateRead(None, relative=Relative(-1, -1)), last + 1
    counted = after[:1].isdecimal() or line.form(at).startswith("لل")
    if not night and after and (day := day_at(line, last)) is not None:
        if counted:
            return days(published, 0, 0), last
        return DateRead(None, relative=Relative(day[0] - 1, day[0] - 1)), day[1]
    return days(published, 0, 0), last


def _of_the_story(line: Line, at: int) -> Read | None:
    """Read "that day", "the next day": days of the story that is told."""
    if (last := phrase_at(line, at, "that day")) is not None:
        return DateRead(None, relative=Relative(0, 0)), last
    if (last := phrase_at(line, at, "next day")) is not None:
        return DateRead(None, relative=Relative(1, 1)), last
    return None


def _weekday(line: Line, at: int, published: date | None) -> Read | None:
    """Read a weekday: the last one up to publication; one night may be of two days."""
    weekday = weekday_of(line.form(at))
    if weekday is None or line.form(at + 1) in ("عشر", "عشره"):
        return None
    last, other = at + 1, None
    if last < len(line) and line.marks[last] in ("", "-", "–", "/"):
        other = weekday_of(line.form(last))
    after = line.form(last) if last < len(line) and not line.marks[last] else ""
    two_words = f"{after}_{line.form(last + 1)}"
    before = after in time_words("last") or two_words in ("اللي_فات", "الي_فات")
    if published is None:
        return DateRead(None), last
    if other == (weekday + 1) % 7:
        second = most_recent(other, published)
        first = None if second is None else shifted(second, -1)
        return DateRead(days_edtf(first, second)), last + 1
    day = most_recent(weekday, published, before=before)
    if before:
        last += 1 if after in time_words("last") else 2
    elif after in ("القادم", "المقبل"):
        day, last = (None if day is None else shifted(day, 7)), last + 1
    return DateRead(days_edtf(day, day)), last


def _this_or_last(line: Line, at: int, published: date | None) -> Read | None:
    """Read "last week", "this month", "the current year"."""
    this = stem_of(line.form(at), time_words("these"))
    noun = at + 1 if this is not None else at
    unit = _unit(line, noun)
    if unit is None or noun >= len(line) or (this is not None and line.marks[noun]):
        return None
    after = line.form(noun + 1) if noun + 1 < len(line) else ""
    if noun + 1 < len(line) and line.marks[noun + 1]:
        after = ""
    if this is not None or after in time_words("this"):
        last = noun + 1 + (after in time_words("this"))
        return _period(unit, 0, published), last
    if after in time_words("last"):
        return _period(unit, 1, published), noun + 2
    if f"{after}_{line.form(noun + 2)}" == "اللي_فات":
        return _period(unit, 1, published), noun + 3
    return None


def _unit(line: Line, at: int) -> str | None:
    for unit in ("week", "month", "year"):
        if stem_of(line.form(at), time_words(f"{unit} alone")) is not None:
            return unit
    return None


def _period(unit: str, back: int, published: date | None) -> DateRead:
    """A week from Monday, a month or a year; "this" one goes up to publication."""
    if published is None:
        return DateRead(None, DateRole.DURING)
    if unit == "week":
        monday = -published.weekday() - 7 * back
        return days(published, monday, monday + 6 if back else 0, DateRole.DURING)
    if unit == "month":
        months = published.year * _MONTHS + published.month - 1 - back
        told = Calendar(months // _MONTHS, months % _MONTHS + 1)
    else:
        told = Calendar(published.year - back)
    if back:
        return DateRead(told.edtf, DateRole.DURING)
    return DateRead(days_edtf(told.first, published), DateRole.DURING)


def _of_late(line: Line, at: int, published: date | None) -> Read | None:
    """Read "the last 24 hours", "the past two days", "the first six days"."""
    length = length_at(line, at)
    if length is None or length.last >= len(line) or line.marks[length.last]:
        return None
    if not line.form(at).removeprefix("و").startswith("ال"):
        return None
    after = line.form(length.last)
    last = length.last + 1
    if after in time_words("last"):
        return days(published, -length.days, 0, DateRole.DURING), last
    if after in _FIRST:
        relative = Relative(0, max(length.days - 1, 0))
        return DateRead(None, DateRole.DURING, relative), last
    if after in _FOLLOWING:
        return DateRead(None, DateRole.DURING, Relative(1, length.days)), last
    return None


def _of_fighting(line: Line, at: int, published: date | None) -> Read | None:
    """Read "in nine days of fighting that ended on Friday": counted back.

    Without a day on which it ended it is counted back from that of publication.
    """
    first = at + (line.bare(at) in _DURING)
    if first == at and (not at or line.bare(at - 1) not in _DURING or line.marks[at]):
        return None
    length = length_at(line, first + (line.form(first) in ("مدي", "مدار")))
    if length is None or length.is_few or line.form(length.last) != "من":
        return None
    what = length.last + 1
    if what >= len(line) or line.form(what).removeprefix("ال") not in _VIOLENCE:
        return None
    last, end = what + 1, published
    if line.form(last) in ("انتهت", "انتهي"):
        day = last + 1 + (line.form(last + 1) == "يوم")
        weekday = weekday_of(line.form(day)) if day < len(line) else None
        if weekday is not None and published is not None:
            end, last = most_recent(weekday, published), day + 1
    exact = length.unit == "day"
    back = 1 - length.days if exact else -length.days
    return days(end, back, 0, DateRole.DURING), last


_DURING = frozenset(("في", "خلال", "علي"))
_VIOLENCE = frozenset(
    ("عنف", "قتال", "اشتباكات", "معارك", "قصف", "هجمات", "مواجهات", "حرب", "اضطرابات")
)


def _counted(line: Line, at: int, published: date | None) -> Read | None:
    """Read "three days ago", "two days later", "for four days"."""
    form = line.form(at)
    lead = stem_of(form, _LEADS)
    if lead is None and (last := phrase_at(line, at, "lasting")) is not None:
        length = length_at(line, last)
        if length is None or not _is_tied(line, at, last):
            return None
        if line.form(length.last) in time_words("last") | _FIRST | _FOLLOWING:
            return None  # "during the last three days" is a time, not a length
        return DateRead(None, DateRole.DURATION), length.last
    if lead is None:
        return _on_end(line, at)
    after = at + 1
    if lead in ("بعدها", "قبلها", "بعدا", "بعدين") and after < len(line):
        return _later(line, after, -1 if lead == "قبلها" else 1)
    length = length_at(line, after) if _is_tied(line, at, after) else None
    if length is None or _names_a_day(line, length):
        return None
    if lead == "بعد":
        return DateRead(None, relative=_step(length, 1)), length.last
    if lead == "منذ" and _goes_on(line, at):
        return DateRead(None, DateRole.DURATION), length.last
    if lead == "من" and not (length.unit == "hour" or length.is_few):
        return None
    return _ago(length, published, since=lead != "قبل"), length.last


def _names_a_day(line: Line, length: Length) -> bool:
    """True for "since the day of Thursday": a weekday, and no length of a day."""
    form = line.form(length.last) if length.last < len(line) else ""
    return bool(form) and weekday_of(form) is not None


def _goes_on(line: Line, at: int) -> bool:
    """True behind "has worked with us": how long he has, no time of anything else."""
    before = (line.bare(i) for i in range(max(0, at - _LOOK_BACK), at))
    return any(form in time_words("going on") for form in before)


_LEADS = frozenset(("قبل", "منذ", "بعد", "من", "بعدها", "قبلها", "بعدا"))


def _is_tied(line: Line, at: int, after: int) -> bool:
    return after < len(line) and not any(line.marks[at + 1 : after + 1])


def _later(line: Line, at: int, sign: int) -> Read | None:
    """Read "بعدها بيومين": the length with "by" before it."""
    length = length_at(line, at)
    if length is None or not line.form(at).startswith("ب"):
        return None
    return DateRead(None, relative=_step(length, sign)), length.last


def _step(length: Length, sign: int) -> Relative:
    """From the anchor to the time so much later or earlier; hours cross midnight."""
    if length.unit == "hour":
        return Relative(0, 1) if sign > 0 else Relative(-1, 0)
    spread = 1 if length.unit in ("month", "year") else 0
    ends = sorted((sign * length.days, sign * (length.days + spread)))
    return Relative(*ends)


def _ago(length: Length, published: date | None, *, since: bool) -> DateRead:
    """So long ago: a day is exact, weeks are about then, a month or a year is one."""
    if published is None:
        return DateRead(None)
    if length.unit == "hour":
        return days(published, -1 if length.count > _HOURS_OF_A_DAY else 0, 0)
    if since and length.unit in ("day", "week"):
        return days(published, -length.days, 0, DateRole.DURING)
    if length.unit == "year":
        return DateRead(Calendar(published.year - length.count).edtf)
    if length.unit == "month":
        months = published.year * _MONTHS + published.month - 1 - length.count
        return DateRead(Calendar(months // _MONTHS, months % _MONTHS + 1).edtf)
    read = days(published, -length.days, -length.days)
    exact = length.unit == "day" and not length.is_few
    return read if exact or read.edtf is None else DateRead(read.edtf + "~")


def _on_end(line: Line, at: int) -> Read | None:
    """Read "six days on end"."""
    length = length_at(line, at)
    if length is None or length.last >= len(line) or line.marks[length.last]:
        return None
    if line.form(length.last) not in time_words("on end"):
        return None
    return DateRead(None, DateRole.DURATION), length.last + 1
