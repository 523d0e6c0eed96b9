"""A lead lets colleagues in and go; nobody else does, and the log has every reason."""

from tasjil.journey.opening import Key, sit_down
from tasjil.model.ids import UserId
from tasjil.web.seats.seated import SEATS
from web.desks import open_as

NEW = {
    "user": "reader-3",
    "role": "documenter",
    "own": "on",
    "passphrase": "seven green lamps",
    "again": "seven green lamps",
    "because": "reads Arabic",
}


def last_entry(case):
    with open_as(case, "lead") as register:
        *_, last = register.entries()
    return last


def test_whoever_is_let_in_can_sign_in_and_the_log_says_why(browser, case) -> None:
    answer = browser("lead").post("/en/users/add", NEW)

    assert answer.status_code == 303
    assert last_entry(case).because == "reads Arabic"
    seat = sit_down(case, Key(UserId("reader-3"), "seven green lamps"))
    assert seat.register.me.own_records
    seat.register.close()


def test_a_form_with_something_missing_lets_nobody_in(browser, case) -> None:
    lead = browser("lead")
    before = last_entry(case).seq

    for gone in ("because", "again", "user", "role"):
        answer = lead.post("/ar/users/add", {**NEW, gone: ""})
        assert answer.status_code == 400, gone
        assert "lamps" not in answer.content.decode()

    assert last_entry(case).seq == before


def test_a_role_is_changed_and_somebody_let_go_at_once(browser, case) -> None:
    lead, visitor = browser("lead"), browser("ana-1")
    change = {"role": "verifier", "because": "was trained"}

    assert lead.post("/en/users/ana-1/change", change).status_code == 303
    assert "· verifier" in visitor.get("/en/").content.decode()
    assert lead.post("/en/users/ana-1/remove", {"because": "left"}).status_code == 303
    assert visitor.get("/en/").status_code == 302
    assert [each.user for each in SEATS.everybody()] == ["lead"]
    assert "has left" in lead.get("/en/users/ana-1").content.decode()


def test_the_key_of_the_box_is_given_and_taken_with_a_reason(browser, case) -> None:
    lead = browser("lead")

    lead.post("/en/users/ver-1/box", {"do": "give", "because": "hears witnesses"})
    assert "ver-1" in lead_holds(case)
    assert last_entry(case).because == "hears witnesses"
    answer = lead.post("/en/users/ver-1/box", {"do": "take", "because": ""})
    assert answer.status_code == 400
    lead.post("/en/users/ver-1/box", {"do": "take", "because": "no more"})
    assert "ver-1" not in lead_holds(case)


def lead_holds(case):
    with open_as(case, "lead") as register:
        return register.box_holders()


def test_the_last_lead_cannot_end_their_own_leading(browser, case) -> None:
    lead = browser("lead")
    before = last_entry(case).seq

    answer = lead.post("/en/users/lead/change", {"role": "guest", "because": "x"})

    assert answer.status_code == 400
    assert last_entry(case).seq == before


def test_nobody_but_a_lead_sees_or_does_any_of_it(browser, case) -> None:
    before = last_entry(case).seq
    for user in ("doc-1", "ver-1", "guest-1"):
        visitor = browser(user)
        assert "/en/users/" not in visitor.get("/en/").content.decode()
        assert visitor.get("/en/users/").status_code == 403
        assert visitor.get("/en/users/lead").status_code == 403
        for address in ("add", "ana-1/change", "ana-1/remove", "ana-1/box"):
            answer = visitor.post(f"/en/users/{address}", {"because": "mine"})
            assert answer.status_code == 403
        assert visitor.post("/en/users/ana-1/factor", {}).status_code == 403
    assert last_entry(case).seq == before
