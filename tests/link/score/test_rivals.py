"""Who surely stands with another cannot stand here: that shows what odds are worth."""

import numpy as np
import pytest

from tasjil.link.score.rivals import Rivalry, Shown, shown_by

MANY = 4_000


def rivalry(shift, slope, seed=1, rate=0.7):
    """Pairs whose true log odds are a line of those said, and their rivals."""
    chance = np.random.default_rng(seed)
    said = chance.uniform(-5.5, 3.5, MANY)
    one = chance.random(MANY) < 1 / (1 + np.exp(-(shift + slope * said)))
    rival = chance.random(MANY) < np.where(one, 0.02, rate)
    return Rivalry(said, np.zeros(MANY, np.int64), rival)


@pytest.mark.parametrize(("shift", "slope"), [(-1.2, 1.0), (0.0, 1.0), (0.6, 0.8)])
def test_rivals_show_how_far_odds_are_wrong(shift, slope):
    shown = shown_by(rivalry(shift, slope))
    assert shown.shift == pytest.approx(shift, abs=0.4)
    assert shown.slope == pytest.approx(slope, abs=0.15)
    assert shown.unsure < 0.5


def test_few_pairs_show_nothing_and_leave_all_as_it_was():
    few = rivalry(-1.0, 1.0)
    kept = slice(0, 30)
    few = Rivalry(few.odds[kept], few.couple[kept], few.rival[kept])
    assert shown_by(few) == Shown()


def test_a_rival_is_one_who_surely_stands_on_the_clean_list_of_the_other():
    left, right = np.array([0, 0, 1], np.int32), np.array([2, 3, 3], np.int32)
    lists = np.array([0, 0, 1, 1], np.int32)
    probability = np.array([0.99, 0.4, 0.2])
    for clean, rival in (([True, True], [True, False]), ([True, False], [False] * 2)):
        found = Rivalry.of((left, right), probability, lists, np.array(clean))
        assert found.rival.tolist() == rival
