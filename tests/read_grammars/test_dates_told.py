"""When: dates outright, relative dates, spans, and what an anchor makes of them."""

import pytest

from tasjil.model.edtf import Edtf
from tasjil.read.english.times.dates import (
    DateRole,
    Relative,
    find_dates,
    resolve,
)

FRIDAY = "2025-03-14"


def told(text: str, published: str | None = FRIDAY) -> list[tuple[str, str | None]]:
    return [(f.text, f.value.edtf) for f in find_dates(text, published)]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("on 14 March 2025", "2025-03-14"),
        ("on March 14, 2025", "2025-03-14"),
        ("on Friday, 7 March 2025", "2025-03-07"),
        ("on Friday (March 7)", "2025-03-07"),
        ("on the 8th of March", "2025-03-08"),
        ("on March 8th, 2024", "2024-03-08"),
        ("18 FEB 90", "1990-02-18"),
        ("4 Feb. 1990", "1990-02-04"),
        ("2025-03-07", "2025-03-07"),
        ("14/3/2025", "2025-03-14"),
        ("3/4/2024", "[2024-03-04,2024-04-03]"),
        ("March 7-9", "2025-03-07/2025-03-09"),
        ("7 to 9 March", "2025-03-07/2025-03-09"),
        ("between 6 and 9 March", "2025-03-06/2025-03-09"),
        ("from 6 to 10 March", "2025-03-06/2025-03-10"),
        ("between March 6 and March 10", "2025-03-06/2025-03-10"),
        ("from 28 February to 3 March", "2025-02-28/2025-03-03"),
        ("since 6 March", "2025-03-06/2025-03-14"),
        ("since Thursday", "2025-03-13/2025-03-14"),
        ("since 2011", "2011/2025-03-14"),
        ("until Monday", "../2025-03-10"),
        ("by Tuesday", "../2025-03-11"),
        ("as of 12 March", "../2025-03-12"),
        ("in March", "2025-03"),
        ("in December", "2024-12"),
        ("in May 2024", "2024-05"),
        ("in 2013", "2013"),
        ("early March", "2025-03-01/2025-03-10"),
        ("mid-March 2024", "2024-03-11/2024-03-20"),
        ("the end of February", "2025-02-21/2025-02-28"),
        ("in late 2024", "2024-09-01/2024-12-31"),
        ("the first week of March", "2025-03-01/2025-03-07"),
        ("around 7 March", "2025-03-07~"),
        ("on the night of 7 March", "2025-03-07/2025-03-08"),
        ("on the morning of March 8", "2025-03-08"),
        ("on 12 December", "2024-12-12"),
        ("yesterday", "2025-03-13"),
        ("the day before yesterday", "2025-03-12"),
        ("today", "2025-03-14"),
        ("this morning", "2025-03-14"),
        ("last night", "2025-03-13"),
        ("overnight", "2025-03-13/2025-03-14"),
        ("on Wednesday", "2025-03-12"),
        ("on Friday", "2025-03-14"),
        ("last Friday", "2025-03-07"),
        ("on Sunday night", "2025-03-09"),
        ("two days ago", "2025-03-12"),
        ("a week ago", "2025-03-07~"),
        ("three months ago", "2024-12"),
        ("last week", "2025-03-03/2025-03-09"),
        ("earlier this week", "2025-03-10/2025-03-14"),
        ("last month", "2025-02"),
        ("over the weekend", "2025-03-08/2025-03-09"),
        ("over the past 24 hours", "2025-03-13/2025-03-14"),
        ("in the past two weeks", "2025-02-28/2025-03-14"),
        ("between Thursday and Sunday", "2025-03-06/2025-03-09"),
    ],
)
@pytest.mark.parametrize("shout", [False, True])
def test_a_date_is_read_in_any_order_and_case(
    words: str, edtf: str, shout: bool
) -> None:
    text = words.upper() if shout else words
    [(_, found)] = told(text)
    assert found == edtf
    Edtf.parse(found)


@pytest.mark.parametrize(
    "words",
    ["may have died", "they march on", "12 may be dead", "1,400 people", "10:30"],
)
def test_verbs_and_numbers_are_no_dates(words: str) -> None:
    assert told(words) == []


def test_the_weekday_of_publication_is_that_very_day() -> None:
    assert told("on Wednesday", "2025-03-12") == [("Wednesday", "2025-03-12")]


def test_since_keeps_its_word_and_on_does_not() -> None:
    words = [w for w, _ in told("since 6 March, and on 8 March")]
    assert words == ["since 6 March", "8 March"]


def test_without_a_date_of_publication_relative_dates_keep_only_their_words() -> None:
    assert told("on Wednesday and yesterday", None) == [
        ("Wednesday", None),
        ("yesterday", None),
    ]


def test_a_year_told_before_serves_a_date_without_one() -> None:
    found = told("On 6 March 2024 they came. On 9 March they left.", None)
    assert found[1] == ("9 March", "2024-03-09")


def test_a_publisher_that_gives_a_date_that_is_none_is_an_unknown_date() -> None:
    assert told("yesterday", "soon") == [("yesterday", None)]


def test_publication_known_to_the_month_gives_years_but_no_yesterday() -> None:
    assert told("on 6 March, and yesterday", "2025-03") == [
        ("6 March", "2025-03-06"),
        ("yesterday", None),
    ]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("the same day", "2025-03-06"),
        ("the next day", "2025-03-07"),
        ("the following day", "2025-03-07"),
        ("the day before", "2025-03-05"),
        ("the previous day", "2025-03-05"),
        ("two days later", "2025-03-08"),
        ("a week later", "2025-03-13"),
        ("over the next four days", "2025-03-07/2025-03-10"),
        ("over the following two days", "2025-03-07/2025-03-08"),
        ("two days earlier", "2025-03-04"),
    ],
)
def test_a_time_told_from_another_is_resolved_by_its_anchor(
    words: str, edtf: str
) -> None:
    [found] = find_dates(words, FRIDAY)
    assert found.value.edtf is None
    assert found.value.relative is not None
    assert resolve(found.value.relative, "2025-03-06") == edtf


def test_days_after_a_stretch_begin_after_its_end() -> None:
    assert resolve(Relative(1, 1), "2025-03-06/2025-03-10") == "2025-03-11"


def test_nothing_follows_an_open_end() -> None:
    assert resolve(Relative(1, 1), "2025-03-06/..") is None


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("since 6 March", DateRole.SINCE),
        ("until 6 March", DateRole.UNTIL),
        ("between 6 and 9 March", DateRole.DURING),
        ("over the past week", DateRole.DURING),
        ("for four days", DateRole.DURATION),
        ("three days of violence", DateRole.DURATION),
        ("on 6 March", DateRole.AT),
    ],
)
def test_words_before_a_date_say_what_it_is_of_the_harm(
    words: str, role: DateRole
) -> None:
    [found] = find_dates(words, FRIDAY)
    assert found.value.role is role


def test_a_day_that_never_was_has_no_edtf() -> None:
    assert told("on 31 February 2025") == [("31 February 2025", None)]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("They came on 12 March last year.", "2024-03-12"),
        ("For the month so far the count stands at 94.", "2025-03-01/2025-03-14"),
        ("so far this year", "2025-01-01/2025-03-14"),
        ("Since the beginning of the year 204 died.", "2025-01-01/2025-03-14"),
        ("Since this morning 42 people were brought in.", "2025-03-14"),
    ],
)
def test_a_stretch_that_ends_with_the_telling_begins_where_it_says(
    words: str, edtf: str
) -> None:
    [found] = find_dates(words, "2025-03-14")
    assert found.value.edtf == edtf
