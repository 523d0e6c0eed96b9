"""The page in a real browser: phone and desk, both languages, no network."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from estimates.report.page.made import made_report
from tasjil.estimate.report.page import page
from tasjil.estimate.saying import Language

pytestmark = [pytest.mark.chromium, pytest.mark.slow]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("width", "shown"), [(360, "narrow"), (1280, "wide")])
def test_a_page_fits_its_screen_and_asks_the_network_for_nothing(
    browser: Any, tmp_path: Path, language: Language, width: int, shown: str
) -> None:
    path = tmp_path / "report.html"
    path.write_text(page(made_report(), language), encoding="utf-8")
    opened = browser.new_page(viewport={"width": width, "height": 800})
    trouble: list[str] = []
    opened.on("console", lambda message: trouble.append(message.text))
    opened.on(
        "request",
        lambda asked: asked.url.startswith("file:") or trouble.append(asked.url),
    )

    opened.goto(path.as_uri())

    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    assert trouble == []
    assert opened.locator(f".chart.{shown}").first.is_visible()
    hidden = {"wide": "narrow", "narrow": "wide"}[shown]
    assert not opened.locator(f".chart.{hidden}").first.is_visible()
    opened.close()


def test_every_part_of_a_drawing_stays_inside_it(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(page(made_report()), encoding="utf-8")
    for width in (360, 1280):
        opened = browser.new_page(viewport={"width": width, "height": 800})
        opened.goto(path.as_uri())
        outside = opened.evaluate(
            """() => [...document.querySelectorAll('svg')].flatMap(svg => {
              const box = svg.getBoundingClientRect();
              if (!box.width) return [];
              return [...svg.querySelectorAll('text')].filter(each => {
                const at = each.getBoundingClientRect();
                return at.left < box.left - 1 || at.right > box.right + 1
                  || at.top < box.top - 3 || at.bottom > box.bottom + 3;
              }).map(each => each.textContent);
            })"""
        )
        assert outside == []
        opened.close()
