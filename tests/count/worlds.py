"""Small random worlds of Lumenia: what happened to whom, and what was told of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from tasjil.model.acts import Act, Level
from tasjil.model.claim import Claim, When
from tasjil.model.ids import ClaimId, IncidentId, ReportId, VictimId
from tasjil.model.incident import Incident
from tasjil.model.judgement import DECIDED, ClaimState
from tasjil.model.persons import Sex, Status, VictimGroup
from tasjil.model.places import Place, PlaceLevel, Where
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage
from tasjil.model.victim import Victim

ACT = Act.INJURED
"""A person can be wounded on two days, and killed on one only."""

PLACES = {
    place.id: place
    for place in (
        Place("lumenia", "Lumenia", PlaceLevel.COUNTRY),
        Place("north", "North Province", PlaceLevel.GOVERNORATE, "lumenia"),
        Place("south", "South Province", PlaceLevel.GOVERNORATE, "lumenia"),
        Place("varesh", "Varesh", PlaceLevel.VILLAGE, "north"),
        Place("tolmin", "Tolmin Bridge", PlaceLevel.VILLAGE, "north"),
        Place("osk", "Osk", PlaceLevel.VILLAGE, "south"),
        Place("east", "East Province", PlaceLevel.GOVERNORATE, "lumenia"),
        Place("lake", "Lake Camp", PlaceLevel.VILLAGE, "east"),
    )
}
VILLAGES = ("varesh", "tolmin", "osk")
DAYS = (7, 8, 9)

SPELLINGS = {
    ("ilan", "dor"): ("Ilan Dor", "Ylan Dorr", "إيلان دور"),
    ("mira", "sel"): ("Mira Sel", "Meera Sel", "ميرا سل"),
    ("teo", "vant"): ("Teo Vant", "Teo Vant", "تيو فانت"),
    ("muhamad", "dor"): ("Muhamad Dor", "Mohammed Dor", "محمد دور"),
    ("anwar", "keld"): ("Anwar Keld", "Anwer Keld", "أنور كلد"),
    ("bera", "holm"): ("Bera Holm", "Berra Holm", "بيرا هولم"),
    ("sami", "sel"): ("Sami Sel", "Samy Sel", "سامي سل"),
    ("lura", "fenn"): ("Lura Fenn", "Loura Fenn", "لورا فن"),
}
"""Names by what they share, each as three reports may write it."""

PARTS = {spelled: parts for parts, every in SPELLINGS.items() for spelled in every}

SAID = tuple(state for state in ClaimState if state in DECIDED)
"""What people say of claims."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the invented country."""

    nth: int
    name: tuple[str, str]
    sex: Sex
    age: int
    status: Status


@dataclass(frozen=True, slots=True)
class Event:
    """What truly happened: these people were wounded here on this day."""

    place: str
    day: int
    people: tuple[Person, ...]


@dataclass(slots=True)
class World:
    """What happened, and everything told of it.

    Attributes:
        tells_of: The event a claim is about.
        wrong: Claims that say what is not so.
        wholes: Claims that number everybody of their event, with no end left open.
        groups: Claims of one incident, as somebody put them together: never two
            events in one, but often one event in two.
    """

    events: list[Event] = field(default_factory=list)
    claims: dict[ClaimId, Claim] = field(default_factory=dict)
    states: dict[ClaimId, ClaimState] = field(default_factory=dict)
    tells_of: dict[ClaimId, int] = field(default_factory=dict)
    wrong: set[ClaimId] = field(default_factory=set)
    wholes: set[ClaimId] = field(default_factory=set)
    groups: list[list[ClaimId]] = field(default_factory=list)

    @property
    def incidents(self) -> list[Incident]:
        """Give the incidents, at the time and place their claims agree on."""
        return [
            _incident(f"i{nth}", [self.claims[each] for each in sorted(group)])
            for nth, group in enumerate(self.groups)
        ]

    @property
    def victims(self) -> tuple[Victim, ...]:
        """Give the people who, as somebody settled, stand in two incidents."""
        found = []
        for person in {p for event in self.events for p in event.people}:
            of = [n for n, event in enumerate(self.events) if person in event.people]
            first = [self._first_group(event) for event in of]
            told = [IncidentId(f"i{nth}") for nth in first if nth is not None]
            if len(of) > 1 and len(told) > 1:
                claims = tuple(min(self.groups[int(each[1:])]) for each in told)
                name = VictimId(f"v{person.nth}")
                found.append(Victim(name, claims, (), tuple(told), settled=True))
        return tuple(sorted(found, key=lambda each: each.id))

    def counted(self, claim: ClaimId) -> bool:
        """Tell whether nobody rejected it."""
        return self.states.get(claim) is not ClaimState.REJECTED

    def _first_group(self, event: int) -> int | None:
        fits = (
            nth
            for nth, group in enumerate(self.groups)
            if any(
                self.tells_of.get(each) == event and self.counted(each)
                for each in group
            )
        )
        return next(fits, None)

    def _tells(self, claim: ClaimId, event: int) -> bool:
        return self.tells_of.get(claim) == event and self.counted(claim)


