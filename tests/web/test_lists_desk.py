"""A team takes lists in: their columns and what they change is seen first."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tasjil.journey.linking.spoken import word_on
from tasjil.model.judgement import Verdict
from web.desks import open_as
from web.pairs import link_again
from web.reports import NOON

LISTS = "/en/lists/"
HEAD = "no,full name,sex,years,day\n"
ROWS = (
    "1,Daren Iven Vell,m,31,2031-05-03\n",
    "2,Sela Tesk Orethan,f,24,2031-05-03\n",
    "3,Osken Zared Dorrim,m,57,2031-05-06\n",
)
FIRST = HEAD + "".join(ROWS)
NEWER = HEAD + ROWS[0] + "2,Sela Tesk Orethan,f,25,2031-05-03\n4,Ruda Kolm Vell,f,9,\n"


def given(browser, text: str, name: str = "hospital.csv"):
    return browser.post(
        LISTS + "give",
        {"list": SimpleUploadedFile(name, text.encode())},
        seen=LISTS,
    )


def form_on(page: str) -> dict[str, str]:
    """Read the form as the page offers it, with every meaning as it is taken."""
    names = re.findall(r'<select name="(column-\d+)"', page)
    chosen = re.findall(r'<option value="([^"]+)" selected>', page)
    return dict(zip(names, chosen, strict=True))


def kept(browser, at: str, **more: str):
    form = form_on(browser.get(at).content.decode())
    return browser.post(at, {**form, "do": "keep", "clean": "yes", **more})


def lists_of(case):
    with open_as(case, "lead") as register:
        return register.kept_lists()


@pytest.fixture
def me(browser):
    return browser("lead")


def test_a_list_is_no_part_of_the_case_until_its_columns_are_confirmed(case, me):
    at = given(me, FIRST)["Location"]

    page = me.get(at).content.decode()

    assert lists_of(case) == ()
    assert "Daren Iven Vell" in page, "some cells are shown beside what they are"
    assert "name" in form_on(page).values()
    assert me.get(LISTS).content.decode().count("hospital.csv") == 1

    assert kept(me, at)["Location"].startswith(LISTS)
    (version,) = lists_of(case)
    assert 'confirmed_by = "lead"' in version.columns
    assert "clean_list = true" in version.columns
    assert me.get(at).status_code >= 400, "it waits no more"


def test_a_column_is_corrected_before_the_list_is_taken_in(case, me):
    at = given(me, FIRST)["Location"]
    form = form_on(me.get(at).content.decode())
    nth = next(name for name, meaning in form.items() if meaning == "age")

    again = me.post(at, {**form, nth: "notes", "do": "look"}).content.decode()
    twice = me.post(at, {**form, nth: "name", "do": "look"})

    assert form_on(again)[nth] == "notes"
    assert twice.status_code == 409
    assert "expected one column of name" in twice.content.decode()
    kept(me, at, **{nth: "notes"})
    (version,) = lists_of(case)
    assert '"years" = "notes"' in version.columns


def test_what_a_newer_file_changes_is_seen_first_and_can_be_let_go(case, me):
    kept(me, given(me, FIRST)["Location"])
    with open_as(case, "ver-1") as register:
        pair = ("hospital:2", "hospital:3")
        word = word_on(pair, Verdict.DIFFERENT, register.user, NOON, "two women")
        register.judge_link(word)
    at = given(me, NEWER)["Location"]

    page = me.get(at).content.decode()

    assert re.search(r"<dt>New</dt><dd>1</dd>", page)
    assert re.search(r"<dt>Gone</dt><dd>1</dd>", page)
    assert "People said something of one record" in page
    assert "hospital:3" in page

    me.post(at + "/drop")
    (version,) = lists_of(case)
    assert version.follows is None
    kept(me, given(me, NEWER)["Location"])
    (version,) = lists_of(case)
    assert version.follows is not None
    assert version.gone == ("3",)


def test_columns_of_a_list_that_is_kept_are_said_anew_and_its_rows_stay(case, me):
    kept(me, given(me, FIRST)["Location"])
    with open_as(case, "lead") as register:
        link_again(case, register)
    (version,) = lists_of(case)
    at = f"{LISTS}{version.list}/"
    page = me.get(at).content.decode()
    assert "Osken Zared Dorrim" in page
    form = form_on(page)
    nth = next(name for name, meaning in form.items() if meaning == "age")

    me.post(at, {**form, nth: "ignored", "clean": "no", "because": "years in office"})

    (again,) = lists_of(case)
    assert '"years" = "ignored"' in again.columns
    assert (again.list, again.numbers) == (version.list, version.numbers)
    with open_as(case, "lead") as register:
        assert register.verify().entries == register.head().size
        link_again(case, register)
        assert [each.record for each in register.persons()] == [
            "hospital:1",
            "hospital:2",
            "hospital:3",
        ]
    assert "confirmed by" in me.get(LISTS).content.decode()


def test_a_name_of_a_file_and_a_header_are_no_script(me):
    at = given(me, "name,<script>alert(1)</script>\nDaren Vell,x\n", "<b>.csv")
    page = me.get(at["Location"]).content.decode()
    assert "<script>alert" not in page
    assert "<b>.csv" not in page


def test_a_report_is_no_list_and_says_where_it_belongs(case, me):
    given(me, "Three people were killed.", "told.txt")
    assert "inbox" in me.get(LISTS).content.decode()
    assert lists_of(case) == ()


def test_who_may_not_import_lists_sees_them_and_changes_nothing(case, browser):
    for user, looks, gives in (
        ("ana-1", True, True),
        ("pub-1", True, False),
        ("guest-1", False, False),
        ("own-1", False, False),
    ):
        other = browser(user)
        page = other.get(LISTS)
        assert (page.status_code == 200) is looks, user
        assert ('name="list"' in page.content.decode()) is gives, user
        assert (given(other, FIRST).status_code == 303) is gives, user
    assert lists_of(case) == ()
