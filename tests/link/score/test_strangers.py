"""Lists of which none is clean: made strangers show how alike chance makes two."""

from random import Random

import numpy as np
import pytest

from tasjil.link.compare.columns import prepare
from tasjil.link.linking import Linked, link_records
from tasjil.link.score.strangers import made_strangers
from tasjil.model.particulars import Particulars

RECORDS, TWICE = 1_500, 150
STARTS = ("Bar", "Dor", "Fen", "Gal", "Hul", "Kem", "Lor", "Mav", "Nip", "Sod", "Tev")
GIVEN = tuple(one + two for one in STARTS for two in ("an", "il", "osh"))
FAMILIES = tuple(one + two for one in STARTS for two in ("berg", "stad", "lund", "mor"))


def repeats() -> tuple[list[Particulars], int]:
    """Make a list on which 150 people stand twice, with a slip in the day of birth."""
    chance = Random(4)
    people = [
        (
            f"{chance.choice(GIVEN)} {chance.choice(FAMILIES)}",
            (chance.randrange(1940, 2010), chance.randrange(1, 13)),
            chance.randrange(1, 29),
        )
        for _ in range(RECORDS - TWICE)
    ]
    slips = [(name, when, chance.randrange(1, 29)) for name, when, _ in people[:TWICE]]
    told = [
        Particulars(f"one:{n}", "one", name=name, born=f"{year}-{month:02}-{day:02}")
        for n, (name, (year, month), day) in enumerate(people + slips, 1)
    ]
    return told, TWICE


@pytest.fixture(scope="module")
def linked() -> Linked:
    return link_records(repeats()[0], clean={"one": False})


def test_a_list_with_repeats_says_about_how_many_there_are(linked: Linked) -> None:
    assert linked.calibration.fitted
    said = float(linked.pairs.probability.sum())
    assert 0.75 * TWICE < said < 1.25 * TWICE


def test_most_who_stand_twice_with_one_slip_are_found(linked: Linked) -> None:
    labels = linked.labels
    first = labels[:TWICE]
    again = labels[RECORDS - TWICE :]
    assert (first == again).mean() > 0.85


def test_strangers_keep_names_and_take_births_from_their_own_list() -> None:
    told = repeats()[0]
    table = prepare(told)
    made = made_strangers(table, 1)
    assert made["given"].equals(table["given"])
    born = made["born_day"].to_numpy()
    assert sorted(born) == sorted(table["born_day"].to_numpy())
    assert np.mean(born == table["born_day"].to_numpy()) < 0.01
