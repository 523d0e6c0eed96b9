"""Brothers and sisters are told from one person by their given names, come what may."""

import numpy as np
import pytest

from tasjil.link.compare.comparing import GIVEN, ONE_LETTER_OFF, comparisons
from tasjil.link.score.kin import Seen, learn_kin
from tasjil.link.score.kin_tables import kin_table
from tasjil.link.score.scoring import built_in

COMPARED = comparisons(frozenset(("given", "father", "family", "died", "place")))


def test_kin_of_one_given_name_are_not_learned_however_many_pairs_look_so() -> None:
    names = [each.name for each in COMPARED]
    best = [len(each.levels) - 1 for each in COMPARED]
    levels = np.tile(np.array(best, np.int8), (500, 1))
    seen = Seen(np.full(500, 2.0), np.zeros(500), levels, np.zeros(500, np.int64))
    learned = learn_kin(seen, COMPARED, built_in(COMPARED), np.array([1e6]), 1e-4)
    given = learned.kin[names.index("given")]
    assert given[best[names.index("given")]] < 0.03
    assert given.sum() == pytest.approx(1.0)


def test_names_of_kin_are_one_letter_apart_as_often_as_names_anywhere() -> None:
    labels = [each.label for each in GIVEN.levels][::-1]
    m, u = (np.array([getattr(each, of) for each in GIVEN.levels][::-1]) for of in "mu")
    kin = kin_table(GIVEN, m / m.sum(), u / u.sum())
    strangers = dict(zip(labels, u / u.sum(), strict=True))
    told = dict(zip(labels, kin, strict=True))
    assert told[ONE_LETTER_OFF] == pytest.approx(strangers[ONE_LETTER_OFF], rel=0.05)
    assert told["same spelling"] < 0.1 * strangers["same spelling"]
