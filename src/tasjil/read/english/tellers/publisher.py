"""Who publishes a report, from its headers or from the words of its dateline."""

import re
from collections.abc import Sequence

from tasjil.model.claim import Teller
from tasjil.model.report import Report
from tasjil.read.context import ReadingContext
from tasjil.read.english.tellers import attribution
from tasjil.read.sentence import Sentence

_DASH = re.compile(r"\s*(?:[-–—:\[]|\n|$)")
"""What stands behind an agency; behind "Omar Halqi (Abu Tamo)" the sentence goes on."""

_LONGEST = 120
_A_LETTER = 3


def publisher_of(
    report: Report, sentences: Sequence[Sentence], context: ReadingContext
) -> Teller | None:
    """The publisher from the headers, or the agency in brackets after a dateline."""
    if report.publisher:
        return attribution.publisher(report.publisher, context.tellers)
    for at, note in sentences[0].notes if sentences else ():
        told = note.startswith("(") and at < _LONGEST and len(note) > _A_LETTER
        if told and _DASH.match(report.text, at + len(note)):
            return attribution.publisher(note.strip("() "), context.tellers)
    return None
