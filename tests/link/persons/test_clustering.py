"""Records put together as persons: nobody twice on a clean list, no chains."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.persons.worlds import any_tangle, marks_on, pairs_of, world

from tasjil.link.persons.clustering import cluster
from tasjil.link.persons.doubts import Doubt
from tasjil.link.persons.marks import cannot_be_one
from tasjil.link.persons.moves import best
from tasjil.link.persons.partitions import partitions
from tasjil.link.persons.tangles import BARRED, Limits
from tasjil.link.persons.told import Told


def told(
    same: list[tuple[int, int]] | None = None,
    apart: list[tuple[int, int]] | None = None,
) -> Told:
    return Told(
        np.array(same or [], np.int32).reshape(-1, 2),
        np.array(apart or [], np.int32).reshape(-1, 2),
    )


def test_two_likely_rows_are_one_person_and_an_unlikely_one_stays_out():
    pairs = pairs_of({(0, 1): 0.95, (1, 2): 0.1})
    found = cluster(pairs, marks_on([0, 1, 2]))
    assert found.labels.tolist() == [0, 0, 1]
    assert found.certainty[0] > 0.85


def test_a_chain_of_likely_pairs_does_not_make_strangers_one():
    pairs = pairs_of({(0, 1): 0.9, (1, 2): 0.55, (2, 3): 0.9, (0, 3): 0.01})
    found = cluster(pairs, marks_on([0, 1, 2, 3]))
    assert found.labels.tolist() == [0, 0, 1, 1]


def test_three_rows_that_agree_are_one_though_one_pair_was_not_compared():
    pairs = pairs_of({(0, 1): 0.99, (1, 2): 0.99})
    assert cluster(pairs, marks_on([0, 1, 2])).labels.tolist() == [0, 0, 0]


def test_nobody_stands_twice_on_a_clean_list():
    pairs = pairs_of({(0, 1): 0.97, (0, 2): 0.9, (1, 2): 0.9})
    found = cluster(pairs, marks_on([0, 1, 1]))
    assert found.labels.tolist() == [0, 0, 1]
    unclean = cluster(pairs, marks_on([0, 1, 1], clean=False))
    assert unclean.labels.tolist() == [0, 0, 0]


def test_a_row_between_two_candidates_is_asked_about():
    pairs = pairs_of({(0, 1): 0.6, (0, 2): 0.6})
    found = cluster(pairs, marks_on([0, 1, 1]))
    (doubt,) = found.doubtful
    assert doubt.records == (0, 1, 2)
    assert doubt.why is Doubt.RIVAL
    assert doubt.certainty < 0.5


def test_two_numbers_of_one_kind_are_two_persons_but_a_slip_may_be_one():
    pairs = pairs_of({(0, 1): 0.98})
    two = marks_on([0, 1], ids=["40172993", "51880412"])
    slip = marks_on([0, 1], ids=["40172993", "40172893"])
    assert cluster(pairs, two).labels.tolist() == [0, 1]
    assert cluster(pairs, slip).labels.tolist() == [0, 0]


def test_two_numbers_hold_two_persons_apart_also_through_a_third_row():
    pairs = pairs_of({(0, 1): 0.97, (1, 2): 0.96})
    marks = marks_on([0, 1, 2], ids=["40172993", None, "51880412"])
    assert cluster(pairs, marks).labels.tolist() == [0, 0, 1]


def test_one_person_dies_once():
    pairs = pairs_of({(0, 1): 0.9})
    assert cluster(pairs, marks_on([0, 1], days=[0, 200])).labels.tolist() == [0, 1]
    assert cluster(pairs, marks_on([0, 1], days=[0, 3])).labels.tolist() == [0, 0]


def test_peoples_same_goes_before_a_clean_list_and_no_pair():
    found = cluster(pairs_of({(0, 2): 0.9}), marks_on([0, 0, 1]), told(same=[(0, 1)]))
    assert found.labels[0] == found.labels[1]


def test_peoples_different_goes_before_the_likeliest_pair():
    pairs = pairs_of({(0, 1): 0.999, (1, 2): 0.9, (0, 2): 0.9})
    found = cluster(pairs, marks_on([0, 1, 2]), told(apart=[(0, 1)]))
    assert found.labels[0] != found.labels[1]


def test_what_people_say_of_one_row_holds_for_the_rows_it_is_one_with():
    pairs = pairs_of({(1, 2): 0.999})
    found = cluster(pairs, marks_on([0, 1, 2]), told(same=[(0, 1)], apart=[(0, 2)]))
    assert found.labels.tolist() == [0, 0, 1]


def test_contradictory_words_are_shown():
    words = Told(contradictions=((0, 1, 2),))
    found = cluster(pairs_of({}), marks_on([0, 1, 2]), words)
    assert [each.why for each in found.doubtful] == [Doubt.CONTRADICTION]


def test_no_records_are_no_persons():
    found = cluster(pairs_of({}), marks_on([]))
    assert len(found.labels) == len(found.certainty) == 0


def test_many_rows_of_one_name_are_split_within_bounds_and_told():
    told_ = {pair: 0.5 for pair in combinations(range(100), 2)}
    found = cluster(pairs_of(told_), marks_on([0] * 100, clean=False))
    assert np.bincount(found.labels).max() <= Limits().largest
    assert len(found.given_up) > 0
    assert any(each.why is Doubt.TOO_LARGE for each in found.doubtful)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_what_cannot_be_never_is(seed: int):
    chance = np.random.default_rng(seed)
    pairs, marks = any_tangle(chance, most=12)
    n = len(marks)
    ends = sorted({tuple(sorted(chance.choice(n, 2, replace=False))) for _ in "ab"})
    same, apart = ends[:1], ends[1:]
    found = cluster(pairs, marks, told(same=same, apart=apart))
    held = {
        (a, b)
        for a, b in combinations(range(n), 2)
        if found.labels[a] == found.labels[b]
    }
    assert set(same) <= held
    assert not held & set(apart)
    one, other = np.array(sorted(held), np.int32).reshape(-1, 2).T
    barred = cannot_be_one(marks, one, other, np.zeros(len(one), bool))
    group = set(same[0])
    for a, b, bad in zip(one.tolist(), other.tolist(), barred, strict=True):
        assert not bad or {a, b} == group


def random_weights(chance: np.random.Generator, k: int) -> np.ndarray:
    upper = np.triu(chance.normal(0, 3, (k, k)), 1)
    upper[np.triu(chance.random((k, k)) < 0.15, 1)] = BARRED
    return upper + upper.T


@pytest.mark.parametrize("k", [4, 5, 6, 7, 8])
def test_the_search_finds_the_best_of_all_ways_in_nearly_every_case(k: int):
    chance = np.random.default_rng(k)
    weights = np.stack([random_weights(chance, k) for _ in range(400)])
    a, b = np.triu_indices(k, 1)
    top = (weights[:, a, b] @ partitions(k).together).max(axis=1)
    board = best(weights)
    short = top - board.score
    assert short.min() > -1e-6
    assert (short < 1e-6).mean() >= 0.95
    assert short.mean() < 0.02 * top.mean()


def test_the_expected_f1_is_about_the_true_one_when_the_odds_are_right():
    made = world(np.random.default_rng(5), 500)
    found = cluster(made.pairs, made.marks)
    one, other = made.pairs.left, made.pairs.right
    same = made.persons[one] == made.persons[other]
    held = found.labels[one] == found.labels[other]
    f1 = 2 * (same & held).sum() / (same.sum() + held.sum())
    assert found.f1 == pytest.approx(f1, abs=0.035)


def test_pairs_with_one_candidate_gain_what_pairs_with_rivals_lose():
    """Of pairs at 0.6 six in ten are one; two for one row cannot both be."""
    told_: dict[tuple[int, int], float] = {}
    lists: list[int] = []
    for _ in range(300):
        at = len(lists)
        told_ |= {(at, at + 1): 0.6, (at, at + 2): 0.6, (at + 3, at + 4): 0.6}
        lists += [0, 1, 1, 0, 1]
    found = cluster(pairs_of(told_), marks_on(lists))
    assert found.together.mean() == pytest.approx(0.6, abs=0.01)
    alone = np.array([key[0] % 5 == 3 for key in sorted(told_)])
    assert found.together[alone].mean() > 0.75
    assert found.together[~alone].max() < 0.51
