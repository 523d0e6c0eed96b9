"""Why two are one person, or two, is told with the bits of each comparison."""

import numpy as np

from tasjil.link.explaining import explain_pair, find_pair
from tasjil.link.pairs import Pairs
from tasjil.link.score.model import LevelWeight
from tasjil.model.particulars import Particulars

WEIGHTS = {
    "given": (LevelWeight("same spelling", 0.8, 0.1), LevelWeight("differs", 0.2, 0.9)),
    "family": (LevelWeight("same", 0.8, 0.05), LevelWeight("differs", 0.1, 0.8)),
    "died": (LevelWeight("the same day", 0.8, 0.2), LevelWeight("differs", 0.1, 0.8)),
}
ONE = Particulars("a:1", "a", name="Daren Vell", died="2031-05-03")
OTHER = Particulars("b:1", "b", name="Daren Vell")
PAIRS = Pairs(
    np.array([0], dtype=np.int32),
    np.array([1], dtype=np.int32),
    np.array([9.0]),
    np.array([0.93]),
    np.array([[1, 1, -1]], dtype=np.int8),
    ("given", "family", "died"),
)


def test_the_bits_of_all_reasons_add_up_to_the_weight_of_the_pair() -> None:
    at = find_pair(PAIRS, 1, 0)
    reasons = explain_pair(ONE, OTHER, PAIRS, at, WEIGHTS)
    assert sum(each.bits or 0.0 for each in reasons.reasons) == 9.0
    assert reasons.lines() == (
        "more likely one person than two (93 %); most for one: the given name and "
        "family are spelled alike; nothing for two",
        "the given name and family are spelled alike (+7 bits)",
        "what agrees is rare, and so says more (+2 bits)",
        "the date of death is not told on one",
    )


def test_two_that_were_never_compared_are_told_of_without_bits() -> None:
    assert find_pair(PAIRS, 0, 2) is None
    reasons = explain_pair(ONE, OTHER, PAIRS, None, WEIGHTS)
    assert reasons.whole is None
    assert {each.bits for each in reasons.reasons} == {None}
