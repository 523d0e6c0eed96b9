"""Home tells each what waits for them, what others did, and whether all is safe."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from django.test import Client

from tasjil.journey.jobs.kinds import KINDS
from tasjil.model.ids import UserId
from tasjil.model.languages import Language
from tasjil.model.users import Role
from tasjil.register.entry import EntryKind
from tasjil.web.page.words import words_in
from tasjil.web.seats.seated import SEATS
from tasjil.web.site.working import Feeding
from web.desks import open_as
from web.reports import keep_one

NOW = datetime.now(UTC)


def test_an_empty_case_shows_each_the_steps_that_are_theirs(browser) -> None:
    lead = browser("lead").get("/en/").content.decode()
    guest = browser("guest-1").get("/en/").content.decode()

    assert "Let colleagues in" in lead
    assert "Let colleagues in" not in guest
    assert "colleagues have to take in reports first" in guest


def test_who_works_on_their_own_records_sees_home_without_the_others(browser) -> None:
    page = browser("own-1").get("/en/").content.decode()

    assert "What changed" not in page
    assert "Entries in the log" in page


def test_what_others_did_since_the_last_visit_is_told_and_put_away(
    browser, case
) -> None:
    visitor = browser("ver-1")
    assert "Nobody else has done anything" in visitor.get("/en/").content.decode()
    SEATS.send_away_all_of(UserId("ver-1"))
    with open_as(case, "lead") as lead:
        known = lead.user_of(UserId("ana-1"))
        change = replace(known, role=Role.GUEST)
        lead.change_user(change, because="is on leave", at=NOW)

    visitor = browser("ver-1")

    assert "user changed" in visitor.get("/en/").content.decode()
    assert "user changed" in visitor.get("/en/").content.decode()
    visitor.post("/en/home/seen")
    assert "user changed" not in visitor.get("/en/").content.decode()


def test_a_check_of_the_log_is_asked_for_by_hand_and_once_a_week(browser, case) -> None:
    visitor = browser("ver-1")
    register = SEATS.everybody()[0].seat.register
    assert "was not checked yet" in visitor.get("/en/").content.decode()
    asked = visitor.post("/en/home/ask/verify")

    assert asked["Location"] == "/en/home/jobs"
    (job,) = register.queue.jobs(kind="verify")
    feeding = Feeding(Silent())
    feeding.came(SEATS.everybody()[0].seat)
    assert len(register.queue.jobs(kind="verify")) == 1
    register.queue.cancel(job.id, NOW)
    old = (NOW - timedelta(days=8)).isoformat(timespec="milliseconds")
    rows = register.queue._seen().filter(pk=job.id)
    rows.update(at=old)
    feeding.came(SEATS.everybody()[0].seat)
    assert len(register.queue.jobs(kind="verify")) == 2


class Silent:
    """A worker that nobody waits for."""

    def seat(self, *told) -> None:
        """Hear nothing."""

    def leave(self, *told) -> None:
        """Hear nothing."""


def test_nothing_but_a_check_or_a_backup_is_asked_for_from_home(browser) -> None:
    visitor = browser("lead")

    assert visitor.post("/en/home/ask/estimate").status_code == 400
    assert visitor.post("/en/home/ask/backup").status_code == 303
    assert browser("guest-1").post("/en/home/ask/backup").status_code == 403


def test_the_strip_tells_jobs_to_those_who_may_see_them(browser) -> None:
    visitor = browser("lead")
    visitor.post("/en/home/ask/backup")

    assert (
        "Making a backup" in visitor.get("/en/home/strip", part=True).content.decode()
    )
    mine = browser("own-1").get("/ar/home/strip", part=True).content.decode()
    assert "نسخة احتياطية" not in mine
    assert "العدّ" not in mine


def test_the_worker_hears_of_the_last_visit_of_somebody_alone(browser, case) -> None:
    heard = []

    class Listening:
        def came(self, seat) -> None:
            heard.append(("came", seat.register.user))

        def left(self, user) -> None:
            heard.append(("left", user))

    SEATS.listener = Listening()
    try:
        one, two = browser("ver-1"), browser("ver-1")
        for each in (one, two):
            each.post("/en/entrance/sign-out")
    finally:
        SEATS.listener = None

    assert heard == [("came", "ver-1"), ("came", "ver-1"), ("left", "ver-1")]


def test_every_kind_of_entry_has_its_words_in_both_languages() -> None:
    for language in Language:
        for kind in EntryKind:
            assert words_in(language).has(f"entry.{kind.replace('.', '_')}"), kind


def test_every_kind_of_job_has_its_words_in_both_languages() -> None:
    for language in Language:
        for kind in KINDS:
            assert words_in(language).has(f"home.job_{kind}"), kind


def test_a_name_that_is_not_this_servers_is_served_nothing(case) -> None:
    answer = Client().get("/en/entrance/sign-in", headers={"Host": "evil.example"})

    assert answer.status_code == 400
    assert "TASJIL_HOSTS" in answer.content.decode()


def test_claims_that_nobody_has_looked_at_wait_for_those_who_may_judge(
    browser, case
) -> None:
    with open_as(case, "lead") as register:
        keep_one(register)

    assert "claims that nobody has looked at" in text_of(browser("ver-1"))
    for user in ("own-1", "guest-1", "pub-1"):
        assert "claims that nobody has looked at" not in text_of(browser(user)), user


def text_of(visitor) -> str:
    return visitor.get("/en/").content.decode()
