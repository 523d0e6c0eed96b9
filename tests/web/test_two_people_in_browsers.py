"""Two people on one incident, each in a browser of their own, one of them in Arabic."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tasjil.model.judgement import Verdict
from tasjil.web.entrance.guard import COOKIE
from tasjil.web.site.serving import desk_server
from web.desks import Browser, open_as
from web.incidents import count_again, killings, tell

pytestmark = pytest.mark.chromium

PEOPLE = ("ver-1", "ver-2")


@pytest.fixture
def served(case) -> Iterator[tuple[str, list[str]]]:
    """The case's server, and what makes a browser that of each of the two."""
    tell(case)
    sat = [Browser(user) for user in PEOPLE]
    for each in sat:
        each.sit(case)
    server = desk_server(case.folder, 0)
    threading.Thread(target=server.run, daemon=True).start()
    cookies = [each.client.cookies[COOKIE].value for each in sat]
    yield f"http://127.0.0.1:{server.effective_port}", cookies
    server.close()


def in_two_browsers(served, walk) -> None:
    """Do something in two browsers; what either complains of is a failure."""
    base, cookies = served
    wrong: list[str] = []

    def run() -> None:
        with sync_playwright() as play:
            chromium = play.chromium.launch(
                executable_path="/usr/bin/chromium", args=["--no-sandbox"]
            )
            pages = []
            for value in cookies:
                context = chromium.new_context(base_url=base)
                context.add_cookies([{"name": COOKIE, "value": value, "url": base}])
                page = context.new_page()
                page.on("pageerror", lambda error: wrong.append(str(error)))
                pages.append(page)
            walk(*pages)
            chromium.close()

    with ThreadPoolExecutor(1) as elsewhere:
        elsewhere.submit(run).result()
    assert wrong == []


def ask_for_news(page: Page) -> None:
    """Do now what the page does by itself every twenty seconds."""
    page.evaluate(
        "() => htmx.ajax('GET', document.querySelector('#news').getAttribute('hx-get'),"
        " {target: '#news', swap: 'outerHTML'})"
    )


def test_the_second_sees_what_the_first_did_and_keeps_what_they_typed(case, served):
    one, *_, other = killings(case)
    told: list[str] = []

    def walk(first: Page, second: Page) -> None:
        second.goto(f"/ar/incidents/{one}/")
        second.goto(f"/ar/incidents/{one}/join?with={other}")
        second.fill("[name=because]", "the map says so")

        first.goto(f"/en/incidents/{one}/")
        first.goto(f"/en/incidents/{one}/join?with={other}")
        first.fill("[name=because]", "the mill stands at the bridge")
        first.click("main form button")
        expect(first.locator("#notes form button")).to_be_visible()

        second.click("main form button")
        expect(second.locator("[name=because]")).to_have_value("the map says so")
        expect(second.locator("#notes")).to_contain_text("the mill stands")
        told.append(second.inner_text("[role=alert]"))

    in_two_browsers(served, walk)

    # The second reads in Arabic: "They are one incident already."
    assert "هما حادثة واحدة من قبل" in told[0]
    with open_as(case, "lead") as register:
        (word,) = register.link_judgements()
    assert (word.by, word.verdict) == ("ver-1", Verdict.SAME)


def test_a_page_that_stands_open_tells_by_itself_what_somebody_else_did(case, served):
    one, *_ = killings(case)

    def walk(first: Page, second: Page) -> None:
        second.goto(f"/ar/incidents/{one}/")
        first.goto(f"/en/proof/incident/{one}/?element=status")
        first.select_option("[name=finding]", "civilian")
        first.check("input[value=for] >> nth=0")
        first.fill("[name=because]", "all were farmers")
        first.click("main form button")
        expect(first.locator("#notes")).to_contain_text("another person has signed")
        ask_for_news(second)
        expect(second.locator("#news")).to_contain_text("all were farmers")

        second.goto(f"/ar/proof/incident/{one}/?element=status")
        second.fill("#sign-because", "I read it too")
        second.locator("#sign-because").press("Tab")
        second.keyboard.press("Enter")
        expect(second.locator("#counting")).to_be_visible()
        worker = threading.Thread(target=count_again, args=(case,))
        worker.start()
        worker.join()
        expect(second.locator("#counting.good")).to_be_visible(timeout=15_000)

    in_two_browsers(served, walk)

    with open_as(case, "lead") as register:
        ((_, kept),) = register.assessments()
    assert (kept.by, kept.second.by) == PEOPLE
