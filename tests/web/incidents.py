"""A small case with killings near each other, and its board: for desks that read it."""

from dataclasses import replace

from tasjil.journey import board
from tasjil.journey.case import Case
from tasjil.journey.progress import Silence
from tasjil.model.acts import Act
from tasjil.model.claim import Teller
from tasjil.model.persons import VictimGroup
from tasjil.model.places import PlaceLevel, Where
from tasjil.model.sources import SourceKind
from web.desks import open_as
from web.reports import claim, keep, report

MILL = "Four farmers were shot dead in Ostrel on Friday, the mayor said.\n"
AGAIN = "Six people were killed in Ostrel on Friday, a nurse who was there said.\n"
BRIDGE = "Nine people, among them Daren Vell, were killed in Varesh on Friday.\n"


def place(name: str) -> tuple[Where, ...]:
    return (Where(name, name=name, level=PlaceLevel.VILLAGE),)


def teller(words: str, kind: SourceKind) -> tuple[Teller, ...]:
    return (Teller(words, kind),)


def tell(case: Case) -> None:
    """Keep three reports of two killings, and count them."""
    with open_as(case, "lead") as register:
        for text, low, where, who, names in (
            (MILL, 4, "Ostrel", teller("the mayor", SourceKind.GOVERNMENT), ()),
            (AGAIN, 6, "Ostrel", teller("a nurse", SourceKind.WITNESS), ()),
            (BRIDGE, 9, "Varesh", (), ("Daren Vell",)),
        ):
            kept, data = report(text, f"{low}.txt", publisher="Varesh Herald")
            told = claim(kept, text.split(",")[0], low, Act.KILLED)
            told = replace(
                told,
                where=place(where),
                attribution=who,
                victims=VictimGroup(names=names),
            )
            keep(register, kept, data, told)
        board.lay_out(case, register, Silence())


def count_again(case: Case) -> None:
    """Do what the worker does after every change."""
    with open_as(case, "lead") as register:
        board.lay_out(case, register, Silence())


def killings(case: Case) -> list[str]:
    """Give the ids of the killings, that with the fewest people first."""
    with open_as(case, "lead") as register:
        lines = board.incidents(register, board.IncidentFilter(act=Act.KILLED)).items
        return [each.id for each in sorted(lines, key=lambda each: each.floor)]


def claims_in(case: Case, id: str) -> tuple[str, ...]:
    """Give the claims of an incident as it was counted last."""
    with open_as(case, "lead") as register:
        return board.incident(register, id).body.incident.claims
