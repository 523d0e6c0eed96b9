"""The next pairs put before a person are those whose answer changes most."""

import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from tasjil.link.pairs import Pairs
from tasjil.link.review.choosing import ONE_CHECK_IN, choose
from tasjil.link.review.question import WhyAsked
from tasjil.link.review.standing import Standing, chance_same

sys.path.insert(0, str(Path(__file__).parent))

from world import World, world  # noqa: E402


@pytest.fixture(scope="module")
def invented() -> World:
    return world()


def some_pairs(*rows: tuple[int, int, float]) -> Pairs:
    left, right, chance = zip(*rows, strict=True)
    return Pairs(
        np.array(left, dtype=np.int32),
        np.array(right, dtype=np.int32),
        np.zeros(len(rows)),
        np.array(chance, dtype=np.float64),
        np.arange(len(rows), dtype=np.int8)[:, None],
        ("name",),
    )


def standing(pairs: Pairs, labels: list[int], lists: list[int]) -> Standing:
    clean = np.ones(max(lists) + 1, dtype=np.bool_)
    return Standing(pairs, np.array(labels), np.array(lists), clean)


def test_rivals_and_thirds_are_right_on_average(invented: World) -> None:
    given, alone = chance_same(invented.standing()), invented.pairs.probability
    for low, high in ((0.1, 0.3), (0.3, 0.6), (0.6, 0.9)):
        some = (alone > low) & (alone < high)
        assert abs(given[some].mean() - alone[some].mean()) < 0.05


def test_a_pair_alone_is_as_sure_as_the_model_says() -> None:
    alone = some_pairs((0, 1, 0.6), (2, 3, 0.2))
    now = standing(alone, [0, 0, 1, 2], [0, 1, 0, 1])
    np.testing.assert_allclose(chance_same(now), [0.6, 0.2], atol=1e-9)


def test_who_has_found_their_partner_on_a_list_is_hardly_another_row_of_it() -> None:
    rival = some_pairs((0, 1, 0.99), (0, 2, 0.7))
    now = standing(rival, [0, 0, 1], [0, 1, 1])
    assert chance_same(now)[1] < 0.1


def test_two_who_both_go_with_a_third_go_together() -> None:
    third = some_pairs((0, 1, 0.4), (0, 2, 0.99), (1, 2, 0.99))
    now = standing(third, [0, 0, 0], [0, 1, 2])
    assert chance_same(now)[0] > 0.95


def test_two_rows_of_a_clean_list_are_hardly_one_person() -> None:
    now = standing(some_pairs((0, 1, 0.8)), [0, 1], [0, 0])
    assert chance_same(now)[0] < 0.01


def test_given_the_persons_a_pair_is_foretold_better_than_by_itself(
    invented: World,
) -> None:
    now = invented.standing()
    alone = np.mean((invented.pairs.probability - invented.same) ** 2)
    given = np.mean((chance_same(now) - invented.same) ** 2)
    assert given < 0.8 * alone


def test_the_open_pair_is_asked_before_the_sure_ones() -> None:
    pairs = some_pairs((0, 1, 0.99), (2, 3, 0.55), (4, 5, 0.02))
    now = standing(pairs, [0, 0, 1, 1, 2, 3], [0, 1] * 3)
    first = choose(now, (), 1)[0]
    assert (first.left, first.right, first.together) == (2, 3, True)
    assert first.chance == pytest.approx(0.55)


def test_of_two_equally_open_pairs_the_one_of_the_rarer_lists_is_asked() -> None:
    common = [(2 * n, 2 * n + 1, 0.999) for n in range(50)]
    pairs = some_pairs(*common, (100, 101, 0.55), (102, 103, 0.55))
    labels = [n // 2 for n in range(104)]
    lists = [n % 2 for n in range(102)] + [2, 3]
    first = choose(standing(pairs, labels, lists), (), 1)[0]
    assert (first.left, first.why) == (102, WhyAsked.RARE)


def test_nobody_is_asked_the_same_pair_again(invented: World) -> None:
    now = invented.standing()
    first = [(each.left, each.right) for each in choose(now, (), 30)]
    again = [(each.left, each.right) for each in choose(now, first, 30)]
    assert len(set(first)) == len(set(again)) == 30
    assert not set(first) & set(again)


def test_ten_questions_are_not_all_on_one_person() -> None:
    star = some_pairs(*((0, n, 0.5 - n / 1000) for n in range(1, 10)), (10, 11, 0.4))
    now = standing(star, list(range(12)), [0] + [1] * 10 + [2])
    asked = [each.left for each in choose(now, (), 2)]
    assert 10 in asked


def test_one_question_in_ten_is_drawn_by_chance_among_sure_pairs(
    invented: World,
) -> None:
    now = invented.standing()
    questions = choose(now, (), 40)
    checks = [each for each in questions if each.why is WhyAsked.CHECK]
    assert len(checks) == 40 / ONE_CHECK_IN
    assert all(not 0.02 <= each.chance <= 0.98 for each in checks)
    assert choose(now, (), 40) == questions
    others = choose(now, (), 40, seed=2)
    assert [e for e in others if e.why is WhyAsked.CHECK] != checks


def test_asked_one_by_one_the_checks_come_as_often(invented: World) -> None:
    now, asked, why = invented.standing(), [], Counter[WhyAsked]()
    for _ in range(20):
        (question,) = choose(now, asked, 1)
        asked.append((question.left, question.right))
        why[question.why] += 1
    assert why[WhyAsked.CHECK] == 2


def test_where_nothing_is_open_nothing_is_asked_twice() -> None:
    pairs = some_pairs((0, 1, 0.6))
    now = standing(pairs, [0, 0], [0, 1])
    assert len(choose(now, (), 5)) == 1
    assert choose(now, [(0, 1)], 5) == ()
    assert choose(now, [(1, 0)], 5) == ()
