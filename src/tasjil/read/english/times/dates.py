"""When: the dates, spans and relative times of an English text."""

import re
from dataclasses import replace

from tasjil.model.edtf import Edtf
from tasjil.read.bounded_dates import bound_each_other
from tasjil.read.calendar import Calendar, year_of
from tasjil.read.date_read import (
    DateRead,
    DateRole,
    Relative,
    days_edtf,
    published_day,
    published_latest,
    resolve,
    shifted,
)
from tasjil.read.english.numbers.number_words import NUMBER_WORDS, number
from tasjil.read.english.times.calendar_days import MONTHS, WEEKDAYS
from tasjil.read.english.times.date_times import Told, part_of, told_at
from tasjil.read.english.times.relative_dates import STARTS, relative_at
from tasjil.read.found import Found
from tasjil.read.lowered import lowered

__all__ = ["DateRead", "DateRole", "Relative", "find_dates", "resolve"]

_WORD = re.compile(r"[0-9]+|[a-z]+")
_CANDIDATES = frozenset([*STARTS, *NUMBER_WORDS, *MONTHS, *WEEKDAYS])

_ROLES: dict[DateRole, str] = {
    DateRole.SINCE: "ever since|since|starting(?: on| from)?|beginning(?: on)?|"
    "from|after|as from|following",
    DateRole.UNTIL: "until|till|up to|up until|through|as of|as at|by|before|prior to",
    DateRole.DURING: "between|during|throughout|over|across|within|in the course of",
}
_WORDS = "|".join(f"(?P<{role.value}>{words})" for role, words in _ROLES.items())
_SINCE_AN_EVENT = re.compile(
    r"\bsince\s+(?:[a-z'’-]+\s+){1,7}?(?:(?:on|in|of)\s+(?:the\s+)?|(?:began|begun|started|"
    r"erupted|broke\s+out|escalated|resumed)\s+)$"
)
"""As in "since the fighting began on 6 March": the event began the time."""

_UP_TO = re.compile(
    r"\b(?:the\s+(?P<unit>week|month)\s+(?:ending|to|ended)\s+(?:on\s+)?"
    r"|the\s+(?P<n>[a-z]+|[0-9]+)\s+(?:days\s+(?:ending|to|ended|up\s+to)|day\s+period"
    r"\s+to)\s+(?:on\s+)?)$"
)
_BEFORE = re.compile(r"\b(?:" + _WORDS.replace(" ", r"\s+") + r")\s+(?:the\s+)?$")
_PART_BEFORE = re.compile(
    r"\b(?:(?P<part>early|mid|late)[\s-]+(?:in\s+)?|(?:the\s+)?(?P<noun>beginning|start|"
    r"middle|end|(?:first|second|third|fourth|last|final)\s+week|"
    r"(?:first|second)\s+half|first(?:\s+day)?|(?:first|second|third|fourth|last)\s+quarter|"
    r"first\s+(?:three|six|nine|ten|3|6|9|10)\s+(?:months|days))\s+of\s+)$"
)
_NIGHT_BEFORE = re.compile(
    r"\b(?:the\s+)?(?:(?P<night>night(?:\s+(?:of|between))?)|(?:early\s+|late\s+)?"
    r"(?:(?:morning|afternoon|evening|night)\s+)?"
    r"(?:hours|morning|afternoon|evening|dawn)\s+of)\s+(?:the\s+)?$"
)
_ABOUT_BEFORE = re.compile(
    r"\b(?:around|about|approximately|circa|on\s+or\s+about)\s+(?:the\s+)?$"
)
_NAMES_AN_EVENT = re.compile(
    r"\s+(?!(?:and|or|to|until|till|through|in|on|at|by|when|as|the|a|of)\b)[a-z]{3}"
)
"""Behind the day of "after the 6 March raid": the raid was that day, not since."""

_ITS_YEAR = re.compile(r",?\s+(?:of\s+)?(?P<which>last|this)\s+year\b")
_TO = re.compile(r"\s*(?:-|–|—|\bto\b|\bthrough\b|\buntil\b|\btill\b)\s*(?:the\s+)?")
_AND = re.compile(
    r"\s*(?:-|–|—|\bto\b|\bthrough\b|\buntil\b|\btill\b|\band\b)\s*(?:the\s+)?"
)


