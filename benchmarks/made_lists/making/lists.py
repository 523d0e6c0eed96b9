"""Makes people, lets lists tell of them, and writes what is told and what is true."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from making.cells import Sheet
from making.people import Person, World
from making.sources import Source
from making.teller import Teller
from making.told import Told

Row = tuple[list[str], Told, str]


class ListMaker:
    """Gathers the rows of one list."""

    def __init__(self, source: Source, seed: int) -> None:
        """Give the list chance of its own, so that lists do not disturb each other."""
        self.source = source
        self.chance = Random(f"{source.name} {seed}")
        self.teller = Teller(source, self.chance)
        self.sheet = Sheet(source, self.chance)
        self.header = self.sheet.header()
        self.rows: list[Row] = []

    def hear(
        self, person: Person, known: float, others: dict[str, Told]
    ) -> Told | None:
        """Add the person's rows, if this list hears of them; give what it told."""
        leader, share = self.source.relays
        if leader in others and self.chance.random() < share:
            copy = replace(others[leader], kinds=[*others[leader].kinds, "relayed"])
            return self._add(copy)
        if self.chance.random() >= self.source.share * known:
            return None
        told = self._add(self.teller.tell(person))
        if self.chance.random() < self.source.repeats:
            again = self.teller.tell(person)
            again.kinds.append("repeat")
            self._add(again)
        return told

    def _add(self, told: Told) -> Told:
        cells = self.sheet.row(told)
        self.rows.append((cells, told, ";".join(told.kinds)))
        return told

    def finished(self) -> Iterator[Row]:
        """Give the rows, shuffled, each with its number where the list has numbers."""
        self.chance.shuffle(self.rows)
        numbered = "number" in self.source.columns
        for number, row in enumerate(self.rows, 1):
            if numbered:
                row[0][self.source.columns.index("number")] = str(number)
            yield row


def catchable(person: Person, chance: Random) -> float:
    """Say how much likelier than usual all lists are to hear of somebody."""
    known = min(1.5, max(0.4, chance.gauss(1.0, 0.3)))
    if person.age < 5:
        return known * 0.7
    return known * (0.8 if not person.man and person.age > 60 else 1.0)


@dataclass(frozen=True, slots=True)
class Size:
    """How large a set is to be: in records, or in persons who died."""

    records: int | None = None
    persons: int | None = None

    def reached(self, records: int, persons: int) -> bool:
        """Say whether a set of this size is large enough."""
        if self.persons is not None:
            return persons >= self.persons
        return records >= (self.records or 0)


def make(sources: Sequence[Source], size: Size, seed: int) -> list[ListMaker]:
    """Make people and tell of them until the lists are as large as asked."""
    chance = Random(seed)
    makers = [ListMaker(source, seed) for source in sources]
    made = 0
    for person in World(Random(f"people {seed}")).people():
        known, told_by = catchable(person, chance), dict[str, Told]()
        for maker in makers:
            before = len(maker.rows)
            told = maker.hear(person, known, told_by)
            made += len(maker.rows) - before
            if told is not None:
                told_by[maker.source.name] = told
        if size.reached(made, person.number):
            break
    return makers


def write(makers: Sequence[ListMaker], folder: Path) -> None:
    """Write the lists, the truth, and what went wrong."""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        (folder / "truth.csv").open("w", newline="", encoding="utf-8") as truth_file,
        (folder / "noise.csv").open("w", newline="", encoding="utf-8") as noise_file,
    ):
        truth, noise = csv.writer(truth_file), csv.writer(noise_file)
        truth.writerow(("list", "id", "person"))
        noise.writerow(("record", "script", "kinds", "house", "clan", "bears"))
        for maker in makers:
            name = maker.source.name
            path = folder / f"{name}.csv"
            with path.open("w", newline="", encoding="utf-8") as list_file:
                rows = csv.writer(list_file)
                rows.writerow(maker.header)
                for number, (cells, told, kinds) in enumerate(maker.finished(), 1):
                    rows.writerow(cells)
                    truth.writerow((name, number, told.person))
                    who = (told.house, told.clan, told.bears)
                    noise.writerow((f"{name}:{number}", told.script, kinds, *who))
