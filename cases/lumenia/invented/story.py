"""One invented world: what happened, who told it, and what is wrong in the telling."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from invented.desk import Desk
from invented.incidents import first_told, pass_on, second_account
from invented.knowing import Knowledge, learn
from invented.land import province_of
from invented.name_lists import tables
from invented.planting import Planted, plant
from invented.rounds import tell_totals
from invented.statement import Told
from invented.world import Happened, World, make_world


@dataclass(frozen=True, slots=True)
class Story:
    """A world and everything told of it.

    Attributes:
        slips: What is wrong in the reports, and where; none in an honest world.
        lists: For each table of victims its text, and whom each row is.
    """

    seed: int
    size: str
    world: World
    knowledge: Knowledge
    reports: tuple[Told, ...]
    slips: tuple[Planted, ...]
    lists: dict[str, tuple[str, list[str]]]


RELAYED = {"small": (0.3, 0.2), "middle": (0.4, 0.2), "full": (0.6, 0.35)}
"""Of the incidents told of, the share passed on, and the share told by a second."""


def make_story(seed: int, size: str = "small", *, honest: bool = False) -> Story:
    """Make a world and its reports; the same seed makes the same bytes.

    Args:
        seed: What chance starts from.
        size: Small (about 20 reports), middle (about 45) or full (about 85).
        honest: True for a world in which nobody makes a slip.
    """
    chance = Random(f"lumenia {seed} {size}")
    world = make_world(chance, size)
    first = {i.id: _first_teller(i, chance) for i in world.incidents if i.told}
    knowledge = learn(world, first, chance)
    desk = Desk(world, knowledge, chance)
    passed, second = RELAYED[size]
    for incident in world.incidents:
        if incident.told:
            told = first_told(desk, incident, first[incident.id])
            if chance.random() < passed:
                pass_on(desk, incident, told)
            if chance.random() < second:
                second_account(desk, incident, told)
    tell_totals(desk, size)
    slips = () if honest else tuple(plant(desk, size))
    reports = tuple(sorted(desk.reports, key=lambda each: each.file))
    told_of = {i for told in reports for said in told.says for i in said.incidents}
    world = replace(
        world,
        incidents=tuple(replace(i, told=i.id in told_of) for i in world.incidents),
    )
    lists = tables(world, Random(f"lists {seed} {size}"))
    return Story(seed, size, world, knowledge, reports, slips, lists)


def _first_teller(incident: Happened, chance: Random) -> tuple[str, date]:
    """Choose who tells it fully, and on which day."""
    tellers = ["lmg", "lmg", "dcl", "wire", "wire", "health"]
    if province_of(incident.place) == "northmark":
        tellers.append("hospital")
    if province_of(incident.place) == "sarvel":
        tellers.append("activists")
    return chance.choice(tellers), incident.day + timedelta(chance.randint(0, 2))
