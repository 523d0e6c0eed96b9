"""Whole lists linked: small ones, brothers, and what order and words change."""

import random

import numpy as np
import pytest

from tasjil.errors import BadValue
from tasjil.link.linking import link_records
from tasjil.model.particulars import IdKind, Particulars
from tasjil.model.persons import AgeRange, Sex
from tasjil.model.places import PlaceLevel, Where

NAMES = (
    ("سليم محمود درويش", "Salim Mahmoud Darwish"),
    ("وليد حسن قاسم", "Walid Hassan Qasim"),
    ("نور الدين خالد عمران", "Noureddine Khaled Omran"),
    ("رشا يوسف حداد", "Rasha Youssef Haddad"),
    ("مريم جابر سلوم", "Mariam Jaber Salloum"),
    ("طارق فؤاد بركات", "Tariq Fouad Barakat"),
    ("هدى نبيل زيدان", "Huda Nabil Zaidan"),
    ("بسام عادل شاهين", "Bassam Adel Shaheen"),
    ("كريم رامي منصور", "Karim Rami Mansour"),
    ("لينا سامر عطار", "Lina Samer Attar"),
)
TOWNS = ("Varesh", "Tolmin", "Ostrel", "Selka", "Dorn")


def told(list: str, number: int, name: str, age: int, day: int, **more) -> Particulars:
    where = (
        Where(TOWNS[number % 5], level=PlaceLevel.TOWN),
        Where("North Province", level=PlaceLevel.GOVERNORATE),
    )
    own = {"died": f"2025-03-{day:02}", "where": where} | more
    return Particulars(
        f"{list}:{number}", list, name=name, age=AgeRange(age, age, str(age)), **own
    )


def two_small_lists() -> list[Particulars]:
    """Thirty rows each; the first ten are on both, in two scripts."""
    records = []
    for n, (arabic, latin) in enumerate(NAMES):
        records.append(told("registry", n, arabic, 20 + 3 * n, 1 + n))
        records.append(told("monitor", n, latin, 20 + 3 * n, 1 + n))
    for n in range(10, 30):
        one, other = NAMES[n % 10], NAMES[(n * 3 + 1) % 10]
        first = (
            f"{one[0].split()[0]} {other[0].split()[-2]} {NAMES[n % 7][0].split()[-1]}"
        )
        second = (
            f"{other[1].split()[0]} {one[1].split()[1]} {NAMES[n % 6][1].split()[-1]}"
        )
        records.append(told("registry", n, first, 15 + n, 1 + (n * 7) % 28))
        records.append(told("monitor", n, second, 70 - n, 1 + (n * 11) % 28))
    return records


def persons(records, **more) -> set[frozenset[str]]:
    linked = link_records(records, **more)
    found: dict[int, set[str]] = {}
    for record, label in zip(linked.records, linked.labels.tolist(), strict=True):
        found.setdefault(label, set()).add(record)
    return {frozenset(each) for each in found.values() if len(each) > 1}


def test_two_lists_of_thirty_rows_in_two_scripts_find_the_ten_on_both() -> None:
    found = persons(two_small_lists(), clean={"registry": True, "monitor": True})
    assert found == {frozenset((f"registry:{n}", f"monitor:{n}")) for n in range(10)}


def test_the_order_of_rows_and_lists_changes_nothing() -> None:
    records = two_small_lists()
    shuffled = list(records)
    random.Random(4).shuffle(shuffled)
    assert persons(records) == persons(shuffled)


def test_what_is_not_told_is_said_in_the_model() -> None:
    bare = [
        Particulars(each.record, each.list, name=each.name, age=each.age)
        for each in two_small_lists()
    ]
    linked = link_records(bare)
    assert set(linked.model.comparisons) == {"given", "father", "family", "age"}
    assert any("built-in" in each for each in linked.model.said)


def test_two_brothers_killed_in_one_house_on_one_day_are_two() -> None:
    house = {"sex": Sex.MAN}
    brothers = [
        told("registry", 40, "سامر نبيل عطار", 19, 9, **house),
        told("monitor", 40, "Karim Nabil Attar", 21, 9, **house),
    ]
    found = persons([*two_small_lists(), *brothers])
    assert frozenset(("registry:40", "monitor:40")) not in found


def test_two_rows_with_one_number_of_an_identity_card_are_one_person() -> None:
    number = {"ids": ((IdKind.NATIONAL, "40172993"),)}
    rows = [
        told("registry", 50, "سامر نبيل عطار", 19, 9, **number),
        told("hospital", 50, "Samer Attar", 20, 10, **number),
    ]
    assert frozenset(("registry:50", "hospital:50")) in persons(
        [*two_small_lists(), *rows]
    )


def test_a_record_that_stands_twice_is_refused_without_its_name() -> None:
    twice = [told("a", 1, "Daren Vell", 30, 1), told("a", 1, "Ilan Dor", 31, 2)]
    with pytest.raises(BadValue, match="a:1") as found:
        link_records(twice)
    assert "Vell" not in str(found.value)


def test_nobody_and_one_record_are_linked_to_nobody() -> None:
    assert len(link_records([]).labels) == 0
    alone = link_records([told("a", 1, "Daren Vell", 30, 1)])
    assert alone.labels.tolist() == [0]
    assert len(alone.pairs) == 0
    assert np.all(alone.certainty == 1)


def test_without_age_or_day_of_death_the_births_are_compared() -> None:
    """A digit that differs in the day is a slip in one birth, and no other birth."""
    records = [
        Particulars(
            f"{where}:{n}", where, name=name, born=f"{1950 + n}-0{n + 1}-1{slip}"
        )
        for where, slip in (("a", 1), ("b", 2))
        for n, name in enumerate(("Daren Vell", "Daren Vell", "Ilva Osk"))
    ]
    found = link_records(records)
    compared = found.pairs.comparisons.index("born")
    told = {
        (found.records[left], found.records[right]): level
        for left, right, level in zip(
            found.pairs.left.tolist(),
            found.pairs.right.tolist(),
            found.pairs.levels[:, compared].tolist(),
            strict=True,
        )
    }
    assert told["a:0", "b:0"] == told["a:1", "b:1"] == 3
    assert told.get(("a:0", "b:1"), 0) == 0


def on_two_lists(replaced: int) -> list[Particulars]:
    """Eighty people on both lists; the first few with another number on the second."""
    words = [latin.split() for _, latin in NAMES]
    records = []
    for n in range(80):
        name = f"{words[n % 10][0]} {words[n // 10][1]} {words[n * 3 % 10][-1]}"
        for list, other in (("registry", 83_456_791), ("monitor", 27_164_523)):
            number = other if n < replaced else 15_975_310
            ids = ((IdKind.NATIONAL, str(number + 7_919 * n)),)
            records.append(told(list, n, name, 18 + n % 60, 1 + n % 28, ids=ids))
    return records


def test_two_numbers_are_two_people_unless_lists_show_that_numbers_are_replaced() -> (
    None
):
    once = persons(on_two_lists(1))
    assert {"monitor:0", "registry:0"} not in once
    assert {"monitor:5", "registry:5"} in once
    often = persons(on_two_lists(12))
    assert sum({f"monitor:{n}", f"registry:{n}"} in often for n in range(12)) == 12
