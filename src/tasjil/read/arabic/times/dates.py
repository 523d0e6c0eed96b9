"""When: the dates, spans and relative times of an Arabic sentence."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from tasjil.model.edtf import Edtf
from tasjil.read.arabic.numbers.cardinals import is_number_word
from tasjil.read.arabic.numbers.counting import counting
from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.text.words import words_of
from tasjil.read.arabic.times.calendar_words import (
    joint_of,
    numbered,
    phrase_at,
    stem_of,
    time_words,
    weekday_of,
)
from tasjil.read.arabic.times.date_parts import part_at
from tasjil.read.arabic.times.relative_dates import relative_at
from tasjil.read.arabic.times.told_dates import Told, told_at
from tasjil.read.bounded_dates import bound_each_other
from tasjil.read.date_read import (
    DateRead,
    DateRole,
    days_edtf,
    published_day,
    published_latest,
    shifted,
)
from tasjil.read.found import Found

__all__ = ["DateRead", "DateRole", "find_dates"]

_PARTS = 3
_A_DAY = len("2031-03-14")
_REACH = 4
_SINCE_REACH = 6
_DASHES = ("-", "–", "—")
_BESIDE = ("", "،", "(", ",", "،(")
_SMALL = frozenset(("في", "من", "علي", "الي", "عند"))
_SECOND_HALVES = frozenset(("مدي", "مدار", "امتداد", "غضون", "غايه", "فجر", "شوي"))
_TWO_YEARS = ("عامي", "العامين", "سنتي", "العامي")
_UNTIL = ("حتي", "الي", "لحد")
_NOW = ("الان", "اليوم", "هلق", "الساعه", "هلا")
_UP_TO_NOW = ("لهلق", "لليوم", "للان", "لهلا", "لهلق")


def find_dates(text: str, published: str | None) -> list[Found[DateRead]]:
    """Every date in a sentence, in order, without overlaps.

    Args:
        text: The sentence as `sentences.split` made it.
        published: EDTF date of publication. Dates without a year are taken as the
            nearest past; "يوم الأربعاء" is the last one up to that day. Where it is
            None, relative dates keep their words and have no EDTF.

    Example:
        >>> dates = find_dates("منذ 6 آذار، ثم مساء الأربعاء", "2031-03-14")
        >>> [(d.text, d.value.edtf) for d in dates]
        [('منذ 6 آذار', '2031-03-06/2031-03-14'), ('مساء الأربعاء', '2031-03-12')]
    """
    return list(_all_of(text, published))


@lru_cache(maxsize=2048)
def _all_of(text: str, published: str | None) -> tuple[Found[DateRead], ...]:
    """The dates of a sentence, kept for whoever asks again."""
    reading = _Reading(Line.of(text, words_of(text)), published)
    found = [Found.at(text, *time) for time in reading.times()]
    return tuple(bound_each_other(found))


@dataclass(frozen=True, slots=True)
class _Time:
    """One time without what bounds it, and the index behind its last word."""

    read: DateRead
    last: int
    told: Told | None = None
    joined: bool = False


class _Reading:
    """One sentence being read, with what is known of its date of publication."""

    def __init__(self, line: Line, published: str | None) -> None:
        self.line = line
        self.day = published_day(published)
        self.latest = published_latest(published)
        self.year: int | None = None

    def times(self) -> Iterator[tuple[int, int, DateRead]]:
        """Every time of the sentence: where its words start and end, and what it is."""
        at, done = 0, 0
        while at < len(self.line):
            time = self._simple(at) if self._may_begin(at) else None
            if time is None:
                at += 1
                continue
            first, time = self._bounded(at, self._joined(at, time), done)
            time = self._up_to(time)
            yield self._start(first), self.line.words[time.last - 1].end, time.read
            at = done = time.last

    def _may_begin(self, at: int) -> bool:
        """True where a time may begin: small words need their second half behind."""
        form = self.line.form(at)
        if not _may_begin(form):
            return False
        if form.removeprefix("و") not in _SMALL:
            return True
        after = self.line.form(at + 1)
        return after in _SECOND_HALVES or (form[-2:] == "من" and _may_begin(after))

    def _up_to(self, time: _Time) -> _Time:
        """As in "over the last 24 hours, up to Wednesday noon": one stretch of days."""
        last = time.last
        during = time.read.role is DateRole.DURING and time.read.edtf is not None
        if (
            not during
            or last + 1 >= len(self.line)
            or self.line.marks[last] not in "،,"
        ):
            return time
        if self.line.bare(last) != "حتي":
            return time
        end = self._simple(last + 1, expected=True)
        if end is None or end.read.edtf is None:
            return time
        days = self._stretch(replace(time, told=None), replace(end, told=None))
        return replace(end, read=DateRead(days, DateRole.DURING)) if days else time

    def _start(self, first: int) -> int:
        """Where the words of a time start, behind an "and" written with them."""
        word = self.line.words[first]
        joints = joint_of(word.form, _leading())
        return word.start + joints if len(word.text) == len(word.form) else word.start

    def _simple(self, at: int, *, expected: bool = False) -> _Time | None:
        """The time that begins with a word, without what bounds or joins it."""
        at = self._behind_part_of_day(at)
        if at >= len(self.line):
            return None
        part = part_at(self.line, at, self.latest)
        if part is not None:
            return _Time(DateRead(part[0], DateRole.DURING), part[1])
        told = told_at(self.line, at, expected=expected)
        if told is not None:
            return self._behind_day(self._absolute(*told))
        relative = relative_at(self.line, at, self.day)
        if relative is None:
            return None
        return self._behind_day(self._sharpened(_Time(*relative)))

    def _behind_part_of_day(self, at: int) -> int:
        """The index behind "the evening of", "the night of", "the day"."""
        for _ in range(_PARTS):
            last = phrase_at(self.line, at, "part of day")
            if last is None or last >= len(self.line) or self.line.marks[last]:
                break
            at = last
        return at

    def _behind_day(self, time: _Time) -> _Time:
        """A time with the part of the day that is told behind it: "الخميس مساء"."""
        last = time.last
        touches = last < len(self.line) and not self.line.marks[last]
        if not touches or self.line.form(last) not in time_words("behind a day"):
            return time
        over = last + 1 < len(self.line) and not self.line.marks[last + 1]
        if over and _may_begin(self.line.form(last + 1)):
            return time  # "the evening of" what comes
        return replace(time, last=last + 1)

    def _absolute(self, told: Told, last: int) -> _Time:
        """A date told outright, with its year."""
        dated = told.dated(self.latest, None if self.latest else self.year)
        self.year = dated.first.year or self.year
        edtf = dated.edtf
        if dated.last is not None:
            edtf = days_edtf(dated.first.first, dated.last.last)
            days = dated.first.day is not None
            return _Time(DateRead(edtf, DateRole.DURING), last, told, joined=days)
        return _Time(DateRead(edtf), last, told)

    def _sharpened(self, time: _Time) -> _Time:
        """A day told twice: "أمس الثلاثاء"، "الجمعة 11 آذار"، "أمس (4 نيسان)"."""
        if time.read.relative is not None:
            return time
        last = self._behind_weekday(time.last)
        time = replace(time, last=last)
        if last >= len(self.line) or self.line.marks[last] not in _BESIDE:
            return time
        told = told_at(self.line, self._behind_part_of_day(last))
        if told is None or told[0].first.day is None:
            return time
        sharp = self._absolute(*told)
        if told[0].is_hijri and time.read.edtf is not None:
            return replace(time, last=sharp.last)
        return sharp

    def _behind_weekday(self, last: int) -> int:
        """The index behind the weekday of "yesterday, Tuesday"."""
        touches = last < len(self.line) and not self.line.marks[last]
        if not touches or weekday_of(self.line.form(last - 1)) is not None:
            return last
        is_day = weekday_of(self.line.form(last)) is not None
        return last + (is_day and self.line.form(last + 1) != "عشر")

    def _joined(self, at: int, time: _Time) -> _Time:
        """A stretch: "من 6 إلى 10 آذار"، "بين الأحد والثلاثاء"، "19 آب – 17 أيلول"."""
        last = time.last
        if last >= len(self.line) or time.joined:
            return time
        other = self._other_end(at, last)
        if other is None:
            return time
        edtf = self._stretch(time, other)
        if edtf is None:
            return time
        return _Time(DateRead(edtf, DateRole.DURING), other.last, joined=True)

    def _other_end(self, at: int, last: int) -> _Time | None:
        """The time behind "to", a dash or, after "between", behind "and"."""
        line = self.line
        if line.marks[last] in _DASHES:
            titled = line.bare(last - 1) == "اليوم"  # "toll of the day - Monday 7 July"
            return None if titled else self._simple(last, expected=True)
        if line.marks[last]:
            return None
        if line.form(last) in time_words("to"):
            return self._behind_hour(last + 1)
        if not line.form(last).startswith("و"):
            return None
        before = [line.bare(i) for i in range(max(0, at - _REACH), at)]
        if "بين" in before or line.bare(at) in _TWO_YEARS:
            return self._behind_hour(last)
        return None

    def _behind_hour(self, at: int) -> _Time | None:
        """The time at a word, or behind an hour: "والرابعة فجر اليوم"."""
        time = self._simple(at, expected=True)
        hour = self.line.form(at).removeprefix("و").removeprefix("ال")
        if time is None and hour in counting("ordinals"):
            return self._simple(at + 1, expected=True)
        return time

    def _stretch(self, one: _Time, other: _Time) -> str | None:
        """The days from one time to another."""
        first, last = one.read.edtf, other.read.edtf
        if first is None or last is None:
            return None
        end = Edtf.parse(last).latest
        if one.told is not None and other.told is not None:
            if one.told.first.year is None:
                first = self._same_year(one.told, other, end)
            if first is not None and len(first) == len(last) < _A_DAY:
                return f"{first}/{last}" if first < last else None
        start = None if first is None else Edtf.parse(first).earliest
        if start is not None and end is not None and start > end and one.told is None:
            start = shifted(start, -7)
        return days_edtf(start, end)

    def _same_year(self, told: Told, other: _Time, end: date | None) -> str | None:
        """The first end of a stretch in the year of the other, or in the one before."""
        if end is None or told.is_hijri:
            return told.dated(self.latest).edtf
        edtf = told.dated(None, end.year).edtf
        start = None if edtf is None else Edtf.parse(edtf).earliest
        if start is not None and start > end:
            return told.dated(None, end.year - 1).edtf
        return edtf

    def _bounded(self, at: int, time: _Time, floor: int) -> tuple[int, _Time]:
        """A time with "since", "until" or "during" before it, and where that starts."""
        read = time.read
        if read.role is DateRole.DURATION or read.relative is not None:
            return at, time
        first, role = self._role(at, floor)
        if role is None and self._is_since(at, floor):
            role = DateRole.SINCE
        if time.joined and role is None:
            return self._between(at, floor), time
        if role is not None and self.line.bare(first) == "من":
            role = self._from(time)
        if role is None:
            return at, time
        if role is DateRole.DURING or time.joined:
            return first, replace(time, read=replace(read, role=DateRole.DURING))
        edtf = self._opened(read.edtf, role)
        return first, replace(time, read=replace(read, edtf=edtf, role=role))

    def _role(self, at: int, floor: int) -> tuple[int, DateRole | None]:
        """The bound before a time, and the index of its first word."""
        for back in (2, 1):
            first = at - back
            if first < floor or any(self.line.marks[first + 1 : at + 1]):
                continue
            for role in (DateRole.SINCE, DateRole.UNTIL, DateRole.DURING):
                if phrase_at(self.line, first, role.value) == at:
                    return first, role
        return at, None

    def _is_since(self, at: int, floor: int) -> bool:
        """True for "since the war began in 2028": "since" a few words before "in"."""
        if self.line.bare(at - 1) != "في":
            return False
        for i in range(at - 1, max(floor, at - _SINCE_REACH) - 1, -1):
            if self.line.marks[i + 1]:
                return False
            if self.line.bare(i) in ("منذ", "مذ"):
                return True
        return False

    def _between(self, at: int, floor: int) -> int:
        """The index of the "between" before a stretch, or of its first word."""
        first = at - 1
        if first < floor or self.line.marks[at] or self.line.bare(first) != "بين":
            return at
        long = first > floor and not self.line.marks[first]
        return first - (long and self.line.bare(first - 1) == "ما")

    def _from(self, time: _Time) -> DateRole | None:
        """What "from" means: a stretch, "from ... until now", or nothing but "of"."""
        if time.joined:
            return DateRole.DURING
        after = self.line.form(time.last)
        up_to = after in _UNTIL and self.line.form(time.last + 1) in _NOW
        return DateRole.SINCE if up_to or after in _UP_TO_NOW else None

    def _opened(self, edtf: str | None, role: DateRole) -> str | None:
        """Open a date towards publication ("since") or towards the past ("until")."""
        if edtf is None:
            return None
        first, _, last = edtf.partition("/")
        if role is DateRole.UNTIL:
            return f"../{last or first}"
        if self.day is None or first.rstrip("~") > self.day.isoformat():
            return f"{first}/.."
        return f"{first}/{self.day.isoformat()}"


_LEAD_SECTIONS = (
    *("part of day", "yesterday", "day before yesterday", "today", "just now"),
    *("that day", "next day", "early", "mid", "late", "few", "a year", "these"),
    *("hour", "two hour", "day", "two day", "week", "two week", "month", "two month"),
    *("year", "two year", "summer", "autumn", "winter", "spring", "since", "until"),
    *("during", "lasting"),
)


@cache
def _leading() -> frozenset[str]:
    """Every word that a time may begin with, but for numbers."""
    words = {w.partition("_")[0] for name in _LEAD_SECTIONS for w in time_words(name)}
    for kind in ("month", "hijri", "weekday", "day"):
        words |= {name[0] for name in numbered(kind)}
    return frozenset(words | {"النصف", "الربع", "الاسبوع", "قبلها", "بعدها", "بعدا"})


@lru_cache(maxsize=65_536)
def _may_begin(form: str) -> bool:
    """True for a word that a time may begin with; all others are passed over."""
    if form[:1].isdecimal() or stem_of(form, _leading()) is not None:
        return True
    return weekday_of(form) is not None or is_number_word(form)
