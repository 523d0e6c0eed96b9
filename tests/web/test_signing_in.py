"""Whoever signs in gets a chair of their own; whoever does not gets the entrance."""

from datetime import UTC, datetime, timedelta

from tasjil.web.entrance.guard import COOKIE
from tasjil.web.seats.seated import IDLE, SEATS
from web.desks import Browser


def test_who_brings_no_passphrase_sees_the_entrance_alone(case) -> None:
    answer = Browser("lead").get("/en/")

    assert answer.status_code == 302
    assert answer["Location"] == "/en/entrance/sign-in"


def test_who_brings_the_passphrase_sits_at_home(browser) -> None:
    page = browser("lead").get("/en/")

    assert page.status_code == 200
    assert "lead" in page.content.decode()


def test_a_wrong_passphrase_opens_nothing_and_is_not_repeated(case) -> None:
    visitor = Browser("lead")

    answer = visitor.sign_in("never this one at all")

    assert answer.status_code == 403
    assert "never this one" not in answer.content.decode()
    assert visitor.get("/en/").status_code == 302


def test_a_token_from_before_signing_in_is_worth_nothing_after(case) -> None:
    visitor = Browser("lead")
    visitor.client.cookies[COOKIE] = "planted"

    visitor.sign_in()

    assert visitor.client.cookies[COOKIE].value != "planted"


def test_a_chair_that_stood_idle_shows_nothing_until_the_passphrase(browser) -> None:
    visitor = browser("doc-1")
    (seated,) = SEATS.everybody()
    seated.seen = datetime.now(UTC) - IDLE - timedelta(seconds=1)

    answer = visitor.get("/en/")

    assert answer.status_code == 302
    assert answer["Location"] == "/en/entrance/locked"
    assert "doc-1" in visitor.get("/en/entrance/locked").content.decode()


def test_a_form_without_its_token_changes_nothing(browser) -> None:
    visitor = browser("lead")

    answer = visitor.client.post("/en/entrance/sign-out")

    assert answer.status_code == 403
    assert visitor.get("/en/").status_code == 200


def test_every_page_forbids_scripts_from_elsewhere_and_caches(browser) -> None:
    page = browser("lead").get("/ar/")

    assert "script-src 'self'" in page["Content-Security-Policy"]
    assert "unsafe" not in page["Content-Security-Policy"]
    assert page["Cache-Control"] == "no-store"
    assert 'dir="rtl"' in page.content.decode()
