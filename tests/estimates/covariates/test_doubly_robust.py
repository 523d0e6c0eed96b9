"""Two lists that depend on each other are independent among people alike."""

from collections import Counter

import numpy as np
import pytest

from estimates.made_people import people
from tasjil.errors import BadValue
from tasjil.estimate.covariates import (
    DoublyRobustFit,
    DoublyRobustSettings,
    fit_doubly_robust,
    one_step,
)
from tasjil.estimate.tables import ToldTables, read_table
from tasjil.model.estimate import Estimate, Refusal, WhyRefused

BOTH, FIRST, SECOND = 0, 1, 2


def fitted(told: ToldTables, **settings) -> tuple[DoublyRobustFit, Estimate]:
    fit = fit_doubly_robust(told, DoublyRobustSettings(**settings))
    found = fit.outcome(told.table)
    assert isinstance(found, Estimate)
    return fit, found


def refused(told: ToldTables, **settings) -> Refusal:
    fit = fit_doubly_robust(told, DoublyRobustSettings(**settings))
    found = fit.outcome(told.table)
    assert isinstance(found, Refusal)
    return found


def test_where_nothing_is_known_it_is_lincoln_and_petersens_estimate():
    which = np.repeat([BOTH, FIRST, SECOND], [50, 150, 100])
    shares = np.tile([50 / 300, 150 / 300, 100 / 300], (300, 1))
    found = one_step(which, shares, 0.005)
    assert found.point == pytest.approx(200 * 150 / 50)
    assert found.plain == pytest.approx(found.point)


def test_where_groups_are_known_it_is_the_sum_of_their_estimates():
    """Das, Kennedy, Jewell 2023: discrete x, chances fitted by shares in each group."""
    sizes = {0: (50, 150, 100), 1: (40, 60, 160)}
    which = np.concatenate([np.repeat([0, 1, 2], each) for each in sizes.values()])
    shares = np.concatenate(
        [np.tile(np.array(each) / sum(each), (sum(each), 1)) for each in sizes.values()]
    )
    assert one_step(which, shares, 0.001).point == pytest.approx(
        200 * 150 / 50 + 100 * 200 / 40
    )


def test_the_standard_error_is_that_of_lincoln_and_petersen():
    """Sekar and Deming 1949: n1 n2 (n1 - m)(n2 - m) / m^3 is its variance."""
    which = np.repeat([BOTH, FIRST, SECOND], [500, 1500, 1000])
    shares = np.tile([500 / 3000, 1500 / 3000, 1000 / 3000], (3000, 1))
    found = one_step(which, shares, 0.005)
    assert found.error**2 == pytest.approx(2000 * 1500 * 1500 * 1000 / 500**3, rel=0.01)


def test_the_estimate_is_right_if_the_chances_of_one_list_are():
    """Doubly robust: the error is the product of the two lists' errors."""
    rng = np.random.default_rng(4)
    x = rng.uniform(-1, 1, 400_000)
    p1, p2 = 1 / (1 + np.exp(-x)), 1 / (1 + np.exp(0.3 - 1.2 * x))
    on = rng.random((2, len(x))) < np.stack([p1, p2])
    seen = on.any(0)
    which = np.select([on[0] & on[1], on[0]], [BOTH, FIRST], SECOND)[seen]
    p1, p2 = p1[seen], p2[seen]

    def of(p1, p2):
        told = np.stack([p1 * p2, p1 * (1 - p2), p2 * (1 - p1)], 1)
        return one_step(which, told / told.sum(1, keepdims=True), 0.001)

    slightly = 1 / (1 + np.exp(0.1 - 0.8 * x[seen]))
    for found in (of(p1, p2), of(p1, slightly)):
        assert found.point == pytest.approx(400_000, rel=0.01)
    assert of(p1, slightly).plain != pytest.approx(400_000, rel=0.02)


def test_lists_that_seek_the_same_people_are_put_right_by_what_is_known():
    told = people(np.random.default_rng(1), 4000)
    fit, found = fitted(told)
    assert found.N.low < 4000 < found.N.high
    assert found.N.mean == found.N.median == pytest.approx(4000, rel=0.1)
    # As if independent, a tenth of the people would be missed.
    assert fit.pairs[0].independent < 3700
    assert found.diagnostics["pairs"][0]["plug_in"] > 3700
    assert "age and place" in found.diagnostics["assumption"]
    assert fit.pairs[0].step.bounded == 0


def test_squares_let_chances_bend():
    told = people(np.random.default_rng(5), 4000, bent=True)
    _, found = fitted(told)
    assert found.N.low < 4000 < found.N.high


def test_a_missing_value_is_a_value_of_its_own():
    told = people(np.random.default_rng(3), 4000, missing=0.1)
    fit, found = fitted(told)
    assert fit.pairs[0].features > 4
    assert found.N.low < 4000 < found.N.high


