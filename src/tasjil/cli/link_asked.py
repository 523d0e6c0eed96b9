"""What a person asked of `tasjil link`, and how it is written out."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tasjil.cli.link_review import put_questions, review_at_terminal
from tasjil.cli.show_link import record_lines, show_people
from tasjil.cli.terminal import put, say
from tasjil.errors import BadValue
from tasjil.journey.linking.desk import Desk
from tasjil.journey.linking.files import model_in
from tasjil.journey.linking.judgements_file import read_judgements
from tasjil.journey.linking.overlaps import Drawn, table_of, tables_of, write
from tasjil.journey.linking.people import People
from tasjil.link.linking import LinkSettings
from tasjil.link.score.room import Room
from tasjil.model.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Asked:
    """How a person wants records linked, and what of it they want written.

    Attributes:
        overlaps: The file for the table of overlaps.
        draws: How many linkages to draw for it; 0 for the one that is held.
        model: The file that says how records are weighed.
        judgements: The file of what people said, where lists are in no case.
        memory: GB that linking may take.
        spill: The folder for what memory does not hold.
    """

    overlaps: Path | None
    draws: int
    seed: int
    model: Path | None
    as_json: bool
    judgements: Path | None = None
    memory: float | None = None
    spill: Path | None = None

    def __post_init__(self) -> None:
        """Refuse draws that go nowhere."""
        if self.draws and self.overlaps is None:
            raise BadValue(
                "expected --overlaps FILE.csv with --draws, found no file; name one"
            )

    @property
    def settings(self) -> LinkSettings:
        """How records are linked."""
        model = None if self.model is None else model_in(self.model)
        memory = None if self.memory is None else int(self.memory * 1e9)
        room = Room(memory=memory, spill=self.spill)
        return LinkSettings(seed=self.seed, model=model, room=room)

    def said(self) -> tuple[Judgement, ...]:
        """What people said of pairs of lists that are in no case."""
        return () if self.judgements is None else read_judgements(self.judgements)


@dataclass(frozen=True, slots=True)
class AtDesk:
    """How pairs are put before a person.

    Attributes:
        questions: How many to write for another program; 0 to ask at the terminal.
        arabic: Ask in Arabic.
    """

    questions: int
    arabic: bool

    def sit(self, desk: Desk, *, clear: bool) -> int:
        """Ask, or write what is to be asked."""
        if self.questions:
            return put_questions(desk, self.questions)
        return review_at_terminal(desk, arabic=self.arabic, clear=clear)


def write_overlaps(people: People, asked: Asked, drawn: Callable[[], Drawn]) -> None:
    """Write the table of overlaps, where one was asked for."""
    if asked.overlaps is None:
        return
    if asked.draws:
        text = tables_of(drawn(), asked.draws, asked.seed)
    else:
        text = table_of(people)
    write(text, asked.overlaps)
    say(f"Who is on which lists: {asked.overlaps}")


def show(people: People, asked: Asked) -> None:
    """Write who is whom, for people or for programs."""
    if asked.as_json:
        for each in record_lines(people):
            put(each)
    else:
        show_people(people)
