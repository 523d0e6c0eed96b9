"""Between two linkings, persons follow what was answered at the desk."""

import numpy as np

from tasjil.link.pairs import Pairs
from tasjil.link.review.learning import Answer
from tasjil.link.review.moving import moved
from tasjil.link.review.standing import Standing


def standing(*rows: tuple[int, int, float], labels: list[int]) -> Standing:
    left, right, chance = zip(*rows, strict=True)
    pairs = Pairs(
        np.array(left, dtype=np.int32),
        np.array(right, dtype=np.int32),
        np.zeros(len(rows)),
        np.array(chance, dtype=np.float64),
        np.zeros((len(rows), 1), dtype=np.int8),
        ("name",),
    )
    lists = np.arange(len(labels))
    clean = np.ones(len(labels), dtype=np.bool_)
    return Standing(pairs, np.array(labels), lists, clean)


def groups(labels: np.ndarray) -> set[frozenset[int]]:
    return {
        frozenset(np.flatnonzero(labels == each).tolist()) for each in np.unique(labels)
    }


def test_same_makes_one_person_of_two() -> None:
    now = standing((0, 1, 0.9), (2, 3, 0.9), labels=[0, 0, 1, 1])
    assert groups(moved(now, [Answer(1, 2, True)])) == {frozenset({0, 1, 2, 3})}


def test_different_lets_go_the_record_that_is_tied_less() -> None:
    now = standing((0, 1, 0.99), (0, 2, 0.6), (1, 2, 0.6), labels=[0, 0, 0])
    told = groups(moved(now, [Answer(0, 2, False)]))
    assert told == {frozenset({0, 1}), frozenset({2})}


def test_an_answer_that_says_what_stands_changes_nothing() -> None:
    now = standing((0, 1, 0.9), (1, 2, 0.2), labels=[0, 0, 1])
    answers = [Answer(0, 1, True), Answer(1, 2, False)]
    assert moved(now, answers).tolist() == [0, 0, 1]
    assert now.labels.tolist() == [0, 0, 1]
