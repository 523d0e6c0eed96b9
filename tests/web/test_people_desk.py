"""People are found in any script, and no name that is typed leaves a trace."""

import logging

import pytest

from tasjil.journey import board
from web.desks import open_as
from web.incidents import tell


@pytest.fixture
def told(case):
    tell(case)
    return case


def person_in(case):
    with open_as(case, "lead") as register:
        (line,) = board.people(register).items
        return line.id


def search(browser, name, **more):
    return browser.post("/en/people/search", {"name": name, **more})


@pytest.mark.parametrize(
    "typed", ["Daren Vell", "vell daren", "دارن فيل", "Darin Vell"]
)
def test_a_name_is_found_in_any_script_order_and_spelling(told, browser, typed):
    page = search(browser("doc-1"), typed).content.decode()
    assert f"/en/people/{person_in(told)}/" in page


def test_a_name_that_is_typed_stands_in_no_address_and_no_log(told, browser, caplog):
    visitor = browser("doc-1")
    before = size(told)
    with caplog.at_level(logging.DEBUG):
        answer = search(visitor, "Mira Oskander")

    page = answer.content.decode()
    assert "Nobody of this name" in page
    links = [part.split('"')[0] for part in page.split('href="')[1:]]
    assert not any("Osk" in each for each in links)
    assert "Oskander" not in caplog.text
    assert size(told) == before
    assert visitor.get("/en/people/search").status_code == 303


def size(case):
    with open_as(case, "lead") as register:
        return register.head().size


def test_what_a_stranger_typed_is_shown_as_words_and_never_as_a_page(told, browser):
    page = search(browser("doc-1"), "<script>alert(1)</script>\u202eelif").content
    assert b"<script>alert" not in page
    assert "\u202e" not in page.decode()


def test_the_list_is_narrowed_and_the_search_with_it(told, browser):
    visitor = browser("doc-1")
    person = person_in(told)
    assert person in visitor.get("/en/people/?act=killed").content.decode()
    assert person not in visitor.get("/en/people/?act=injured").content.decode()
    assert person not in visitor.get("/en/people/?doubtful=1").content.decode()
    assert person not in search(visitor, "Vell", act="injured").content.decode()
    assert person in visitor.get("/en/people/?unverified=1").content.decode()
    odd = visitor.get("/en/people/?place=Nowhere&part=abc")
    assert odd.status_code == 200
    assert 'role="alert"' in odd.content.decode()


def test_a_page_shows_the_words_that_name_somebody_and_the_places_beside(told, browser):
    person = person_in(told)

    page = browser("doc-1").get(f"/ar/people/{person}/").content.decode()

    assert "<bdi>Daren Vell</bdi>" in page
    assert "Nine people" in page
    assert "/ar/incidents/i-" in page
    assert "/ar/proof/person/" in page


def test_places_that_no_name_fills_are_listed_by_incident(told, browser):
    page = browser("doc-1").get("/en/people/unnamed").content.decode()
    assert ">8</a>" in page, "nine were killed, and one of them is named"


@pytest.mark.parametrize("user", ["own-1", "guest-1"])
def test_who_sees_figures_or_their_own_alone_finds_nobody(told, browser, user):
    visitor = browser(user)
    person = person_in(told)
    for at in ("", "unnamed", f"{person}/"):
        assert visitor.get(f"/en/people/{at}").status_code == 403
    answer = search(visitor, "Daren Vell")
    assert answer.status_code == 403
    assert "Daren" not in answer.content.decode()
    assert "/en/people/" not in visitor.get("/en/").content.decode()


def test_nobody_is_no_page(told, browser):
    assert browser("doc-1").get("/en/people/v-000000000000/").status_code == 404
