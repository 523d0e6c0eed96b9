"""The time in the title of an Arabic tally or periodic report."""

from collections.abc import Sequence

from tasjil.model.report import Report
from tasjil.read.arabic.tellers.cues import cues
from tasjil.read.arabic.tellers.telling_words import words
from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.times.dates import find_dates
from tasjil.read.date_read import DateRead, DateRole
from tasjil.read.drafts.report_times import Title, title_from
from tasjil.read.found import Found
from tasjil.read.sentence import Sentence

_TITLES = 3
_FEW_WORDS = 8
_ONE_LINE = 12


def title_of(report: Report, sentences: Sequence[Sentence]) -> Title | None:
    """The time in the title of a tally or a periodic report; None for other reports.

    As in "Monthly report, April 2031" or "Toll of the day, Monday 7 July".
    """
    heads = [s for s in sentences[:_TITLES] if s.paragraph == 0]
    counting = any(_is_count(s) for s in heads)
    for sentence in heads:
        line, _ = cues(sentence.text)
        if not counting or not (_is_count(sentence) or len(line) <= _ONE_LINE):
            continue
        dates = [d for d in find_dates(sentence.text, report.published) if _is_own(d)]
        if dates:
            best = max(dates, key=lambda d: len(d.text))
            return title_from(report, sentence, best)
    return None


def _is_own(date: Found[DateRead]) -> bool:
    """True for a day or a stretch; not "since", not how long."""
    return date.value.edtf is not None and date.value.role in _TIMES


_TIMES = (DateRole.AT, DateRole.DURING)


def _is_count(sentence: Sentence) -> bool:
    """True for a title of a tally, a bulletin, a monthly report."""
    line, _ = cues(sentence.text)
    return any(_counts(line, k) for k in range(min(len(line), _FEW_WORDS)))


def _counts(line: Line, k: int) -> bool:
    form = line.bare(k).removeprefix("ل").removeprefix("ال")
    return form in words("titles") or line.form(k) in words("titles")
