"""The page tells everything the report holds, in two languages, and acts on nothing."""

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest

from estimates.report.page.made import DATA, LISTS, made_report
from tasjil.estimate.refuse import Limits
from tasjil.estimate.report import verdict
from tasjil.estimate.report.page import fragment, lead, page
from tasjil.estimate.report.page.tell import ROOM, Telling
from tasjil.estimate.saying import Language
from tasjil.estimate.saying.phrases import catalogue
from tasjil.model.estimate import Method, Refusal, WhyRefused

SCRIPT = "<script>alert('x')</script>"
REVERSED = "harm\u202eless"
VOID = frozenset({"meta"})
SECTIONS = (
    *("verdict", "methods", "refusals", "moves", "strata", "draws", "lists"),
    *("overlaps", "missing", "findings", "fit", "chains", "learnt", "run"),
)


class Tree(HTMLParser):
    """Checks that every element is closed where it was opened."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.ids: list[str] = []
        self.attributes: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def words(html: str) -> str:
    plain = unescape(re.sub("<[^>]*>", " ", html)).translate({0x2068: "", 0x2069: ""})
    return re.sub(r"\s+", " ", plain)


@pytest.fixture(scope="module")
def report():
    return made_report()


def test_both_languages_have_the_same_phrases_of_the_page():
    english, arabic = (set(catalogue(ROOM, each)) for each in Language)
    assert english == arabic


def test_every_reason_to_refuse_has_short_words(report):
    for language in Language:
        tell = Telling(report, language, True)
        assert all(tell.why_short(each) for each in (*WhyRefused, None))


@pytest.mark.parametrize("language", Language)
def test_every_part_of_the_report_has_its_section(report, language):
    html = fragment(report, language)
    tree = Tree(html)
    assert tree.open == []
    assert tree.ids == [f"est-{name}" for name in SECTIONS]
    assert tree.seen.count("svg") >= 2 * 10


@pytest.mark.parametrize("language", Language)
def test_a_page_stands_alone_and_asks_no_network(report, language):
    html = page(report, language)
    tree = Tree(html)
    assert not {"script", "img", "link", "iframe", "a"} & set(tree.seen)
    assert not [name for name in tree.attributes if name.startswith("on")]
    assert "http" not in html.replace("http-equiv", "")
    assert f'lang="{language.value}" dir="{language.direction}"' in html


@pytest.mark.parametrize("language", Language)
def test_warning_seed_digest_and_version_stand_on_every_page(report, language):
    told = words(page(report, language))
    assert Telling(report, language, True).word("tag") in told
    for each in ("Aleshin-Guendel", "19481210", DATA, "tasjil 0.6.0"):
        assert each in told


def test_a_refusal_is_told_with_its_reason_beside_the_estimates(report):
    told = words(fragment(report))
    assert "no number: one list decides" in told
    assert "set aside: the prior decides" in told
    assert "Without Graves the median is 7,000" in told


def test_a_report_in_which_everything_refuses_gives_no_number_in_its_words(report):
    refused = tuple(
        Refusal(each, report.n, "They share too little.", DATA, why=WhyRefused.APART)
        for each in (Method.LOGLINEAR, Method.LCMCR)
    )
    none = replace(
        report, outcomes=refused, set_aside=(), varied=(), verdict=verdict(refused)
    )
    assert "do not say how many" in lead(none)
    assert Tree(fragment(none)).open == []


def test_a_bound_is_said_to_be_one(report):
    assert "at least 2,050" in words(fragment(report))


def test_everything_drawn_is_told_in_words_for_those_who_hear_it(report):
    html = fragment(report)
    assert html.count("<svg") == html.count("<svg><title>") + len(
        re.findall(r"<svg [^>]*><title>[^<]+</title>", html)
    )
    assert 'role="img"' in html
    for pattern in report.patterns:
        assert words(" + ".join(f"<b>{x}</b>" for x in pattern.lists)).strip() in words(
            html
        )


def test_names_of_lists_cannot_act_on_the_page_or_turn_its_lines():
    evil = (SCRIPT, REVERSED, 'x" onload="y', "ديوان")
    for language in Language:
        html = page(made_report(evil), language)
        tree = Tree(html)
        assert "script" not in tree.seen
        assert not [name for name in tree.attributes if name.startswith("on")]
        assert not set(html) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067")
        assert html.count("\u2068") == html.count("\u2069")
        assert "[U+202E]" in html


def test_names_are_isolated_where_they_stand_in_a_sentence(report):
    html = fragment(report, Language.AR)
    assert f"<bdi>{LISTS[1]}</bdi>" in html
    assert f"<bdi>{LISTS[0]}</bdi>" in html


def test_on_a_published_page_few_people_are_never_told_exactly(report):
    """7 documented in a stratum, cells of 3, 3 ages missing: none may be read."""
    html = fragment(report, exact=False)
    told = words(html)
    assert "fewer than 10" in told
    assert "<td>3</td>" in fragment(report)
    assert not re.search("<td>3</td>|\u20683\u2069", html)
    for exact in ("1,437", "419", "441", "402", "1,018", "1,011", "Only 7"):
        assert exact not in told
    assert "about 1,440" in told


def test_what_is_held_back_is_not_told_by_a_share_or_a_digest(report):
    told = words(fragment(report, exact=False))
    assert DATA not in told
    assert "stands in the register" in told
    assert "71%" not in told
    large = replace(
        report, patterns=tuple(replace(x, people=50) for x in report.patterns)
    )
    assert DATA in words(fragment(large, exact=False))


def test_limits_that_somebody_changed_are_told(report):
    assert report.limits == Limits(rhat=1.1).plain()
    assert "rhat = 1.1 in place of 1.05" in words(fragment(report))


def test_the_same_report_gives_the_same_bytes(report):
    assert page(report, Language.AR) == page(made_report(), Language.AR)