def world(
    seed: int, *, mistakes: bool, linked: bool = False, twice: bool = False
) -> World:
    """Make a world.

    Args:
        seed: The same world for the same seed.
        mistakes: True where reports may be wrong and nobody says so; False where a
            person has rejected every claim that is wrong.
        linked: True where no two events share a village, so that no reader can take
            one for another.
        twice: True where one person may be wounded in two events.
    """
    chance = Random(seed)
    made = World()
    _happen(made, chance, linked, twice)
    for name in "abcd"[: chance.randint(1, 4)]:
        told = chance.sample(
            range(len(made.events)), chance.randint(1, len(made.events))
        )
        for event in sorted(told):
            _tell(made, chance, ReportId(name), event)
        if chance.random() < 0.3:
            _total(made, chance, ReportId(name))
    for claim in made.claims:
        made.states[claim] = _judged(claim, made, chance, mistakes)
    return made


def _judged(claim: ClaimId, made: World, chance: Random, mistakes: bool) -> ClaimState:
    if not mistakes:
        wrong = claim in made.wrong
        return ClaimState.REJECTED if wrong else ClaimState.PROPOSED
    states = [*SAID, ClaimState.PROPOSED, ClaimState.PROPOSED]
    return chance.choice(states)


def _happen(made: World, chance: Random, linked: bool, twice: bool) -> None:
    villages = chance.sample(VILLAGES, len(VILLAGES))
    nth = 0
    for event in range(chance.randint(1, 3)):
        people = []
        for _ in range(chance.randint(1, 5)):
            people.append(_person(nth, chance))
            nth += 1
        if made.events and chance.random() < 0.3 and twice:
            people.append(chance.choice(made.events[0].people))
        village = villages[event] if linked else chance.choice(VILLAGES)
        made.events.append(Event(village, chance.choice(DAYS), tuple(people)))


def _person(nth: int, chance: Random) -> Person:
    return Person(
        nth,
        chance.choice(list(SPELLINGS)),
        chance.choice([Sex.MAN, Sex.WOMAN]),
        chance.randint(1, 60),
        chance.choice([Status.CIVILIAN, Status.ARMED_FORCES]),
    )


def _tell(made: World, chance: Random, report: ReportId, nth: int) -> None:
    """Let a report tell of an event: how many, who some of them were, and parts."""
    event = made.events[nth]
    told = _Telling(
        made, chance, report, nth, _where(event, chance), _when(event, chance)
    )
    if chance.random() < 0.15:
        told.one_person(chance.choice(event.people))
    elif len(event.people) > 1 and chance.random() < 0.2:
        cut = chance.randint(1, len(event.people) - 1)
        told.everybody([event.people[:cut], event.people[cut:]])
    else:
        told.everybody([event.people])
    told.join_an_incident()


@dataclass(slots=True)
class _Telling:
    """What one report says of one event, while it is being written."""

    made: World
    chance: Random
    report: ReportId
    nth: int
    where: tuple[Where, ...]
    when: When
    ids: list[ClaimId] = field(default_factory=list)

    def one_person(self, person: Person) -> None:
        """Tell of one person alone, and of nobody else ("her son")."""
        about = VictimGroup(self._names([person]), sex=person.sex, age=person.age)
        self._claim(Quantity(1, 1, "1"), about, level=Level.INDIVIDUAL)

    def everybody(self, groups: list[tuple[Person, ...]]) -> None:
        """Tell of all, in one number or in two that are told in one breath."""
        told = []
        breath = _passage(self.report, len(self.made.claims))
        for nth, people in enumerate(groups):
            group = f"{self.report}{self.nth}-{nth}"
            about = _shared(people, self._names(people))
            number = self._number(len(people))
            claim = self._claim(number, about, group=group, passage=breath)
            told.append(claim)
            if len(groups) == 1:
                self._perhaps_wrong(claim)
                told += self._perhaps_again(claim, len(people))
            self._perhaps_a_part(group, people)
        closed = [each.id for each in told if each.quantity.high is not None]
        if len(groups) == 1 or len(closed) == len(told):
            self.made.wholes.update(closed)

    def _perhaps_wrong(self, claim: Claim) -> None:
        if self.chance.random() < 0.15:
            number = self.chance.randint(1, 9)
            wrong = replace(claim, quantity=Quantity(number, number, str(number)))
            self.made.claims[claim.id] = wrong
            self.made.wrong.add(claim.id)

    def _perhaps_again(self, claim: Claim, number: int) -> list[Claim]:
        """Let somebody quoted in the report number the same people in other words."""
        if self.chance.random() > 0.15:
            return []
        return [self._claim(self._number(number), VictimGroup(), group=claim.group)]

    def _perhaps_a_part(self, group: str, people: tuple[Person, ...]) -> None:
        women = [each for each in people if each.sex is Sex.WOMAN]
        if women and self.chance.random() < 0.4:
            about = VictimGroup(self._names(women), sex=Sex.WOMAN)
            own = f"{group}-women"
            self._claim(self._number(len(women)), about, group=own, part_of=group)

    def _number(self, number: int) -> Quantity:
        """Say a number that is so: plainly, or with an end open, or not at all."""
        way = self.chance.random()
        if way < 0.5:
            return Quantity(number, number, str(number))
        low = self.chance.randint(1, number)
        if way < 0.7:
            return Quantity(low, None, f"at least {low}")
        if way < 0.9:
            high = number + self.chance.randint(0, 2)
            return Quantity(low, high, f"{low} to {high}")
        return Quantity(None, None, None)

    def _names(self, people: list[Person] | tuple[Person, ...]) -> tuple[str, ...]:
        """Name some of them, each always spelled as this report spells it."""
        named = [each for each in people if self.chance.random() < 0.25]
        shift = ord(self.report)
        return tuple(
            SPELLINGS[each.name][(shift + len(each.name[0])) % 3] for each in named
        )

    def _claim(self, number: Quantity, about: VictimGroup, **more: Any) -> Claim:
        claim = _claim(
            self.made,
            self.report,
            number,
            victims=about,
            where=self.where,
            when=self.when,
            **more,
        )
        self.made.tells_of[claim.id] = self.nth
        self.ids.append(claim.id)
        return claim

    def join_an_incident(self) -> None:
        """Put it to an incident of its event, or leave it apart."""
        groups = self.made.groups
        same = [group for group in groups if self.made.tells_of[group[0]] == self.nth]
        if same and (self.chance.random() < 0.7 or len(groups) > 4):
            self.chance.choice(same).extend(self.ids)
        else:
            groups.append(self.ids)