def find_dates(text: str, published: str | None) -> list[Found[DateRead]]:
    """Every date in the text, in order, without overlaps.

    Args:
        text: The text, in any case.
        published: EDTF date of publication. Dates without a year are taken as the
            nearest past; "on Wednesday" is the last one up to that day. Where it is
            None, relative dates keep their words and have no EDTF.

    Example:
        >>> dates = find_dates("since 6 March, and again on Wednesday", "2025-03-14")
        >>> [(d.text, d.value.edtf) for d in dates]
        [('since 6 March', '2025-03-06/2025-03-14'), ('Wednesday', '2025-03-12')]
    """
    reading = _Reading(text, published)
    found: list[Found[DateRead]] = []
    done = 0
    for word in _WORD.finditer(reading.lower):
        if word.start() < done:
            continue
        if word[0] not in _CANDIDATES and not word[0][0].isdigit():
            continue
        read = reading.at(word.start(), word[0], done)
        if read is not None:
            start, done, value = read
            found.append(Found.at(text, start, done, value))
    return bound_each_other(found)


class _Reading:
    """One text being read, with what is known of its date of publication."""

    def __init__(self, text: str, published: str | None) -> None:
        self.lower = lowered(text)
        self.day = published_day(published)
        self.latest = published_latest(published)
        self.year: int | None = None

    def at(self, start: int, word: str, floor: int) -> tuple[int, int, DateRead] | None:
        """The date that begins with a word: where its words start and end."""
        told = self._told(start)
        if told is not None:
            return self._absolute(told, floor)
        found = relative_at(self.lower, start, word, self.day)
        if found is None:
            return None
        return self._relative(start, *found, floor)

    def _told(self, start: int) -> Told | None:
        if (
            start
            and self.lower[start - 1] in "0123456789.:/$£€-"
            and (
                start < 2
                or self.lower[start - 2].isdigit()
                or self.lower[start - 1] in "$£€"
            )
        ):
            return None
        return told_at(self.lower, start)

    def _absolute(self, told: Told, floor: int) -> tuple[int, int, DateRead]:
        """A date told outright, with the words before it and a second date after it."""
        told = self._with_its_year(self._joined(told, floor))
        self.year = told.first.year or self.year
        first = self._dated(told.first)
        last = None if told.last is None else self._dated(told.last)
        start, role = told.start, DateRole.AT
        stretch = self._up_to(start, first, floor)
        if stretch is not None and last is None:
            return stretch[0], told.end, DateRead(stretch[1], DateRole.DURING)
        part = self._before(_PART_BEFORE, start, floor)
        if part is not None and first.day is None:
            start = start - len(part[0])
            days = part_of(first, part["part"] or " ".join(part["noun"].split()))
            edtf = days_edtf(*days)
        else:
            start, edtf = self._exact(told, first, last, floor)
        start, role = self._role(start, floor)
        if (
            role is DateRole.SINCE
            and last is None
            and self._names_an_event(start, told)
        ):
            role = DateRole.AT
        if last is not None and role in (DateRole.AT, DateRole.SINCE):
            role = DateRole.DURING  # "from 6 to 10 March"
        return start, told.end, DateRead(self._bounded(edtf, role), role)

    def _up_to(
        self, start: int, last: Calendar, floor: int
    ) -> tuple[int, str | None] | None:
        """The days of "the week ending 9 March" and "the three days to 9 March"."""
        match = self._before(_UP_TO, start, floor)
        if match is None or last.day is None or last.first is None:
            return None
        days = {"week": 7, "month": 30}.get(match["unit"] or "")
        days = days or number(match["n"] or "")
        if not days:
            return None
        first = shifted(last.first, 1 - days)
        return start - len(match[0]), days_edtf(first, last.first)

    def _with_its_year(self, told: Told) -> Told:
        """Take in "last year" behind "12 March"."""
        beside = _ITS_YEAR.match(self.lower, told.end)
        if beside is None or self.latest is None or told.first.year is not None:
            return told
        year = self.latest.year - (0 if beside["which"] == "this" else 1)
        last = None if told.last is None else told.last.with_year(year)
        return replace(
            told, end=beside.end(), first=told.first.with_year(year), last=last
        )

    def _names_an_event(self, start: int, told: Told) -> bool:
        """True for "after the 6 March raid", where the day is that of the raid."""
        before = self.lower[start : told.start].split()
        events = before in (["after", "the"], ["following", "the"])
        day = told.first.day is not None
        return events and day and bool(_NAMES_AN_EVENT.match(self.lower, told.end))

    def _exact(
        self, told: Told, first: Calendar, last: Calendar | None, floor: int
    ) -> tuple[int, str | None]:
        """The EDTF of days told, with "the night of" and "around" before them."""
        if len(told.either) > 1:
            days = [each.edtf for each in told.either if each.edtf]
            return told.start, f"[{','.join(sorted(days))}]"
        edtf = first.edtf if last is None else days_edtf(first.first, last.last)
        night = self._before(_NIGHT_BEFORE, told.start, floor)
        if night is not None:
            if (
                night["night"]
                and last is None
                and first.day is not None
                and first.first
            ):
                edtf = days_edtf(first.first, shifted(first.first, 1))
            return told.start - len(night[0]), edtf
        about = self._before(_ABOUT_BEFORE, told.start, floor)
        if about is not None and last is None and edtf is not None:
            return told.start - len(about[0]), f"{edtf}~"
        return told.start, edtf

    def _joined(self, told: Told, floor: int) -> Told:
        """Join "6 March" and "to 10 March"; "and" joins only after "between"."""
        if told.last is not None or told.either:
            return told
        window = self.lower[max(floor, told.start - 24) : told.start]
        pattern = _AND if "between" in window else _TO
        join = pattern.match(self.lower, told.end)
        if join is None or join.end() >= len(self.lower):
            return told
        other = told_at(self.lower, join.end())
        if other is None or other.last is not None or other.either:
            return told
        first = told.first.with_year(other.first.year)
        return Told(told.start, other.end, first, other.first)

    def _dated(self, told: Calendar) -> Calendar:
        """Give a date a year: of publication, else the last one the text told."""
        if told.year is not None:
            return told
        return told.with_year(year_of(told, self.latest) or self.year)

    def _relative(
        self, start: int, end: int, read: DateRead, floor: int
    ) -> tuple[int, int, DateRead]:
        """A relative time, with "since" or "until" before it."""
        end, read = self._joined_relative(start, end, read, floor)
        if self.lower[end : end + 2] in ("'s", "’s"):
            return start, end, read  # "from Thursday's attack" is of that day
        first, role = self._role(start, floor)
        if read.role is DateRole.DURATION or role is DateRole.AT:
            return start, end, read
        if role is DateRole.DURING or read.role is DateRole.DURING:
            return first, end, replace(read, role=DateRole.DURING)
        return first, end, replace(read, edtf=self._bounded(read.edtf, role), role=role)

    def _joined_relative(
        self, start: int, end: int, read: DateRead, floor: int
    ) -> tuple[int, DateRead]:
        """Join "Thursday" and "to Sunday"; "and" joins only after "between"."""
        window = self.lower[max(floor, start - 12) : start]
        pattern = _AND if "between" in window else _TO
        join = pattern.match(self.lower, end)
        if read.edtf is None or join is None or join.end() >= len(self.lower):
            return end, read
        last = self._simple(join.end())
        days = None if last is None else _stretch(read.edtf, last[1])
        if last is None or days is None:
            return end, read
        return last[0], DateRead(days, DateRole.DURING)

    def _simple(self, start: int) -> tuple[int, str] | None:
        """One date at a place, without the words around it: its end and EDTF."""
        told = self._told(start)
        if told is not None:
            edtf = self._dated(told.first).edtf
            return None if edtf is None else (told.end, edtf)
        word = _WORD.match(self.lower, start)
        found = relative_at(self.lower, start, word[0], self.day) if word else None
        if found is None or found[1].edtf is None:
            return None
        return found[0], found[1].edtf

    def _role(self, start: int, floor: int) -> tuple[int, DateRole]:
        match = self._before(_BEFORE, start, floor)
        if match is None or match.lastgroup is None:
            since = _SINCE_AN_EVENT.search(self.lower[max(floor, start - 64) : start])
            if since is not None:
                return start - len(since[0]), DateRole.SINCE
            return start, DateRole.AT
        return start - len(match[0]), DateRole(match.lastgroup)

    def _before(
        self, pattern: re.Pattern[str], start: int, floor: int
    ) -> re.Match[str] | None:
        return pattern.search(self.lower[max(floor, start - 32) : start])

    def _bounded(self, edtf: str | None, role: DateRole) -> str | None:
        """Open a date towards publication ("since") or towards the past ("until")."""
        if edtf is None or "[" in edtf:
            return edtf
        first, _, last = edtf.partition("/")
        if role is DateRole.UNTIL:
            return f"../{last or first}"
        if role is not DateRole.SINCE:
            return edtf
        end = self._end(first)
        return first if end == first else f"{first}/{end}"

    def _end(self, edtf: str) -> str:
        if self.day is None or edtf.rstrip("~") > self.day.isoformat():
            return ".."
        return self.day.isoformat()


def _stretch(first: str, last: str) -> str | None:
    """The days from one date to another; "Thursday to Sunday" may cross a week."""
    start, end = Edtf.parse(first).earliest, Edtf.parse(last).latest
    if start is not None and end is not None and start > end:
        start = shifted(start, -7)
    return days_edtf(start, end)
