"""A code from a second device, after the passphrase."""

import re
from datetime import UTC, datetime, timedelta

import pyotp
import pytest

from tasjil.errors import CannotUnlock
from tasjil.journey import second_factor
from tasjil.model.ids import UserId
from tasjil.web.seats.seated import PAY_WITHIN, SEATS
from web.desks import Browser

DEVICE = "/en/entrance/account/device"


def set_up(visitor: Browser) -> tuple[pyotp.TOTP, list[str]]:
    """Set up a device with the code of the step before, as a slow one shows it."""
    page = visitor.get(DEVICE).content.decode()
    secret = re.search(r'class="secret" dir="ltr">(\w+)<', page)[1]
    device = pyotp.TOTP(secret)
    code = device.at(datetime.now(UTC) - timedelta(seconds=30))
    shown = visitor.post(f"{DEVICE}/begin", {"code": code}).content.decode()
    return device, re.findall(r'<code dir="ltr">([\w-]+)</code>', shown)


def test_a_passphrase_alone_opens_no_page_where_a_code_is_owed(browser) -> None:
    device, _ = set_up(browser("ver-1"))
    thief = Browser("ver-1")

    answer = thief.sign_in()

    assert answer["Location"] == "/en/entrance/code"
    for page in ("/en/", DEVICE, "/en/entrance/account"):
        assert thief.get(page)["Location"] == "/en/entrance/code"
    seen = "/en/entrance/code"
    assert thief.post(seen, {"code": "000000"}, seen=seen).status_code == 403
    assert thief.post(seen, {"code": device.now()}, seen=seen)["Location"] == "/en/"
    assert thief.get("/en/").status_code == 200


def test_a_code_opens_once_and_a_recovery_code_too(browser, case) -> None:
    visitor = browser("ver-1")
    device, recovery = set_up(visitor)
    seat, now = SEATS.everybody()[0].seat, datetime.now(UTC)

    second_factor.show_code(case, seat, device.at(now), now)
    second_factor.show_code(case, seat, recovery[3].upper(), now)

    assert len(recovery) == second_factor.RECOVERY
    assert second_factor.left(case, seat) == second_factor.RECOVERY - 1
    for used in (device.at(now), recovery[3], device.at(now - timedelta(minutes=5))):
        with pytest.raises(CannotUnlock):
            second_factor.show_code(case, seat, used, now)


def test_a_secret_that_no_device_has_shown_is_not_asked_for(browser, case) -> None:
    visitor = browser("ver-1")
    visitor.get(DEVICE)

    wrong = visitor.post(f"{DEVICE}/begin", {"code": "000000"})

    assert wrong.status_code == 403
    assert not second_factor.is_asked_for(case, SEATS.everybody()[0].seat)


def test_whoever_owes_a_code_is_shown_out_after_a_while(browser, case) -> None:
    browser("ver-1")
    seat = SEATS.everybody()[0].seat
    token = SEATS.sit(seat, "another", owes_code=True)

    assert SEATS.find(token) is not None
    assert SEATS.find(token, datetime.now(UTC) + PAY_WITHIN * 2) is None


def test_codes_cannot_be_guessed_in_a_row(browser) -> None:
    visitor = browser("ver-1")
    set_up(visitor)

    for _ in range(5):
        visitor.post(f"{DEVICE}/end", {"code": "000000"})
    device = pyotp.TOTP(SEATS.everybody()[0].seat.register.factors.mine().secret)
    visitor.post(f"{DEVICE}/end", {"code": device.now()})

    assert SEATS.everybody()[0].seat.register.factors.mine() is not None


def test_a_lead_takes_a_lost_device_away_and_the_log_says_why(browser, case) -> None:
    set_up(browser("ver-1"))
    browser("lead")
    lead = SEATS.everybody()[0].seat
    assert second_factor.holders(case, lead) == {"ver-1"}

    second_factor.take_from(case, lead, UserId("ver-1"), "her telephone was stolen")

    assert second_factor.holders(case, lead) == frozenset()
    *_, last = lead.register.entries()
    assert (last.kind, last.by) == ("user.changed", "lead")
    assert "second factor" in last.because
    assert "stolen" in last.because