def _total(made: World, chance: Random, report: ReportId) -> None:
    """Let a report give a total for both provinces, right or wrong."""
    number = chance.randint(1, 40)
    both = (where_named("north"), where_named("south"))
    _claim(
        made,
        report,
        Quantity(number, None, f"at least {number}"),
        where=both,
        when=When("2030-03-07/2030-03-09"),
        level=Level.AGGREGATE,
    )


def _claim(made: World, report: ReportId, number: Quantity, **more: Any) -> Claim:
    nth = len(made.claims)
    more = {"group": f"own-{nth}", "passage": _passage(report, nth)} | more
    claim = Claim(
        id=ClaimId(f"{report}-{nth:02}"),
        report=report,
        act=ACT,
        reader="test/1",
        quantity=number,
        **{"level": Level.INCIDENT} | more,
    )
    made.claims[claim.id] = claim
    return claim


def _passage(report: ReportId, nth: int) -> Passage:
    quote = f"that people were wounded there is what paragraph {nth} of {report} says"
    return Passage(100 * nth, 100 * nth + len(quote), quote)


def _shared(people: tuple[Person, ...], names: tuple[str, ...]) -> VictimGroup:
    """Say of all what is so of all."""
    statuses, sexes = {each.status for each in people}, {each.sex for each in people}
    status = statuses.pop() if len(statuses) == 1 else Status.UNKNOWN
    sex = sexes.pop() if len(sexes) == 1 else Sex.UNKNOWN
    return VictimGroup(names, status=status, sex=sex)


def _where(event: Event, chance: Random) -> tuple[Where, ...]:
    """Tell the village, its province, or no place."""
    told = chance.choice([event.place, event.place, PLACES[event.place].parent, None])
    return (where_named(told),) if told else ()


def where_named(place: str) -> Where:
    """Give a place as a reader would, with all that holds it."""
    known = PLACES[place]
    within = tuple(_around(place))
    return Where(known.name, known.name, known.level, place=known.id, within=within)


def _around(place: str) -> Iterator[str]:
    parent = PLACES[place].parent
    while parent:
        yield parent
        parent = PLACES[parent].parent


def _when(event: Event, chance: Random) -> When:
    """Tell the day, two days of which it is one, or no time."""
    before = event.day - chance.randint(0, 1)
    span = f"2030-03-{before:02}/2030-03-{before + 1:02}"
    day = f"2030-03-{event.day:02}"
    return When(chance.choice([day, day, span, None]))


def days(edtf: str | None) -> set[int]:
    """List the days of March 2030 that a time leaves open."""
    if edtf is None:
        return set(range(1, 32))
    first, _, last = edtf.partition("/")
    return set(range(int(first[-2:]), int((last or first)[-2:]) + 1))


def _incident(name: str, claims: list[Claim]) -> Incident:
    open_days = set.intersection(*(days(claim.when.edtf) for claim in claims))
    first, last = min(open_days), max(open_days)
    span = f"2030-03-{first:02}/2030-03-{last:02}" if first < last else None
    edtf = f"2030-03-{first:02}" if span is None else span
    if len(open_days) > 2:
        edtf = None
    told = [where for claim in claims for where in claim.where]
    finest = max(told, key=lambda where: len(where.within), default=None)
    return Incident(
        IncidentId(name),
        ACT,
        tuple(claim.id for claim in claims),
        edtf=edtf,
        place=finest and finest.place,
        within=finest.within if finest else (),
    )
