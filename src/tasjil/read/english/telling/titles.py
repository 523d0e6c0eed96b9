"""The time in the title of an English tally or periodic report."""

import re
from collections.abc import Sequence

from tasjil.model.report import Report
from tasjil.read.date_read import DateRead, DateRole
from tasjil.read.drafts.draft import Draft
from tasjil.read.drafts.report_times import Title, title_from
from tasjil.read.english.text.lexicon import words
from tasjil.read.english.times.dates import find_dates
from tasjil.read.found import Found
from tasjil.read.sentence import Sentence

_TITLES = 3
_LONGEST = 90
_MONTH = re.compile(r"\d{4}-\d\d")
_WORD = re.compile(r"[a-z]+")
_TIMES = (DateRole.AT, DateRole.DURING)


def title_of(
    report: Report, drafts: Sequence[Draft], sentences: Sequence[Sentence]
) -> Title | None:
    """The time in the title of a tally or a periodic report; None for other reports.

    As in "Daily tally, Monday 12 May 2031", "Harm to civilians in May 2031". A month
    makes a periodic report of any title that is no headline: one that tells of no harm
    itself. A day does so beside a word for counting.
    """
    told = {draft.sentence for draft in drafts}
    heads = [s for s in sentences[:_TITLES] if _is_title(s)]
    counting = any(_counts(s) for s in heads)
    for sentence in heads:
        dates = [d for d in find_dates(sentence.text, report.published) if _is_own(d)]
        for date in dates:
            month = _MONTH.fullmatch(date.value.edtf or "") is not None
            if counting or (month and sentence.index not in told):
                return title_from(report, sentence, date)
    return None


def _is_title(sentence: Sentence) -> bool:
    """True for a line of few words at the top without a stop at its end."""
    short = len(sentence.text) <= _LONGEST
    return short and sentence.paragraph <= 1 and sentence.text[-1:] not in ".!?:"


def _counts(sentence: Sentence) -> bool:
    """True for "tally", "count for", "documented today"."""
    said = _WORD.findall(sentence.text.lower())
    return any(word in words("grammar", "titles_counting") for word in said)


def _is_own(date: Found[DateRead]) -> bool:
    """True for a day or a stretch; not "since", not how long."""
    return date.value.edtf is not None and date.value.role in _TIMES
