"""An office for a day: the server as people start it, and browsers of its team."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

LONG = 240_000
"""Milliseconds to wait for work in the background, on a busy machine."""


@dataclass
class Server:
    """A server that runs, and what it said since.

    Attributes:
        base: Its address, without a slash at the end.
        said: Lines of its stderr, after the one that names the address.
    """

    base: str
    said: list[str] = field(default_factory=list)


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Start `tasjil serve` for a case, and end it as Ctrl-C does."""
    command = [sys.executable, "-m", "tasjil", "serve", str(folder), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        server = Server(process.stderr.readline().split()[0].rstrip("/"))
        lines = process.stderr
        hears = threading.Thread(target=lambda: server.said.extend(lines))
        hears.start()
        try:
            yield server
        finally:
            process.terminate()
            process.wait(60)
            hears.join()


def in_chromium(walk: Callable[[Browser], None]) -> None:
    """Do something with a Chromium, in a thread where Django does not mind it."""

    def run() -> None:
        with sync_playwright() as play:
            chromium = play.chromium.launch(
                executable_path="/usr/bin/chromium", args=["--no-sandbox"]
            )
            walk(chromium)
            chromium.close()

    with ThreadPoolExecutor(1) as elsewhere:
        elsewhere.submit(run).result()


@dataclass
class Colleague:
    """Somebody of the team at their browser, who reads in one language.

    Attributes:
        wrong: What pages complained of, and answers that say the program broke.
    """

    page: Page
    language: str
    wrong: list[str]

    def opens(self, address: str) -> None:
        """Open a page by its address within the site, without the language."""
        self.page.goto(f"/{self.language}/{address}")

    def sends(self, action: str, **fields: str) -> None:
        """Fill the form that goes to an address with this ending, and send it.

        A form without an address goes to its own page.
        """
        ends = f'[action$="{action}"]' if action else ":not([action])"
        form = self.page.locator(f"main form{ends}").first
        self.fills(form, fields)
        with self.page.expect_navigation():
            form.locator("button").last.click()

    def fills(self, form, fields: dict[str, str]) -> None:
        for name, value in fields.items():
            box = form.locator(f'[name="{name}"]').first
            if box.evaluate("each => each.tagName") == "SELECT":
                box.select_option(value)
            else:
                box.fill(value)

    def signs_in(self, user: str, passphrase: str) -> None:
        self.opens("entrance/sign-in")
        self.sends("", user=user, passphrase=passphrase)


def colleague(chromium: Browser, server: Server, language: str) -> Colleague:
    """Open a browser for one of the team."""
    wrong: list[str] = []
    size = {"width": 1280, "height": 900}
    context = chromium.new_context(base_url=server.base, viewport=size)
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
    page.on(
        "response",
        lambda a: wrong.append(f"{a.status} {a.url}") if a.status >= 500 else None,
    )
    page.on(
        "request",
        lambda a: (
            None
            if a.url.startswith((server.base, "data:", "about:", "blob:"))
            else wrong.append(f"asked elsewhere: {a.url}")
        ),
    )
    return Colleague(page, language, wrong)