def test_rows_in_another_order_or_added_up_give_the_same_number():
    told = people(np.random.default_rng(2), 1200)
    turned = told.where(np.arange(len(told.on))[::-1].copy())
    people_alike = zip(map(tuple, told.on.tolist()), told.known, strict=True)
    known = Counter(people_alike)
    lines = [
        f"{int(on[0])},{int(on[1])},{row[0]},{row[1]},{many}"
        for (on, row), many in known.items()
    ]
    added = read_table("\n".join(["a,b,age,place,count", *lines]))
    first = fitted(told)[1]
    assert fitted(turned)[1] == first
    assert fitted(added)[1].N.median == pytest.approx(first.N.median, rel=1e-3)
    other = fitted(told, seed=2)[1]
    assert other.N.median != first.N.median
    assert other.N.median == pytest.approx(first.N.median, rel=0.05)


def test_of_three_lists_every_pair_is_told_and_the_closest_is_the_estimate():
    rng = np.random.default_rng(6)
    age = rng.uniform(-1.5, 1.5, 3000)
    chance = 1 / (1 + np.exp(-(np.array([[-0.3], [-0.5], [-1.5]]) + age)))
    on = (rng.random(chance.shape) < chance).T
    seen = on.any(1)
    known = [(f"{40 + 20 * each:.1f}",) for each in age[seen]]
    told = ToldTables.of_people("abc", on[seen], ("age",), known)
    fit, found = fitted(told)
    assert [pair.lists for pair in fit.pairs][0] == ("a", "b")
    assert len(fit.pairs) == 3
    for pair in fit.pairs:
        assert pair.step.point == pytest.approx(3000, rel=0.15)
    asked = fitted(told, pair=("a", "c"))[0]
    assert [pair.lists for pair in asked.pairs] == [("a", "c")]
    assert found.n == int(seen.sum())


def test_where_nothing_is_known_of_people_it_is_refused():
    told = ToldTables.of_people("ab", [(1, 0), (0, 1), (1, 1)] * 100)
    assert refused(told).why is WhyRefused.NOT_FOR_THIS
    alike = [("woman",)] * 300
    told = ToldTables.of_people("ab", [(1, 0), (0, 1), (1, 1)] * 100, ("sex",), alike)
    assert refused(told).why is WhyRefused.NOT_FOR_THIS


def test_a_column_that_names_each_person_says_nothing():
    names = [(f"p{nth}",) for nth in range(300)]
    told = ToldTables.of_people("ab", [(1, 0), (0, 1), (1, 1)] * 100, ("id",), names)
    assert refused(told).why is WhyRefused.NOT_FOR_THIS


def test_lists_that_share_too_few_are_refused():
    on = [(1, 0), (0, 1)] * 200 + [(1, 1)] * 3
    sex = [("woman",), ("man",), ("man",), ("woman",)] * 100 + [("man",)] * 3
    found = refused(ToldTables.of_people("ab", on, ("sex",), sex))
    assert found.why is WhyRefused.APART
    assert "the most is 3" in found.refused


def test_too_few_people_are_refused():
    on = [(1, 0), (0, 1), (1, 1)] * 25
    sex = [("woman",), ("man",), ("man",)] * 24 + [("woman",)] * 3
    assert (
        "There are 75 people"
        in refused(ToldTables.of_people("ab", on, ("sex",), sex)).refused
    )


def test_people_that_a_list_does_not_reach_are_refused():
    on = [(1, 0)] * 300 + [(1, 1), (0, 1), (1, 0)] * 100
    place = [("hills",)] * 300 + [("harbour",)] * 300
    found = refused(ToldTables.of_people("ab", on, ("place",), place), ridges=(0.01,))
    assert "does not reach them" in found.refused
    assert found.why is WhyRefused.NOT_FOR_THIS


def test_nobody_gives_a_refusal():
    none = ToldTables("ab", np.zeros((0, 2), bool), np.zeros(0, np.int64), (), ())
    assert refused(none).why is WhyRefused.NOBODY


def test_what_cannot_be_asked_is_refused_in_words():
    told = people(np.random.default_rng(1), 400)
    with pytest.raises(BadValue, match="one of the lists"):
        fitted(told, pair=("a", "c"))
    with pytest.raises(BadValue, match="twice"):
        fitted(told, pair=("a", "a"))
    with pytest.raises(BadValue, match="2 folds"):
        DoublyRobustSettings(folds=1)
    with pytest.raises(BadValue, match="found draws"):
        fitted(read_table("draw,a,b,sex,count\n1,1,1,w,5\n2,1,1,m,5\n"))


@pytest.mark.slow
@pytest.mark.parametrize("bent", [False, True])
def test_the_interval_covers_the_truth_at_its_level_where_lists_depend(bent):
    """200 populations of 1,500; Chapman's estimate of them beside it."""
    rng = np.random.default_rng(9)
    runs, covered, points, independent = 200, 0, [], []
    for _ in range(runs):
        fit, found = fitted(people(rng, 1500, bent))
        covered += found.N.low <= 1500 <= found.N.high
        points.append(found.N.median)
        independent.append(fit.pairs[0].independent)
    assert np.mean(points) == pytest.approx(1500, rel=0.02)
    assert np.mean(independent) < np.mean(points) - 20
    assert 0.90 <= covered / runs <= 0.98
