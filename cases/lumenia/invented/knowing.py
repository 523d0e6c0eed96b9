"""Who came to know of which death, and on which day: why honest totals differ."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from invented.tellers import COUNTERS, TELLERS
from invented.world import Asked, World


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The day on which each counter learned of each harm.

    Attributes:
        world: What happened.
        learned: The day, by teller, incident and person.
    """

    world: World
    learned: dict[tuple[str, str, str], date]

    def known(self, teller: str, asked: Asked, until: date) -> frozenset[str]:
        """Give those the teller had on its count by the end of a day.

        An office counts nobody of whom it has not heard, so this is never more than
        the truth.
        """
        harmed = self.world.harmed(asked)
        suffered = {each.id: set(each.of(asked.act)) for each in self.world.incidents}
        return frozenset(
            person
            for (who, incident, person), day in self.learned.items()
            if who == teller
            and day <= until
            and person in harmed
            and person in suffered[incident]
        )


def learn(
    world: World, first: dict[str, tuple[str, date]], chance: Random
) -> Knowledge:
    """Let each counter learn of some of the harm.

    Args:
        world: What happened.
        first: For each incident told of, who told it fully and on which day; a
            counter that told of it knows everybody in it.
        chance: Decides the rest.
    """
    learned: dict[tuple[str, str, str], date] = {}
    for teller in COUNTERS:
        told = TELLERS[teller]
        for incident in world.incidents:
            who, when = first.get(incident.id, ("", incident.day))
            wholly = chance.random() < 0.5
            heard = 100 * chance.random() < told.share
            for person in sorted({p for ids in incident.harmed.values() for p in ids}):
                late = timedelta(chance.randint(min(1, told.delay), max(1, told.delay)))
                if who == teller:
                    learned[teller, incident.id, person] = min(
                        when, incident.day + late
                    )
                elif heard and (wholly or 100 * chance.random() < 92):
                    learned[teller, incident.id, person] = incident.day + late
    return Knowledge(world, learned)
