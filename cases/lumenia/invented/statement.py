"""What one sentence says of how many, and what is true of it."""

from dataclasses import dataclass
from datetime import date

from invented.world import Asked


@dataclass(frozen=True, slots=True)
class Said:
    """One number as one report gives it.

    Attributes:
        id: Its name in the truth file.
        fact: The same for all reports that pass one figure on.
        level: Incident or aggregate.
        number: What the words say.
        bound: Exact, floor ("at least", "so far"), neither (estimated, or of others).
        asked: Whom it counts, by its own words.
        basis: Verified, documented, reported or estimated, by its own words.
        chain: Ids of those who tell, the first teller first, the publisher last.
        until: The day up to which it counts.
        running: True for a count that goes on.
        part_of: The statement it is a part of.
        incidents: Ids of the incidents it tells of.
        names: The people it names, as written.
        least: True where the words say "at least".
        stance: Stated, verified, estimated or denied.
        high: The upper end where the words give two.
        who: The word for them.
        province: The wrong province that the words put the place in.
    """

    id: str
    fact: str
    level: str
    number: int
    asked: Asked
    chain: tuple[str, ...]
    bound: str = "exact"
    basis: str = "reported"
    until: date | None = None
    running: bool = False
    part_of: str | None = None
    incidents: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    least: bool = False
    stance: str = "stated"
    high: int | None = None
    who: str = "people"
    province: str | None = None

    @property
    def teller(self) -> str:
        """The first teller."""
        return self.chain[0]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words, and what they say."""

    text: str
    says: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """One report.

    Attributes:
        relays: The file of the report that it passes on; None for one of its own.
    """

    file: str
    title: str
    publisher: str
    published: date
    language: str
    paragraphs: tuple[tuple[Sentence, ...], ...]
    relays: str | None = None

    @property
    def says(self) -> tuple[Said, ...]:
        """Everything it says."""
        return tuple(
            said for lines in self.paragraphs for line in lines for said in line.says
        )

    @property
    def body(self) -> str:
        """Its text without the head."""
        return "\n\n".join(_written(lines) for lines in self.paragraphs)

    def start_of(self, sentence: Sentence) -> int:
        """Tell where a sentence of it begins in its text."""
        return self.body.index(sentence.text)


def _written(lines: tuple[Sentence, ...]) -> str:
    """Join sentences; those of a list stand on lines of their own."""
    text = ""
    for line in lines:
        tie = "\n" if line.text.startswith("- ") else " "
        text += (tie if text else "") + line.text
    return text
