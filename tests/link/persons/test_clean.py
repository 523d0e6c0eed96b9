"""Which lists are found to be clean."""

import numpy as np
from tests.link.persons.worlds import pairs_of, world

from tasjil.link.persons.clean import infer_clean


def test_a_list_on_which_nobody_seems_to_stand_twice_is_clean():
    made = world(np.random.default_rng(3), 400)
    found = infer_clean(made.pairs, made.marks.lists, made.marks.names)
    assert [each.clean for each in found] == [True, True, True]


def test_a_list_with_one_row_in_twenty_repeated_is_not_clean():
    made = world(np.random.default_rng(3), 400)
    told = {
        (int(a), int(b)): float(p)
        for a, b, p in zip(
            made.pairs.left, made.pairs.right, made.pairs.probability, strict=True
        )
    }
    rows = np.flatnonzero(made.marks.lists == 0)
    for one, other in zip(rows[0:20:2].tolist(), rows[1:20:2].tolist(), strict=True):
        told[one, other] = 0.9999
    found = infer_clean(pairs_of(told), made.marks.lists, made.marks.names)
    assert [each.clean for each in found] == [False, True, True]
    assert found[0].twice >= 10


def test_a_list_alone_is_looked_through_for_repeats():
    (only,) = infer_clean(pairs_of({(0, 1): 0.2}), np.zeros(3, np.int32), ["a"])
    assert not only.clean
    assert only.records == 3
