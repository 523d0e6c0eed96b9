"""Every page can be read and used by everybody: axe-core, narrow screens, the keyboard.

The case is the one that is meant to do harm: its words are longer than any screen.
"""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Page

from tasjil.web.entrance.guard import COOKIE
from tasjil.web.seats.seated import SEATS
from tasjil.web.site.serving import desk_server
from web.addresses import links
from web.desks import Browser, settle
from web.office import in_chromium
from web.poisoned import poisoned

pytestmark = [pytest.mark.chromium, pytest.mark.slow]

AXE = Path(__file__).parent / "axe" / "axe.min.js"
FINDS = """async () => {
  const found = await axe.run(document, {resultTypes: ["violations"]});
  return found.violations
    .filter((each) => ["serious", "critical"].includes(each.impact))
    .map((each) => `${each.id}: ${each.nodes[0].html.slice(0, 160)}`);
}"""
TOO_WIDE = """() => {
  const most = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= most) return [];
  return [...document.querySelectorAll("main *, header *")]
    .filter((each) => each.getBoundingClientRect().width > most)
    .slice(0, 3).map((each) => each.outerHTML.slice(0, 120));
}"""
OUT_OF_REACH = """() => [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary")]
  .filter((each) => each.checkVisibility() && !each.disabled && each.tabIndex !== 0)
  .map((each) => each.outerHTML.slice(0, 120))"""
KEYS_TWICE = """() => [...document.querySelectorAll("[data-key]")]
  .map((each) => each.dataset.key).filter((key, at, all) => all.indexOf(key) !== at)"""


@pytest.fixture(scope="module")
def served(pattern, tmp_path_factory) -> Iterator[tuple[str, str, list[str]]]:
    """A server, the lead's cookie, and one address of each page."""
    case = poisoned(pattern, tmp_path_factory.mktemp("axe") / "lumenia")
    settle(case)
    lead = Browser("lead", Client())
    lead.sit(case)
    found = addresses(lead)
    server = desk_server(case.folder, 0)
    threading.Thread(target=server.run, daemon=True).start()
    base = f"http://127.0.0.1:{server.effective_port}"
    yield base, lead.client.cookies[COOKIE].value, found
    server.close()
    SEATS.clear()


def addresses(browser: Browser) -> list[str]:
    """Give one address of each page that a walk from home finds."""
    found, waiting = {"home:home": "/en/"}, ["/en/"]
    while waiting:
        answer = browser.get(waiting.pop())
        if answer.streaming:
            continue
        for name, method, led in links(answer.content.decode()):
            if method == "GET" and name not in found and led.startswith("/en/"):
                found[name] = led
                waiting.append(led)
    parts = {"home:strip", "incidents:news", "proof:state", "entrance:here"}
    return [led for name, led in found.items() if name not in parts]


def on_every_page(served, width: int, look) -> dict[str, object]:
    """Look at every page in both languages; give what was found wrong, by page."""
    base, token, found = served
    wrong: dict[str, object] = {}

    def walk(chromium) -> None:
        size = {"width": width, "height": 900}
        context = chromium.new_context(base_url=base, viewport=size)
        context.add_cookies([{"name": COOKIE, "value": token, "url": base}])
        page = context.new_page()
        for address in found:
            for language in ("en", "ar"):
                at = f"/{language}{address[3:]}"
                answer = page.goto(at)
                if answer is None or "text/html" not in answer.headers["content-type"]:
                    continue
                if told := look(page):
                    wrong[at] = told

    in_chromium(walk)
    assert len(found) > 20
    return wrong


def test_axe_finds_nothing_serious_on_any_page(served) -> None:
    source = AXE.read_text(encoding="utf-8")
    in_chromium(lambda chromium: finds_what_is_planted(chromium.new_page(), source))

    def look(page: Page) -> object:
        page.evaluate(source)
        return page.evaluate(FINDS)

    assert on_every_page(served, 1280, look) == {}


def finds_what_is_planted(page: Page, source: str) -> None:
    """An axe that finds nothing anywhere would say that all is well."""
    page.set_content("<main><h1>A page</h1><img src='x'></main>")
    page.evaluate(source)
    assert any("image-alt" in each for each in page.evaluate(FINDS))


@pytest.mark.parametrize("width", [360, 640], ids=["phone", "zoom of 200 %"])
def test_no_page_is_wider_than_its_screen(served, width) -> None:
    assert on_every_page(served, width, lambda page: page.evaluate(TOO_WIDE)) == {}


def test_whatever_can_be_pressed_is_reached_by_tab_and_each_key_does_one_thing(served):
    def look(page: Page) -> object:
        return page.evaluate(OUT_OF_REACH) + page.evaluate(KEYS_TWICE)

    assert on_every_page(served, 1280, look) == {}


def test_arabic_pages_run_from_right_to_left(served) -> None:
    def look(page: Page) -> object:
        language, runs = page.evaluate(
            "() => [document.documentElement.lang,"
            " getComputedStyle(document.body).direction]"
        )
        return [] if (language == "ar") == (runs == "rtl") else [language, runs]

    assert on_every_page(served, 1280, look) == {}
