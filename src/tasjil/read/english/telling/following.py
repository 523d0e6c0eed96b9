"""Time and place of a sentence that gives none, from what the report told before it."""

import re
from collections.abc import Sequence

from tasjil.model.report import Report
from tasjil.read.date_read import DateRead
from tasjil.read.drafts.draft import Draft
from tasjil.read.drafts.following import Following
from tasjil.read.english.numbers.number_words import CARDINAL
from tasjil.read.english.text.lexicon import words
from tasjil.read.english.times.dates import find_dates
from tasjil.read.found import Found
from tasjil.read.sentence import Sentence

_WORD = re.compile(r"[a-z]+")
_FIRST_PERSON = re.compile(r"\b(?:i|we|my|our|me|us)\b", re.IGNORECASE)
_COUNTED_OTHERS = re.compile(
    rf"^\W*(?:(?:at\s+least|about|some|more\s+than)\s+)?"
    rf"(?:{CARDINAL}|several|dozens\s+of|many|scores\s+of)\s+others?\b"
    rf"|^\W*another\s+(?:{CARDINAL}|several|dozens?)\s+(?:[a-z]+\s+){{0,3}}?(?:were\s+|was\s+)"
    r"(?:wounded|injured|hurt)\b"
)
_HEAD = 60


def follow_events(
    report: Report, drafts: Sequence[Draft], sentences: Sequence[Sentence]
) -> None:
    """Give the event's time and place to what the report tells of it later.

    As in "Four farmers were shot dead in Varesh on Saturday. Two women were wounded."
    A sentence that only sets the scene gives its time too: "On the night of 2 March
    soldiers came. My son was shot." A sentence that speaks of another event
    ("elsewhere", "in a separate attack") keeps its silence.
    """
    testimony = _is_testimony(report.text)
    telling = EnglishTelling(report.published)
    Following(report, drafts, sentences, telling, testimony=testimony).go()


def speaks_of_another(text: str) -> bool:
    """True where a sentence tells of another event.

    Example:
        >>> speaks_of_another("Another four people were wounded.")
        False
        >>> speaks_of_another("Two were killed in another raid.")
        True
    """
    said = set(_WORD.findall(_COUNTED_OTHERS.sub(" ", text.lower())))
    return bool(said & words("grammar", "following_elsewhere"))


class EnglishTelling:
    """How English tells of times; see `drafts.following.Telling`."""

    def __init__(self, published: str | None) -> None:
        """Keep the day from which other days are told."""
        self._published = published

    def dates(self, sentence: Sentence) -> list[Found[DateRead]]:
        """The dates of a sentence."""
        return find_dates(sentence.text, self._published)

    def sets_the_scene(self, sentence: Sentence, date: Found[DateRead]) -> bool:
        """True for a date near the head of a sentence that is about that day.

        "Said on Tuesday" is the day of the words, "the attacks of Tuesday" another
        event.
        """
        before = _WORD.findall(sentence.text[: date.start].lower())
        telling = set(before) & words("grammar", "following_telling")
        hangs = bool(before) and before[-1] in words("grammar", "following_hanging")
        return date.start <= _HEAD and not telling and not hangs

    def speaks_of_another(self, sentence: Sentence) -> bool:
        """True for "elsewhere", "in a separate attack", "a year earlier".

        "Ten others were wounded" is no other event, but other people.
        """
        return speaks_of_another(sentence.text)

    def is_item(self, sentence: Sentence) -> bool:
        """Never: lists are read before."""
        return False


def _is_testimony(text: str) -> bool:
    """True where most sentences are told by "I" or "we"."""
    told = len(_FIRST_PERSON.findall(text))
    return told * 30 > len(text.split())
