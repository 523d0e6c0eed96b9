"""The drawings: true to scale, silent where nothing is known, never a false point."""

from dataclasses import replace
from datetime import date
from math import cos, radians

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasjil.model.ids import PlaceId
from tasjil.publish.charts.bars import range_bar
from tasjil.publish.charts.ground import KM_A_DEGREE, Ground
from tasjil.publish.charts.growth import (
    NARROW,
    DayNames,
    Dot,
    Line,
    growth_chart,
    spine,
)
from tasjil.publish.charts.scale import round_steps, spread
from tasjil.publish.charts.svg import element
from tasjil.publish.charts.timeaxis import CUT, TimeAxis
from tasjil.publish.index import Index
from tasjil.publish.pages.reach import container_of, reach_of

DAYS = st.lists(st.dates(date(2000, 1, 1), date(2040, 1, 1)), min_size=1, max_size=30)


def dot(day: date, value: int) -> Dot:
    return Dot(day, value, False, "total/x.html", str(value))


@given(DAYS)
def test_days_keep_their_order_on_an_axis_with_cuts(days):
    axis = TimeAxis.over(days)
    order = sorted(set(days))
    places = [axis.places[day] for day in order]
    assert places == sorted(set(places))
    assert all(
        after - before <= 14 for before, after in zip(places, places[1:], strict=False)
    )


@given(DAYS, st.integers(1, 12))
def test_an_axis_names_days_that_have_a_statement_and_not_too_many(days, most):
    ticks = TimeAxis.over(days).ticks(most)
    assert ticks
    assert set(ticks) <= set(days)
    assert len(ticks) <= most + 1


def test_a_silence_of_months_is_one_cut():
    axis = TimeAxis.over([date(2031, 5, 1), date(2031, 12, 1)])
    assert axis.width == CUT
    assert axis.cuts == (CUT / 2,)


def test_a_narrower_total_of_the_same_day_is_no_step_down():
    day, next_day = date(2031, 5, 1), date(2031, 5, 2)
    first, narrow, later = dot(day, 900), dot(day, 60), dot(next_day, 950)
    assert spine(Line("x", (first, narrow, later))) == [first, later]


def test_a_single_statement_of_one_day_can_be_drawn():
    line = Line("Lumenian Observatory", (dot(date(2031, 5, 1), 0),))
    drawn = growth_chart([line], DayNames("chart", {}), NARROW)
    assert drawn.count("<circle") == 2


@given(st.lists(st.floats(0, 300), min_size=1, max_size=8))
def test_names_beside_a_chart_never_cover_each_other(wanted):
    placed = sorted(spread(wanted, 30, 20, 340))
    assert all(b - a >= 29.99 for a, b in zip(placed, placed[1:], strict=False))


@given(st.integers(0, 10**9))
def test_an_axis_reaches_the_highest_value_in_a_few_round_steps(highest):
    steps = round_steps(highest)
    assert steps[0] == 0
    assert steps[-1] >= highest
    assert len(steps) <= 6


def test_an_unknown_number_draws_no_bar_at_all():
    assert range_bar(None, None, 100) == ""


def test_an_open_number_has_a_tail_and_a_closed_one_none():
    assert "bar-open" in range_bar(9, None, 13)
    assert "bar-open" not in range_bar(9, 13, 13)


def test_a_kilometre_is_as_long_across_as_up():
    ground = Ground.around([((36.0, 35.0), 50.0)], 700)
    x1, y1 = ground((36.0, 35.0))
    x2, _ = ground((36.0 + 1 / (KM_A_DEGREE * cos(radians(35.0))), 35.0))
    _, y2 = ground((36.0, 35.0 + 1 / KM_A_DEGREE))
    assert x2 - x1 == pytest.approx(ground.pixels_a_km, rel=0.01)
    assert y1 - y2 == pytest.approx(ground.pixels_a_km, rel=0.01)


def test_a_village_without_coordinates_has_no_reach_but_its_district_has(lumenia):
    tolen = PlaceId("tolen")
    lost = replace(lumenia.places[tolen], lat=None, lon=None)
    index = Index(replace(lumenia, places={**lumenia.places, tolen: lost}))
    assert reach_of(index, tolen) is None
    assert container_of(index, tolen) == "velmar-district"


def test_a_village_known_only_to_lie_in_a_governorate_is_not_drawn(lumenia):
    index = Index(lumenia)
    assert reach_of(index, PlaceId("sill")) is None
    assert container_of(index, PlaceId("sill")) is None


def test_a_whole_country_is_never_drawn_as_the_place_of_an_incident(lumenia):
    assert reach_of(Index(lumenia), PlaceId("lumenia")) is None


def test_places_inside_each_other_in_a_circle_end(lumenia):
    one, two = PlaceId("asteria"), PlaceId("velmar-district")
    circle = {
        **lumenia.places,
        one: replace(lumenia.places[one], parent=two, lat=None, lon=None),
    }
    index = Index(replace(lumenia, places=circle))
    assert reach_of(index, two) is not None


def test_what_is_put_into_a_drawing_is_escaped():
    written = element("text", '<script>"', x=1, aria_label='"><script>')
    parsed = lxml.html.fragment_fromstring(written)
    assert parsed.text_content() == '<script>"'
    assert parsed.get("aria-label") == '"><script>'
