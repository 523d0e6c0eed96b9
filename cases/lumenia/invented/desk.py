"""The desk at which reports are written: what is said, by whom, in which words."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random

from invented import arabic_events, arabic_totals, english_events, english_totals
from invented.knowing import Knowledge
from invented.statement import Said, Sentence, Told
from invented.views import Phrase
from invented.world import World

EVENTS = {"en": english_events, "ar": arabic_events}
TOTALS = {"en": english_totals, "ar": arabic_totals}

STATUS_OF = {
    "civilians": "civilian",
    "residents": "civilian",
    "soldiers": "armed forces",
    "forces": "armed forces",
    "fighters": "direct participant",
}


@dataclass(frozen=True, slots=True)
class Head:
    """Who publishes a report, when, in which language, about what."""

    chain: tuple[str, ...]
    published: date
    language: str
    topic: str
    relays: str | None = None

    @property
    def publisher(self) -> str:
        """The last in the chain."""
        return self.chain[-1]


@dataclass(slots=True)
class Desk:
    """Everything written so far, in order."""

    world: World
    knowledge: Knowledge
    chance: Random
    reports: list[Told] = field(default_factory=list)

    def write(
        self, head: Head, title: str, paragraphs: Iterable[list[tuple[Phrase, dict]]]
    ) -> Told:
        """Put phrases and what they say into a report with a file of its own."""
        file = self._file(head)
        lines: list[tuple[Sentence, ...]] = []
        nth = 0
        for paragraph in paragraphs:
            made: list[Sentence] = []
            for phrase, says in paragraph:
                kept: list[Said] = []
                for role in phrase.roles:
                    if role in says:
                        nth += 1
                        kept.append(replace(says[role], id=f"{file}#{nth}"))
                made.append(Sentence(phrase.text, tuple(kept)))
            if made:
                lines.append(tuple(made))
        told = Told(
            file,
            title,
            head.publisher,
            head.published,
            head.language,
            _within(lines),
            head.relays,
        )
        self.reports.append(told)
        return told

    def copy(self, told: Told, publisher: str, published: date) -> Told:
        """Let another outlet publish a report word for word."""
        head = Head((publisher,), published, told.language, _topic(told), told.file)
        file = self._file(head)
        ids = {said.id: f"{file}#{said.id.split('#')[1]}" for said in told.says}
        paragraphs = tuple(
            tuple(
                Sentence(
                    line.text, tuple(_passed_on(s, publisher, ids) for s in line.says)
                )
                for line in lines
            )
            for lines in told.paragraphs
        )
        made = replace(
            told,
            file=file,
            publisher=publisher,
            published=published,
            paragraphs=paragraphs,
            relays=told.file,
        )
        self.reports.append(made)
        return made

    def _file(self, head: Head) -> str:
        stem = f"{head.published.isoformat()}-{head.publisher}-{head.topic}"
        stem += "-ar" if head.language == "ar" else ""
        taken = {each.file for each in self.reports}
        name, again = f"{stem}.md", 1
        while name in taken:
            again += 1
            name = f"{stem}-{again}.md"
        return name


def _topic(told: Told) -> str:
    stem = told.file.removesuffix(".md").removesuffix("-ar")
    return stem[len(f"{told.published.isoformat()}-{told.publisher}-") :]


def _passed_on(said: Said, publisher: str, ids: dict[str, str]) -> Said:
    part = ids[said.part_of] if said.part_of else None
    chain = (*said.chain, publisher)
    return replace(said, id=ids[said.id], part_of=part, chain=chain)


def _within(lines: list[tuple[Sentence, ...]]) -> tuple[tuple[Sentence, ...], ...]:
    """Point every part at the whole that the same report tells."""
    wholes = {
        said.fact: said.id
        for paragraph in lines
        for line in paragraph
        for said in line.says
        if said.part_of is None
    }
    return tuple(
        tuple(
            replace(
                line,
                says=tuple(
                    replace(said, part_of=wholes.get(said.part_of or ""))
                    for said in line.says
                ),
            )
            for line in paragraph
        )
        for paragraph in lines
    )
