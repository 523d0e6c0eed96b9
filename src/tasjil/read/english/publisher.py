"""Who publishes a report, from its headers or from the words of its dateline."""

from collections.abc import Sequence

from tasjil.model.claim import Teller
from tasjil.model.report import Report
from tasjil.read.context import ReadingContext
from tasjil.read.english import attribution
from tasjil.read.sentence import Sentence


def publisher_of(
    report: Report, sentences: Sequence[Sentence], context: ReadingContext
) -> Teller | None:
    """The publisher from the headers, or the agency in brackets after a dateline."""
    if report.publisher:
        return attribution.publisher(report.publisher, context.tellers)
    for at, note in sentences[0].notes if sentences else ():
        if note.startswith("(") and at < 120 and len(note) > 3:
            return attribution.publisher(note.strip("() "), context.tellers)
    return None
