"""Who sits at a desk stays only as long as they may, and with the keys of now."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connections

from tasjil.journey.opening import Key, sit_down
from tasjil.model.ids import UserId
from tasjil.model.users import Role
from tasjil.web.seats.lockout import FREE
from tasjil.web.seats.seated import IDLE, LONGEST, SEATS
from web.desks import KEYS, WORDS, Browser

ACCOUNT = "/en/entrance/account"
NOW = datetime.now(UTC)


@pytest.fixture
def lead(case, browser):
    """The lead's register, held open elsewhere."""
    browser("lead")
    return SEATS.everybody()[0].seat.register


def test_who_is_taken_off_the_case_is_shown_out_at_once(browser, lead) -> None:
    visitor = browser("ver-1")
    assert visitor.get("/en/").status_code == 200

    lead.remove_user(UserId("ver-1"), because="left the office", at=NOW)

    assert visitor.get("/en/")["Location"] == "/en/entrance/sign-in"
    assert [each.user for each in SEATS.everybody()] == ["lead"]


def test_another_role_counts_from_the_next_page_on(browser, lead) -> None:
    visitor = browser("ver-1")
    known = lead.user_of(UserId("ver-1"))

    lead.change_user(replace(known, role=Role.GUEST), because="on leave", at=NOW)

    assert "· guest" in visitor.get("/en/").content.decode()


def test_who_is_given_the_box_has_it_without_signing_in_again(browser, lead) -> None:
    visitor = browser("ver-1")
    visitor.get("/en/")
    assert SEATS.everybody()[0].seat.register._opened.box is None

    lead.grant_box(UserId("ver-1"), at=NOW, because="hears witnesses")
    visitor.get("/en/")

    assert SEATS.everybody()[0].seat.register._opened.box is not None


def test_other_keys_of_the_register_let_everybody_go_on(browser, case) -> None:
    visitor = browser("ver-1")
    visitor.get("/en/")
    Browser("lead").sit(case)
    SEATS.send_away_all_of(UserId("lead"))
    changer = sit_down(case, KEYS["lead"]).register
    connections.close_all()

    changer.rekey(at=NOW, because="a laptop was lost")
    changer.close()

    assert visitor.get("/en/").status_code == 200


def test_two_visits_of_one_person_stand_beside_each_other(browser) -> None:
    office, home = browser("ver-1"), browser("ver-1")

    page = office.get(ACCOUNT).content.decode()
    assert page.count('name="visit"') == 2
    mine = SEATS.find(office.client.cookies["tasjil-seat"].value)
    other = next(each for each in SEATS.everybody() if each is not mine)
    office.post(f"{ACCOUNT}/end-visit", {"visit": other.name})

    assert home.get("/en/").status_code == 302
    assert office.get("/en/").status_code == 200


def test_nobody_but_a_lead_ends_anothers_visit(browser) -> None:
    victim = browser("ver-2")
    name = SEATS.everybody()[0].name

    browser("ver-1").post(f"{ACCOUNT}/end-visit", {"visit": name})
    assert victim.get("/en/").status_code == 200
    browser("lead").post(f"{ACCOUNT}/end-visit", {"visit": name})
    assert victim.get("/en/").status_code == 302


def test_guessing_is_slowed_and_tells_nothing_of_who_there_is(case) -> None:
    visitor = Browser("ver-1")
    known = visitor.sign_in("not this one at all").content.decode()
    visitor.user = "nobody-1"
    unknown = visitor.sign_in("not this one at all").content.decode()

    assert "is not right" in known
    said = [each.split("alert")[1].split("</p>")[0] for each in (known, unknown)]
    assert said[0] == said[1]
    for _ in range(FREE - 2):
        visitor.sign_in("not this one at all")
    answer = visitor.sign_in()
    assert answer.status_code == 429


def test_another_passphrase_ends_the_other_visits_and_the_old_one(browser, case):
    office, home = browser("ver-1"), browser("ver-1")
    form = {"before": "wrong one", "fresh": "seven green lamps", "again": ""}
    assert office.post(f"{ACCOUNT}/passphrase", form).status_code == 400
    form["again"] = form["fresh"]
    assert office.post(f"{ACCOUNT}/passphrase", form).status_code == 400
    form["before"] = WORDS.format("ver-1")
    assert office.post(f"{ACCOUNT}/passphrase", form).status_code == 303

    assert home.get("/en/").status_code == 302
    assert office.get("/en/").status_code == 200
    opened = sit_down(case, Key(UserId("ver-1"), "seven green lamps"))
    assert opened.user == "ver-1"
    opened.register.close()


def test_a_blanked_screen_goes_back_to_where_somebody_was(browser) -> None:
    visitor = browser("doc-1")
    visitor.get("/ar/entrance/account")
    SEATS.everybody()[0].seen = datetime.now(UTC) - IDLE * 2

    assert visitor.get("/en/")["Location"] == "/en/entrance/locked"
    form = {"passphrase": WORDS.format("doc-1")}
    answer = visitor.post("/en/entrance/locked", form, seen="/en/entrance/locked")

    assert answer["Location"] == "/ar/entrance/account"


def test_a_page_that_asks_by_itself_is_no_sign_of_life(browser) -> None:
    visitor = browser("doc-1")
    before = SEATS.everybody()[0].seen = datetime.now(UTC) - timedelta(minutes=5)

    visitor.client.get("/en/", headers={"X-By-Itself": "1"})
    assert SEATS.everybody()[0].seen == before
    visitor.get("/en/entrance/here")
    assert SEATS.everybody()[0].seen > before


def test_who_never_comes_back_is_swept_out(browser) -> None:
    browser("doc-1")
    SEATS.everybody()[0].since -= LONGEST * 2

    browser("ver-1")

    assert [each.user for each in SEATS.everybody()] == ["ver-1"]


def opened_registers() -> set[str]:
    """The registers this process holds a connection to, by their alias."""
    held = connections.all(initialized_only=True)
    return {each.alias for each in held if each.alias.startswith("register")}


def test_nothing_of_the_case_stays_open_between_two_requests(browser) -> None:
    before = opened_registers()
    visitor = browser("doc-1")
    visitor.get("/en/")

    assert opened_registers() <= before
