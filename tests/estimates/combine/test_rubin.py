"""Tables that stand for one another give one estimate, by rules worked by hand."""

from dataclasses import replace
from math import exp, inf, log

import numpy as np
import pytest

from tasjil.errors import BadValue
from tasjil.estimate.combine import CombineSettings, Inferred, combine, variance
from tasjil.model.estimate import Estimate, Interval, Method, Refusal, WhyRefused

LN2 = log(2)


def drawn(n: int, *unseen: float) -> Inferred:
    """The outcome of a method with these draws of n0."""
    draws = n + np.array(unseen, float)
    ends = Interval(draws.mean(), float(np.median(draws)), min(draws), max(draws), 0.95)
    return Inferred(Estimate(Method.LCMCR, n, ends, f"sha256:{n}"), draws)


def pointed(n: int, low: float, middle: float, high: float) -> Inferred:
    """The outcome of a method with a point and an interval."""
    ends = Interval(middle, middle, low, high, 0.95)
    return Inferred(Estimate(Method.LOGLINEAR, n, ends, f"sha256:{n}"))


# Three tables, n0 of the draws 100 and 400, 50 and 200, 200 and 800. Their logarithms
# have the means ln 200, ln 100, ln 400 and each the variance (ln 4)^2 / 2 = 2 (ln 2)^2.
# So W = 2 (ln 2)^2, B = (ln 2)^2, T = (2 + 4/3) (ln 2)^2.
THREE = [drawn(100, 100, 400), drawn(110, 50, 200), drawn(90, 200, 800)]


def test_rubins_rules_by_hand():
    """Rubin 1987: (m - 1) (1 + W / ((1 + 1/m) B))^2 = 2 (1 + 3/2)^2 = 12.5."""
    found = variance([part.log_unseen() for part in THREE])
    assert found.point == pytest.approx(log(200))
    assert found.within == pytest.approx(2 * LN2**2)
    assert found.between == pytest.approx(LN2**2)
    assert found.total == pytest.approx(10 / 3 * LN2**2)
    assert found.degrees == pytest.approx(12.5)
    assert found.share_between == pytest.approx(0.4)
    assert found.rule == "classical"


def test_barnard_and_rubins_rule_by_hand():
    """Barnard, Rubin 1999: 11/13 * 10 * 0.6 = 66/13 of what is observed."""
    found = variance([part.log_unseen() for part in THREE], complete=10)
    assert found.degrees == pytest.approx(1 / (1 / 12.5 + 13 / 66))
    assert found.rule == "barnard-rubin"


def test_verdatas_degrees_of_freedom_by_hand():
    """HRDAG verdata 1.0.2, R/combine_estimates.R: 2 (1 + 1/4 * 2)^2 = 4.5.

    The quantile of t at 0.975 and 4.5 degrees is 2.6589 (between 2.776 of 4 and 2.571
    of 5), so the ends are 200 exp(-+ 2.6589 * 1.26551): 6.91 and 5786.
    """
    found = combine(THREE, CombineSettings(verdata=True)).outcome
    told = found.diagnostics["combined"]
    assert told["degrees"] == pytest.approx(4.5)
    assert told["rule"] == "verdata"
    assert (found.n, found.N.mean) == (100, 100 + 292)
    assert found.N.low == 107
    assert found.N.high == pytest.approx(100 + 5786, abs=1)


def test_verdata_takes_a_draw_of_nobody_for_a_tenth_of_a_person():
    parts = [drawn(10, 0, 10), drawn(10, 10, 10)]
    told = combine(parts, CombineSettings(verdata=True)).outcome.diagnostics["combined"]
    assert told["point"] == pytest.approx((log(0.1) + 3 * log(10)) / 4)


def test_verdata_combines_draws_of_two_tables_or_more():
    for parts in (THREE[:1], [pointed(10, 12, 14, 20)] * 2):
        with pytest.raises(BadValue, match="two tables or more"):
            combine(parts, CombineSettings(verdata=True))


def test_tables_that_agree_add_no_variance():
    found = variance([(2.0, 0.09)] * 5)
    assert (found.degrees, found.total) == (inf, pytest.approx(0.09))
    low, high = found.ends(0.95)
    assert (low, high) == pytest.approx((exp(2 - 0.588), exp(2 + 0.588)), rel=1e-4)


def test_one_estimate_combined_is_itself():
    for part in (pointed(100, 112, 140, 300), THREE[0]):
        assert combine([part]).outcome == part.outcome


def test_tables_that_differ_widen_the_interval():
    alike = combine([pointed(100, 120, 140, 180)] * 4).outcome
    apart = combine([pointed(100, 120, 140, 180), pointed(100, 170, 240, 380)] * 2)
    assert apart.outcome.N.high - apart.outcome.N.low > (alike.N.high - alike.N.low)
    assert apart.outcome.diagnostics["combined"]["between"] > 0


