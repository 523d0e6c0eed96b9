"""Who sees which desk, opens which page and does what: one table, asked of the site."""

import shutil
from collections.abc import Iterator

import pytest
from django.http import HttpResponse
from django.test import Client

from tasjil.journey.case import Case, open_case
from tasjil.web.page.desks import DESKS
from tasjil.web.seats.seated import SEATS
from web.addresses import View, links, views
from web.desks import Browser, settle
from web.incidents import tell

WHO = {
    "L": "lead",
    "D": "doc-1",
    "V": "ver-1",
    "A": "ana-1",
    "P": "pub-1",
    "G": "guest-1",
    "o": "own-1",
}
"""Lead, documenter, verifier, analyst, publisher, guest; a documenter who sees their
own records alone."""

ALL = "LDVAPGo"

DESK = {
    # desk: who sees it among the desks, who opens its pages, who does things there
    "home": (ALL, ALL, ALL),
    "inbox": ("LDVo", "LDVo", "LDVo"),
    "reading": ("LDVAPo", "LDVAPo", "LDVo"),
    "incidents": ("LDVAP", "LDVAP", "LVA"),
    "match": ("LVA", "LVA", "LVA"),
    "lists": ("LDVAP", "LDVAP", "LDVA"),
    "people": ("LDVAP", "LDVAP", "LVA"),
    "proof": ("LVA", "LDVAP", "LVA"),
    "sources": ("LDVAPo", "LDVAPo", "L"),
    "publishing": ("LDVAP", "LDVAP", "LP"),
    "counts": ("LDVAPG", "LDVAP", "LDVAP"),
    "estimates": ("LDVAPG", "LDVAPG", "LA"),
    "log": ("LDVAP", "LDVAP", "LDVAP"),
    "users": ("L", "L", "L"),
}

OTHERWISE = {
    "home:seen": "LDVAP",
    "inbox:folder": "LDV",
    "reading:pause": "LDVAPo",
    "reading:correct": "LDVo",
    "reading:add": "LDVo",
    "reading:codings": "LDV",
    "reading:ask_coding": "LDV",
    "reading:coding": "LDV",
    # Nobody before both have coded: and nobody has.
    "reading:compare": "",
    "incidents:join": "LVA",
    "incidents:split": "LVA",
    "match:history": "LDVAP",
    "lists:waiting": "LDVA",
    "lists:link": "LDVA",
    "people:search": "LDVAP",
    "proof:sign": "LV",
    "sources:one": "LDVAP",
    "sources:new": "L",
    "sources:read": "LDVA",
    "sources:seal": "LDVo",
    "sources:erase_papers": "L",
    "sources:tie": "LDVo",
    "sources:consent": "LDVo",
    "sources:open": "LDVo",
    "sources:erase": "LDVo",
    "publishing:receive": "LDVAP",
    "publishing:answer": "LVAP",
    "counts:counts": "LDVAPG",
    "counts:pivot": "LDVAPG",
    "estimates:new": "LA",
    "estimates:job": "LDVAP",
    "estimates:cancel": "LDVAP",
    "estimates:again": "LDVAP",
    "log:backup": "LDV",
}
"""Views for others than the rest of their desk."""

OPEN = {
    *(":begin", "entrance:sign_in", "entrance:sign_out", "entrance:code"),
    *("entrance:locked", "entrance:lock", "entrance:first"),
}
"""What one need not have signed in for."""

ODD = {
    **{"int": 987_654, "slug": "verify", "str": "nothing-of-this-id"},
    **{"path": "sha256:" + "0" * 64, "kind": "verify"},
}
"""Ids that nothing has; `verify` is what everybody may ask for."""

FEW = 3
"""How many addresses of one view a walk opens."""


def allowed(view: View) -> str:
    """Give who gets through the door of a view, as the table says it."""
    if view.name in OTHERWISE:
        return OTHERWISE[view.name]
    _, opens, acts = DESK[view.desk]
    return opens if "GET" in view.methods else acts


def of_desks() -> list[View]:
    return [each for each in views() if each.desk in DESK]


@pytest.fixture(scope="module")
def told(pattern, tmp_path_factory) -> Case:
    """A case with reports, incidents and a person in it."""
    folder = tmp_path_factory.mktemp("roles") / "lumenia"
    shutil.copytree(pattern, folder)
    case = open_case(folder)
    tell(case)
    return case


@pytest.fixture
def team(told) -> Iterator[dict[str, Browser]]:
    """A browser of everybody, signed in."""
    settle(told)
    made = {each: Browser(user, Client()) for each, user in WHO.items()}
    for browser in made.values():
        browser.sit(told)
    yield made
    SEATS.clear()


def ask(browser: Browser, method: str, address: str) -> HttpResponse:
    return getattr(browser.client, method.lower())(address)


def test_the_table_holds_every_desk_and_view_and_nothing_that_is_gone(pattern) -> None:
    assert {each.name for each in DESKS} == set(DESK)
    assert set(OTHERWISE) <= {each.name for each in views()}


def test_every_view_has_a_door_or_is_on_the_short_list_of_open_ones(pattern) -> None:
    assert {each.name for each in views() if not each.has_door} == OPEN
    assert {each.name for each in views() if each.is_open} == OPEN


def test_only_the_account_is_for_everybody_without_being_allowed_anything(pattern):
    doors = (each for each in views() if each.has_door)
    free = {each.desk for each in doors if not each.answer.deeds}
    assert free == {"entrance"}


def test_everybody_sees_the_desks_that_are_theirs_and_no_other(team) -> None:
    for who, browser in team.items():
        shown = browser.get("/en/").content.decode()
        nav = shown.partition("<nav")[2].partition("</nav>")[0]
        seen = {name.partition(":")[2] for name, _, _ in links(nav)}
        assert seen == {desk for desk, row in DESK.items() if who in row[0]}, who


def test_every_page_and_deed_is_refused_to_those_it_is_not_for(team) -> None:
    wrong = []
    for view in of_desks():
        address = view.address(ODD)
        for method in view.methods:
            through = [
                who
                for who, browser in team.items()
                if ask(browser, method, address).status_code != 403
            ]
            if through != [who for who in WHO if who in allowed(view)]:
                wrong.append((view.name, method, "".join(through), allowed(view)))
    assert wrong == []


def test_who_has_not_signed_in_gets_to_the_entrance_and_no_further(told) -> None:
    settle(told)
    stranger = Browser("nobody", Client())
    for view in views():
        if view.is_open:
            continue
        for method in view.methods:
            answer = ask(stranger, method, view.address(ODD))
            assert answer.status_code == 302, view.name
            assert answer["Location"] == "/en/entrance/sign-in"


def test_no_page_shows_a_way_to_what_its_reader_may_not_do(team) -> None:
    by_name = {each.name: each for each in views()}
    for who, browser in team.items():
        opened, waiting, often = set(), ["/en/"], {}
        while waiting:
            address = waiting.pop()
            answer = browser.get(address)
            assert answer.status_code in (200, 302, 303), (who, address)
            for name, method, led in links(answer.content.decode()):
                assert name in by_name, f"{address} leads nowhere: {led}"
                view = by_name[name]
                assert view.desk not in DESK or who in allowed(view), (who, led)
                assert method in view.methods, (address, method, led)
                if method == "GET" and led not in opened and often.get(name, 0) < FEW:
                    opened.add(led)
                    often[name] = often.get(name, 0) + 1
                    waiting.append(led)
        assert len(opened) > 3, who
