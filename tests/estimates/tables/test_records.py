"""People whose lists are known become one table, each counted once."""

import numpy as np
import pytest

from tasjil.errors import BadValue
from tasjil.estimate.tables import from_persons, from_records


def test_a_person_on_one_list_twice_is_on_it_once():
    table = from_persons(np.array([3, 3, 3, 8]), np.array([0, 0, 1, 1]), ("a", "b"))
    assert (table.n, table.size("a"), table.size("b")) == (2, 1, 2)


def test_a_list_without_records_stays_a_list():
    table = from_persons(np.array([1, 2]), np.array([0, 0]), ("a", "b"))
    assert table.lists == ("a", "b")
    assert table.size("b") == 0


def test_more_than_sixty_lists_are_counted():
    names = [f"list {nth}" for nth in range(70)]
    table = from_persons(np.zeros(70, np.int64), np.arange(70), names)
    assert table.n == 1
    assert table.patterns.all()


def test_records_and_their_people_give_one_table():
    rng = np.random.default_rng(7)
    labels, lists = rng.integers(0, 40, 200), rng.integers(0, 3, 200)
    on = np.zeros((40, 3), bool)
    on[labels, lists] = True
    table = from_records(on[on.any(1)], "abc")
    assert table.digest == from_persons(labels, lists, "abc").digest


def test_records_that_do_not_fit_are_refused():
    with pytest.raises(BadValue, match="a list for each record"):
        from_persons(np.array([1, 2]), np.array([0]), "ab")
    with pytest.raises(BadValue, match="lists from 0 to 1"):
        from_persons(np.array([1]), np.array([2]), "ab")
    with pytest.raises(BadValue, match="on no list"):
        from_records(np.array([[0, 0]]), "ab")
