"""One telling, as captured, and the exact words in it."""

from dataclasses import dataclass

from tasjil.errors import BadPassage, BadValue
from tasjil.model.edtf import Edtf
from tasjil.model.ids import ReportId


@dataclass(frozen=True, slots=True)
class Report:
    """One telling: its text and where it came from. Never edited.

    What is not known is None; nothing is guessed in silence (`guessed` names the
    headers that a program worked out rather than read).

    Attributes:
        id: `sha256:` and the digest of the bytes as captured.
        name: The file's name, relative to the folder it was captured from.
        text: The text that passages point into, exactly as it was extracted.
        text_digest: `sha256:` and the digest of `text` in UTF-8.
        published: EDTF date of publication.
        language: Two-letter code (ISO 639-1).
        wording: Whose wording this is, where it is not the publisher's own
            ("summary by the tasjil project").
        obtained: Where and how it was obtained ("file reports/a.md").
    """

    id: ReportId
    name: str
    text: str
    text_digest: str
    media_type: str
    size: int
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    dateline_place: str | None = None
    wording: str | None = None
    obtained: str | None = None
    guessed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a report without an id, without text, or with a date that is none."""
        if not self.id.startswith("sha256:"):
            raise BadValue(f"expected an id that starts with sha256:, got {self.id!r}")
        if not self.text.strip():
            raise BadValue(f"report {self.name!r} has no text")
        if self.published is not None:
            Edtf.parse(self.published)


@dataclass(frozen=True, slots=True)
class Passage:
    """Exact words in a report: `text[start:end] == quote`, always.

    Example:
        >>> Passage.of("Three people were killed.", 0, 12)
        Passage(start=0, end=12, quote='Three people')
    """

    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        """Refuse offsets that cannot hold the quote."""
        if not 0 <= self.start < self.end or self.end - self.start != len(self.quote):
            raise BadPassage(
                f"expected a quote of {self.end - self.start} characters at "
                f"{self.start}..{self.end}, got {len(self.quote)}"
            )

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Passage":
        """Cut the passage out of its report's text."""
        return cls(start, end, text[start:end])

    def check(self, text: str) -> None:
        """Raise `BadPassage` unless the words stand in the text at their offsets."""
        if text[self.start : self.end] != self.quote:
            raise BadPassage(
                f"the quote does not stand at {self.start}..{self.end} of its report"
            )
