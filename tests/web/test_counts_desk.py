"""A team reads its counts: each number apart, and opened to the words behind it."""

import re
from dataclasses import replace

import pytest

from tasjil.journey import board
from tasjil.journey.jobs.kinds import WHAT_IF
from tasjil.model.acts import Level
from tasjil.model.claim import Teller, When
from tasjil.model.places import Where
from tasjil.model.sources import SourceKind
from tasjil.web.desks.counts.shown_ids import shown_id
from web.desks import open_as
from web.incidents import count_again, tell
from web.jobs_done import do_next
from web.reports import claim, keep, report


@pytest.fixture
def told(case):
    tell(case)
    return case


TOTALS = (
    ("Lumenia Monitoring Group", 90, "2031-05-10"),
    ("Lumenian Rights Council", 120, "2031-05-12"),
)


@pytest.fixture
def totals(told):
    """Two tellers state a total each, over many incidents."""
    with open_as(told, "lead") as register:
        for teller, low, day in TOTALS:
            text = f"In all {low} people were killed in Northmark, {teller} said.\n"
            kept, data = report(text, f"{low}.txt", published=day)
            said = claim(kept, text.split(",")[0], low)
            who = (Teller(teller, SourceKind.MONITOR),)
            whole = replace(
                said,
                level=Level.AGGREGATE,
                attribution=who,
                when=When("2031-05-01/.."),
                where=(Where("Northmark", name="Northmark"),),
            )
            keep(register, kept, data, whole)
    count_again(told)
    return told


def page(browser, address):
    found = browser.get(address)
    assert found.status_code == 200, address
    return found.content.decode()


