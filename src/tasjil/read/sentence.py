"""One sentence of a report, with every letter's place in the report."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, and where each of its letters stands in the report.

    Attributes:
        text: The words for the parser: one space between them, notes in square
            brackets left out, capitals undone.
        at: For each character of `text`, its offset in the report.
        notes: What stood in brackets: offset and words.
        paragraph: Which paragraph of the report it stands in, from 0.
    """

    index: int
    start: int
    end: int
    text: str
    at: tuple[int, ...]
    paragraph: int
    notes: tuple[tuple[int, str], ...] = ()

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in the report for characters `first` to `last` of `text`."""
        return self.at[first], self.at[last - 1] + 1