def test_a_mixture_keeps_two_humps_that_rubins_rules_smooth_away():
    rng = np.random.default_rng(3)
    parts = [drawn(100, *rng.normal(at, 5, 4000)) for at in (50, 400)]
    mixed = combine(parts)
    assert mixed.outcome.N.mean == pytest.approx(100 + 225, abs=1)
    assert mixed.outcome.N.low == pytest.approx(100 + 50 - 5 * 1.645, abs=1)
    assert mixed.outcome.N.high == pytest.approx(100 + 400 + 5 * 1.645, abs=1)
    assert mixed.outcome.settings["combine"]["how"] == "mixture"
    smooth = combine(parts, CombineSettings(mixture=False)).outcome
    assert smooth.N.high > 10_000


def test_in_a_mixture_each_table_weighs_the_same_whatever_its_draws():
    few, more = drawn(100, *[20.0] * 10), drawn(100, *[60.0] * 1000)
    found = combine([few, more])
    assert found.outcome.N.mean == pytest.approx(140)
    assert found.weights is not None
    assert found.weights.sum() == pytest.approx(1)


def test_a_table_that_is_refused_is_never_left_out():
    refused = Inferred(
        Refusal(Method.LCMCR, 90, "A list is apart.", "sha256:9", why=WhyRefused.APART)
    )
    found = combine([*THREE, refused]).outcome
    assert isinstance(found, Refusal)
    assert found.why is WhyRefused.APART
    assert "1 of 4 tables" in found.refused
    assert "A list is apart." in found.refused


def test_what_cannot_be_combined_is_refused_in_words():
    with pytest.raises(BadValue, match="got none"):
        combine([])
    with pytest.raises(BadValue, match="one method"):
        combine([THREE[0], pointed(1, 2, 3, 4)])
    with pytest.raises(BadValue, match="one rule"):
        CombineSettings(verdata=True, complete=5)
    with pytest.raises(BadValue, match="at least the 100"):
        Inferred(THREE[0].outcome, np.array([99.0, 120.0]))


def test_what_is_combined_can_be_combined_again():
    rng = np.random.default_rng(3)
    parts = [drawn(100, *rng.gamma(4, at, 4000)) for at in (10, 12, 14)]
    mixed = combine(parts)
    again = combine([mixed.inferred])
    assert again.outcome.N == mixed.outcome.N
    assert again.draws is not None
    assert again.draws.mean() == pytest.approx(mixed.outcome.N.mean, rel=1e-3)
    assert np.quantile(again.draws, 0.975) == pytest.approx(
        mixed.outcome.N.high, rel=1e-3
    )
    assert combine([pointed(10, 12, 14, 20)] * 2).inferred.draws is None


def test_documented_people_who_come_and_go_widen_the_interval():
    """n of 90, 100, 110 beside the same n0: var(n) = 100, and 4/3 of it counts."""
    same = combine([pointed(100, 120, 140, 180)] * 3).outcome
    apart = combine(
        [pointed(n, n + 20, n + 40, n + 80) for n in (90, 100, 110)]
    ).outcome
    added = 1.96**2 * 100 * 4 / 3
    assert apart.N.median == pytest.approx(same.N.median)
    assert apart.diagnostics["combined"]["documented_variance"] == pytest.approx(
        400 / 3
    )
    for end in ("low", "high"):
        alone = getattr(same.N, end) - same.N.median
        wider = getattr(apart.N, end) - apart.N.median
        assert wider**2 == pytest.approx(alone**2 + added, rel=1e-3)


def test_of_each_table_the_diagnostics_are_kept_in_brief():
    told = {"rhat": 1.002, "models": ["[12,3]"] * 113, "sampler": "gibbs"}
    part = Inferred(replace(THREE[0].outcome, diagnostics=told), THREE[0].draws)
    kept = combine([part, part]).outcome.diagnostics["parts"]
    assert kept == [{"rhat": 1.002, "sampler": "gibbs"}] * 2


@pytest.mark.slow
def test_rubins_interval_covers_at_its_level():
    """Means of a lognormal n0 seen through imputations with known variances."""
    rng = np.random.default_rng(11)
    m, within, between, covered, runs = 10, 0.04, 0.02, 0, 4000
    for _ in range(runs):
        centre = rng.normal(0, within**0.5)
        means = centre + rng.normal(0, between**0.5) + rng.normal(0, between**0.5, m)
        low, high = variance([(mean, within) for mean in means]).ends(0.95)
        covered += low <= 1 <= high
    assert covered / runs == pytest.approx(0.95, abs=0.02)
