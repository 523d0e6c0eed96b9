"""Strata add up to everyone, their doubts add up too, and none goes missing."""

import numpy as np
import pytest

from estimates.made_estimators import chapman, posterior
from tasjil.errors import BadValue
from tasjil.estimate.combine import Inferred
from tasjil.estimate.strata import (
    StrataSettings,
    strata_of,
    stratified,
    sum_strata,
)
from tasjil.estimate.tables import CaptureTable, ToldTables, read_table
from tasjil.model.estimate import Estimate, Interval, Method, Refusal, WhyRefused

HARBOUR = """ministry,monitor,place,sex,count
1,0,Harbour,woman,310
0,1,Harbour,woman,210
1,1,Harbour,woman,90
1,0,Harbour,man,400
0,1,Harbour,man,120
1,1,Harbour,man,60
1,0,Hills,woman,50
0,1,Hills,woman,140
1,1,Hills,woman,20
1,0,Hills,man,80
0,1,Hills,man,190
1,1,Hills,man,40
"""


def part(n: int, low: float, middle: float, high: float) -> Inferred:
    ends = Interval(middle, middle, low, high, 0.95)
    return Inferred(Estimate(Method.TWO_LISTS, n, ends, f"sha256:{n}"))


def population(rng: np.random.Generator, strata: int, people: int) -> ToldTables:
    """People of many strata, listed with chances of their own, in two lists."""
    rows, known = [], []
    for at in range(strata):
        on = rng.random((people, 2)) < rng.uniform(0.3, 0.7, 2)
        rows.append(on[on.any(1)])
        known += [(f"{at}",)] * len(rows[-1])
    return ToldTables.of_people(("a", "b"), np.concatenate(rows), ("place",), known)


def test_strata_hold_everyone_once():
    told = read_table(HARBOUR)
    for by in (["place"], ["sex"], ["place", "sex"]):
        parts = strata_of(told, by)
        assert sum(each.table.n for each in parts) == told.table.n
    assert [each.key for each in strata_of(told, ["place", "sex"])] == [
        ("Harbour", "man"),
        ("Harbour", "woman"),
        ("Hills", "man"),
        ("Hills", "woman"),
    ]


def test_months_stand_in_the_order_of_their_numbers():
    told = read_table("a,b,month,count\n1,0,10,5\n1,1,9,5\n0,1,2,5\n")
    assert [key for (key,) in (each.key for each in strata_of(told, ["month"]))] == [
        "2",
        "9",
        "10",
    ]


def test_a_column_that_names_each_person_is_no_stratum():
    rows = "".join(f"1,{nth % 2},p{nth}\n" for nth in range(40))
    with pytest.raises(BadValue, match="cut by something coarser") as found:
        strata_of(read_table("a,b,who\n" + rows), ["who"])
    assert "p1" not in str(found.value)


def test_people_without_a_value_are_not_left_out_of_strata():
    told = read_table("a,b,sex\n1,0,woman\n1,1,\n")
    with pytest.raises(BadValue, match="impute the missing ones"):
        strata_of(told, ["sex"])


def test_the_sum_of_one_stratum_is_that_stratum():
    alone = part(100, 120, 150, 230)
    found = sum_strata([(("x",), alone)]).whole.estimate
    assert found.N.median == pytest.approx(150)
    assert found.N.low == pytest.approx(120, abs=1)
    assert found.N.high == pytest.approx(230, abs=6)


def test_the_sum_of_strata_is_narrower_than_the_sum_of_their_ends():
    both = [((str(nth),), part(100, 120, 150, 230)) for nth in range(9)]
    found = sum_strata(both).whole.estimate
    assert found.N.median == pytest.approx(9 * 150)
    assert 9 * 120 < found.N.low < found.N.median < found.N.high < 9 * 230


def test_a_thousand_uncertain_strata_do_not_lift_their_sum():
    parts = [((str(nth),), part(50, 58, 70, 130)) for nth in range(1000)]
    found = sum_strata(parts).whole.estimate
    assert found.N.low < 70_000 < found.N.high
    assert found.N.high - found.N.low < 4_000


