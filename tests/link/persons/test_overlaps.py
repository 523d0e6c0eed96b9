"""Tables of who is on which lists, and their file."""

import csv
from io import StringIO

import numpy as np
import pytest

from tasjil.errors import BadValue
from tasjil.link.persons.overlaps import (
    Overlap,
    overlap_ranges,
    overlaps,
    patterns,
    write_overlaps,
)


def test_a_person_twice_on_one_list_is_one_person_on_it():
    (cell,) = overlaps(np.array([0, 0, 0]), np.array([0, 0, 1]), ("a", "b"))
    assert cell == Overlap((True, True), 1)


def test_every_person_is_in_one_cell():
    chance = np.random.default_rng(1)
    labels = np.unique(chance.integers(0, 50, 90), return_inverse=True)[1]
    table = overlaps(labels.astype(np.int32), chance.integers(0, 4, 90), tuple("abcd"))
    assert sum(each.count for each in table) == labels.max() + 1


def test_cells_that_a_draw_does_not_have_are_empty_in_it():
    one, other = [Overlap((True,), 3)], [Overlap((False,), 1)]
    cells = overlap_ranges([one, other], level=0.9)
    assert [(each.on, each.mean) for each in cells] == [((False,), 0.5), ((True,), 1.5)]


def test_no_draws_give_no_interval():
    with pytest.raises(BadValue, match="some draws"):
        overlap_ranges([])


def test_the_file_of_draws_reads_back():
    tables = [[Overlap((True, False), 3)], [Overlap((True, True), 2)]]
    rows = list(csv.DictReader(StringIO(write_overlaps("ab", tables, draws=True))))
    assert rows == [
        {"draw": "1", "a": "1", "b": "0", "count": "3"},
        {"draw": "2", "a": "1", "b": "1", "count": "2"},
    ]


def test_a_list_named_like_a_column_is_refused():
    with pytest.raises(BadValue, match="count"):
        write_overlaps(("count",), [])


def test_more_lists_than_a_table_can_hold_are_refused():
    with pytest.raises(BadValue, match="at most 62"):
        patterns(np.zeros(1, np.int32), np.array([62], np.int32))
