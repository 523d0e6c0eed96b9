"""Whatever the text: no grammar fails, and every span is the text's own words."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasjil.model.edtf import Edtf
from tasjil.read.english.numbers.quantities import (
    find_quantities,
    quantity_of_noun_phrase,
)
from tasjil.read.english.people.ages import find_ages
from tasjil.read.english.people.names import find_names, name_lists
from tasjil.read.english.times.dates import find_dates
from tasjil.read.found import Found
from tasjil.read.places.gazetteer import Gazetteer

GAZETTEER = Gazetteer()
GRAMMARS: dict[str, Callable[[str], Sequence[Found[Any]]]] = {
    "quantities": find_quantities,
    "dates": lambda text: find_dates(text, "2025-03-14"),
    "undated": lambda text: find_dates(text, None),
    "ages": find_ages,
    "names": lambda text: find_names(text, is_place=GAZETTEER.knows),
    "places": GAZETTEER.find,
}

_PIECES = [
    "At least",
    "13",
    "people",
    "killed",
    "on",
    "7 March",
    "2025",
    "in",
    "Idlib",
    "province",
    ",",
    "(34)",
    "aged",
    "between",
    "\nand",
    "to",
    "-",
    "Dr.",
    "Anton",
    "Dravich",
    "al-",
    "Abu",
    "the village of",
    "Kesarun",
    "since",
    "last",
    "Friday",
    "dozens",
    "of",
    "3/4/2025\n",
    "كريم",
    "حلقي",
    "إدلب",
    "İdlib",
    "ﬁve",
    "½",
    "٣",
    "'s",
    "’",
    "\n",
    "\n1. ",
    "“",
    "more than",
    "1,400",
    "a",
    "family",
    "five",
    "year-old",
    "31 February\n",
    "9999999999",
    "00",
    "0",
    "one",
    "THREE",
    "SOLDIERS",
    "IN",
    "SAN",
    "SALVADOR",
    "FEB",
    "90",
    "ago",
    "weeks",
    "999999999",
    "next",
    "month",
    "ß",
    "Ǆ",
]
noise = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(_PIECES), max_size=25).map(" ".join),
    st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=4)), max_size=25).map(
        "".join
    ),
)


@pytest.mark.parametrize("grammar", GRAMMARS)
@settings(max_examples=120, deadline=None)
@given(text=noise)
def test_every_find_is_the_words_of_the_text_in_order(grammar: str, text: str) -> None:
    done = 0
    for found in GRAMMARS[grammar](text):
        assert found.text == text[found.start : found.end]
        assert found.text
        assert found.start >= done
        done = found.end


@settings(max_examples=150, deadline=None)
@given(
    text=noise, published=st.sampled_from([None, "2025-03-14", "0001-01-01", "2025"])
)
def test_every_date_is_edtf_or_unknown(text: str, published: str | None) -> None:
    for found in find_dates(text, published):
        if found.value.edtf is not None:
            Edtf.parse(found.value.edtf)


@settings(max_examples=100, deadline=None)
@given(text=noise)
def test_any_phrase_has_a_quantity_or_none(text: str) -> None:
    quantity = quantity_of_noun_phrase(text)
    assert quantity is None or quantity.text == text.strip()


@settings(max_examples=100, deadline=None)
@given(text=noise)
def test_every_line_of_a_list_stands_in_the_text(text: str) -> None:
    for listed in name_lists(text):
        for found in listed:
            assert found.text == text[found.start : found.end]


@settings(max_examples=50, deadline=None)
@given(text=noise)
def test_a_text_is_read_the_same_twice(text: str) -> None:
    for grammar in GRAMMARS.values():
        assert grammar(text) == grammar(text)