def test_posterior_draws_are_added_draw_by_draw_in_no_order():
    rng = np.random.default_rng(5)
    sorted_draws = np.sort(rng.gamma(4, 10, 4000))
    ends = Interval(40, 40, 10, 90, 0.95)
    parts = [
        ((str(nth),), Inferred(Estimate(Method.DGA, 0, ends, "sha256:0"), sorted_draws))
        for nth in range(25)
    ]
    whole = sum_strata(parts).whole
    assert whole.draws is not None
    assert whole.draws.mean() == pytest.approx(1000, rel=0.02)
    # Sorted draws added as they stand would have 25 times one's deviation, not 5.
    assert whole.draws.std() == pytest.approx(5 * 20, rel=0.1)


def test_a_stratum_that_is_refused_makes_the_sum_a_refusal_with_a_bound():
    refused = Inferred(
        Refusal(Method.TWO_LISTS, 30, "No.", "sha256:3", why=WhyRefused.APART)
    )
    found = sum_strata(
        [(("Harbour",), part(100, 120, 150, 230)), (("Hills",), refused)]
    )
    told = found.whole.outcome
    assert isinstance(told, Refusal)
    assert told.why is WhyRefused.APART
    assert "Hills" in told.refused
    assert told.n == 130
    assert found.refused == (("Hills",),)
    assert found.at_least is not None
    assert found.at_least.median == pytest.approx(180)
    assert told.diagnostics["at_least"]["median"] == found.at_least.median


def test_only_refused_strata_have_no_bound():
    refused = Inferred(Refusal(Method.TWO_LISTS, 30, "No.", "sha256:3"))
    assert sum_strata([(("x",), refused)]).at_least is None


@pytest.mark.parametrize("estimator", [chapman, posterior])
def test_strata_are_estimated_and_their_sum_stands_beside_everyone(estimator):
    found = stratified(read_table(HARBOUR), ["place", "sex"], estimator)
    assert [each.outcome.n for each in found.strata] == [580, 610, 310, 210]
    assert found.imputations == 1
    assert found.total.n == found.uncut.n == 1710
    assert found.total.N is not None
    assert found.uncut.N is not None
    # The ministry reaches the harbour, the monitor the hills: together they look as if
    # they avoided each other, and everyone uncut is estimated too high.
    assert found.uncut.N.median > found.total.N.median * 1.05
    assert found.at_least is None


def test_the_same_seed_gives_the_same_strata_whatever_the_order_of_rows():
    header, *rows = HARBOUR.strip().splitlines()
    turned = "\n".join([header, *reversed(rows)])
    settings = StrataSettings(seed=4)
    one = stratified(read_table(HARBOUR), ["place"], posterior, settings)
    two = stratified(read_table(turned), ["place"], posterior, settings)
    assert one.total == two.total
    assert [each.outcome for each in one.strata] == [
        each.outcome for each in two.strata
    ]


def test_the_empty_table_has_no_strata():
    empty = CaptureTable.of("ab", [], [])
    told = ToldTables(
        empty.lists, empty.patterns.reshape(0, 2), empty.counts, ("sex",), ()
    )
    with pytest.raises(BadValue, match="found it of nobody"):
        stratified(told, ["sex"], chapman)


@pytest.mark.slow
@pytest.mark.parametrize("estimator", [chapman, posterior])
def test_the_interval_of_a_sum_covers_the_truth_at_its_level(estimator):
    """Twelve strata of 300 people, listed independently: 400 populations."""
    rng = np.random.default_rng(8)
    runs, covered = 400, 0
    for _ in range(runs):
        found = stratified(population(rng, 12, 300), ["place"], estimator).total
        assert found.N is not None
        covered += found.N.low <= 3600 <= found.N.high
    assert 0.92 <= covered / runs <= 0.98
