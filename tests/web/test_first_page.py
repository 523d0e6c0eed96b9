"""Where there is no case yet, the first page makes it, once."""

from tasjil.journey.opening import Key, open_register
from tasjil.model.ids import UserId
from tasjil.model.users import Role
from tasjil.web.seats.house import HOUSE
from web.desks import Browser

FIRST = "/ar/entrance/first"
WORDS = "river lantern harvest"


def test_the_first_page_makes_the_case_and_its_lead_and_then_no_more(
    case, tmp_path
) -> None:
    HOUSE.settle(tmp_path / "new")
    visitor = Browser("lead-1")
    assert visitor.get("/")["Location"].endswith("/entrance/first")
    form = {"user": "lead-1", "passphrase": WORDS, "again": "another"}

    assert visitor.post(FIRST, form, seen=FIRST).status_code == 200
    assert not HOUSE.is_made
    made = visitor.post(FIRST, {**form, "again": WORDS}, seen=FIRST)

    assert made["Location"] == "/ar/"
    assert visitor.get("/ar/").status_code == 200
    with open_register(HOUSE.case, Key(UserId("lead-1"), WORDS)) as register:
        assert [each.role for each in register.users()] == [Role.LEAD]
        assert register.case() is not None
    later = Browser("thief-1")
    again = later.post(FIRST, {**form, "again": WORDS}, seen="/en/entrance/sign-in")
    assert again["Location"] == "/ar/entrance/sign-in"


def test_what_cannot_be_an_id_or_a_passphrase_makes_nothing(case, tmp_path) -> None:
    HOUSE.settle(tmp_path / "new")
    visitor = Browser("lead-1")

    for user, words in (("Not An Id", WORDS), ("lead-1", "short")):
        form = {"user": user, "passphrase": words, "again": words}
        answer = visitor.post(FIRST, form, seen=FIRST)
        assert answer.status_code == 200
        assert 'role="alert"' in answer.content.decode()
        assert visitor.get("/")["Location"].endswith("/entrance/first")
