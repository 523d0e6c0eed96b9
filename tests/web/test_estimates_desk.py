"""A team estimates whom nobody documented, or is told why that cannot be known."""

import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from shutil import copy

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "cases" / "lumenia"))

from invented.folder import write_files
from invented.toll import make_toll
from tasjil.errors import Cancelled
from tasjil.estimate.watch import Step
from tasjil.journey import board
from tasjil.journey.estimating.case import estimates_of
from tasjil.journey.estimating.keeping import run_of
from tasjil.journey.jobs.ending import Ending
from tasjil.journey.jobs.kinds import AGAIN, ESTIMATE
from tasjil.journey.linking.case import link_register
from tasjil.journey.lists.keeping import import_lists
from tasjil.journey.progress import Silence
from tasjil.model.estimate import Method
from web.desks import open_as
from web.jobs_done import do_next
from web.reports import seat_of

NOW = datetime(2031, 6, 1, 12, tzinfo=UTC)
QUICK = {"method": ["chao", "coverage"], "draws": "0"}
WHY = "one of the lists copied another"


@pytest.fixture
def listed(case, tmp_path):
    """A case with three lists of the dead, linked."""
    made = tmp_path / "made"
    write_files(make_toll(7, 120), made)
    (case.folder / "lists").mkdir(exist_ok=True)
    for each in (made / "lists").glob("*.csv"):
        copy(each, case.folder / "lists")
    with open_as(case, "lead") as register:
        import_lists(case, register, Silence())
        link_register(case, register, NOW, Silence())
        board.lay_out(case, register, Silence())
    return case


def kept(case):
    with open_as(case, "lead") as register:
        return estimates_of(case, seat_of(register))


def words_of(browser, address):
    found = browser.get(address)
    assert found.status_code == 200, address
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found.content.decode()))


def made(case, browser, **form):
    """Ask for an estimate by the form, have it made, and give its job's page."""
    asked = browser.post("/en/estimates/ask", {**QUICK, **form})
    assert asked.status_code == 303
    do_next(case, "ana-1", ESTIMATE)
    return asked["Location"]


def test_a_case_without_lists_is_told_why_there_is_no_number_and_what_would_help(
    case, browser
):
    words = words_of(browser("doc-1"), "/en/estimates/")
    assert "No estimate can be made yet" in words
    assert "It takes at least three" in words
    assert "What would help" in words


def test_an_estimate_is_made_kept_run_again_and_taken_back(listed, browser):
    visitor = browser("ana-1")
    done = made(listed, visitor, by="sex")
    (found,) = kept(listed)
    page = f"/en/estimates/{found.kept.id}/"
    assert page in visitor.get(done).content.decode()
    assert run_of(found.kept).wanted.settings.by == ("sex",)

    html = visitor.get(page).content.decode()
    assert "style=" not in html
    count = html.index('id="beside"')
    assert 'class="measure' not in html[:count], "the count stands in a part of its own"

    asked = visitor.post(f"{page}again", seen=page)
    do_next(listed, "ana-1", AGAIN)
    assert "same to the last digit" in words_of(visitor, asked["Location"])
    assert len(kept(listed)) == 1

    assert visitor.post(f"{page}withdraw", {"because": " "}, page).status_code == 400
    assert kept(listed)[0].kept.withdrawn is None
    taken = visitor.post(f"{page}withdraw", {"because": WHY}, page)
    assert taken.status_code == 303
    assert kept(listed)[0].kept.withdrawn == ("ana-1", WHY)
    assert WHY in words_of(visitor, page)
    assert browser("guest-1").get(page).status_code == 404


def test_a_guest_is_told_no_small_number_and_asks_for_nothing(listed, browser):
    made(listed, browser("ana-1"))
    (found,) = kept(listed)
    page = f"/en/estimates/{found.kept.id}/"
    exact, rounded = (words_of(browser(who), page) for who in ("doc-1", "guest-1"))
    sizes = [each.size for each in found.report.lists if each.size % 10]
    assert sizes
    for size in sizes:
        assert f" {size} " in exact
        assert f" {size} " not in rounded
    guest = browser("guest-1")
    assert "/estimates/new" not in guest.get("/en/estimates/").content.decode()
    for address in ("/en/estimates/ask", f"{page}again", f"{page}withdraw"):
        assert guest.post(address, {"because": WHY}, page).status_code == 403


def test_a_limit_is_changed_with_a_reason_or_not_at_all(listed, browser):
    visitor = browser("ana-1")
    form = {**QUICK, "limit_coverage": "0.2"}
    refused = visitor.post("/en/estimates/ask", form)
    assert refused.status_code == 400
    assert 'value="0.2"' in refused.content.decode(), "what was typed is there still"
    with open_as(listed, "lead") as register:
        assert register.queue.jobs(kind=ESTIMATE) == ()

    made(listed, visitor, limit_coverage="0.2", because=WHY)
    (found,) = kept(listed)
    assert (found.kept.by, found.kept.because) == ("ana-1", WHY)
    assert run_of(found.kept).wanted.settings.limits.changed() == {"coverage": 0.2}


@pytest.mark.parametrize("form", [{"draws": "many"}, {"minutes": "-3"}, {"seed": "x"}])
def test_a_number_that_is_none_asks_for_nothing(case, browser, form):
    visitor = browser("ana-1")
    assert visitor.post("/en/estimates/ask", form).status_code == 400
    with open_as(case, "lead") as register:
        assert register.queue.jobs(kind=ESTIMATE) == ()


class Stopped(Silence):
    """A job that somebody stopped."""

    def begin(self, what, total):
        raise Cancelled("stopped")


def test_who_stops_it_before_a_method_is_done_keeps_nothing():
    ending = Ending(Stopped(), lambda: None, None)
    with pytest.raises(Cancelled):
        ending(Step("chao", method=Method.CHAO))


def test_who_stops_it_once_a_method_is_done_ends_it_there():
    asked_to_stop = []

    def look():
        if asked_to_stop:
            raise Cancelled("stopped")

    ending = Ending(Silence(), look, None)
    ending(Step("chao", method=Method.CHAO))
    assert not ending.stop()
    ending(Step("coverage", method=Method.COVERAGE))
    asked_to_stop.append(True)
    assert ending.stop()


def test_the_time_that_was_given_ends_it():
    clock = iter([0.0, 59.0, 61.0])
    ending = Ending(Silence(), lambda: None, 1, lambda: next(clock))
    assert [ending.stop(), ending.stop()] == [False, True]
