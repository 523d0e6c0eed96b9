"""Drawings show what the numbers say."""

import re

import pytest

from tasjil.estimate.report.page.rows import Marks, Row, interval_rows, is_log
from tasjil.estimate.report.page.scale import Bend, Scale, fitted
from tasjil.estimate.report.page.strips import bin_strip, rank_strips, trace_strips
from tasjil.estimate.report.page.upset import GROUPS, Group, overlap_picture
from tasjil.model.estimate import Interval


def interval(low, middle, high):
    return Interval(middle, middle, low, high, 0.95)


def test_an_interval_begins_and_ends_where_its_numbers_lie():
    drawn = str(interval_rows([Row("a", interval(500, 600, 1000))], "t"))
    wide = drawn.split("</svg>")[0]
    scale = fitted([500, 1000], 240, 570)
    assert f'x1="{scale(500):.2f}"'.replace(".00", "") in wide
    assert f'x2="{scale(1000):.2f}"'.rstrip('0"') in wide
    assert f'cx="{scale(600):.2f}"'.rstrip('0"') in wide


def test_numbers_far_apart_are_drawn_by_logarithms_and_near_ones_from_nothing():
    far = [Row("a", interval(20, 40, 90)), Row("b", interval(5000, 7000, 9000))]
    assert is_log(far)
    assert not is_log(far[1:], Marks(documented=4400))


@pytest.mark.parametrize("bend", Bend)
def test_a_scale_never_leaves_its_drawing(bend):
    scale = Scale(1, 1e6, 10, 90, bend)
    for value in (0, 1, 5, 2.5e5, 1e6, 1e9):
        assert 10 <= scale(value) <= 90
    assert len(scale.ticks(6)) <= 8


def test_a_drawing_of_nobody_is_nothing():
    assert interval_rows([], "t") == ""
    assert overlap_picture(["a"], [], "t") == ""
    assert trace_strips([], [], "t") == rank_strips([(0, 0)], ["c"], "t") == ""
    assert bin_strip((), (), (), "t") == ""


def test_the_overlap_picture_draws_the_largest_thirty_groups():
    lists = [f"list {k}" for k in range(20)]
    groups = [Group((lists[k % 20],), 100 - k, str(100 - k)) for k in range(45)]
    wide, narrow, _ = str(overlap_picture(lists, groups, "t")).split("</svg>")
    for drawn in (wide, narrow):
        assert drawn.count("<rect") == GROUPS
        assert drawn.count("<circle") == GROUPS * 20


def test_a_group_too_small_to_tell_has_no_length():
    groups = [Group(("a",), 50, "50"), Group(("b",), 0, "few")]
    drawn = str(overlap_picture(["a", "b"], groups, "t"))
    lengths = [float(x) for x in re.findall(r'<rect [^>]*width="([\d.]+)"', drawn)]
    assert lengths[1] == lengths[3] == 1.5


def test_every_drawing_carries_its_title_twice_for_two_sizes():
    drawn = str(trace_strips([(1.0, 2.0, 1.5)], ["chain 1"], "N along a chain"))
    assert drawn.count("<title>N along a chain</title>") == 2
