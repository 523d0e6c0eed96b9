"""Averages over decomposable graphs give what is published of the same tables."""

import pytest

from estimates.published import published
from tasjil.estimate.graphs import DgaSettings, fit_dga


def found(name, delta, **other):
    settings = DgaSettings(delta=delta, sensitivity=False, **other)
    return fit_dga(published(name), settings).interval


@pytest.mark.parametrize("other", [{}, {"integers": True, "cap": 5}])
def test_kosovo_with_the_least_prior(other):
    """12,749 [9,827-16,544], R dga's model on the records of Ball et al. 2002."""
    interval = found("kosovo", 1 / 16, **other)
    assert interval.mean == pytest.approx(12_749, abs=1)
    assert (interval.low, interval.high) == pytest.approx((9_827, 16_544), abs=1)


def test_kosovo_with_one_person_a_cell_where_the_saturated_graph_is_taken():
    """4,830 [4,408-6,860]: nearly all of it is the graph that says nothing of n0."""
    fit = fit_dga(published("kosovo"), DgaSettings(1, True, integers=True, cap=5))
    assert fit.interval.mean == pytest.approx(4_830, abs=1)
    assert (fit.interval.low, fit.interval.high) == (4_408, 6_860)
    assert fit.averaged.top(1)[0] == (0b111111, pytest.approx(0.976, abs=0.001))


def test_kosovo_with_one_person_a_cell_without_the_saturated_graph():
    assert found("kosovo", 1).mean > 9_000


@pytest.mark.parametrize("other", [{}, {"integers": True, "cap": 10}])
def test_the_example_of_five_lists_of_r_dga(other):
    """617.8 [588-655] with delta .5: Madigan & York 1997, R package dga."""
    interval = found("my5", 0.5, **other)
    assert interval.mean == pytest.approx(617.8, abs=0.1)
    assert (interval.low, interval.high) == (588, 655)


def test_victims_of_slavery_where_no_more_than_ten_times_the_documented_are_tried():
    """20,228 [10,343-29,446]: delta 2^-5, cut at 10 n."""
    interval = found("uk_slavery5", 2**-5, cap=10)
    assert interval.mean == pytest.approx(20_228, abs=2)
    assert (interval.low, interval.high) == pytest.approx((10_343, 29_446), abs=1)


def test_that_cut_holds_too_much_of_the_mass_and_is_refused():
    settings = DgaSettings(2**-5, cap=10, sensitivity=False)
    table = published("uk_slavery5")
    refusal = fit_dga(table, settings).outcome(table)
    assert refusal.why == "at the cap"
    assert refusal.diagnostics["mass_at_cap"] == pytest.approx(0.0507, abs=0.001)
    wider = fit_dga(table, DgaSettings(2**-5, sensitivity=False)).outcome(table)
    assert wider.refused is None
    assert wider.N.mean > 21_000


def test_new_orleans():
    """936 [511-1,762]: delta 2^-5."""
    interval = found("new_orleans5", 2**-5, cap=40)
    assert interval.mean == pytest.approx(936, abs=1)
    assert (interval.low, interval.high) == pytest.approx((511, 1_762), abs=1)
