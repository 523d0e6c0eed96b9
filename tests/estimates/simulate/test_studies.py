"""A study says how often methods hold the truth, and counts what they refuse."""

from functools import partial

import numpy as np
import pytest

from tasjil.errors import BadValue
from tasjil.estimate.saying import Language
from tasjil.estimate.simulate import (
    Design,
    Group,
    Watched,
    header,
    row,
    sentences,
    simulate,
)
from tasjil.estimate.simulate.study import Share, studied
from tasjil.model.estimate import Estimate, Interval, Method, Refusal, WhyRefused

EASY = Design.of(800, [0.5, 0.4, 0.5])
ONE = Watched(cores=1)


def estimated(low, median, high):
    interval = Interval(median, median, low, high, 0.95)
    return Estimate(Method.DGA, 50, interval, "sha256:0")


def test_coverage_bias_and_width_are_those_of_a_case_by_hand():
    refusal = Refusal(Method.DGA, 50, "no", "sha256:0", why=WhyRefused.APART)
    found = studied(
        Method.DGA,
        100,
        [estimated(90, 110, 130), estimated(101, 120, 140), estimated(60, 70, 80)]
        + [refusal],
    )
    assert found.runs == 4
    assert found.share_refused == 0.25
    assert found.refused == (("a list apart", 1),)
    assert found.coverage.value == pytest.approx(1 / 3)
    assert found.coverage.error == pytest.approx(np.sqrt(1 / 3 / 3))
    assert found.above.value == pytest.approx(1 / 3)
    assert found.bias.value == pytest.approx(0.0)
    assert found.width.value == pytest.approx((0.4 + 0.39 + 0.2) / 3)
    assert found.off == pytest.approx(np.sqrt((0.01 + 0.04 + 0.09) / 3))


def test_a_study_is_the_same_by_its_seed_on_one_core_and_on_two():
    one = simulate(EASY, [Method.CHAO], 20, 5, watch=ONE)
    two = simulate(EASY, [Method.CHAO], 20, 5, watch=Watched(cores=2))
    assert one == two
    assert one != simulate(EASY, [Method.CHAO], 20, 6, watch=ONE)


def test_independent_lists_are_estimated_without_bias():
    study = simulate(EASY, ["loglinear", "dga"], 30, 1, watch=ONE)
    for each in study.methods:
        assert each.runs == 30
        assert each.share_refused == 0
        assert abs(each.bias.value) < 0.03
        assert each.coverage.value >= 0.8
    assert study.documented == pytest.approx(800 * (1 - 0.5 * 0.6 * 0.5), rel=0.02)


def test_people_whom_lists_hardly_reach_are_undercounted_and_it_is_said():
    seen, unseen = Group(0.5, (0.5, 0.4, 0.5)), Group(0.5, (0.02, 0.02, 0.02))
    hard = Design(2000, ("A", "B", "C"), (seen, unseen))
    study = simulate(hard, ["loglinear", "dga"], 20, 1, watch=ONE)
    for found in study.methods:
        assert found.bias.value < -0.2
        assert found.coverage.value < 0.5
    said = sentences(study)
    assert sum("promise too much" in each for each in said) == 2
    assert any("2 groups" in each for each in said)


def test_a_refusal_is_counted_and_no_number_is_made_of_it():
    none = Design.of(60, [0.02, 0.02, 0.02])
    study = simulate(none, ["loglinear"], 10, 2, watch=ONE)
    (found,) = study.methods
    assert found.share_refused > 0.5
    assert sum(many for _, many in found.refused) == round(10 * found.share_refused)


def test_what_is_done_is_kept_when_somebody_stops_it():
    seen = []
    watch = Watched(
        progress=lambda method, done, of: seen.append((method, done, of)),
        stop=lambda: len(seen) >= 4,
        cores=1,
    )
    study = simulate(EASY, ["chao", "loglinear"], 10, 3, watch=watch)
    assert study.stopped
    assert seen[0] == (Method.CHAO, 1, 10)
    assert [each.runs for each in study.methods] == [4]
    assert any("stopped" in each for each in sentences(study))


def test_a_study_is_said_in_both_languages_and_as_json():
    study = simulate(EASY, ["chao"], 5, 3, watch=ONE)
    for language in Language:
        assert len(header(language)) == len(row(study.methods[0])) == 6
        assert sentences(study, language)
    plain = study.plain()
    assert plain["methods"][0]["method"] == "chao"
    assert plain["design"]["population"] == 800
    assert sentences(study)[0].startswith("5 populations of 800")


def test_no_population_and_a_method_that_is_none_are_refused():
    with pytest.raises(BadValue, match="1 population or more"):
        simulate(EASY, runs=0)
    with pytest.raises(BadValue, match="expected a method"):
        simulate(EASY, ["guess"])


def test_a_share_of_nothing_is_nothing():
    assert Share.of([]) is None
    assert partial(Share.of, [1.0])().error == 0
