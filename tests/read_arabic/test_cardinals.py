"""Arabic numbers in words and digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasjil.read.arabic.numbers.cardinals import cardinal_at
from tasjil.read.arabic.text.sentences import split
from tasjil.read.arabic.text.words import words_of


def number(words: str) -> tuple[int, str] | None:
    text = split(words)[0].text
    found = cardinal_at(text, words_of(text), 0)
    return None if found is None else (found.value, text[found.start : found.end])


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("واحد", 1),
        ("اثنتين", 2),
        ("ثلاث نساء", 3),
        ("أحد عشر رجلاً", 11),
        ("إحدى عشرة امرأة", 11),
        ("اثنا عشر", 12),
        ("تسع عشرة", 19),
        ("خمسة وعشرون", 25),
        ("مئة وأحد عشر", 111),
        ("ثلاث مئة وسبعة", 307),
        ("ثلاثمئة وسبع وأربعين", 347),
        ("ألف وأربعمئة", 1400),
        ("ألفين وخمسمئة وستة", 2506),
        ("مئة وعشرة آلاف", 110_000),
        ("مليون ومئتي ألف", 1_200_000),
        ("تسعطعش زلمة", 19),
        ("تلات رعيان", 3),
        ("شهيد", None),
    ],
)
def test_a_number_in_words_has_its_value_in_every_gender_and_case(
    words: str, value: int | None
) -> None:
    found = number(words)
    assert (None if found is None else found[0]) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("١٬٤٠٠", 1400),
        ("1,400", 1400),
        ("1.400", 1400),
        ("1.4 ألف", 1400),
        ("1٫5 مليون", 1_500_000),
        ("12 ألفاً و300", 12_300),
        ("۱۲", 12),
        ("3.5", None),
    ],
)
def test_marks_of_thousands_and_of_fractions_are_told_apart(
    words: str, value: int | None
) -> None:
    found = number(words)
    assert (None if found is None else found[0]) == value


def test_two_numbers_with_and_between_them_stay_two() -> None:
    assert number("ثلاثة وأربعة") == (3, "ثلاثة")
    assert number("14 و27") == (14, "14")
    assert number("خمسة عشر وعشرون") == (15, "خمسة عشر")


def test_the_words_of_a_number_leave_out_what_is_written_before_it() -> None:
    assert number("فمئة واثنان مدنيون") == (102, "مئة واثنان")
    assert number("بخمسة") == (5, "خمسة")
    assert number("و27 آخرين") == (27, "27")
    assert number("الأحد عشر") == (11, "الأحد عشر")


_UNITS = ["واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
_TENS = ["عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]


@given(st.integers(21, 99), st.integers(0, 9))
def test_every_number_written_out_is_read_back(n: int, hundreds: int) -> None:
    tens, unit = divmod(n, 10)
    parts = [_UNITS[unit - 1]] * bool(unit) + [_TENS[tens - 2]]
    names = ["", "مئة", "مئتان", *(f"{u[:-1]}مئة" for u in _UNITS[2:])]
    written = " و".join([names[hundreds]] * bool(hundreds) + parts)
    found = number(written)
    assert found == (100 * hundreds + n, written)