def plain(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def ends(case):
    with open_as(case, "lead") as register:
        (killed,) = [e for e in board.tally(register).figures if e.id == "killed"]
        return killed


def size_of_log(case):
    with open_as(case, "lead") as register:
        return register.head().size


def test_each_number_stands_under_its_own_name_and_opens_to_its_words(told, browser):
    visitor, killed = browser("doc-1"), ends(told)
    first = page(visitor, "/en/counts/")
    measures = re.findall(r'class="measure (\w+)">.*?<a[^>]*>(.*?)</a>', first, re.S)
    assert [name for name, _ in measures[:4]] == [
        *("verified", "floor", "ceiling", "reported")
    ]
    assert [value for _, value in measures[:3]] == [
        str(each) for each in (killed.verified.low, killed.floor, killed.ceiling)
    ]

    opened = page(visitor, re.search(r'href="([^"]*/figure/killed)"', first)[1])
    assert "Four farmers were shot dead in Ostrel on Friday" in opened
    to_words = re.search(r'href="([^"]*/reading/claim/[^"]*)"', opened)[1]
    assert "Four farmers" in page(visitor, to_words)


def test_what_people_accepted_stands_apart_from_what_machines_proposed(told, browser):
    words = plain(page(browser("doc-1"), "/en/counts/"))
    assert re.search(r"What a person accepted, alone\s+0\s+0", words)
    assert "No person has accepted any of it yet" in words


def test_a_row_named_after_a_teller_opens_and_its_address_says_no_name(told, browser):
    visitor = browser("doc-1")
    rows = page(visitor, "/en/counts/by/killed/source")
    addresses = re.findall(r'href="([^"]*/figure/killed/source/[^"]*)"', rows)
    assert addresses
    with open_as(told, "lead") as register:
        cells = board.cells(register, "source").items
    assert {each.split("/figure/")[1] for each in addresses} == {
        shown_id(each.id) for each in cells if each.act == "killed"
    }
    for cell in cells:
        assert cell.value not in "".join(addresses)
    assert all("<blockquote" in page(visitor, each) for each in set(addresses))


def test_a_figure_that_nobody_counted_is_no_page(told, browser):
    visitor = browser("doc-1")
    for id in ("nothing", "killed/source/~0123456789abcdef0123", "killed/day/1999"):
        assert visitor.get(f"/en/counts/figure/{id}").status_code == 404
    assert visitor.get("/en/counts/by/killed/nonsense").status_code == 404


def test_every_way_to_divide_has_its_page_in_both_languages(told, browser):
    visitor = browser("ana-1")
    with open_as(told, "lead") as register:
        divided = board.dimensions(register)
    assert {"place", "day", "status", "perpetrator", "source"} <= set(divided)
    for by in divided:
        for language in ("en", "ar"):
            shown = page(visitor, f"/{language}/counts/by/killed/{by}")
            assert "/counts/figure/killed" in shown, by


def test_a_guest_sees_figures_and_no_way_to_words(told, browser):
    visitor, killed = browser("guest-1"), ends(told)
    shown = page(visitor, "/en/counts/") + page(visitor, "/en/counts/by/killed/source")
    assert str(killed.floor) in plain(shown)
    assert "/figure/" not in shown
    assert "nurse" not in shown
    for closed in ("figure/killed", "reconcile", "missing", "what-if"):
        assert visitor.get(f"/en/counts/{closed}").status_code == 403, closed


def test_what_if_is_asked_of_the_worker_and_nothing_of_it_is_kept(told, browser):
    visitor, before, size = browser("ana-1"), ends(told), size_of_log(told)
    asked = visitor.post("/en/counts/what-if/ask", {"accepted_only": "1"})
    assert asked.status_code == 303
    waits = page(visitor, asked["Location"])
    assert 'hx-trigger="every 1s"' in waits

    do_next(told, "ana-1", WHAT_IF)

    words = plain(page(visitor, asked["Location"]))
    assert "Nothing was kept, and no figure of the case has changed" in words
    assert re.search(rf"as it is\s+0\s+{before.floor}\s+{before.ceiling}", words)
    assert re.search(r"as it would be\s+0\s+0", words)
    html = page(visitor, asked["Location"])
    assert "/counts/figure/killed" in html, "each number as it is leads to its words"
    assert ends(told) == before
    assert size_of_log(told) == size


def test_a_question_that_changes_nothing_is_refused(told, browser):
    visitor = browser("ana-1")
    refused = visitor.post("/en/counts/what-if/ask", {"standard": "nonsense"})
    assert refused.status_code == 400
    with open_as(told, "lead") as register:
        assert register.queue.jobs(kind=WHAT_IF) == ()


def test_totals_stand_side_by_side_and_each_opens_to_its_words(totals, browser):
    visitor, before = browser("ver-1"), ends(totals)
    html = page(visitor, "/en/counts/reconcile")
    rows = html[html.index('id="scopes"') : html.index('id="differences"')]
    addresses = dict.fromkeys(
        re.findall(r'href="([^"]*/figure/aggregate/[^"]*)"', rows)
    )
    opened = [page(visitor, each) for each in addresses]
    assert len(opened) == len(TOTALS)
    for _, low, _ in TOTALS:
        assert any(f"In all {low} people were killed" in each for each in opened), low
    assert "is added to nothing" in plain(html)
    assert ends(totals).ceiling == before.ceiling < TOTALS[0][1]


def test_why_totals_differ_is_said_in_both_languages(totals, browser):
    visitor = browser("ver-1")
    for language, apart in (("en", "30 apart"), ("ar", "30")):
        html = page(visitor, f"/{language}/counts/reconcile")
        differences = html[html.index('id="differences"') : html.index('id="clashes"')]
        assert apart in plain(differences)
        assert '<ol class="differences">' in differences


def test_what_is_missing_leads_to_the_incident_that_settles_most(told, browser):
    shown = page(browser("ver-1"), "/en/counts/missing")
    with open_as(told, "lead") as register:
        first = board.missing(register).queue[0]
    to = re.search(r'<ol class="differences".*?href="([^"]*)"', shown, re.S)[1]
    assert to.endswith(f"/incidents/{first.incident}/")
