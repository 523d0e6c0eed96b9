"""Dates as people tell them, held against the Library of Congress page and days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasjil.errors import BadDate
from tasjil.model.edtf import Edtf, hull, interval, meet

# The examples of https://www.loc.gov/standards/datetime/ (4 February 2019), levels 0
# and 1 whole, and the sets of level 2, with the first and last day they stand for.
SPECIFICATION = {
    "1985-04-12": ("1985-04-12", "1985-04-12"),
    "1985-04": ("1985-04-01", "1985-04-30"),
    "1985": ("1985-01-01", "1985-12-31"),
    "1985-04-12T23:20:30": ("1985-04-12", "1985-04-12"),
    "1985-04-12T23:20:30Z": ("1985-04-12", "1985-04-12"),
    "1985-04-12T23:20:30-04": ("1985-04-12", "1985-04-12"),
    "1985-04-12T23:20:30+04:30": ("1985-04-12", "1985-04-12"),
    "1964/2008": ("1964-01-01", "2008-12-31"),
    "2004-06/2006-08": ("2004-06-01", "2006-08-31"),
    "2004-02-01/2005-02-08": ("2004-02-01", "2005-02-08"),
    "2004-02-01/2005-02": ("2004-02-01", "2005-02-28"),
    "2004-02-01/2005": ("2004-02-01", "2005-12-31"),
    "2005/2006-02": ("2005-01-01", "2006-02-28"),
    "Y170000002": (None, None),
    "Y-170000002": (None, None),
    "2001-21": ("2001-03-01", "2001-05-31"),
    "1984?": ("1984-01-01", "1984-12-31"),
    "2004-06~": ("2004-06-01", "2004-06-30"),
    "2004-06-11%": ("2004-06-11", "2004-06-11"),
    "201X": ("2010-01-01", "2019-12-31"),
    "20XX": ("2000-01-01", "2099-12-31"),
    "2004-XX": ("2004-01-01", "2004-12-31"),
    "1985-04-XX": ("1985-04-01", "1985-04-30"),
    "1985-XX-XX": ("1985-01-01", "1985-12-31"),
    "1985-04-12/..": ("1985-04-12", None),
    "1985-04/..": ("1985-04-01", None),
    "1985/..": ("1985-01-01", None),
    "../1985-04-12": (None, "1985-04-12"),
    "../1985-04": (None, "1985-04-30"),
    "../1985": (None, "1985-12-31"),
    "1985-04-12/": ("1985-04-12", None),
    "/1985-04": (None, "1985-04-30"),
    "1984~/2004-06": ("1984-01-01", "2004-06-30"),
    "1984-06-02?/2004-08-08~": ("1984-06-02", "2004-08-08"),
    "2003/2004-06-11%": ("2003-01-01", "2004-06-11"),
    "-1985": (None, None),
    "[1667,1668,1670..1672]": ("1667-01-01", "1672-12-31"),
    "[..1760-12-03]": (None, "1760-12-03"),
    "[1760-12..]": ("1760-12-01", None),
    "[1760-01,1760-02,1760-12..]": ("1760-01-01", None),
    "[1667,1760-12]": ("1667-01-01", "1760-12-31"),
    "[..1984]": (None, "1984-12-31"),
    "{1667,1668,1670..1672}": ("1667-01-01", "1672-12-31"),
    "{1960,1961-12}": ("1960-01-01", "1961-12-31"),
    "{..1984}": (None, "1984-12-31"),
    "2004-06-~11": ("2004-06-11", "2004-06-11"),
    "?2004-06-~11": ("2004-06-11", "2004-06-11"),
    "2004?-06-11": ("2004-06-11", "2004-06-11"),
}

REFUSED = {
    "": "there is no date",
    "/": "there is no date",
    "[]": "there is no date in the set",
    "[..]": "at least one end",
    "[2025": "does not end",
    "[2025}": "does not end",
    "2025-02-30": "February 2025 has 28 days",
    "2023-02-29": "February 2023 has 28 days",
    "1900-02-29": "February 1900 has 28 days",
    "2025-04-31": "April 2025 has 30 days",
    "2025-04-00": "April 2025 has 30 days",
    "2025-02-3X": "February 2025 has 28 days",
    "2025-00": "there is no month 00",
    "2025-13": "there is no month 13",
    "2025-2X": "there is no month 2X",
    "2025-21-03": "a season has no days",
    "2025-XX-03": "X stands only for digits at the right",
    "20X5": "X stands only for digits at the right",
    "-0000": "no minus sign",
    "Y2025": "more than four digits",
    "20250307": "YYYY-MM-DD",
    "7 March 2025": "YYYY-MM-DD",
    "2025-3-7": "YYYY-MM-DD",
    "2025-03-07T10:20": "time of day is written",
    "2025-03-07T24:00:00": "no time 24:00:00",
    "2025-03-07T10:00:00+19": "no time zone",
    "2025-03-07T10:20:30/2025-03-08": "without a time of day",
    "2025-03-09/2025-03-07": "the end comes before the start",
    "2025-03-07/2025-03-08/2025-03-09": "YYYY-MM-DD",
    "٢٠٢٥-٠٣-٠٧": "signs other than",
    " 2025": "YYYY",
    "2025\n": "YYYY",
}

days = st.dates(date(1600, 1, 1), date(2400, 12, 31))


@st.composite
def told_dates(draw: st.DrawFn) -> Edtf:
    """Draw an interval or a set of two stretches, with ends that may be open."""
    four = sorted(draw(st.lists(days, min_size=4, max_size=4)))
    first = None if draw(st.booleans()) else four[0]
    last = None if draw(st.booleans()) else four[3]
    if draw(st.booleans()):
        return Edtf.parse(interval(first, last))
    start, end = first or "", last or ""
    return Edtf.parse(f"[{start}..{four[1]},{four[2]}..{end}]")


def has(told: Edtf, day: date) -> bool:
    return told.contains(Edtf.parse(day.isoformat()))


@pytest.mark.parametrize(("text", "ends"), SPECIFICATION.items())
def test_every_example_of_the_standard_has_its_days(text, ends):
    told = Edtf.parse(text)
    assert told.text == text
    assert (told.earliest, told.latest) == tuple(
        date.fromisoformat(end) if end else None for end in ends
    )


@pytest.mark.parametrize(("text", "reason"), REFUSED.items())
def test_a_date_that_cannot_be_is_refused_with_the_reason(text, reason):
    with pytest.raises(BadDate, match="expected an EDTF date") as refusal:
        Edtf.parse(text)
    assert reason in str(refusal.value)


def test_around_and_possibly_are_told_apart():
    told = {mark: Edtf.parse(f"2025-03{mark}") for mark in ("", "~", "?", "%")}
    assert {m: (t.approximate, t.uncertain) for m, t in told.items()} == {
        "": (False, False),
        "~": (True, False),
        "?": (False, True),
        "%": (True, True),
    }


def test_a_date_says_how_finely_it_tells_the_time():
    assert {
        text: Edtf.parse(text).precision.value
        for text in (
            *("2025-03-07T10:20:30Z", "2025-03-07", "2025-03", "2025-03-1X"),
            *("2025-22", "2025", "2025-1X", "202X", "2025-03-06/..", "[2025,2026]"),
        )
    } == {
        "2025-03-07T10:20:30Z": "moment",
        "2025-03-07": "day",
        "2025-03": "month",
        "2025-03-1X": "month",
        "2025-22": "season",
        "2025": "year",
        "2025-1X": "year",
        "202X": "years",
        "2025-03-06/..": "interval",
        "[2025,2026]": "set",
    }


def test_one_of_two_days_leaves_out_the_day_between():
    either = Edtf.parse("[2025-03-07,2025-03-09]")
    assert either.days == 2
    assert not either.overlaps(Edtf.parse("2025-03-08"))
    assert not either.contains(Edtf.parse("2025-03-07/2025-03-09"))
    assert Edtf.parse("2025-03-07/2025-03-09").contains(either)


def test_a_set_whose_days_touch_is_one_stretch():
    touching = Edtf.parse("[2025-03-07,2025-03-08,2025-03-06]")
    assert touching.contains(Edtf.parse("2025-03-06/2025-03-08"))
    assert touching.days == 3


def test_an_open_interval_has_no_number_of_days():
    assert Edtf.parse("2025-03-06/..").days is None
    assert Edtf.parse("2025-03-06/").days is None


def test_winter_reaches_into_the_next_year():
    assert Edtf.parse("2024-24").contains(Edtf.parse("2025-02-28"))


def test_years_that_no_calendar_holds_are_still_compared():
    assert Edtf.parse("Y17000").days == 365
    assert not Edtf.parse("Y17000").overlaps(Edtf.parse("2025/9999"))
    assert Edtf.parse("Y17000/Y17002").contains(Edtf.parse("Y17001"))
    assert Edtf.parse("-0044-03-15").overlaps(Edtf.parse("-0044"))
    assert Edtf.parse("-198X").contains(Edtf.parse("-1985"))
    wide = hull([Edtf.parse("Y-17000"), Edtf.parse("2025")])
    assert wide.text == "Y-17000/2025-12-31"


def test_the_same_text_is_read_once():
    assert Edtf.parse("2025-03-07") is Edtf.parse("2025-03-07")


def test_a_date_needs_no_parse_to_be_checked():
    with pytest.raises(BadDate):
        Edtf("2025-02-30")


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2025-03-07", "2025-03-07", "2025-03-07"),
        ("2025-03-01", "2025-03-31", "2025-03"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2025-01-01", "2025-12-31", "2025"),
        ("2025-01-01", "2026-12-31", "2025-01-01/2026-12-31"),
        ("2025-03-06", "2025-03-10", "2025-03-06/2025-03-10"),
        (None, "2025-03-10", "../2025-03-10"),
        ("2025-03-06", None, "2025-03-06/.."),
        (None, None, "../.."),
    ],
)
def test_two_days_are_written_in_the_shortest_way(first, last, text):
    ends = [None if end is None else date.fromisoformat(end) for end in (first, last)]
    assert interval(*ends) == text


def test_an_interval_upside_down_is_refused():
    with pytest.raises(BadDate, match="last day after the first"):
        interval(date(2025, 3, 9), date(2025, 3, 7))


def test_no_dates_have_no_hull_and_no_meeting():
    for together in (hull, meet):
        with pytest.raises(BadDate, match="at least one date"):
            together([])


def test_a_meeting_of_sets_may_be_a_set():
    march = Edtf.parse("2025-03")
    either = Edtf.parse("[2025-02-27..2025-03-02,2025-03-30..]")
    both = meet([march, either])
    assert both is not None
    assert both.text == "[2025-03-01..2025-03-02,2025-03-30..2025-03-31]"


@given(days, days)
def test_what_interval_writes_reads_back_as_the_same_days(a, b):
    first, last = sorted((a, b))
    told = Edtf.parse(interval(first, last))
    assert (told.earliest, told.latest) == (first, last)
    assert told.days == (last - first).days + 1


@given(told_dates(), told_dates(), days)
def test_a_day_is_in_the_meeting_exactly_when_it_is_in_both(a, b, day):
    both = meet([a, b])
    assert a.overlaps(b) is b.overlaps(a) is (both is not None)
    assert (both is not None and has(both, day)) is (has(a, day) and has(b, day))


@given(told_dates(), told_dates())
def test_a_hull_holds_both_and_is_no_wider_than_it_must(a, b):
    whole = hull([a, b])
    assert whole.contains(a)
    assert whole.contains(b)
    assert (whole.earliest is None) is (None in (a.earliest, b.earliest))
    for end in (whole.earliest, whole.latest):
        assert end is None or has(a, end) or has(b, end)


@given(told_dates(), told_dates())
def test_containing_is_meeting_in_the_whole_of_the_other(a, b):
    both = meet([a, b])
    assert a.contains(b) is (both is not None and both.spans == b.spans)
    assert a.contains(a)


@given(st.text(alphabet="0123456789-/.,[]{}~?%XYTZ: ", max_size=30) | st.text())
def test_any_text_is_a_date_or_is_refused_as_one(text):
    try:
        told = Edtf.parse(text)
    except BadDate:
        return
    assert told.earliest is None or told.latest is None or told.earliest <= told.latest
    assert told.overlaps(told)


@given(st.integers(-20_000, 20_000), st.integers(-20_000, 20_000))
def test_years_stand_in_order_in_any_millennium(a, b):
    first, second = (Edtf.parse(_year(year)) for year in sorted((a, b)))
    assert first.overlaps(second) is (a == b)
    assert hull([first, second]).contains(second)
    assert hull([second, first]).spans == ((first.spans[0][0], second.spans[0][1]),)


def _year(year: int) -> str:
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


@given(days)
def test_every_day_lies_in_its_month_its_year_and_its_decade(day):
    told = Edtf.parse(day.isoformat())
    for wider in (day.isoformat()[:7], f"{day.year}", f"{day.year // 10}X"):
        assert Edtf.parse(wider).contains(told)
    assert not Edtf.parse((day + timedelta(days=1)).isoformat()).overlaps(told)
