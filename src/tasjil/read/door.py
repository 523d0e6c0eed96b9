"""The one door of reading: a report goes in, claims on its exact words come out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from tasjil.errors import BadPassage, ReaderError
from tasjil.model.claim import Claim
from tasjil.model.report import Report
from tasjil.read.context import ReadingContext
from tasjil.read.english.reader import EnglishReader
from tasjil.read.languages import NAMES, language_of

__all__ = [
    "NoReader",
    "Reader",
    "Reading",
    "extract_claims",
    "gate",
    "read",
    "reader_for",
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
        """The languages it reads, as two-letter codes."""

    def read(self, report: Report, context: ReadingContext) -> list[Claim]:
        """Every claim of harm the report makes, in the order of its words."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one report.

    Attributes:
        claims: Claims whose every word stands in the report.
        dropped: How many were thrown away because their words do not.
        reader: Which reader read it: "english/1".
    """

    claims: tuple[Claim, ...]
    dropped: int
    reader: str


@cache
def readers() -> Mapping[str, Reader]:
    """The readers there are, by language."""
    known: tuple[Reader, ...] = (EnglishReader(),)
    return {language: reader for reader in known for language in reader.languages}


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


def read(report: Report, context: ReadingContext | None = None) -> Reading:
    """Read a report and say how many claims did not stand on its words."""
    reader = reader_for(language_of(report))
    found = reader.read(report, context or _no_case())
    kept = gate(report, found)
    return Reading(kept, len(found) - len(kept), f"{reader.name}/{reader.version}")


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
