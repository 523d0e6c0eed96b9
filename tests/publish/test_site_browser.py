"""The pages in a real browser: phone and desk, both languages, keyboard, no network."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.chromium, pytest.mark.slow]

KINDS = ("", "incident", "report", "source", "figure", "total")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


def one_of_each(site: Path, language: str) -> list[Path]:
    standing = sorted((site / language).glob("*.html"))
    things = [sorted((site / language / kind).glob("*.html")) for kind in KINDS[1:]]
    return standing + [page for found in things for page in found[:3]]


def opened(browser: Any, path: Path, width: int) -> tuple[Any, list[str]]:
    page = browser.new_page(viewport={"width": width, "height": 800})
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on(
        "request",
        lambda request: request.url.startswith("file:") or trouble.append(request.url),
    )
    page.goto(path.as_uri())
    return page, trouble


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_scrolls_sideways_complains_or_asks_the_network(
    browser: Any, site: Path, language: str, width: int
) -> None:
    for path in one_of_each(site, language):
        page, trouble = opened(browser, path, width)
        reach = page.evaluate("document.documentElement.scrollWidth")
        assert reach <= width, f"{path.name} is {reach} wide"
        assert trouble == [], path.name
        page.close()


def test_twice_the_letter_size_still_fits_a_small_laptop(
    browser: Any, site: Path
) -> None:
    for path in one_of_each(site, "en"):
        page, _ = opened(browser, path, 640)
        reach = page.evaluate(
            "() => { document.documentElement.style.fontSize = '200%';"
            " return document.documentElement.scrollWidth }"
        )
        assert reach <= 640, path.name
        page.close()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_keyboard_reaches_the_content_first_and_shows_where_it_is(
    browser: Any, site: Path, language: str
) -> None:
    page, _ = opened(browser, site / language / "index.html", 1280)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    box = page.evaluate("document.activeElement.getBoundingClientRect().top")
    assert box >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = page.evaluate(
        "document.querySelector('main').contains(document.activeElement)"
    )
    assert inside
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.close()


def test_every_dot_of_a_chart_can_be_reached_and_followed(
    browser: Any, site: Path
) -> None:
    page, _ = opened(browser, site / "en" / "index.html", 1280)
    dot = page.locator(".chart.wide .series a").first
    dot.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/total/*.html")
    page.close()


def test_the_style_sheet_is_loaded_from_the_folder(browser: Any, site: Path) -> None:
    page, _ = opened(browser, site / "en" / "index.html", 1280)
    assert page.evaluate("getComputedStyle(document.body).margin") == "0px"
    page.close()


def test_arabic_runs_from_right_to_left(browser: Any, site: Path) -> None:
    page, _ = opened(browser, site / "ar" / "index.html", 1280)
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    case, twin = (
        page.evaluate(f"document.querySelector('.{name}').getBoundingClientRect().left")
        for name in ("case", "twin")
    )
    assert twin < case
    page.close()


def test_the_way_from_a_figure_to_its_words_is_two_clicks(
    browser: Any, site: Path
) -> None:
    page, _ = opened(browser, site / "en" / "index.html", 1280)
    page.locator(".measure.floor a.figure").click()
    page.locator("table a.figure").first.click()
    assert "13 people, including three children" in page.locator("main").inner_text()
    page.close()
