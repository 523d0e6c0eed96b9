"""The page of lists tells how many, roughly, and names nobody."""

import re
from dataclasses import replace

import pytest

from tasjil.publish.lists import (
    ListShown,
    ListsShown,
    OverlapShown,
    ReliabilityBin,
    about,
)
from tasjil.publish.site import write_site

SHOWN = ListsShown(
    lists=(
        ListShown("hospital", 1_234, True),
        ListShown("civil <b>", 811, False),
        ListShown(None, 7),
    ),
    overlaps=(
        OverlapShown((0,), 903),
        OverlapShown((0, 1), 4),
        OverlapShown((0, 1, 2), 16),
    ),
    persons=1_703,
    proposed=321,
    confirmed=12,
    doubtful=3,
    words=2,
    left_out=55,
    reliability=(ReliabilityBin(0.1, 0.08), ReliabilityBin(0.97, 0.99)),
)


@pytest.fixture(scope="module")
def site(lumenia, tmp_path_factory):
    out = tmp_path_factory.mktemp("lists") / "site"
    write_site(replace(lumenia, lists=SHOWN), out)
    return out


def page(site, language="en"):
    return (site / language / "lists.html").read_text(encoding="utf-8")


def words(site, language="en"):
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", page(site, language)))


def test_numbers_are_told_to_tens_and_small_ones_not_at_all(site):
    told = words(site)
    assert "about 1,230" in told
    assert "about 1,700" in told
    assert "fewer than 10" in told
    for exact in ("1,234", "811", "1,703", "321", "903"):
        assert exact not in told


def test_what_is_held_back_is_not_left_when_others_are_taken_from_a_sum():
    cells = (4, 903, 16)
    rounded = [about(each) for each in (*cells, sum(cells))]
    assert rounded == [None, 900, 20, 920]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_both_languages_have_the_page_with_its_curve(site, language):
    told = page(site, language)
    assert told.count("<circle") == 2
    assert "civil &lt;b&gt;" in told
    assert 'href="lists.html"' in told


def test_a_case_without_lists_has_no_such_page_and_no_way_to_it(lumenia, tmp_path):
    write_site(lumenia, tmp_path / "site")
    assert not (tmp_path / "site" / "en" / "lists.html").exists()
    index = (tmp_path / "site" / "en" / "index.html").read_text(encoding="utf-8")
    assert "lists.html" not in index


def test_few_pairs_draw_no_curve_and_say_so(lumenia, tmp_path):
    write_site(
        replace(lumenia, lists=replace(SHOWN, reliability=())), tmp_path / "site"
    )
    assert "too few pairs" in words(tmp_path / "site")


def test_where_nobody_said_anything_yet_the_page_says_so(lumenia, tmp_path):
    write_site(replace(lumenia, lists=replace(SHOWN, words=0)), tmp_path / "site")
    assert "nothing yet" in words(tmp_path / "site")
    assert "0 words" not in words(tmp_path / "site")
