"""A reader settles claims with one key each, and adds one by selecting its words."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import Page, sync_playwright

from tasjil.model.acts import Act
from tasjil.model.judgement import ClaimState
from tasjil.web.entrance.guard import COOKIE
from tasjil.web.site.serving import desk_server
from web.desks import Browser, open_as
from web.reports import claim, keep, report

pytestmark = pytest.mark.chromium

ARABIC = (
    "قُتل ثلاثة أشخاص في فارش يوم الجمعة 😀 كما قال العمدة.\r\n"
    "\u202eوأصيب اثنان\u202c قرب الجسر، وقُتل رجل عند الطاحونة.\n"
)


@pytest.fixture
def served(case) -> Iterator[tuple[str, str]]:
    """The case's server, and what makes a browser the verifier's."""
    me = Browser("ver-1")
    me.sit(case)
    server = desk_server(case.folder, 0)
    threading.Thread(target=server.run, daemon=True).start()
    yield f"http://127.0.0.1:{server.effective_port}", me.client.cookies[COOKIE].value
    server.close()


def in_chromium(served, walk) -> None:
    """Do something in Chromium; anything that a page complains of is a failure."""
    base, token = served
    wrong: list[str] = []

    def run() -> None:
        with sync_playwright() as play:
            chromium = play.chromium.launch(
                executable_path="/usr/bin/chromium", args=["--no-sandbox"]
            )
            context = chromium.new_context(viewport={"width": 1280, "height": 900})
            context.add_cookies([{"name": COOKIE, "value": token, "url": base}])
            page = context.new_page()
            page.on("pageerror", lambda error: wrong.append(str(error)))
            walk(page, base)
            chromium.close()

    with ThreadPoolExecutor(1) as elsewhere:
        elsewhere.submit(run).result()
    assert wrong == []


def select(page: Page, words: str) -> None:
    """Select words in the text of the report as a mouse does."""
    page.evaluate(
        """(words) => {
          const box = document.getElementById("words");
          const nodes = [];
          const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) nodes.push(walker.currentNode);
          const all = nodes.map((node) => node.data).join("");
          const find = (at) => {
            for (const node of nodes) {
              if (at <= node.data.length) return [node, at];
              at -= node.data.length;
            }
          };
          const start = all.indexOf(words), range = document.createRange();
          range.setStart(...find(start));
          range.setEnd(...find(start + words.length));
          const now = document.getSelection();
          now.removeAllRanges();
          now.addRange(range);
        }""",
        words,
    )
    page.wait_for_timeout(50)


def test_one_key_settles_a_claim_and_the_next_is_in_front(case, served):
    with open_as(case, "ver-2") as register:
        kept, data = report()
        killed = claim(kept, "Three people were killed in Varesh on Friday", 3)
        hurt = claim(kept, "Two others were injured near the bridge", 2, Act.INJURED)
        mill = claim(kept, "Two others were injured near the mill", 2, Act.INJURED)
        keep(register, kept, data, killed, hurt, mill)

    def walk(page: Page, base: str) -> None:
        page.goto(f"{base}/en/reading/report/{kept.id}")
        page.evaluate("window.here = true")
        page.keyboard.press("a")
        page.wait_for_selector(f'#claim form[action$="{hurt.id}"]')
        page.keyboard.press("r")
        page.keyboard.press("2")
        page.wait_for_selector(f'#claim form[action$="{mill.id}"]')
        page.keyboard.press("u")
        page.wait_for_selector('#claim[data-n="2"]')
        page.keyboard.press(" ")
        page.wait_for_selector('#claim[data-n="3"]')
        assert page.evaluate("window.here"), "the page was loaded again"
        assert "now" in page.locator('mark[data-c="3"]').get_attribute("class")

    in_chromium(served, walk)
    with open_as(case, "ver-2") as register:
        states = [register.claim(each.id)[1] for each in (killed, hurt, mill)]
    assert states == [ClaimState.ACCEPTED, ClaimState.PROPOSED, ClaimState.PROPOSED]


def test_words_selected_in_arabic_behind_hidden_signs_are_the_words_of_the_claim(
    case, served
):
    with open_as(case, "ver-2") as register:
        kept, data = report(ARABIC, language="ar")
        keep(register, kept, data, claim(kept, "قُتل ثلاثة أشخاص في فارش", 3))
    words = "وقُتل رجل عند الطاحونة"

    def walk(page: Page, base: str) -> None:
        page.goto(f"{base}/ar/reading/report/{kept.id}")
        select(page, words)
        page.keyboard.press("n")
        page.wait_for_selector("#claim.form")
        page.fill("#f-low", "1")
        page.fill("#f-high", "1")
        page.fill("#f-because", "لم يجدها القارئ")
        page.keyboard.press("Enter")
        page.wait_for_selector('#claim[data-n="2"]')

    in_chromium(served, walk)
    with open_as(case, "ver-2") as register:
        (made,) = register.made_by_people()
        added, state = register.claim(made.claim)
    assert added.passage.quote == words
    assert added.passage.start == ARABIC.index(words)
    assert (added.quantity.low, state) == (1, ClaimState.ACCEPTED)
