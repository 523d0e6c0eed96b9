"""The one door of reading: a report goes in, claims on its exact words come out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Protocol

from tasjil.errors import BadPassage, ReaderError
from tasjil.model.claim import Claim
from tasjil.model.report import Report
from tasjil.read.arabic.reader import ArabicReader
from tasjil.read.context import ReadingContext
from tasjil.read.dropping import Dropped, Proposed
from tasjil.read.english.reader import EnglishReader
from tasjil.read.languages import NAMES, language_of

__all__ = [
    "NoReader",
    "Reader",
    "Reading",
    "extract_claims",
    "gate",
    "gated",
    "label_of",
    "read",
    "reader_for",
    "reader_named",
    "readers",
]


class NoReader(ReaderError):
    """No reader for the language of a report yet; the report stays unread, not lost."""


class Reader(Protocol):
    """What the door asks of a reader, for any language and by any method."""

    @property
    def name(self) -> str:
        """Its name: "english"."""

    @property
    def version(self) -> str:
        """Its version; a new one for every change in what it reads."""

    @property
    def languages(self) -> frozenset[str]:
        """The languages it reads, as two-letter codes; empty where it reads any."""

    def read(
        self, report: Report, context: ReadingContext
    ) -> Sequence[Claim] | Proposed:
        """Every claim of harm the report makes, in the order of its words.

        A reader that finds false words among its own claims says how many (`Proposed`).
        """


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one report.

    Attributes:
        claims: Claims whose every word stands in the report.
        dropped: How many were thrown away because their words do not.
        reader: Which reader read it: "english/1".
        reasons: How many were thrown away for each reason.
    """

    claims: tuple[Claim, ...]
    dropped: int
    reader: str
    reasons: Mapping[Dropped, int] = field(default_factory=dict, hash=False)


@cache
def _built_in() -> tuple[Reader, ...]:
    """The readers that need no setting and no network."""
    return (EnglishReader(), ArabicReader())


@cache
def readers() -> Mapping[str, Reader]:
    """The readers there are, by language."""
    return {language: each for each in _built_in() for language in each.languages}


def reader_named(name: str) -> Reader:
    """The reader of a name: "english", or "english/1" for that version and no other.

    Raises:
        NoReader: Where there is none; the message names those there are.

    Example:
        >>> sorted(reader_named("english").languages)
        ['en']
    """
    for each in _built_in():
        if name in (each.name, label_of(each)):
            return each
    there = ", ".join(label_of(each) for each in _built_in())
    raise NoReader(f"no reader of that name: expected one of {there}; name one of them")


def label_of(reader: Reader) -> str:
    """A reader's name and version, as its claims carry it.

    Example:
        >>> label_of(reader_named("english"))
        'english/3'
    """
    return f"{reader.name}/{reader.version}"


def reader_for(language: str | None) -> Reader:
    """The reader for a language.

    Raises:
        NoReader: Where there is none yet; the message names those there are.

    Example:
        >>> reader_for("en").name
        'english'
    """
    found = readers().get(language or "")
    if found is None:
        there = ", ".join(sorted(NAMES.get(each, each) for each in readers()))
        what = NAMES.get(language or "", language) or "a report of unknown language"
        raise NoReader(
            f"no reader for {what} yet: expected a report in {there}; "
            "the report is kept and can be read when a reader is there"
        )
    return found


def extract_claims(
    report: Report, context: ReadingContext | None = None
) -> list[Claim]:
    """Read a report's claims, each on its exact words.

    Args:
        report: The report as captured.
        context: The case it is read for; None reads it for no case.

    Raises:
        NoReader: Where no reader knows the report's language.
    """
    return list(read(report, context).claims)


def read(
    report: Report,
    context: ReadingContext | None = None,
    reader: Reader | None = None,
) -> Reading:
    """Read a report and say how many claims did not stand on its words.

    Args:
        report: The report as captured.
        context: The case it is read for; None reads it for no case.
        reader: Who reads it; None takes the reader of its language.

    Raises:
        NoReader: Where no reader, or not the one asked for, knows its language.
    """
    asked = reader or reader_for(language_of(report))
    _require_language(report, asked)
    return gated(report, asked.read(report, context or _no_case()), asked)


def gated(report: Report, found: Sequence[Claim] | Proposed, reader: Reader) -> Reading:
    """What of a reader's claims stands on the report's words, and how many do not."""
    proposed = Proposed.of(found)
    kept = gate(report, proposed.claims)
    reasons = Counter(proposed.dropped)
    reasons[Dropped.WORDS] += len(proposed.claims) - len(kept)
    reasons = +reasons
    return Reading(kept, reasons.total(), label_of(reader), dict(reasons))


def _require_language(report: Report, reader: Reader) -> None:
    """Raise `NoReader` where a reader was asked for that does not know the language."""
    language = language_of(report)
    if reader.languages and language not in reader.languages:
        what = NAMES.get(language or "", language) or "of unknown language"
        raise NoReader(
            f"the reader {label_of(reader)} does not read this report ({what}): "
            f"expected {', '.join(NAMES.get(x, x) for x in sorted(reader.languages))}; "
            "ask for another reader, or for none to have one chosen"
        )


@cache
def _no_case() -> ReadingContext:
    """The context of a report that is read for no case."""
    return ReadingContext()


def gate(report: Report, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims whose passage and spans stand in the report, word for word."""
    return tuple(claim for claim in claims if _stands(report, claim))


def _stands(report: Report, claim: Claim) -> bool:
    """True where every word the claim rests on is in the report."""
    if claim.report != report.id:
        return False
    try:
        claim.check(report.text)
    except BadPassage:
        return False
    told = {
        "quantity": claim.quantity.text,
        "victims": claim.victims.text,
        "when": claim.when.text,
        "perpetrator": claim.perpetrator.text,
    }
    return all(
        _one_line(report.text[slice(*claim.spans[key])]) == _one_line(words)
        for key, words in told.items()
        if words is not None and key in claim.spans
    )


def _one_line(words: str) -> str:
    """The words with one space between them."""
    return " ".join(words.split())
