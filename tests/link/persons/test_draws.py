"""Draws of whole linkages: each as likely as it should be, and the truth among them."""

import numpy as np
import pytest
from tests.link.persons.worlds import marks_on, pairs_of, world

from tasjil.errors import BadValue
from tasjil.link.persons import exact
from tasjil.link.persons.clustering import cluster
from tasjil.link.persons.draws import DrawSettings, draw
from tasjil.link.persons.outlook import chain
from tasjil.link.persons.overlaps import overlap_ranges, overlaps
from tasjil.link.persons.told import Told
from tasjil.link.persons.unseen import Unseen
from tasjil.link.persons.wobble import Wobble

STEADY = Wobble(0.0, 0.0, 0.0)


def drawn(pairs, marks, n=400, told=None, unseen=None, seed=1):
    settings = DrawSettings(n, seed, STEADY)
    return np.stack(list(draw(pairs, marks, told, unseen, settings)))


def test_a_pair_is_one_person_in_as_many_draws_as_its_probability_says():
    labels = drawn(pairs_of({(0, 1): 0.7}), marks_on([0, 1]))
    assert (labels[:, 0] == labels[:, 1]).mean() == pytest.approx(0.7, abs=0.07)


def test_a_row_is_never_one_person_with_two_rows_of_a_clean_list():
    labels = drawn(pairs_of({(0, 1): 0.9, (0, 2): 0.9}), marks_on([0, 1, 1]))
    assert not (labels[:, 1] == labels[:, 2]).any()
    assert (labels[:, 0] == labels[:, 1]).mean() == pytest.approx(0.5, abs=0.1)


def test_what_people_said_holds_in_every_draw():
    told = Told(np.array([[0, 1]], np.int32), np.array([[1, 2]], np.int32))
    pairs = pairs_of({(0, 1): 0.1, (1, 2): 0.99, (0, 2): 0.6})
    labels = drawn(pairs, marks_on([0, 1, 2]), told=told)
    assert (labels[:, 0] == labels[:, 1]).all()
    assert (labels[:, 1] != labels[:, 2]).all()


def test_the_same_seed_gives_the_same_draws_and_another_others():
    made = world(np.random.default_rng(2), 120)
    one, same, other = (
        drawn(made.pairs, made.marks, 5, seed=seed) for seed in (1, 1, 2)
    )
    assert np.array_equal(one, same)
    assert not np.array_equal(one, other)


def test_no_draws_are_refused():
    with pytest.raises(BadValue, match="one draw or more"):
        DrawSettings(0)


def test_sampling_settles_at_what_looking_at_all_ways_gives():
    chance = np.random.default_rng(4)
    upper = np.triu(chance.normal(-0.5, 2.0, (6, 6)), 1)
    weights = (upper + upper.T)[None]
    should = exact.together(exact.posterior(weights), 6)[0]
    many = np.repeat(weights, 40, axis=0)
    seen = np.zeros((6, 6))
    for labels in chain(many, 10, 100, chance):
        seen += (labels[:, :, None] == labels[:, None, :]).mean(axis=0) / 100
    off = np.abs(seen - should)[np.triu_indices(6, 1)]
    assert off.max() < 0.03


def test_draws_of_a_large_tangle_forget_the_one_before():
    """Mixing: what is drawn some draws apart agrees no more than chance has it."""
    chance = np.random.default_rng(6)
    upper = np.triu(chance.normal(-0.7, 1.5, (12, 12)), 1)
    weights = (upper + upper.T)[None]
    states = np.stack(list(chain(np.repeat(weights, 20, axis=0), 10, 240, chance)))
    together = (states[:, :, :, None] == states[:, :, None, :]).reshape(240, 20, 144)
    x = together - together.mean(axis=(0, 1))
    variance = (x**2).mean()
    apart = [(x[lag:] * x[:-lag]).mean() / variance for lag in (1, 4, 12)]
    assert apart[0] > apart[2]
    assert apart[1] < 0.5
    assert apart[2] < 0.15


def covered(worlds: int, persons: int, draws: int = 60) -> float:
    """The share of cells whose 90 % interval holds the truth."""
    hits = []
    for seed in range(worlds):
        made = world(np.random.default_rng(100 + seed), persons)
        lists, names = made.marks.lists, made.marks.names
        unseen = Unseen(np.zeros(len(lists), bool), np.zeros(len(lists), np.int8), 0.0)
        settings = DrawSettings(draws, seed)
        tables = [
            overlaps(labels, lists, names)
            for labels in draw(made.pairs, made.marks, None, unseen, settings)
        ]
        true = {each.on: each.count for each in overlaps(made.persons, lists, names)}
        for cell in overlap_ranges(tables):
            hits.append(cell.low <= true.get(cell.on, 0) <= cell.high)
    return float(np.mean(hits))


@pytest.mark.slow
def test_the_intervals_of_the_overlap_table_hold_the_truth_when_the_odds_are_right():
    assert covered(worlds=12, persons=800) >= 0.85


def test_draws_are_spread_about_the_linkage_that_is_chosen():
    made = world(np.random.default_rng(8), 300)
    labels = drawn(made.pairs, made.marks, 30)
    best = cluster(made.pairs, made.marks).labels
    persons = labels.max(axis=1) + 1
    assert persons.min() - 10 <= best.max() + 1 <= persons.max() + 10
    assert persons.std() > 0


def test_records_that_name_nobody_are_joined_as_often_as_those_of_their_list():
    made = world(np.random.default_rng(9), 1000)
    lists = made.marks.lists
    quiet = (lists == 2) & (np.arange(len(lists)) % 10 == 0)
    heard = ~(quiet[made.pairs.left] | quiet[made.pairs.right])
    ends = zip(made.pairs.left[heard], made.pairs.right[heard], strict=True)
    left = dict(zip(ends, made.pairs.probability[heard].tolist(), strict=True))
    unseen = Unseen(quiet, np.zeros(len(lists), np.int8), 0.0)
    labels = drawn(pairs_of(left), made.marks, 20, unseen=unseen)
    joined = np.mean([np.bincount(each)[each][quiet] > 1 for each in labels])
    speaking = (lists == 2) & ~quiet
    others = np.mean([np.bincount(each)[each][speaking] > 1 for each in labels])
    assert joined == pytest.approx(others, abs=0.05)
    on_clean = [np.bincount(each[lists == 0]).max() for each in labels]
    assert max(on_clean) == 1
