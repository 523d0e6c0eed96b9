"""How far people agree, against numbers that others published."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasjil.assess.agreement import (
    FEWEST,
    Measure,
    agreement,
    cohens_kappa,
    krippendorffs_alpha,
)
from tasjil.errors import BadValue


def columns(*people: str) -> list[tuple[int | str | None, ...]]:
    """Turn one line of answers a person into one row a unit; a star is no answer."""
    told = [
        [
            None if each == "*" else int(each) if each.isdigit() else each
            for each in line.split()
        ]
        for line in people
    ]
    return list(zip(*told, strict=True))


FOUR_OBSERVERS = columns(
    "1 2 3 3 2 1 4 1 2 * * *",
    "1 2 3 3 2 2 4 1 2 5 * 3",
    "* 3 3 3 2 3 4 2 2 5 1 *",
    "1 2 3 3 2 4 4 1 2 5 1 *",
)
"""K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section D."""

THREE_CODERS = columns(
    "* * * * * 3 4 1 2 1 1 3 3 * 3",
    "1 * 2 1 3 3 4 3 * * * * * * *",
    "* * 2 1 3 4 4 * 2 1 1 3 3 * 4",
)
"""Wikipedia, "Krippendorff's alpha", a computational example."""


@pytest.mark.parametrize(
    ("measure", "published"),
    [
        (Measure.NOMINAL, 0.743),
        (Measure.ORDINAL, 0.815),
        (Measure.INTERVAL, 0.849),
    ],
)
def test_alpha_is_krippendorffs_of_four_observers_with_answers_missing(
    measure, published
):
    assert krippendorffs_alpha(FOUR_OBSERVERS, measure) == pytest.approx(
        published, abs=0.0005
    )


@pytest.mark.parametrize(
    ("measure", "published"), [(Measure.NOMINAL, 0.691), (Measure.INTERVAL, 0.811)]
)
def test_alpha_is_that_of_three_coders(measure, published):
    assert krippendorffs_alpha(THREE_CODERS, measure) == pytest.approx(
        published, abs=0.0005
    )


@pytest.mark.parametrize(
    ("one", "other", "published"),
    [
        # The same paper, sections A and B: two observers, without missing answers.
        ("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0", 0.095),
        ("a a b b d c c c e d d a", "b a b b b c c c e d d d", 0.692),
    ],
)
def test_alpha_is_krippendorffs_of_two_observers(one, other, published):
    assert krippendorffs_alpha(columns(one, other)) == pytest.approx(
        published, abs=0.0005
    )


@pytest.mark.parametrize(
    ("both_yes", "only_one", "only_other", "both_no", "published"),
    [
        # Wikipedia, "Cohen's kappa": the worked example, and two with equal agreement.
        (20, 5, 10, 15, 0.40),
        (45, 15, 25, 15, 0.1304),
        (25, 35, 5, 35, 0.2593),
        # easycalculation.com, "Cohen's kappa index": twenty patients, two doctors.
        (12, 4, 2, 2, 0.2105),
    ],
)
def test_kappa_is_that_of_worked_examples(
    both_yes, only_one, only_other, both_no, published
):
    pairs = (
        [("yes", "yes")] * both_yes
        + [("yes", "no")] * only_one
        + [("no", "yes")] * only_other
        + [("no", "no")] * both_no
    )
    one, other = zip(*pairs, strict=True)
    assert cohens_kappa(one, other) == pytest.approx(published, abs=0.00005)


def test_where_only_one_answer_was_ever_given_nothing_can_be_said():
    assert krippendorffs_alpha([("a", "a"), ("a", "a")]) is None
    assert cohens_kappa(["a", "a"], ["a", "a"]) is None
    assert cohens_kappa([], []) is None
    assert krippendorffs_alpha([("a", None), (None, "b")]) is None


def test_answers_to_different_units_are_refused():
    with pytest.raises(BadValue, match="as many answers of both"):
        cohens_kappa(["a"], ["a", "b"])


ANSWERS = st.lists(
    st.lists(st.sampled_from([None, 1, 2, 3]), min_size=3, max_size=3),
    min_size=1,
    max_size=12,
)


@given(ANSWERS, st.randoms(use_true_random=False), st.sampled_from(Measure))
def test_neither_the_order_of_units_nor_of_people_changes_alpha(
    rows, chance: random.Random, measure
):
    before = krippendorffs_alpha(rows, measure)
    people = [0, 1, 2]
    chance.shuffle(people)
    shuffled = [[row[at] for at in people] for row in rows]
    chance.shuffle(shuffled)
    after = krippendorffs_alpha(shuffled, measure)
    assert (after is None) is (before is None)
    if before is not None:
        assert after == pytest.approx(before)
        assert after <= 1


def test_a_unit_that_one_person_judged_alone_is_no_pair():
    told = {"c1": {"salma": "yes", "ilan": "yes"}, "c2": {"salma": "no"}}
    found = agreement(told)
    assert (found.units, found.pairs, found.agreed) == (1, 1, 1.0)
    assert not found.enough


def test_with_enough_units_it_says_so():
    told = {
        n: {"salma": n % 2, "ilan": n % 2 if n else 1 - n % 2} for n in range(FEWEST)
    }
    found = agreement(told)
    assert found.enough
    assert found.agreed == pytest.approx(0.95)
    assert found.kappa == pytest.approx(0.9, abs=0.01)


def test_of_three_people_there_is_an_alpha_and_no_kappa():
    told = {n: {"a": n % 2, "b": n % 2, "c": 1} for n in range(6)}
    found = agreement(told)
    assert found.people == 3
    assert found.kappa is None
    assert found.alpha is not None
