"""The largest set of which no two may be one, and what is left to the ceiling."""

from datetime import date
from itertools import combinations
from random import Random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tasjil.count.distinct.candidate import Candidate
from tasjil.count.distinct.choosing import EXACT, independent
from tasjil.count.distinct.crowd import TOO_MANY
from tasjil.count.distinct.distinct import certainly_distinct
from tasjil.model.acts import Act
from tasjil.model.incident import Incident
from tasjil.model.places import PlaceLevel

SEEDS = st.integers(0, 1_000_000)
LEVELS = {"north": PlaceLevel.GOVERNORATE, None: None}


def graph(chance, size, density):
    weights = [chance.randint(0, 9) for _ in range(size)]
    pairs = [p for p in combinations(range(size), 2) if chance.random() < density]
    return weights, pairs


def chosen(weights, pairs, surely=None):
    ends = np.array(pairs, np.int64).reshape(-1, 2)
    firm = None if surely is None else np.array(surely, np.bool_)
    found = independent(np.array(weights, np.int64), (ends[:, 0], ends[:, 1]), firm)
    return set(np.flatnonzero(found).tolist())


def is_apart(members, pairs):
    return not any(one in members and other in members for one, other in pairs)


def worth(members, weights):
    return sum(weights[each] for each in members)


def heaviest_of_all(weights, pairs):
    """Try every set, as nobody would with more than a few."""
    near = [0] * len(weights)
    for one, other in pairs:
        near[one] |= 1 << other
        near[other] |= 1 << one
    best = [0] * (1 << len(weights))
    for mask in range(1, len(best)):
        first = mask.bit_length() - 1
        rest = mask & ~(1 << first)
        best[mask] = max(best[rest], weights[first] + best[rest & ~near[first]])
    return best[-1]


@settings(deadline=None)
@given(SEEDS, st.integers(1, 12), st.sampled_from([0.1, 0.3, 0.6]))
def test_small_parts_are_solved_exactly(seed, size, density):
    weights, pairs = graph(Random(seed), size, density)
    found = chosen(weights, pairs)
    assert is_apart(found, pairs)
    assert worth(found, weights) == heaviest_of_all(weights, pairs)


@settings(deadline=None, max_examples=40)
@given(SEEDS, st.sampled_from([0.05, 0.2, 0.5]))
def test_a_large_part_is_sound_and_no_less_than_what_is_certain(seed, density):
    chance = Random(seed)
    weights, pairs = graph(chance, 3 * EXACT, density)
    firm = chosen([1] * len(weights), pairs)
    surely = [n in firm for n in range(len(weights))]
    found = chosen(weights, pairs, surely)
    assert is_apart(found, pairs)
    assert worth(found, weights) >= max(worth(firm, weights), *weights)


@settings(deadline=None, max_examples=40)
@given(SEEDS)
def test_what_happens_in_one_part_changes_no_other(seed):
    chance = Random(seed)
    weights, pairs = graph(chance, 30, 0.15)
    more, others = graph(chance, 8, 0.4)
    apart = [(one + 30, other + 30) for one, other in others]
    alone = chosen(weights, pairs)
    both = chosen([*weights, *more], [*pairs, *apart])
    assert {each for each in both if each < 30} == alone


def candidate(name, place, edtf, report, floor=1):
    within = {"varesh": ("north", "lumenia"), "north": ("lumenia",), None: ()}[place]
    incident = Incident(name, Act.KILLED, (f"c-{name}",), edtf, place, within)
    level = LEVELS.get(place, PlaceLevel.VILLAGE)
    return Candidate.of(incident, floor, frozenset({report}), level)


MANY = TOO_MANY + 1


def test_what_may_be_any_of_very_many_is_left_to_the_ceiling():
    first = date(2030, 1, 1).toordinal()
    days = [date.fromordinal(first + n).isoformat() for n in range(MANY)]
    told = [candidate(f"i{day}", "varesh", day, f"r{day}") for day in days]
    vague = candidate("vague", "north", None, "other", floor=9 * MANY)
    assert certainly_distinct([*told, vague]) == {each.id for each in told}
    assert certainly_distinct([*told[:30], vague]) == {"vague"}


def test_a_long_list_without_places_and_days_is_counted_whole():
    persons = [candidate(f"p{n}", None, None, "list") for n in range(MANY)]
    assert len(certainly_distinct(persons)) == MANY
    beside = candidate("i", "varesh", "2030-03-07", "other")
    assert len(certainly_distinct([*persons, beside])) == MANY
