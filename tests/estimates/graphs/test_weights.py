"""Weights, grids and walks agree with slower ways to the same numbers."""

from itertools import combinations

import numpy as np
import pytest

from estimates.graphs.naive import all_graphs, log_weight
from estimates.published import published
from tasjil.errors import BadValue
from tasjil.estimate.graphs import DgaSettings, Posterior, chordal_graphs, fit_dga
from tasjil.estimate.graphs.exact import log_weights
from tasjil.estimate.graphs.grid import filled, knots, weights
from tasjil.estimate.graphs.names import edge
from tasjil.estimate.graphs.scores import Scores
from tasjil.estimate.graphs.walked import average_walked
from tasjil.estimate.tables import CaptureTable
from tasjil.model.estimate import Estimate, WhyRefused


def mask_of(edges):
    return sum(1 << edge(i, j) for i, j in edges)


@pytest.mark.parametrize(("name", "delta"), [("gaza3", 1.0), ("kosovo", 0.0625)])
def test_every_graph_weighs_what_cliques_and_separators_give(name, delta):
    table = published(name)
    nodes = np.array([1, 7, 100, 4_000, 90_000])
    graphs = chordal_graphs(len(table.lists))
    rows = dict(zip(graphs.masks.tolist(), range(len(graphs)), strict=True))
    logs = np.concatenate(
        [w for _, w in log_weights(graphs, Scores(table, delta), nodes)]
    )
    for edges in all_graphs(len(table.lists)):
        naive = [log_weight(table, edges, delta, int(hidden)) for hidden in nodes]
        assert logs[rows[mask_of(edges)]] == pytest.approx(naive, rel=1e-11)


def test_normalised_weights_are_those_of_a_naive_average_to_eight_places():
    patterns = [[k >> j & 1 for j in range(4)] for k in range(1, 16)]
    counts = [9, 7, 3, 8, 2, 1, 0, 6, 3, 2, 1, 1, 0, 2, 1]
    table = CaptureTable.of("abcd", patterns, counts)
    settings = DgaSettings(integers=True, cap=3, sensitivity=False)
    fit = fit_dga(table, settings)
    nodes = range(1, 3 * table.n + 1)
    naive = np.array(
        [
            [log_weight(table, edges, 0.5, hidden) for hidden in nodes]
            for edges in all_graphs(4)
            if len(edges) < 6
        ]
    )
    naive = np.exp(naive - naive.max())
    naive /= naive.sum()
    assert fit.posterior.values.tolist() == [table.n + each for each in nodes]
    assert np.abs(fit.posterior.probabilities - naive.sum(0)).max() < 1e-8
    own = dict(
        zip(
            [mask_of(edges) for edges in all_graphs(4) if len(edges) < 6],
            naive.sum(1),
            strict=True,
        )
    )
    for mask, chance in zip(fit.averaged.masks, fit.averaged.chances, strict=True):
        assert chance == pytest.approx(own[mask], abs=1e-7)


@pytest.mark.parametrize("name", ["kosovo", "my5", "new_orleans5", "gaza3"])
@pytest.mark.parametrize("delta", [1 / 32, 1.0])
def test_few_numbers_give_what_every_whole_number_gives(name, delta):
    table = published(name)
    cap = min(12, 40_000 / table.n)
    every = fit_dga(
        table, DgaSettings(delta, cap=cap, integers=True, sensitivity=False)
    )
    some = fit_dga(table, DgaSettings(delta, cap=cap, sensitivity=False))
    assert len(some.averaged.nodes) < 500 < len(every.averaged.nodes)
    none = some.posterior.density[0] / (1 - some.posterior.density[0])
    assert some.interval.mean == pytest.approx(every.interval.mean, rel=2e-5 + none)
    assert some.interval.low == pytest.approx(every.interval.low, abs=2)
    assert some.interval.high == pytest.approx(every.interval.high, rel=2e-4, abs=1)
    for mask, chance in every.averaged.top(5):
        same = dict(some.averaged.top(8))
        assert same[mask] == pytest.approx(chance, abs=2e-5 + none)


def test_a_sharp_peak_among_many_documented_is_not_stepped_over():
    patterns = [[k >> j & 1 for j in range(3)] for k in range(1, 8)]
    chances = np.array([0.7, 0.6, 0.5])
    each = [np.where(p, chances, 1 - chances).prod() for p in patterns]
    table = CaptureTable.of("abc", patterns, [round(5_000_000 * p) for p in each])
    interval = fit_dga(table, DgaSettings(cap=100, sensitivity=False)).interval
    assert interval.mean == pytest.approx(5_000_000, rel=1e-4)
    assert 500 < interval.high - interval.low < 10_000


def test_weights_count_every_whole_number_once():
    nodes = knots(5_000)
    assert weights(nodes).sum() == pytest.approx(5_001)
    straight = np.log1p(nodes) ** 3
    whole = (np.log1p(np.arange(5_001)) ** 3).sum()
    assert filled(nodes).weights() @ straight == pytest.approx(whole, rel=1e-4)


