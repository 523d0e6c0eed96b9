"""Names of invented people of Lumenia, in Latin and in Arabic letters."""

import random
from functools import lru_cache

SYLLABLES = (
    *(("va", "فا"), ("re", "ري"), ("dar", "دار"), ("lin", "لين"), ("os", "وس")),
    *(("tor", "تور"), ("mi", "مي"), ("sal", "سال"), ("ke", "كي"), ("run", "رون")),
    *(("bel", "بيل"), ("na", "نا"), ("har", "هار"), ("zo", "زو"), ("gav", "غاف")),
    *(("shi", "شي"), ("mur", "مور"), ("ten", "تين"), ("ja", "جا"), ("fel", "فيل")),
)
GIVEN, FAMILIES = 400, 6_000
Spelt = tuple[str, str]


class Names:
    """Gives the nth person a name of three parts: some given names are common."""

    def __init__(self, seed: int) -> None:
        """Make the names that people are called by."""
        chance = random.Random(seed)
        pool = _pool(chance, GIVEN + FAMILIES)
        self._given, self._families = pool[:GIVEN], pool[GIVEN:]
        self._seed = seed
        self.parts = lru_cache(maxsize=10_000)(self._parts)

    def _parts(self, n: int) -> tuple[Spelt, Spelt, Spelt]:
        chance = random.Random(f"{self._seed}-{n}")
        given, father = (
            self._given[int(GIVEN * chance.random() ** 3)] for _ in range(2)
        )
        return given, father, self._families[int(FAMILIES * chance.random() ** 2)]

    def latin(self, n: int) -> str:
        """Give the name in Latin letters."""
        return " ".join(part[0] for part in self.parts(n))

    def arabic(self, n: int) -> str:
        """Give the name in Arabic letters."""
        return " ".join(part[1] for part in self.parts(n))

    def given(self, n: int) -> str:
        """Give the nth most common given name."""
        return self._given[n][0]

    def misspelt(self, n: int) -> str:
        """Give a name with one consonant of the family other."""
        *others, family = self.latin(n).split()
        return " ".join((*others, f"{family[:-1]}{'k' if family[-1] != 'k' else 'm'}"))


def _pool(chance: random.Random, many: int) -> list[Spelt]:
    found: dict[str, Spelt] = {}
    while len(found) < many:
        parts = [chance.choice(SYLLABLES) for _ in range(chance.choice((2, 3, 3, 4)))]
        latin = "".join(part[0] for part in parts).capitalize()
        found.setdefault(latin, (latin, "".join(part[1] for part in parts)))
    return list(found.values())
