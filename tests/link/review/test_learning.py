"""People's answers correct the model where they are, and a few move it little."""

import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasjil.link.pairs import Pairs
from tasjil.link.review.choosing import choose
from tasjil.link.review.learning import Answer, learn
from tasjil.link.review.standing import chance_same

sys.path.insert(0, str(Path(__file__).parent))

from world import World, world  # noqa: E402

DOUBTS_EVERYTHING = (0.5, 0.5, 0.5, 0.5)
AGE_MEANS_TOO_MUCH = (1, 3, 1, 1)


def answers_of(
    told: World, pairs: np.ndarray, slips: float = 0.0, seed: int = 7
) -> list[Answer]:
    chance = np.random.default_rng(seed)
    wrong = chance.random(len(pairs)) < slips
    left, right = told.pairs.left[pairs], told.pairs.right[pairs]
    same = told.same[pairs] ^ wrong
    return [
        Answer(int(a), int(b), bool(y))
        for a, b, y in zip(left, right, same, strict=True)
    ]


def surprise(told: World, learnt: Pairs, of: np.ndarray) -> float:
    """Mean log loss over some pairs, in nats."""
    chance = np.clip(learnt.probability[of], 1e-9, 1 - 1e-9)
    return float(-np.log(np.where(told.same[of], chance, 1 - chance)).mean())


def by_chance(told: World, count: int) -> tuple[np.ndarray, np.ndarray]:
    order = np.random.default_rng(3).permutation(len(told.pairs))
    return order[:count], order[count:]


@pytest.mark.parametrize("believed", [DOUBTS_EVERYTHING, AGE_MEANS_TOO_MUCH])
def test_after_two_hundred_answers_pairs_nobody_saw_are_foretold_better(
    believed: tuple[float, ...],
) -> None:
    told = world(believed=believed)
    asked, rest = by_chance(told, 200)
    learnt = learn(told.pairs, answers_of(told, asked, slips=0.02))
    before, after = surprise(told, told.pairs, rest), surprise(told, learnt, rest)
    assert after < 0.93 * before


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_model_that_is_right_is_hardly_spoiled(seed: int) -> None:
    told = world(seed=seed)
    asked, rest = by_chance(told, 200)
    learnt = learn(told.pairs, answers_of(told, asked, slips=0.02))
    assert surprise(told, learnt, rest) < 1.03 * surprise(told, told.pairs, rest)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_answers_on_chosen_pairs_bend_nothing_elsewhere(seed: int) -> None:
    told = world(seed=seed)
    now = told.standing()
    asked = np.array([each.pair for each in choose(now, (), 200)])
    rest = np.setdiff1d(np.arange(len(told.pairs)), asked)
    answers = answers_of(told, asked)
    learnt = learn(told.pairs, answers, chance_same(now))
    assert surprise(told, learnt, rest) < 1.05 * surprise(told, told.pairs, rest)


def test_five_answers_move_little() -> None:
    told = world()
    asked, rest = by_chance(told, 5)
    learnt = learn(told.pairs, answers_of(told, asked))
    moved = np.abs(learnt.probability - told.pairs.probability)[rest]
    assert 0 < moved.max() < 0.25


def test_no_answers_change_nothing_and_unknown_pairs_teach_nothing() -> None:
    told = world(persons=50)
    assert learn(told.pairs, []) is told.pairs
    assert learn(told.pairs, [Answer(0, 99_999, True)]) is told.pairs


def test_a_judged_pair_is_all_but_sure() -> None:
    told = world(persons=50)
    (answer,) = answers_of(told, np.array([4]))
    for same in (True, False):
        learnt = learn(told.pairs, [Answer(answer.left, answer.right, same)])
        assert round(float(learnt.probability[4]), 3) == float(same)


def test_the_order_of_answers_and_of_the_two_in_a_pair_changes_nothing() -> None:
    told = world(persons=80)
    answers = answers_of(told, np.arange(40))
    turned = [Answer(each.right, each.left, each.same) for each in answers[::-1]]
    one, other = learn(told.pairs, answers), learn(told.pairs, turned)
    np.testing.assert_array_equal(one.probability, other.probability)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.booleans(), min_size=1, max_size=40), st.integers(0, 200))
def test_one_more_same_never_lowers_pairs_of_its_pattern(
    said: list[bool], at: int
) -> None:
    told = world(persons=80, seed=4)
    pairs = told.pairs
    left, right = pairs.left.tolist(), pairs.right.tolist()
    answers = [Answer(left[n], right[n], y) for n, y in enumerate(said)]
    at = len(said) + at % (len(pairs) - len(said))
    more = [*answers, Answer(left[at], right[at], True)]
    alike = (pairs.levels == pairs.levels[at]).all(axis=1)
    alike[: len(said)], alike[at] = False, False
    fewer_said, more_said = (learn(pairs, each).probability for each in (answers, more))
    assert np.all(more_said[alike] >= fewer_said[alike] - 0.02)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.booleans(), min_size=1, max_size=60))
def test_among_pairs_of_one_pattern_the_likelier_stays_likelier(
    said: list[bool],
) -> None:
    chance = np.linspace(0.001, 0.999, 200)
    pairs = Pairs(
        np.arange(200, dtype=np.int32),
        np.arange(1, 201, dtype=np.int32),
        np.zeros(200),
        chance,
        np.ones((200, 1), dtype=np.int8),
        ("name",),
    )
    at = np.linspace(0, 199, len(said)).astype(int)
    answers = [Answer(int(n), int(n) + 1, y) for n, y in zip(at, said, strict=True)]
    rest = np.setdiff1d(np.arange(200), at)
    learnt = learn(pairs, answers).probability[rest]
    assert np.all(np.diff(learnt) >= -1e-9)
