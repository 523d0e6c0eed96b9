"""The made people: clans, households, brothers, twins, strangers with one name.

Whoever dies is listed by some sources and not by others. Households are killed
together, a town loses two hundred on one day, and a stranger may bear the same name.
"""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate
from random import Random

from making.families import families, given
from making.land import Village, land

FIRST_DAY = date(2031, 3, 1).toordinal()
LAST_DAY = 500
MASS = 200
TWINS = (
    ("Hasan", "Husayn"), ("karIm", "karam"), ("amIr", "amIn"), ("rAmI", "rAmiz"),
    ("wisAm", "HusAm"), ("rIm", "rImA"), ("nUr", "nUrA"), ("samar", "saHar"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """One who died; names one letter a sound, days counted as date.toordinal()."""

    number: int
    given: str
    father: str
    grandfather: str
    family: str
    mother: str
    man: bool
    born: int
    died: int
    village: Village
    identity: str
    head_identity: str
    spouse: str = ""
    child: str = ""
    kind: str = ""

    @property
    def age(self) -> int:
        """Whole years lived."""
        return max(0, int((self.died - self.born) / 365.25))


class Popular:
    """Draws from names, the first far more often than the last."""

    def __init__(self, names: list[str], flat: float, steep: float) -> None:
        """Rank r is drawn in proportion to (r + flat) ** -steep."""
        self.names = names
        weights = ((rank + flat) ** -steep for rank in range(1, len(names) + 1))
        self.sums = list(accumulate(weights))

    def draw(self, chance: Random) -> str:
        """Draw one name."""
        return self.names[bisect(self.sums, chance.random() * self.sums[-1])]


class World:
    """Makes person after person, clan by clan."""

    def __init__(self, chance: Random) -> None:
        """Take chance; the same chance makes the same people."""
        self.chance = chance
        self.land = land()
        self.men = Popular(given("men"), 2.0, 1.0)
        self.women = Popular(given("women"), 6.0, 1.0)
        towns = tuple(v.name for v in self.land if "_" not in v.name)
        self.families = Popular(families(towns), 12.0, 0.9)
        self.places = Popular([str(i) for i in range(len(self.land))], 5.0, 0.7)
        self.number, self.book = 0, 0
        self.mass = (FIRST_DAY + 40, self.land[0])
        self.mass_left = 0
        self.until_mass = 1500

    def people(self) -> Iterator[Person]:
        """Give the dead without end."""
        while True:
            clan = self._clan()
            yield from clan
            self.until_mass -= len(clan)
            if self.until_mass <= 0:
                self._next_mass()
            if clan and self.chance.random() < 0.03:
                yield self._homonym(self.chance.choice(clan))

    def _next_mass(self) -> None:
        day = FIRST_DAY + self.chance.randrange(LAST_DAY)
        self.mass = (day, self.chance.choice(self.land))
        self.mass_left, self.until_mass = MASS, 8000

    def _clan(self) -> list[Person]:
        """Make a grandfather's sons and their children, and say who of them died."""
        chance = self.chance
        family, old, older = (
            self.families.draw(chance),
            self.men.draw(chance),
            self.men.draw(chance),
        )
        village = self.land[int(self.places.draw(chance))]
        day = FIRST_DAY + min(LAST_DAY, int(chance.expovariate(1 / 130)))
        killed = 0.12
        if self.mass_left > 0:
            day, village = self.mass
            killed = 0.5
        dead: list[Person] = []
        for _ in range(1 + min(4, int(chance.expovariate(0.8)))):
            house = chance.random() < 0.1
            risk = 0.8 if house else killed
            together = house or self.mass_left > 0
            for one in self._household(family, old, older, village):
                if chance.random() < risk:
                    died = day if together else self._other_day()
                    born = one.born - FIRST_DAY + died
                    dead.append(replace(one, died=died, born=born))
        self.mass_left -= len(dead)
        return [self._numbered(one) for one in dead]

    def _other_day(self) -> int:
        return FIRST_DAY + min(LAST_DAY, int(self.chance.expovariate(1 / 130)))

    def _numbered(self, person: Person) -> Person:
        self.number += 1
        return replace(person, number=self.number)

    def _household(
        self, family: str, old: str, older: str, village: Village
    ) -> list[Person]:
        chance = self.chance
        self.book += 1
        book = f"{chance.randrange(1, 7):02}{chance.randrange(10**6):06}"
        father = older if chance.random() < 0.12 else self.men.draw(chance)
        mother, age = self.women.draw(chance), chance.randrange(22, 75)
        wed = chance.random() < 0.85
        count = min(8, int(chance.expovariate(0.35))) if wed else 0
        first = old if chance.random() < 0.35 else self.men.draw(chance)
        man = Person(
            0, father, old, older, family, self.women.draw(chance), True,
            self._born(age), FIRST_DAY, village, book + "01", book + "01", "", first,
            "father",
        )  # fmt: skip
        if not wed:
            return [replace(man, child="", kind="single")]
        wife = replace(
            man, given=mother, father=self.men.draw(chance), kind="mother", man=False,
            grandfather=self.men.draw(chance), family=self.families.draw(chance),
            mother=self.women.draw(chance), born=self._born(age - chance.randrange(7)),
            identity=book + "02", spouse=f"{father}_{family}",
        )  # fmt: skip
        child = replace(
            man, father=father, grandfather=old, mother=mother, child="", kind="child"
        )
        return [man, wife, *self._children(child, first, age, count, book)]

    def _children(
        self, like: Person, first: str, age: int, count: int, book: str
    ) -> list[Person]:
        chance, children = self.chance, []
        for nth in range(count):
            years = max(0, age - 20 - 2 * nth - chance.randrange(3))
            boy = nth == 0 or chance.random() < 0.5
            name = first if nth == 0 else self._draw(boy)
            child = replace(
                like, given=name, man=boy, born=self._born(years),
                identity=f"{book}{nth + 3:02}",
            )  # fmt: skip
            children.append(child)
            if chance.random() < 0.03:
                a, b = chance.choice(TWINS[:5] if boy else TWINS[5:])
                at = len(children) - 1
                children[at] = replace(child, given=a, kind="twin")
                twin = f"{book}{nth + 23:02}"
                children.append(replace(child, given=b, kind="twin", identity=twin))
        named = {child.given: child for child in reversed(children)}
        return [child for child in children if named[child.given] is child]

    def _draw(self, boy: bool) -> str:
        return (self.men if boy else self.women).draw(self.chance)

    def _born(self, years: int) -> int:
        return FIRST_DAY - int(years * 365.25 + self.chance.random() * 365)

    def _homonym(self, person: Person) -> Person:
        """Make a stranger of the same town and name, another grandfather and day."""
        stranger = replace(
            person, grandfather=self.men.draw(self.chance), kind="homonym",
            mother=self.women.draw(self.chance), died=self._other_day(),
            born=self._born(self.chance.randrange(3, 80)),
            identity=f"{self.chance.randrange(10**9, 7 * 10**9):010}"[:10], spouse="",
        )  # fmt: skip
        return self._numbered(stranger)
