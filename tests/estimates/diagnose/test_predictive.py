"""Tables drawn again from a model: one that is right, and one that is not."""

import numpy as np
import pytest

from tasjil.errors import BadValue
from tasjil.estimate.diagnose import CellChances, ClassChances, learned, predictive
from tasjil.estimate.diagnose.predictive import misfit
from tasjil.estimate.tables import CaptureTable

RNG = np.random.default_rng
CLASSES = ClassChances(
    np.array([0.2, 0.5, 0.3]),
    np.array([[0.7, 0.2, 0.05], [0.6, 0.1, 0.3], [0.8, 0.3, 0.1]]),
)


def every_pattern(lists: int) -> np.ndarray:
    return (np.arange(1, 1 << lists)[:, None] >> np.arange(lists) & 1).astype(bool)


def drawn(chances: ClassChances, n: int, seed: int) -> CaptureTable:
    on, counts = chances.draw(n, RNG(seed))
    return CaptureTable.of("abcdefgh"[: on.shape[1]], on, counts.tolist())


def test_the_chances_of_all_patterns_are_those_of_each_class_multiplied() -> None:
    on = every_pattern(3)
    each = np.prod(np.where(on[:, :, None], CLASSES.listed, 1 - CLASSES.listed), 1)
    by_hand = each @ CLASSES.weights / (1 - CLASSES.unlisted)
    assert CLASSES.of(on) == pytest.approx(by_hand)
    assert by_hand.sum() == pytest.approx(1.0)


def test_people_are_drawn_again_as_often_as_their_pattern_is_probable() -> None:
    n, on = 400_000, every_pattern(3)
    table = drawn(CLASSES, n, 1)
    assert table.n == n
    share = table.cells()[1:] / n
    expected = CLASSES.of(on)
    assert share == pytest.approx(expected, abs=4.5 * np.sqrt(expected.max() / n))


def test_cells_and_classes_that_say_the_same_draw_the_same_overlaps() -> None:
    n = 200_000
    cells = np.concatenate([[0.0], CLASSES.of(every_pattern(3))])
    on, counts = CellChances(3, cells).draw(n, RNG(2))
    table = CaptureTable.of("abc", on, counts.tolist())
    other = drawn(CLASSES, n, 3)
    assert table.overlaps / n == pytest.approx(other.overlaps / n, abs=0.005)


def test_a_model_that_is_right_gives_such_overlaps() -> None:
    shares = [
        predictive(drawn(CLASSES, 3000, seed), [CLASSES] * 100, RNG(seed)).p
        for seed in range(25)
    ]
    assert min(shares) > 0.0
    assert np.mean(shares) == pytest.approx(0.5, abs=0.15)


def test_a_model_without_dependence_is_caught_by_the_overlap_it_misses() -> None:
    table = drawn(CLASSES, 3000, 4)
    alone = (table.sizes / table.n)[:, None] * 0.6
    found = predictive(table, [ClassChances(np.ones(1), alone)] * 200, RNG(5))
    assert found.p == 0.0
    assert max(abs(each.z) for each in found.overlaps) > 5
    assert found.worst[0].what == "pattern"
    assert abs(found.worst[0].z) >= abs(found.worst[-1].z)


def test_a_pattern_that_nobody_has_and_the_model_expects_is_told() -> None:
    on = every_pattern(3)
    counts = np.array([100, 100, 30, 100, 30, 30, 0])
    table = CaptureTable.of("abc", on, counts.tolist())
    cells = np.array([0, 100, 100, 30, 100, 30, 30, 60.0])
    found = predictive(table, [CellChances(3, cells)] * 100, RNG(6))
    assert found.worst[0].lists == ("a", "b", "c")
    assert found.worst[0].seen == 0
    assert found.worst[0].expected > 40


def test_the_misfit_over_all_cells_needs_only_those_with_people() -> None:
    counts = np.array([5, 0, 7, 0, 9, 1, 0])
    expected = counts.sum() * np.array([0.2, 0.05, 0.3, 0.1, 0.25, 0.05, 0.05])
    whole = (
        ((counts - expected) ** 2 / expected).sum(),
        ((np.sqrt(counts) - np.sqrt(expected)) ** 2).sum(),
    )
    some = counts > 0
    assert misfit(counts[some], expected[some]) == pytest.approx(whole)


def test_a_thousand_million_people_on_many_lists_are_drawn_in_time() -> None:
    rng = RNG(7)
    classes = ClassChances(np.full(4, 0.25), rng.beta(0.3, 8.0, size=(12, 4)))
    on, counts = classes.draw(10**9, rng)
    assert counts.sum() == 10**9
    assert len(on) <= 2**12


def test_people_surely_on_a_list_are_drawn_on_it() -> None:
    sure = ClassChances(np.ones(1), np.array([[1.0], [0.0]]))
    on, counts = sure.draw(50, RNG(8))
    assert (on.tolist(), counts.tolist()) == ([[True, False]], [50])
    assert sure.of(np.array([[True, False]])) == pytest.approx([1.0])


def test_nobody_and_no_draws_are_refused() -> None:
    with pytest.raises(BadValue):
        predictive(CaptureTable.of("ab", [], []), [CLASSES], RNG(9))
    with pytest.raises(BadValue):
        CellChances(2, np.ones(3))


def test_a_posterior_like_its_prior_taught_nothing() -> None:
    rng = RNG(10)
    same = learned(np.exp(rng.normal(9, 1, 9000)), np.exp(rng.normal(9, 1, 9000)))
    assert same.shared > 0.9
    assert same.narrowed == pytest.approx(0.0, abs=0.05)
    assert same.posterior.sum() == pytest.approx(1.0)
    assert same.prior.sum() + same.beyond == pytest.approx(1.0)