def test_walks_agree_with_all_graphs_where_all_can_be_visited():
    table = published("my5")
    exact = fit_dga(table, DgaSettings(sensitivity=False))
    walked = average_walked(
        Scores(table, 0.5), DgaSettings(steps=4_000, sensitivity=False)
    )
    posterior = Posterior.of(table.n, walked.nodes, walked.density)
    assert walked.told["rhat"] < 1.02
    assert posterior.mean == pytest.approx(exact.interval.mean, abs=1)
    assert walked.edges(5) == pytest.approx(exact.averaged.edges(5), abs=0.05)
    assert dict(walked.top(1)).keys() == dict(exact.averaged.top(1)).keys()


def test_a_walk_by_one_seed_is_always_the_same():
    table = published("new_orleans5")
    settings = DgaSettings(steps=300)
    one, other = (average_walked(Scores(table, 0.5), settings) for _ in range(2))
    assert np.array_equal(one.density, other.density)
    assert one.told == other.told


def test_draws_follow_the_posterior_and_their_seed():
    fit = fit_dga(published("my5"), DgaSettings(sensitivity=False))
    draws = fit.draws(20_000, 7)
    assert np.array_equal(draws, fit.draws(20_000, 7))
    assert draws.mean() == pytest.approx(fit.interval.mean, abs=0.6)
    assert np.quantile(draws, 0.975) == pytest.approx(fit.interval.high, abs=2)
    assert (draws == np.rint(draws)).all()


def test_the_order_of_lists_and_rows_changes_no_number():
    table = published("my5")
    turned = table.only(table.lists[::-1])
    one, other = (fit_dga(each).interval for each in (table, turned))
    assert other.mean == pytest.approx(one.mean, rel=1e-9)
    assert (other.low, other.median, other.high) == (one.low, one.median, one.high)


def test_a_flat_prior_expects_more_than_jeffreys_and_any_other_may_be_given():
    table = published("new_orleans5")
    usual = fit_dga(table, DgaSettings(sensitivity=False)).interval
    flat = fit_dga(table, DgaSettings(decay=0, sensitivity=False)).interval
    given = fit_dga(
        table, DgaSettings(sensitivity=False), log_prior=lambda total: 0 * total
    ).interval
    assert flat.mean > usual.mean
    assert given == flat


def test_edges_are_the_pairs_of_lists_that_the_graphs_join():
    fit = fit_dga(published("kosovo"), DgaSettings(1 / 16, sensitivity=False))
    edges = fit.averaged.edges(4)
    for i, j in combinations(range(4), 2):
        there = [m >> edge(i, j) & 1 for m, _ in fit.averaged.top(100)]
        shares = [chance for _, chance in fit.averaged.top(100)]
        assert edges[i, j] == pytest.approx(np.dot(there, shares))
    assert fit.averaged.chances.sum() == pytest.approx(1)


def test_every_outcome_tells_of_other_deltas():
    table = published("my5")
    outcome = fit_dga(table).outcome(table)
    assert isinstance(outcome, Estimate)
    told = {each["delta"]: each["why"] for each in outcome.diagnostics["deltas"]}
    assert told == {2**-5: "literature", 0.25: "half", 1.0: "twice"}
    assert outcome.settings["delta"] == 0.5


def test_where_half_the_delta_moves_the_number_beyond_its_interval_there_is_none():
    table = published("kosovo")
    refusal = fit_dga(table, DgaSettings(1, saturated=True)).outcome(table)
    assert refusal.why is WhyRefused.PRIOR_DECIDES
    assert refusal.N is None
    assert refusal.diagnostics["farthest_delta"]["widths"] > 2


def test_a_list_apart_and_two_lists_are_refused_before_anything_is_computed():
    two = published("my5").only(["L1", "L2"])
    fit = fit_dga(two)
    assert fit.averaged is None
    assert fit.outcome(two).why is WhyRefused.TOO_FEW_LISTS
    apart = CaptureTable.of(
        "abc", [(1, 0, 0), (0, 1, 0), (1, 1, 0), (0, 0, 1)], [30, 30, 10, 50]
    )
    assert fit_dga(apart).outcome(apart).why is WhyRefused.APART


@pytest.mark.slow
def test_seven_lists_are_all_looked_at_and_a_walk_comes_to_the_same():
    table = published("ph_manila_unidentified")
    exact = fit_dga(table, DgaSettings(sensitivity=False))
    assert exact.averaged.visited == 617_674
    walked = average_walked(Scores(table, 0.5), DgaSettings(steps=10_000))
    posterior = Posterior.of(table.n, walked.nodes, walked.density)
    assert posterior.mean == pytest.approx(exact.interval.mean, rel=0.01)


@pytest.mark.slow
def test_eight_lists_are_walked_and_the_walks_agree():
    fit = fit_dga(published("new_orleans8"), DgaSettings(2**-8, sensitivity=False))
    assert fit.averaged.told["rhat"] < 1.05
    assert 500 < fit.interval.mean < 2_500


@pytest.mark.slow
def test_a_prior_of_more_people_than_are_documented_gives_no_number():
    table = published("verdata")
    settings = DgaSettings(steps=2_000)
    refusal = fit_dga(table, settings).outcome(table)
    assert refusal.why is WhyRefused.PRIOR_DECIDES


def test_more_whole_numbers_than_fit_into_memory_are_not_tried():
    with pytest.raises(BadValue, match="lower the cap"):
        fit_dga(published("gaza3"), DgaSettings(integers=True))
