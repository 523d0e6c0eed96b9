"""The log is read in words, by person, kind, day and thing, and taken out."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db.backends.signals import connection_created

from tasjil.model.identity import IdentityKind
from tasjil.model.ids import UserId
from tasjil.model.judgement import ClaimJudgement, ClaimState, PairKind, Verdict
from tasjil.model.languages import Language
from tasjil.model.proof import Element
from tasjil.model.users import Role
from tasjil.register.deeds import TWO_PEOPLE
from tasjil.register.desk.logbook import Cut, Wanted
from tasjil.register.entry import EntryKind
from tasjil.web.page.words import words_in
from web.desks import open_as
from web.reports import keep_one

NOW = datetime.now(UTC)


def numbers(lines) -> list[int]:
    return [each.seq for each in lines.entries]


def test_the_log_says_who_did_what_to_which_report_and_why(browser, case) -> None:
    claim = judged_claim(case)
    page = browser("ver-2").get("/en/log/").content.decode()

    assert "claim judged" in page
    assert "the words say so" in page
    there = browser("ana-1").get(f"/ar/log/?about={claim}").content.decode()
    assert "<strong>حكم على ادعاء" in there
    assert "<strong>إدخال تقرير" not in there


def judged_claim(case) -> str:
    with open_as(case, "ver-1") as register:
        keep_one(register)
        claim, _ = next(iter(register.claims()))
        at = datetime.now(UTC).isoformat()
        said = ClaimState.ACCEPTED
        word = ClaimJudgement(claim.id, said, register.user, at, "the words say so")
        register.judge(word)
    return claim.id


def test_a_page_of_the_log_is_what_a_walk_through_it_would_find(case) -> None:
    judged_claim(case)
    with open_as(case, "lead") as register:
        entries = list(register.entries())
        book, every = register.logbook, tuple(EntryKind)
        newest = [each.seq for each in reversed(entries)]
        everything = Wanted(kinds=every)
        assert numbers(book.page(everything, size=500)) == newest
        second = book.page(everything, Cut(before=newest[3]), size=4)
        assert numbers(second) == newest[4:8]
        assert (second.newer, second.older) == (True, True)
        back = book.page(everything, Cut(after=newest[4]), size=4)
        assert numbers(back) == newest[:4]
        assert not back.newer
        oldest = book.page(everything, Cut(oldest=True), size=3)
        assert numbers(oldest) == [3, 2, 1]
        assert not oldest.older
        by = Wanted(by="ver-1", kinds=every)
        mine = [each.seq for each in reversed(entries) if each.by == "ver-1"]
        assert numbers(book.page(by, size=500)) == mine
        today, yesterday = NOW.date(), NOW.date() - timedelta(days=1)
        assert numbers(book.page(Wanted(kinds=every, since=today), size=500)) == newest
        assert numbers(book.page(Wanted(kinds=every, until=yesterday))) == []


def test_a_user_is_a_thing_that_the_log_can_be_asked_about(case) -> None:
    with open_as(case, "lead") as register:
        known = register.user_of(UserId("ana-1"))
        change = replace(known, role=Role.GUEST)
        register.change_user(change, because="on leave", at=NOW)
        found = register.logbook.page(Wanted(about="ana-1"))

    assert [each.kind for each in found.entries] == ["user.changed", "user.added"]


def test_a_page_of_the_log_asks_as_often_however_long_it_is(browser, case) -> None:
    visitor = browser("ver-1")
    visitor.get("/en/")
    few = queries(visitor)
    with open_as(case, "lead") as register:
        keep_one(register)
        known = register.user_of(UserId("ana-1"))
        for role in (Role.GUEST, Role.ANALYST) * 30:
            register.change_user(replace(known, role=role), because="so", at=NOW)

    many = queries(visitor)
    assert few > 5
    # One more: the names of the reports that are now on the page.
    assert many <= few + 1


def queries(visitor) -> int:
    """Count what one page asks the store; it opens a connection of its own."""
    asked = []

    def count(execute, sql, params, many, context):
        asked.append(sql)
        return execute(sql, params, many, context)

    def watch(connection, **told) -> None:
        connection.execute_wrappers.append(count)

    connection_created.connect(watch)
    try:
        assert visitor.get("/en/log/").status_code == 200
    finally:
        connection_created.disconnect(watch)
    return len(asked)


def test_guests_and_those_with_their_own_records_see_no_log(browser) -> None:
    for user in ("guest-1", "own-1"):
        visitor = browser(user)
        assert visitor.get("/en/log/").status_code == 403
        assert "/en/log/" not in visitor.get("/en/").content.decode()
        assert visitor.post("/en/log/export").status_code == 403


def test_what_is_typed_into_an_address_breaks_nothing(browser) -> None:
    visitor = browser("ver-1")

    for asked in (
        "before=x",
        "about=%00%27",
        "kind=none",
        "by=%E2%80%AE",
        "about=99999",
    ):
        assert visitor.get(f"/en/log/?{asked}").status_code == 200, asked
    assert visitor.get("/en/log/?since=yesterday").status_code == 400
    assert visitor.get("/en/log/entry/99999").status_code == 404
    assert visitor.get("/en/log/backup/..%2Fcase.toml").status_code == 404
    assert visitor.get("/en/log/backup/case.toml").status_code == 404


def test_the_export_is_checked_by_a_stranger_without_tasjil(
    browser, case, tmp_path
) -> None:
    judged_claim(case)

    answer = browser("lead").post("/en/log/export")
    packed = b"".join(answer.streaming_content)

    assert ".zip" in answer["Content-Disposition"]
    with ZipFile(BytesIO(packed)) as found:
        assert found.testzip() is None
        found.extractall(tmp_path / "out")
    told = subprocess.run(
        [sys.executable, "verify_log.py"],
        cwd=tmp_path / "out",
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr


def test_a_checkpoint_is_signed_and_shown_to_be_kept_elsewhere(browser) -> None:
    page = browser("ver-1").post("/en/log/checkpoint").content.decode()

    assert "tasjil" in page
    assert "fingerprint" in page


@pytest.mark.parametrize("number", [1, 3])
def test_an_entry_shows_the_bytes_that_its_digest_is_made_from(
    browser, case, number
) -> None:
    visitor = browser("ver-1")
    with open_as(case, "lead") as register:
        entry = register.logbook.entry(number)

    page = visitor.get(f"/ar/log/entry/{number}").content.decode()

    assert entry.digest in page
    assert entry.previous in page


def test_every_value_that_an_entry_can_have_is_said_in_both_languages() -> None:
    lists = {
        "log.element": Element,
        "log.verdict": Verdict,
        "log.deed": TWO_PEOPLE,
        "log.sort": (*PairKind, *IdentityKind),
    }
    for language in Language:
        for words, values in lists.items():
            for value in values:
                slug = str(value).replace(" ", "_").replace("-", "_")
                assert words_in(language).has(f"{words}_{slug}"), value
