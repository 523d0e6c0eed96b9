"""However much a case holds, a page about some of it asks the same few questions."""

from dataclasses import replace

import pytest
from django.db import connections

from tasjil.journey import board
from tasjil.journey.progress import Silence
from tasjil.model.acts import Act
from tasjil.model.persons import VictimGroup
from web.desks import open_as
from web.incidents import killings, place, tell
from web.reports import claim, keep, report

PAGES = (
    "/en/",
    "/en/home/strip",
    "/en/home/jobs",
    "/en/inbox/",
    "/en/reading/",
    "/en/reading/?show=all&since=2031-01-01",
    "/en/reading/report/{report}",
    "/en/reading/claim/{claim}",
    "/en/match/",
    "/en/counts/",
    "/en/counts/by/killed/place",
    "/en/counts/figure/killed",
    "/en/counts/reconcile",
    "/en/counts/missing",
    "/en/sources/",
    "/en/publishing/",
    "/en/log/?kind=all",
    "/en/log/entry/3",
    "/en/incidents/?act=killed&sort=newest",
    "/en/incidents/{incident}/",
    "/en/incidents/{incident}/news?position=1-0",
    "/en/incidents/{incident}/join?with={other}",
    "/en/people/?sort=newest",
    "/en/people/unnamed",
    "/en/people/{person}/",
    "/en/proof/",
    "/en/proof/incident/{incident}/",
    "/en/proof/person/{person}/",
    "/en/counts/",
    "/en/counts/by/killed/place",
    "/en/counts/by/killed/source",
    "/en/counts/figure/killed",
    "/en/counts/reconcile",
    "/en/counts/missing",
    "/en/counts/what-if",
    "/en/estimates/",
)


def grow(case, numbers: range) -> None:
    """Tell of more killings, and more of each of the old ones, by name."""
    with open_as(case, "lead") as register:
        for nth in numbers:
            text = f"Seven people, Orin Tal{nth} and others, were killed on Friday.\n"
            kept, data = report(text * (nth + 1), f"more-{nth}.txt")
            where = place(("Ostrel", "Varesh", f"Tolmin {nth}")[nth % 3])
            named = VictimGroup(names=(f"Orin Tal{nth}",))
            told = claim(kept, text.split(",")[0], 7, Act.KILLED)
            keep(register, kept, data, replace(told, where=where, victims=named))
        board.lay_out(case, register, Silence())


def asked(browser, address: str) -> int:
    """Count what a page asks of the store."""
    told: list[str] = []

    def heard(run, sql, params, many, context):
        told.append(sql)
        return run(sql, params, many, context)

    browser.get(address)
    watched = [connections[each].execute_wrapper(heard) for each in connections]
    for each in watched:
        each.__enter__()
    try:
        assert browser.get(address).status_code == 200, address
    finally:
        for each in reversed(watched):
            each.__exit__(None, None, None)
    return len(told)


@pytest.fixture
def told(case):
    tell(case)
    return case


def questions(case, browser) -> dict[str, int]:
    one, *_, other = killings(case)
    with open_as(case, "lead") as register:
        people = board.people(register).items
        person = next(each.id for each in people if each.name == "Daren Vell")
        told, _ = next(iter(register.claims()))
    ids = {"incident": one, "other": other, "person": person}
    ids |= {"claim": told.id, "report": told.report}
    return {each: asked(browser, each.format(**ids)) for each in PAGES}


def test_no_page_asks_more_where_there_is_more(told, browser):
    visitor = browser("ver-1")
    # A few of everything: what is not there at all is not asked for.
    grow(told, range(4))
    before = questions(told, visitor)

    grow(told, range(4, 16))

    after = questions(told, visitor)
    assert all(count > 0 for count in before.values())
    assert {page: after[page] - before[page] for page in PAGES} == dict.fromkeys(
        PAGES, 0
    )
    assert max(after.values()) < 60
