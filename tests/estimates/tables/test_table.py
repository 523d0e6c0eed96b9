"""A capture table holds the same facts in whatever order it is told."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasjil.errors import BadValue
from tasjil.estimate.tables import CaptureTable

ROWS = st.lists(
    st.tuples(
        st.tuples(st.booleans(), st.booleans(), st.booleans()).filter(any),
        st.integers(0, 50),
    ),
    max_size=20,
)


@settings(deadline=None)
@given(ROWS, st.randoms())
def test_the_order_of_rows_changes_nothing(rows, chance):
    told = CaptureTable.of("abc", [on for on, _ in rows], [many for _, many in rows])
    chance.shuffle(rows)
    again = CaptureTable.of("abc", [on for on, _ in rows], [many for _, many in rows])
    assert told.digest == again.digest
    assert np.array_equal(told.patterns, again.patterns)
    assert np.array_equal(told.counts, again.counts)


@settings(deadline=None)
@given(ROWS)
def test_every_person_is_caught_once_or_more(rows):
    table = CaptureTable.of("abc", [on for on, _ in rows], [many for _, many in rows])
    assert table.n == sum(many for _, many in rows) == table.caught.sum()
    assert table.caught[0] == 0
    assert (table.caught * np.arange(4)).sum() == table.sizes.sum()
    assert table.cells().sum() == table.n


def test_the_order_of_lists_changes_no_digest():
    told = CaptureTable.of("ab", [(1, 0), (1, 1)], [3, 4])
    turned = CaptureTable.of("ba", [(0, 1), (1, 1)], [3, 4])
    assert told.digest == turned.digest


def test_without_a_list_who_was_only_on_it_is_gone():
    table = CaptureTable.of("abc", [(1, 0, 0), (1, 1, 0), (0, 1, 1)], [5, 3, 2])
    left = table.without("a")
    assert left.lists == ("b", "c")
    assert (left.n, left.size("b"), left.together("b", "c")) == (5, 5, 2)


def test_a_list_that_shares_nobody_is_named():
    table = CaptureTable.of("abc", [(1, 1, 0), (0, 0, 1)], [3, 4])
    assert table.apart() == ["c"]


@pytest.mark.parametrize(
    ("lists", "patterns", "counts", "said"),
    [
        ("aa", [(1, 0)], [1], "names that differ"),
        ("ab", [(0, 0)], [1], "on no list"),
        ("ab", [(1, 2)], [1], "0 or 1"),
        ("ab", [(1, 0)], [-1], "0 or more"),
        ("abc", [(1, 0)], [1], "a column for each of 3"),
    ],
)
def test_what_is_no_table_is_refused_in_words(lists, patterns, counts, said):
    with pytest.raises(BadValue, match=said):
        CaptureTable.of(lists, patterns, counts)


def test_an_empty_table_is_a_table():
    assert CaptureTable.of("abc", [], []).n == 0
