"""Time and place of a sentence that gives none, from what the report told before it."""

from collections.abc import Sequence

from tasjil.model.report import Report
from tasjil.read.arabic.tellers.cues import cues
from tasjil.read.arabic.tellers.said_when import said_when
from tasjil.read.arabic.tellers.telling_words import words
from tasjil.read.arabic.text.sentences import is_item
from tasjil.read.arabic.times.dates import find_dates
from tasjil.read.date_read import DateRead
from tasjil.read.drafts.draft import Draft
from tasjil.read.drafts.following import Following
from tasjil.read.found import Found
from tasjil.read.sentence import Sentence

_HEAD_WORDS = 8
_HEAD = 60


def follow_events(
    report: Report,
    drafts: Sequence[Draft],
    sentences: Sequence[Sentence],
    *,
    one_voice: bool,
) -> None:
    """Give the event's time and place to what the report tells of it later.

    As in "At noon on Monday soldiers came. They shot the miller." An item of a list
    takes from the words above the list; "in another incident" keeps its silence.
    """
    telling = ArabicTelling(report.published)
    Following(report, drafts, sentences, telling, testimony=one_voice).go()


class ArabicTelling:
    """How Arabic tells of times; see `drafts.following.Telling`."""

    def __init__(self, published: str | None) -> None:
        """Keep the day from which other days are told."""
        self._published = published

    def dates(self, sentence: Sentence) -> list[Found[DateRead]]:
        """The dates of a sentence, without those of statements."""
        told = said_when(sentence.text)
        found = find_dates(sentence.text, self._published)
        return [d for d in found if not any(a <= d.start < b for a, b in told)]

    def sets_the_scene(self, sentence: Sentence, date: Found[DateRead]) -> bool:
        """True for a date near the head of a sentence, where events begin."""
        return date.start <= _HEAD

    def speaks_of_another(self, sentence: Sentence) -> bool:
        """True for "in another incident", "in a related matter"."""
        line, _ = cues(sentence.text)
        head = range(min(_HEAD_WORDS, len(line)))
        return any(line.one_of(k, words("elsewhere")) for k in head)

    def is_item(self, sentence: Sentence) -> bool:
        """True for an item of a list: it goes on from the words above the list."""
        return is_item(sentence)
