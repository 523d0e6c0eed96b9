"""What comes into the inbox is captured by a worker; each file says how it went."""

from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tasjil.journey.jobs.doing import do_job
from tasjil.journey.jobs.files import Became
from tasjil.model.languages import Language
from tasjil.register.desk.job import JobState
from tasjil.web.page.words import words_in
from web.desks import open_as
from web.reports import TEXT, keep_one, seat_of

HARM = (
    "Three people were killed in Varesh on Friday 2 May 2031, the mayor said. "
    "The village was shelled from the hills in the morning.\n"
)


def worked(case, user: str) -> None:
    """Let a worker do whatever waits, for one of the team."""
    with open_as(case, user) as register:
        queue = register.queue
        while job := queue.take([register.user], "worker", datetime.now(UTC)):
            do_job(case.folder, seat_of(register), job, "worker", lambda: False)


def dropped(me, *files: tuple[str, str], **told: str):
    given = [SimpleUploadedFile(name, words.encode()) for name, words in files]
    return me.post("/en/inbox/drop", {"files": given, **told}, seen="/en/inbox/")


@pytest.fixture
def me(browser):
    return browser("doc-1")


def test_dropped_files_become_reports_and_each_says_what_became_of_it(case, me):
    sent = dropped(me, ("a.txt", HARM), ("b.txt", HARM + " "), ("c.exe", "x"))
    worked(case, "doc-1")

    page = me.get(sent["Location"]).content.decode()

    assert sent.status_code == 303
    assert "new, with the same words" in page or page.count("To the report") == 2
    assert "not captured" in page
    with open_as(case, "ver-1") as register:
        assert [each.name for each in register.reports()] == ["a.txt", "b.txt"]


def test_what_is_said_of_files_is_kept_with_their_reports(case, me):
    dropped(me, ("a.txt", HARM), publisher="Lumenia Herald", language="en")
    worked(case, "doc-1")

    with open_as(case, "ver-1") as register:
        (report,) = register.reports()
    assert (report.publisher, report.language) == ("Lumenia Herald", "en")
    assert "publisher" not in report.guessed


def test_pasted_words_are_a_report_of_their_own(case, me):
    me.post("/en/inbox/paste", {"words": HARM}, seen="/en/inbox/")
    worked(case, "doc-1")

    with open_as(case, "ver-1") as register:
        (report,) = register.reports()
    assert report.text.strip() == HARM.strip()


def test_a_job_that_waits_can_be_stopped_and_its_files_go(case, me):
    sent = dropped(me, ("a.txt", HARM))

    me.post(f"{sent['Location']}/cancel", seen="/en/inbox/")

    worked(case, "doc-1")
    with open_as(case, "ver-1") as register:
        assert not list(register.reports())
    assert "stopped" in me.get("/en/inbox/").content.decode()


def test_the_name_of_a_file_is_no_script(case, me):
    sent = dropped(me, ('"><script>alert(1)</script>.txt', HARM))
    page = me.get(sent["Location"]).content.decode()

    assert "<script>alert" not in page


def test_whoever_may_not_capture_sees_no_inbox_and_is_refused(case, browser):
    for user in ("ana-1", "guest-1"):
        other = browser(user)
        assert "/en/inbox/" not in other.get("/en/").content.decode()
        assert other.get("/en/inbox/").status_code == 403
        assert dropped(other, ("a.txt", TEXT)).status_code == 403


def test_the_folder_is_told_and_not_to_whoever_sees_their_own_alone(case, browser):
    (case.folder / "reports").mkdir(exist_ok=True)
    (case.folder / "reports" / "z.txt").write_text(HARM)
    with open_as(case, "ver-2") as register:
        keep_one(register)

    assert "One file lies there" in browser("doc-1").get("/en/inbox/").content.decode()
    own = browser("own-1")
    assert "/en/inbox/folder" not in own.get("/en/inbox/").content.decode()
    assert own.post("/en/inbox/folder", seen="/en/inbox/").status_code == 403


def test_what_was_worked_out_is_confirmed_and_the_report_read_again(case, me):
    sent = dropped(me, ("a.txt", HARM))
    worked(case, "doc-1")
    with open_as(case, "ver-1") as register:
        (before,) = register.reports()
    page = me.get(sent["Location"]).content.decode()
    address = f"/en/inbox/confirm/1/{before.id}"
    form = {"language": "en", "publisher": "Lumenia Herald", "published": "2031-05-03"}

    me.post(address, form)
    worked(case, "doc-1")

    assert "language" in before.guessed
    assert f'action="{address}"' in page
    with open_as(case, "ver-1") as register:
        after = register.report(before.id)
        tellers = [claim.attribution[-1].text for claim, _ in register.claims()]
    assert (after.publisher, after.guessed) == ("Lumenia Herald", ())
    assert tellers == ["Lumenia Herald"] * len(tellers)
    assert tellers


def test_a_date_that_is_none_is_refused_with_its_reason(case, me):
    dropped(me, ("a.txt", HARM))
    worked(case, "doc-1")
    with open_as(case, "ver-1") as register:
        (kept,) = register.reports()

    me.post(f"/en/inbox/confirm/1/{kept.id}", {"published": "soon"})

    assert "EDTF" in me.get("/en/inbox/").content.decode()


def test_what_is_told_after_an_act_waits_for_a_page_and_not_for_a_poll(me):
    me.post("/en/inbox/paste", {"words": " "}, seen="/en/inbox/")

    polled = me.get("/en/inbox/", part=True).content.decode()

    assert "No words were pasted" not in polled
    assert "No words were pasted" in me.get("/en/inbox/").content.decode()


def test_whatever_a_file_became_and_wherever_a_job_stands_has_its_words():
    for language in Language:
        say = words_in(language)
        for became in Became:
            assert say.has(f"inbox.is.{became}"), became
            assert say.has(f"inbox.became_many.{became}"), became
        for state in JobState:
            assert say.has(f"inbox.state.{state}"), state
