"""What happened in the invented country: incidents, and everyone harmed in them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from invented.land import SETTLEMENTS, VILLAGES, holders
from invented.people import Births, Person

FIRST_DAY = date(2031, 5, 3)
LAST_DAY = date(2031, 5, 28)
ACTS = ("killed", "injured", "abducted")

SIZES = {"small": (9, 3), "middle": (11, 5), "full": (26, 10)}
"""How many incidents are told of one by one, and how many never are."""

CAUSES = {
    "shelling": "heavy weapons and explosive munitions",
    "gunfire": "small arms and light weapons",
    "mine": "planted explosives and unexploded ordnance",
}


@dataclass(frozen=True, slots=True)
class Happened:
    """One incident as it was.

    Attributes:
        means: Shelling, gunfire or a mine.
        doer: The army, the brigade, or nobody for a mine.
        harmed: Ids of the people, by act; the same person may stand in two incidents.
        told: False where no report tells of it alone.
    """

    id: str
    day: date
    place: str
    means: str
    doer: str | None
    harmed: dict[str, tuple[str, ...]]
    told: bool = True

    def of(self, act: str) -> tuple[str, ...]:
        """Give the people to whom it was done."""
        return self.harmed.get(act, ())


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom a figure counts; None, or nothing, is everyone and everywhere.

    Attributes:
        days: First and last day, both included.
        where: Ids of places; harm in one of them or inside it counts.
    """

    act: str = "killed"
    days: tuple[date, date] | None = None
    where: tuple[str, ...] = ()
    status: str | None = None
    doer: str | None = None
    sex: str | None = None
    child: bool | None = None


@dataclass(frozen=True, slots=True)
class World:
    """Everything that happened."""

    people: dict[str, Person]
    incidents: tuple[Happened, ...] = ()

    def harmed(self, asked: Asked, told_only: bool = False) -> frozenset[str]:
        """Give the ids of those the scope asks for, each once."""
        found: set[str] = set()
        for incident in self.incidents:
            if (incident.told or not told_only) and _meets(incident, asked):
                found.update(
                    each
                    for each in incident.of(asked.act)
                    if _is_asked(self.people[each], asked)
                )
        return frozenset(found)

    def people_in(self, ids: Iterable[str]) -> list[Person]:
        """Give the people of these ids, in their order."""
        return [self.people[each] for each in ids]


def _meets(incident: Happened, asked: Asked) -> bool:
    if asked.days and not asked.days[0] <= incident.day <= asked.days[1]:
        return False
    if asked.doer is not None and incident.doer != asked.doer:
        return False
    return not asked.where or not set(asked.where).isdisjoint(holders(incident.place))


def _is_asked(person: Person, asked: Asked) -> bool:
    return (
        asked.status in (None, person.status)
        and asked.sex in (None, person.sex)
        and asked.child in (None, person.child)
    )


def make_world(chance: Random, size: str) -> World:
    """Make a world by chance; the same chance makes the same world."""
    births = Births(chance)
    people: dict[str, Person] = {}
    told, untold = SIZES[size]
    spots = _apart(chance, told + untold)
    made = [
        _happened(f"i{number:02}", spot, number < told, births, (chance, people))
        for number, spot in enumerate(spots)
    ]
    made = _met_again(sorted(made, key=lambda each: each.day), people, chance)
    return World(people, tuple(made))


def _apart(chance: Random, number: int) -> list[tuple[date, str]]:
    """Choose days and places of which no two are near in both.

    Two attacks on one village in one week would be told as one; that is a question
    for people, not one with a true answer in the reports.
    """
    chosen: list[tuple[date, str]] = []
    while len(chosen) < number:
        day = FIRST_DAY + timedelta(chance.randint(0, (LAST_DAY - FIRST_DAY).days))
        place = chance.choice(VILLAGES if chance.random() < 0.75 else SETTLEMENTS)
        if all(place != other or abs((day - on).days) > 6 for on, other in chosen):
            chosen.append((day, place))
    return chosen


def _happened(
    name: str,
    spot: tuple[date, str],
    told: bool,
    births: Births,
    made: tuple[Random, dict[str, Person]],
) -> Happened:
    chance, people = made
    means = chance.choice(("shelling", "shelling", "gunfire", "gunfire", "mine"))
    doer = None if means == "mine" else chance.choice(("army", "army", "brigade"))
    statuses = _statuses(chance, doer, chance.randint(2, 21))
    killed = [births.person(status) for status in statuses]
    hurt = [births.person("civilian") for _ in range(_hurt(chance, means))]
    taken = []
    if means == "gunfire" and chance.random() < 0.3:
        taken = [births.person("civilian") for _ in range(chance.randint(2, 7))]
    people.update((each.id, each) for each in (*killed, *hurt, *taken))
    harmed = {"killed": killed, "injured": hurt, "abducted": taken}
    kept = {act: tuple(p.id for p in found) for act, found in harmed.items() if found}
    return Happened(name, *spot, means, doer, kept, told)


def _hurt(chance: Random, means: str) -> int:
    return chance.randint(2, 15) if means == "shelling" else chance.choice((0, 0, 2, 4))


def _statuses(chance: Random, doer: str | None, number: int) -> list[str]:
    """Say who dies: civilians most often; else those who fight the other side."""
    armed = "direct participant" if doer == "army" else "armed forces"
    kind = chance.random()
    if doer is None or kind < 0.6 or number < 4:
        return ["civilian"] * number
    if kind < 0.75:
        return [armed] * number
    fighting = chance.randint(2, number - 2)
    return ["civilian"] * (number - fighting) + [armed] * fighting


def _met_again(
    made: list[Happened], people: dict[str, Person], chance: Random
) -> list[Happened]:
    """Let some of those wounded or taken before be among the dead of a later day."""
    found = list(made)
    for at, incident in enumerate(made):
        before = [*incident.of("injured"), *incident.of("abducted")]
        later = [
            n
            for n in range(at + 1, len(found))
            if all(people[each].status == "civilian" for each in found[n].of("killed"))
        ]
        if before and later and chance.random() < 0.4:
            to = chance.choice(later)
            found[to] = _with_dead(found[to], chance.choice(before))
    return found


def _with_dead(incident: Happened, person: str) -> Happened:
    harmed = {**incident.harmed, "killed": (*incident.of("killed"), person)}
    return replace(incident, harmed=harmed)
