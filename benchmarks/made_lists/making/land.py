"""Where the made people live: villages in districts in governorates of Lumenia."""

from dataclasses import dataclass
from random import Random

BEGIN = "tal mar wor bel dor gal sarw hod kel ost pal yor zar mel tur hAl"
END = "min osk eT dan rIm uwA anA ist Ar onI Unt ek aC Id"
GOVERNORATES, DISTRICTS, VILLAGES = 6, 4, 9
TWICE = ("sorIn", "kelwA", "marUnA")


@dataclass(frozen=True, slots=True)
class Village:
    """A village or town, with what lies around it; names are one letter a sound."""

    name: str
    district: str
    governorate: str


def land() -> tuple[Village, ...]:
    """Give the villages of Lumenia: the same in every set, some names borne twice.

    Example:
        >>> len(land())
        216
    """
    chance = Random("the land")
    names = sorted({a + b for a in BEGIN.split() for b in END.split()})
    chance.shuffle(names)
    free = iter(names)
    places = []
    for _ in range(GOVERNORATES):
        governorate = next(free)
        for nth in range(DISTRICTS):
            town = next(free) if nth else governorate
            places.append(Village(town, town, governorate))
            for number in range(VILLAGES - 1):
                name = TWICE[nth % 3] if number == 7 else _village(names, chance)
                places.append(Village(name, town, governorate))
    return tuple(places)


def _village(names: list[str], chance: Random) -> str:
    return chance.choice(("", "", "kafr_", "tell_", "Eayn_")) + chance.choice(names)
