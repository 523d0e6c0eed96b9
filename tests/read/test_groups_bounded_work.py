"""A report of thousands of dead: whom a phrase can mean is looked up, not searched."""

from dataclasses import replace

import pytest

from tasjil.model.acts import Act, Level, Stance
from tasjil.model.persons import VictimGroup
from tasjil.model.quantity import Quantity
from tasjil.read.drafts.draft import Draft, Part
from tasjil.read.drafts.groups import Groups
from tasjil.read.drafts.told_of import NEAR, ToldOf

MANY = 1_000


def one_dead(sentence: int, name: str = "") -> Draft:
    """One person killed, told in a sentence of their own."""
    return Draft(
        act=Act.KILLED,
        passage=(sentence * 10, sentence * 10 + 5),
        sentence=sentence,
        mention=(sentence, 0),
        noun="" if name else "man",
        called=frozenset() if name else frozenset(["man"]),
        part=Part.MAIN,
        victims=VictimGroup(names=(name,) if name else (), text=name or "a man"),
        quantity=Quantity(1, 1, None),
        level=Level.INDIVIDUAL,
        stance=Stance.STATED,
    )


def letters(number: int) -> str:
    """A made-up family name for each number."""
    return "Dr" + "".join(
        "aeiou"[int(d) % 5] + "bdgkl"[int(d) // 2] for d in f"{number}"
    )


@pytest.fixture
def thousand() -> ToldOf:
    told = ToldOf()
    for i in range(MANY):
        told.add(told.new(), one_dead(i, f"Anton {letters(i)}"))
    return told


def test_no_phrase_is_weighed_against_all_who_were_told_of(thousand):
    assert len(thousand.near(one_dead(MANY))) == NEAR


def test_somebody_told_of_long_ago_is_found_by_name(thousand):
    first = thousand.all[0]
    again = one_dead(MANY, f"Antun {letters(0)}")
    assert first in thousand.near(again)
    assert first not in thousand.near(one_dead(MANY))


def test_people_of_one_name_are_one_however_many_stand_between():
    drafts = [one_dead(i, f"Anton {letters(i)}") for i in range(NEAR * 2)]
    again = one_dead(len(drafts), f"Anton {letters(3)}")
    Groups().take([*drafts, again])
    assert again.group == drafts[3].group


def test_one_number_told_a_thousand_times_is_one_group():
    three = replace(one_dead(0), quantity=Quantity(3, 3, "three"), plural=True)
    drafts = [replace(three, sentence=i, mention=(i, 0)) for i in range(MANY)]
    Groups().take(drafts)
    assert {d.group for d in drafts} == {"g1"}
