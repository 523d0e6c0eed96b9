"""Pairs of names made of real spellings: one person, or two whom names hold apart."""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

HERE = Path(__file__).parent
Spelled = tuple[str, ...]
"""One name: in Arabic letters, then in Latin."""


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two full names, and whether one person bears both."""

    left: str
    right: str
    same: bool


def names_of(table: str) -> dict[str, list[Spelled]]:
    found: dict[str, list[Spelled]] = {}
    for line in (HERE / table).read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, _, names = line.partition(": ")
        for name in names.split(" "):
            first, _, others = name.partition("=")
            spelled = (first, *others.split(",")) if others else (first,)
            found.setdefault(kind, []).append(
                tuple(each.replace("_", " ") for each in spelled)
            )
    return found


Spell = Callable[[Spelled, random.Random], str]


def arabic(name: Spelled, rng: random.Random) -> str:
    """Spell a name in Arabic letters, without hamza or dots as people do."""
    text = name[0]
    if rng.random() < 0.3:
        text = text.translate(str.maketrans("أإآ", "ااا"))
    if rng.random() < 0.2:
        text = text.replace("ة", "ه")
    return text.replace("عبد ال", "عبدال") if rng.random() < 0.3 else text


def latin(name: Spelled, rng: random.Random) -> str:
    return rng.choice(name[1:])


@lru_cache(maxsize=8)
def pairs(left: Spell, right: Spell, count: int, seed: int) -> tuple[NamePair, ...]:
    """Make as many pairs of one person as of two, most of them kin or lookalikes."""
    table = names_of("spellings.txt")
    rng = random.Random(seed)
    made = []
    for at in range(count):
        whole = _person(table, rng)
        other = whole if at % 2 else _somebody_else(whole, table, rng)
        ones = _dropped(whole, rng) if rng.random() < 0.3 else whole
        others = _dropped(other, rng) if rng.random() < 0.3 else other
        made.append(
            NamePair(
                " ".join(left(name, rng) for name in ones),
                " ".join(right(name, rng) for name in others),
                same=bool(at % 2),
            )
        )
    return tuple(made)


def _person(table: dict[str, list[Spelled]], rng: random.Random) -> list[Spelled]:
    given = rng.choice(table[rng.choice(["men", "men", "women"])])
    forefathers = [rng.choice(table["men"]) for _ in range(rng.choice([1, 1, 2]))]
    return [given, *forefathers, rng.choice(table["families"])]


def _dropped(name: Sequence[Spelled], rng: random.Random) -> list[Spelled]:
    at = rng.randrange(1, len(name) - 1)
    return [*name[:at], *name[at + 1 :]]


def _somebody_else(
    whole: list[Spelled], table: dict[str, list[Spelled]], rng: random.Random
) -> list[Spelled]:
    """A lookalike with the same father, a brother, a cousin, or one of one's name."""
    table = {
        kind: [name for name in names if name not in whole]
        for kind, names in table.items()
    }
    kind = rng.random()
    if kind < 0.4:
        return [_lookalike(whole[0], table), *whole[1:]]
    if kind < 0.7:
        return [rng.choice(table["men"] + table["women"]), *whole[1:]]
    if kind < 0.85:
        return [rng.choice(table["men"]), rng.choice(table["men"]), *whole[2:]]
    return [whole[0], *_person(table, rng)[1:]]


def _lookalike(name: Spelled, table: dict[str, list[Spelled]]) -> Spelled:
    """Find the other given name that is spelled most like this one."""
    return max(
        table["men"] + table["women"],
        key=lambda each: (
            max(jaro_winkler(a, b) for a in name[1:] for b in each[1:]),
            each,
        ),
    )


def area_under_curve(scored: Iterable[tuple[float, bool]]) -> float:
    """Give how often a pair of one person scores above a pair of two (Hanley 1982)."""
    told = list(scored)
    same = [score for score, one in told if one]
    different = [score for score, one in told if not one]
    above = sum((one > two) + 0.5 * (one == two) for one in same for two in different)
    return above / (len(same) * len(different))


def jaro_winkler(one: str, other: str) -> float:
    """Give Winkler's similarity (1990), the yardstick that other tools use."""
    if one == other:
        return 1.0
    reach = max(len(one), len(other)) // 2 - 1
    taken: set[int] = set()
    left = []
    for at, letter in enumerate(one):
        for to in range(max(0, at - reach), min(len(other), at + reach + 1)):
            if to not in taken and other[to] == letter:
                taken.add(to)
                left.append(letter)
                break
    if not left:
        return 0.0
    right = [other[to] for to in sorted(taken)]
    swaps = sum(a != b for a, b in zip(left, right, strict=True)) / 2
    met = len(left)
    jaro = (met / len(one) + met / len(other) + (met - swaps) / met) / 3
    prefix = 0
    for a, b in zip(one[:4], other[:4], strict=False):
        if a != b:
            break
        prefix += 1
    return jaro + prefix * 0.1 * (1 - jaro)
