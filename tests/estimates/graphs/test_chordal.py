"""Every graph without a bare cycle is found, and nothing else."""

from itertools import combinations

import numpy as np
import pytest

from estimates.graphs.naive import all_graphs
from estimates.published import published
from tasjil.estimate.graphs.chordal import chordal_graphs
from tasjil.estimate.graphs.names import edge, joined_in, named
from tasjil.estimate.graphs.scores import Scores
from tasjil.estimate.graphs.walk import Ground


@pytest.mark.parametrize(
    ("lists", "graphs"), [(3, 8), (4, 61), (5, 822), (6, 18_154), (7, 617_675)]
)
def test_there_are_as_many_chordal_graphs_as_have_been_counted(lists, graphs):
    """OEIS A058862: labelled chordal graphs."""
    found = chordal_graphs(lists)
    assert len(found) == graphs
    assert (np.diff(found.masks) > 0).all()


@pytest.mark.parametrize("lists", [3, 4, 5])
def test_they_are_those_in_which_no_lists_form_a_bare_ring(lists):
    naive = {sum(1 << edge(i, j) for i, j in edges) for edges in all_graphs(lists)}
    assert naive == set(chordal_graphs(lists).masks.tolist())


def test_an_edge_may_come_or_go_exactly_where_the_graph_stays_chordal():
    known = set(chordal_graphs(5).masks.tolist())
    table = published("my5")
    ground = Ground(Scores(table, 0.5), np.array([1, 50, 300, 900]))
    for mask in known:
        joined = joined_in(mask, 5)
        for i, j in combinations(range(5), 2):
            change = ground.change(joined, i, j)
            there = mask ^ 1 << edge(i, j)
            assert (change is not None) == (there in known)
            if change is not None and mask % 7 == 0:
                after = ground.logs(joined_in(there, 5))
                assert np.abs(ground.logs(joined) + change - after).max() < 1e-8


def test_a_graph_is_named_by_the_lists_that_depend_on_one_another():
    table = published("kosovo")
    assert named(0b000000, table.lists) == "[EXH] [ABA] [OSCE] [HRW]"
    assert named(0b000011, table.lists) == "[ABA, EXH] [EXH, OSCE] [HRW]"
    assert named(0b111111, table.lists) == "[ABA, EXH, HRW, OSCE]"
