"""A case of many dead and several lists whose true toll is known, for estimating."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from invented.folder import CASE, places_csv
from invented.land import SPOTS, province_of
from invented.name_lists import heard
from invented.people import FAMILIES, MEN, WOMEN

COLUMNS = ("id", "name", "sex", "age", "died", "place", "province")
REPORT = """\
Publisher: Lumenian Ministry of Health
Date: 2031-06-02

At least {people} people were killed in Lumenia between 3 May and 30 May 2031, the \
Lumenian Ministry of Health said.
"""
"""A total that somebody told, as there always is one; it counts a third."""
FIRST_DAY = date(2031, 5, 3)
DAYS = 28


@dataclass(frozen=True, slots=True)
class Lister:
    """An office that lists the dead.

    Attributes:
        file: What its list is called.
        share: Of the dead, how many it lists.
        hidden: Of those whom everybody hears of less, how many it lists.
    """

    file: str
    share: float
    hidden: float


APART = (
    Lister("hospitals", 0.55, 0.55),
    Lister("monitors", 0.45, 0.45),
    Lister("families", 0.4, 0.4),
)
"""Three offices that know nothing of each other, of dead who are alike to them."""

HIDDEN = (
    Lister("hospitals", 0.7, 0.12),
    Lister("monitors", 0.6, 0.1),
    Lister("families", 0.55, 0.15),
    Lister("council", 0.5, 0.1),
)
"""Four offices, and every third of the dead where none of them gets to."""


@dataclass(frozen=True, slots=True)
class Dead:
    """Somebody invented who was killed."""

    name: str
    sex: str
    age: int
    day: date
    place: str
    hidden: bool


def dead(chance: Random, people: int) -> list[Dead]:
    """Invent people; no two have one name."""
    names = [
        (f"{given} {father} {family}", sex)
        for given, sex in [(n, "man") for n, _ in MEN]
        + [(n, "woman") for n, _ in WOMEN]
        for father, _ in MEN
        for family, _ in FAMILIES
    ]
    villages = [each.id for each in SPOTS.values() if each.level == "village"]
    return [
        Dead(
            name,
            sex,
            chance.randint(1, 85),
            FIRST_DAY + timedelta(days=chance.randrange(DAYS)),
            chance.choice(villages),
            nth % 3 == 0,
        )
        for nth, (name, sex) in enumerate(chance.sample(names, people))
    ]


def make_toll(
    seed: int, people: int, listers: Sequence[Lister] = APART
) -> dict[str, str]:
    """Write a case folder: who was killed, and who of them is on which list.

    Args:
        seed: Where chance begins.
        people: The true toll.
        listers: Who lists; more than two, for an estimate.

    Returns:
        The text of every file, by its name. `truth.json` has the toll.
    """
    chance = Random(seed)
    killed = dead(chance, people)
    files = {
        "case.toml": CASE,
        "places.csv": places_csv(),
        "reports/ministry.txt": REPORT.format(people=people // 3),
    }
    on: dict[str, int] = {}
    for lister in listers:
        told = [
            each
            for each in killed
            if chance.random() < (lister.hidden if each.hidden else lister.share)
        ]
        chance.shuffle(told)
        on[lister.file] = len(told)
        files[f"lists/{lister.file}.csv"] = _list(told, chance)
    truth = {"seed": seed, "killed": people, "lists": on}
    return files | {"truth.json": json.dumps(truth, indent=1) + "\n"}


def _list(told: Sequence[Dead], chance: Random) -> str:
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    for nth, each in enumerate(told, 1):
        rows.writerow(
            (
                nth,
                heard(each.name, chance),
                each.sex if chance.random() < 0.95 else "",
                each.age if chance.random() < 0.9 else "",
                each.day.isoformat() if chance.random() < 0.95 else "",
                SPOTS[each.place].name,
                SPOTS[province_of(each.place)].name,
            )
        )
    return text.getvalue()
