"""Spellings of one name weigh more than names of somebody else."""

from collections import Counter

import duckdb
import pytest
from gold_pairs import by_kind, name_pairs

from tasjil.link.names import Commonness, align, parse

# How often, for each kind, two spellings of one name must weigh more than two names
# of different people; chance is one half. In languages whose names are not what this is
# for, it must do no harm: be no worse than comparing letters (FLOORS has those of which
# that cannot be said yet).
FLOORS = {
    "arabic-latin": 0.98,
    "latin-latin": 0.96,
    "arabic-arabic": 0.97,
    "kurdish": 0.98,
    "persian": 0.96,
    "turkish": 0.88,
}
NO_HARM = ("french", "slavic", "spanish", "german")


@pytest.fixture(scope="module")
def reached():
    """How well each kind is told apart with the built-in commonness alone."""
    known = Commonness.of()
    weights = {
        pair: align(parse(pair.left), parse(pair.right), known).weight
        for pair in name_pairs()
    }
    return by_kind(weights)


@pytest.mark.parametrize("kind", FLOORS)
def test_spellings_of_one_name_weigh_more_than_names_of_others(reached, kind):
    assert reached[kind] >= FLOORS[kind]


@pytest.mark.parametrize("kind", NO_HARM)
def test_names_of_other_languages_are_told_apart_no_worse_than_by_letters(
    reached, kind
):
    pairs = [pair for pair in name_pairs() if pair.kind == kind]
    letters = {pair: by_letters(pair.left, pair.right) for pair in pairs}
    assert reached[kind] >= by_kind(letters)[kind]


def by_letters(left, right):
    """How alike two names are by Jaro and Winkler, accents and capitals put aside."""
    asked = "SELECT jaro_winkler_similarity(strip_accents(?), strip_accents(?))"
    return duckdb.execute(asked, [left.casefold(), right.casefold()]).fetchone()[0]


def test_the_gold_is_large_enough_and_no_kind_is_left_out():
    counts = Counter((pair.kind, pair.same) for pair in name_pairs())
    assert sum(counts.values()) >= 880
    assert {kind for kind, _ in counts} == {*FLOORS, *NO_HARM}
    assert min(counts.values()) >= 15


def test_nearly_no_spelling_of_one_name_speaks_against_it():
    known = Commonness.of()
    same = [pair for pair in name_pairs() if pair.same]
    against = [
        p for p in same if align(parse(p.left), parse(p.right), known).weight < 0
    ]
    assert len(against) <= 0.02 * len(same)
