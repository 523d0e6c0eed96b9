"""A screen that nobody touches goes blank, whatever its page asks by itself."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from playwright.sync_api import Page, sync_playwright

from tasjil.web.entrance.guard import COOKIE
from tasjil.web.page import render
from tasjil.web.seats.seated import SEATS
from tasjil.web.site.serving import desk_server
from web.desks import Browser

pytestmark = pytest.mark.chromium


@pytest.fixture
def served(case, monkeypatch) -> Iterator[tuple[str, str]]:
    """The case's server, whose pages blank themselves after two seconds."""
    monkeypatch.setattr(render, "IDLE", timedelta(seconds=2))
    me = Browser("ver-1")
    me.sit(case)
    server = desk_server(case.folder, 0)
    threading.Thread(target=server.run, daemon=True).start()
    yield f"http://127.0.0.1:{server.effective_port}", me.client.cookies[COOKIE].value
    server.close()


def test_a_screen_is_blanked_once_nobody_touches_it(served) -> None:
    base, token = served
    by_itself: list[str | None] = []

    def walk(page: Page) -> None:
        page.on(
            "request",
            lambda asked: (
                by_itself.append(asked.headers.get("x-by-itself"))
                if asked.url.endswith("/home/strip")
                else None
            ),
        )
        page.goto(f"{base}/en/")
        page.wait_for_selector(".strip-board")
        until = time.monotonic() + 3.5
        while time.monotonic() < until:
            page.mouse.move(10, 10 + 50 * (time.monotonic() % 2))
            page.wait_for_timeout(200)
        assert page.url == f"{base}/en/"
        page.wait_for_url("**/entrance/locked", timeout=15_000)
        assert "What waits" not in page.content()
        page.go_back()
        assert "What waits" not in page.content()

    in_chromium(token, base, walk)

    assert by_itself
    assert set(by_itself) == {"1"}
    assert SEATS.everybody()[0].locked


def in_chromium(token: str, base: str, walk) -> None:
    """Walk in a browser of the one who sits there."""

    def run() -> None:
        with sync_playwright() as play:
            chromium = play.chromium.launch(
                executable_path="/usr/bin/chromium", args=["--no-sandbox"]
            )
            context = chromium.new_context()
            context.add_cookies([{"name": COOKIE, "value": token, "url": base}])
            walk(context.new_page())
            chromium.close()

    with ThreadPoolExecutor(1) as elsewhere:
        elsewhere.submit(run).result()
