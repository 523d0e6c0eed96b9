"""The list of sources is the team's; who is in the sealed box is nobody's to read."""

import csv
import re
from datetime import UTC, datetime

import pytest

from tasjil.journey.board.tellers import teller_id
from tasjil.journey.case import open_case
from tasjil.journey.source_list import read_list
from tasjil.model.identity import Identity, IdentityKind
from tasjil.register.entry import EntryKind
from web.desks import open_as
from web.incidents import count_again, tell

LIST = (
    "id,name,colour,kind,relays,variants\n"
    "herald,Varesh Herald,red,media,,the Herald\n"
    "radio,Ostrel Radio,blue,media,herald,\n"
)
NAME = "Sorena Vell"


@pytest.fixture
def told(case):
    (case.folder / "sources.csv").write_text(LIST, encoding="utf-8")
    found = open_case(case.folder)
    tell(found)
    return found


def lines(case):
    with (case.folder / "sources.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def entries(case, kind):
    with open_as(case, "lead") as register:
        return [each for each in register.entries() if each.kind == kind]


def form(case, **more):
    return {
        "id": "herald",
        "name": "Varesh Herald",
        "kind": "media",
        "variants": "the Herald",
        "because": "it is run by the ministry",
        "mark": read_list(case).mark,
        **more,
    }


def undo(page):
    """Give the form of the undo button."""
    whole = re.search(r'<form method="post" action="([^"]+)">(.*?)</form>', page, re.S)
    fields = dict(re.findall(r'name="([a-z_]+)" value="([^"]*)"', whole[2]))
    return whole[1], fields


def seal(case):
    with open_as(case, "lead") as register:
        return register.box.seal(
            Identity(IdentityKind.WITNESS, NAME, "the baker of Ostrel"),
            [next(iter(register.reports())).id],
            by="lead",
            at=datetime.now(UTC),
            because="at risk for having told",
        )


def test_a_changed_source_stands_in_the_file_and_in_the_log_and_can_be_undone(
    told, browser
):
    lead = browser("lead")

    done = lead.post("/en/sources/keep", form(told, kind="government", variants="VH"))

    assert done.status_code == 303
    assert lines(told)[0] == {
        **{"id": "herald", "name": "Varesh Herald", "colour": "red"},
        **{"kind": "government", "relays": "", "variants": "VH"},
    }
    assert lines(told)[1]["colour"] == "blue"
    last = entries(told, EntryKind.SCOPE_SET)[-1]
    assert (last.by, last.because) == ("lead", "it is run by the ministry")

    page = lead.get(done["Location"]).content.decode()
    address, fields = undo(page.split('id="notes"')[1])
    assert lead.post(address, fields).status_code == 303
    assert lines(told)[0]["kind"] == "media"
    assert len(entries(told, EntryKind.SCOPE_SET)) == 2


def test_nobody_changes_a_list_that_another_changed_meanwhile(told, browser):
    lead = browser("lead")
    seen = form(told, kind="government")
    path = told.folder / "sources.csv"
    path.write_text(LIST.replace("Ostrel Radio", "Radio Ostrel"), encoding="utf-8")

    refused = lead.post("/en/sources/keep", seen)

    assert refused.status_code == 409
    assert "somebody has changed it meanwhile" in refused.content.decode()
    assert lines(told)[0]["kind"] == "media"
    assert not entries(told, EntryKind.SCOPE_SET)


def test_where_the_log_refuses_the_file_stays_as_it_was(told, browser):
    lead = browser("lead")
    assert lead.post("/en/sources/keep", form(told, because=" ")).status_code == 409
    wrong = form(told, relays="nobody")
    assert lead.post("/en/sources/keep", wrong).status_code == 409
    same = {**form(told), "because": "nothing"}
    lead.post("/en/sources/keep", same)
    assert lead.post("/en/sources/keep", same).status_code == 409
    assert (told.folder / "sources.csv").read_text(encoding="utf-8") == LIST


def test_somebody_found_in_reports_becomes_a_source_of_the_case(told, browser):
    lead = browser("lead")
    page = lead.get("/en/sources/").content.decode()
    assert "the mayor" in page
    mayor = re.search(r'<a href="([^"]+)"><bdi[^>]*>the mayor<', page)[1]
    assert 'value="the mayor"' in lead.get(mayor).content.decode()

    new = form(told, id="mayor", name="the mayor", kind="government", new="1")
    assert lead.post("/en/sources/keep", new).status_code == 303

    assert [each["id"] for each in lines(told)] == ["herald", "radio", "mayor"]
    count_again(open_case(told.folder))
    page = lead.get(f"/en/sources/one/{teller_id('mayor')}/").content.decode()
    assert "<dd>listed in the case</dd>" in page
    assert "<dd>1</dd>" in page


def test_only_a_lead_changes_the_list(told, browser):
    doc = browser("doc-1")
    assert "/en/sources/keep" not in doc.get("/en/sources/").content.decode()
    one = doc.get(f"/en/sources/one/{teller_id('herald')}/").content.decode()
    assert "the Herald" in one
    assert "/en/sources/keep" not in one
    assert doc.post("/en/sources/keep", form(told, kind="ngo")).status_code == 403
    assert lines(told)[0]["kind"] == "media"


def test_an_opened_identity_is_in_the_log_first_and_no_browser_keeps_it(told, browser):
    who = seal(told)
    lead = browser("lead")
    listed = lead.get("/en/sources/sealed/").content.decode()
    assert who in listed
    assert NAME not in listed

    refused = lead.post(f"/en/sources/sealed/{who}/open", {"because": ""})
    assert NAME not in refused.content.decode()
    assert not entries(told, EntryKind.IDENTITY_OPENED)

    why = {"because": "the court asks whether she may be called"}
    page = lead.post(f"/en/sources/sealed/{who}/open", why)

    assert NAME in page.content.decode()
    assert page["Cache-Control"] == "no-store"
    assert page["Refresh"] == f"60; url=/en/sources/sealed/{who}/"
    (opened,) = entries(told, EntryKind.IDENTITY_OPENED)
    assert (opened.by, opened.because) == ("lead", why["because"])
    for shown in ("/en/sources/sealed/", "/en/"):
        assert why["because"] in lead.get(shown).content.decode()
    assert why["because"] not in browser("ver-1").get("/en/").content.decode()


def test_who_was_not_granted_the_box_opens_nobody(told, browser):
    who = seal(told)
    ver = browser("ver-1")

    page = ver.get(f"/en/sources/sealed/{who}/").content.decode()
    refused = ver.post(f"/en/sources/sealed/{who}/open", {"because": "curious"})

    assert "/open" not in page
    assert "Who opened an identity" not in page
    assert refused.status_code == 409
    assert NAME not in refused.content.decode()
    assert not entries(told, EntryKind.IDENTITY_OPENED)


def test_consent_is_written_down_and_shows_the_words(told, browser):
    who = seal(told)
    ver = browser("ver-1")
    form = {
        "uses": ["publish anonymised", "share with court"],
        "how": "spoken",
        "when": "2031-05-04",
        "language": "ar",
        "because": "asked on the second visit",
    }

    assert ver.post(f"/en/sources/sealed/{who}/consent", form).status_code == 303

    with open_as(told, "lead") as register:
        (person,) = register.box.everybody()
    assert [str(each) for each in person.consents[-1].uses] == [
        "share with court",
        "publish anonymised",
    ]
    assert person.shows_words


def test_an_erasing_is_shown_first_and_done_once_the_reference_was_typed(told, browser):
    who = seal(told)
    lead = browser("lead")
    page = f"/en/sources/sealed/{who}/erase"

    shown = lead.post(page, {"with_reports": "1"}).content.decode()
    assert "One report" in shown
    assert "One claim" in shown
    unsure = {"step": "do", "with_reports": "1", "because": "she asked", "sure": "p-1"}
    assert lead.post(page, unsure).status_code == 409
    assert not entries(told, EntryKind.IDENTITY_ERASED)

    done = lead.post(page, {**unsure, "sure": who})

    assert done.status_code == 200
    (gone,) = entries(told, EntryKind.IDENTITY_ERASED)
    assert gone.told["reference"] == who
    assert len(gone.told["reports"]) == 1


def test_own_records_see_those_they_sealed_alone_and_guests_no_sources(told, browser):
    who = seal(told)
    own, guest = browser("own-1"), browser("guest-1")

    assert own.get("/en/sources/")["Location"] == "/en/sources/sealed/"
    assert who not in own.get("/en/sources/sealed/").content.decode()
    assert own.get(f"/en/sources/sealed/{who}/").status_code == 404
    assert own.get(f"/en/sources/one/{teller_id('herald')}/").status_code == 403
    assert "/sources/" not in guest.get("/en/").content.decode()
    for page in ("", "sealed/", f"sealed/{who}/", "new"):
        assert guest.get(f"/en/sources/{page}").status_code == 403
    assert guest.post("/en/sources/sealed/seal", {}).status_code == 403


def test_somebody_is_sealed_from_the_desk_and_nothing_typed_comes_back(told, browser):
    lead = browser("lead")
    form = {"kind": "witness", "names": NAME, "because": f"{NAME} asked"}

    refused = lead.post("/ar/sources/sealed/seal", form)
    assert refused.status_code == 409
    assert NAME not in refused.content.decode()

    done = lead.post("/ar/sources/sealed/seal", {**form, "because": "at risk"})
    assert done.status_code == 303
    assert "p-" in done["Location"]
    assert NAME not in lead.get(done["Location"]).content.decode()


def test_a_source_that_told_nothing_yet_is_listed_before_the_next_count(told, browser):
    path = told.folder / "sources.csv"
    path.write_text(LIST + "new,The New Paper,,media,,\n", encoding="utf-8")
    ver = browser("ver-1")
    assert "The New Paper" in ver.get("/en/sources/").content.decode()
    assert "The New Paper" not in ver.get("/en/sources/?kind=witness").content.decode()
