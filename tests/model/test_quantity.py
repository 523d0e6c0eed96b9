"""Numbers of people: ranges with their words, and sums that lose nobody."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tasjil.errors import InvertedRange
from tasjil.model.quantity import CountRange, Quantity, total

numbers = st.integers(0, 10**9)


@st.composite
def ranges(draw: st.DrawFn) -> CountRange:
    low = draw(numbers)
    return CountRange(low, draw(st.none() | st.integers(low, low + 10**6)))


@given(st.lists(ranges()), st.randoms())
def test_the_order_of_incidents_does_not_change_their_sum(incidents, chance):
    shuffled = list(incidents)
    chance.shuffle(shuffled)
    assert total(shuffled) == total(incidents)


@given(st.lists(ranges()), st.lists(ranges()))
def test_a_sum_of_sums_is_the_sum_of_all(some, others):
    assert total([total(some), total(others)]) == total([*some, *others])


@given(st.lists(ranges(), min_size=1))
def test_a_sum_lies_between_its_floors_and_its_ceilings(incidents):
    added = total(incidents)
    assert added.low == sum(each.low for each in incidents)
    if any(each.high is None for each in incidents):
        assert added.high is None
    else:
        assert added.high == sum(each.high for each in incidents)


def test_no_incidents_are_no_deaths_and_not_unknown_deaths():
    assert total([]) == CountRange(0, 0)


@given(st.integers(), st.none() | st.integers())
def test_a_range_stands_upright_or_is_refused(low, high):
    upright = low >= 0 and (high is None or high >= low)
    if upright:
        assert CountRange(low, high).low == Quantity(low, high, "words").low
        return
    for kind in (CountRange, lambda *ends: Quantity(*ends, "words")):
        with pytest.raises(InvertedRange, match=str(low)):
            kind(low, high)


@given(numbers)
def test_unknown_is_not_zero(number):
    unknown = Quantity(None, None, "an unknown number")
    assert not unknown.known
    assert not unknown.exact
    assert unknown.highest_stated is None
    assert unknown != Quantity(0, 0, "no one")
    assert Quantity(number, None, "at least").known


@given(ranges())
def test_the_highest_figure_stated_is_the_ceiling_or_else_the_floor(told):
    quantity = Quantity(told.low, told.high, "words")
    assert quantity.highest_stated == (told.low if told.high is None else told.high)
    assert quantity.exact is (told.low == told.high)


@given(numbers)
def test_up_to_is_known_without_a_floor(number):
    assume(number > 0)
    upto = Quantity(None, number, "up to")
    assert upto.known
    assert not upto.exact
    assert upto.highest_stated == number


def test_a_ceiling_below_nobody_is_refused():
    with pytest.raises(InvertedRange):
        Quantity(None, -1, "words")
