"""Small lists, as an office has them: sixty people on both, and those like them."""

import random
from collections.abc import Callable
from itertools import combinations, product

import pytest

from tasjil.link.linking import link_records
from tasjil.model.particulars import Particulars
from tasjil.model.persons import AgeRange

GIVEN = """
سامي,Sami,Samy|كريم,Karim,Kareem|يوسف,Yusuf,Youssef|حسين,Husayn,Hussein
خالد,Khalid,Khaled|عمر,Umar,Omar|إبراهيم,Ibrahim,Ebraheem|أحمد,Ahmad,Ahmed
محمود,Mahmud,Mahmoud|طارق,Tariq,Tarek|زياد,Ziyad,Ziad|نبيل,Nabil,Nabeel
جمال,Jamal,Gamal|رشيد,Rashid,Rasheed|أسامة,Usama,Osama|بشير,Bashir,Basheer
مروان,Marwan,Merwan|عبد الله,Abd Allah,Abdullah|فؤاد,Fuad,Fouad|هاني,Hani,Hany
وليد,Walid,Waleed|سعيد,Said,Saeed|رامي,Rami,Ramy|عيسى,Isa,Issa
"""
FAMILY = """
الدرويش,al-Darwish,Darweesh|حداد,Haddad,Hadad|النجار,al-Najjar,Najar|الخطيب,al-Khatib,Khateeb
منصور,Mansur,Mansour|العلي,al-Ali,Ali|السيد,al-Sayyid,El Sayed|الرفاعي,al-Rifai,Refaee
قاسم,Qasim,Kassem|شاهين,Shahin,Shaheen|الزعبي,al-Zubi,Zoubi|بركات,Barakat,Baraket
"""
Person = tuple[tuple[int, ...], int]
"""Places of given name, father, grandfather and family in the tables, and the age."""

Writer = Callable[[tuple[int, ...]], str]


def read(table: str) -> list[list[str]]:
    words = (each for line in table.split("\n") for each in line.split("|") if each)
    return [each.split(",") for each in words]


GIVEN_NAMES, FAMILIES = read(GIVEN), read(FAMILY)


def written(script: int, parts: int) -> Writer:
    def write(name: tuple[int, ...]) -> str:
        chain = [GIVEN_NAMES[each][script] for each in name[: parts - 1]]
        return " ".join([*chain, FAMILIES[name[3]][script]])

    return write


def carelessly(name: tuple[int, ...]) -> str:
    """Leave hamza and the dots of ta marbuta out, and often the grandfather."""
    whole = written(0, 4 if sum(name) % 2 else 3)(name)
    return whole.translate(str.maketrans("أإآةى", "اااهي"))


def people(chance: random.Random) -> tuple[list[Person], list[Person], list[Person]]:
    """Make people on both lists, those on the first alone, those on the second."""

    def somebody() -> Person:
        chain = chance.sample(range(len(GIVEN_NAMES)), 3)
        return (*chain, chance.randrange(len(FAMILIES))), chance.randrange(1, 80)

    both = [somebody() for _ in range(60)]
    brothers, homonyms = [], []
    for (given, *rest), age in both[:10]:
        other = (given + 1 + rest[0]) % len(GIVEN_NAMES)
        brothers.append(((other, *rest), min(79, age + 3)))
    for (given, _, _, family), age in both[10:20]:
        father, grandfather = chance.sample(range(len(GIVEN_NAMES)), 2)
        homonyms.append(((given, father, grandfather, family), (age + 25) % 80))
    strangers = [somebody() for _ in range(20)]
    return both, strangers[:10], [*strangers[10:], *brothers, *homonyms]


def linked_well(one: Writer, other: Writer, seed: int, *, ages: bool) -> float:
    """Link two lists of the same people, and give F1 over pairs."""
    chance = random.Random(seed)
    both, first, second = people(chance)
    records, truth = [], {}
    for where, writer, own in (("a", one, first), ("b", other, second)):
        for n, (name, age) in enumerate([*both, *own]):
            told = AgeRange(age, age, str(age)) if ages else None
            record = f"{where}:{n}"
            records.append(Particulars(record, where, name=writer(name), age=told))
            truth[record] = str(n) if n < len(both) else record
    found = link_records(records)
    said = dict(zip(found.records, found.labels.tolist(), strict=True))
    held = {
        each for each in combinations(sorted(said), 2) if said[each[0]] == said[each[1]]
    }
    true = {
        each
        for each in combinations(sorted(truth), 2)
        if truth[each[0]] == truth[each[1]]
    }
    return 2 * len(held & true) / (len(held) + len(true))


WAYS = {
    "four parts in Arabic, three in Latin letters": (written(0, 4), written(1, 3)),
    "two romanisations": (written(1, 4), written(2, 4)),
    "careful and careless Arabic": (written(0, 4), carelessly),
}


@pytest.mark.parametrize(("way", "ages"), list(product(WAYS, (True, False))))
def test_sixty_people_on_two_small_lists_are_found(way: str, ages: bool) -> None:
    """Brothers, homonyms and strangers stand beside them."""
    results = [linked_well(*WAYS[way], seed, ages=ages) for seed in (1, 2)]
    assert sum(results) / len(results) >= 0.93
