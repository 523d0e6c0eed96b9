"""The desk of publishing: two people, what changed, and what readers say is wrong."""

import re
from datetime import UTC, datetime

import pytest

from tasjil.journey import board
from tasjil.journey.claims.judge import judge_claims
from tasjil.journey.opening import Seat
from tasjil.journey.progress import Silence
from tasjil.journey.release.draft import make_draft
from tasjil.journey.release.publishing import ask_release, publish_release
from tasjil.model.identity import Identity, IdentityKind
from tasjil.model.judgement import ClaimState
from tasjil.register.corrections import NewCorrection
from tasjil.register.entry import EntryKind
from web.desks import open_as
from web.incidents import tell
from web.reports import claim, keep, report
from web.test_pages_ask_little import asked

WHY = "the figures of the spring"
PAGE = "/en/publishing/"


@pytest.fixture
def told(case):
    tell(case)
    return case


def draft(case, user="pub-1"):
    with open_as(case, user) as register:
        return make_draft(case, Seat(register.user, register=register), Silence())


def publish(case):
    """Publish as two people do, without the desk."""
    draft(case)
    with open_as(case, "pub-1") as register:
        number = ask_release(case, Seat(register.user, register=register), WHY)
    with open_as(case, "lead") as register:
        register.approve(number, because="so", at=datetime.now(UTC))
    with open_as(case, "pub-1") as register:
        seat = Seat(register.user, register=register)
        return publish_release(case, seat, WHY)


def jobs(case):
    with open_as(case, "lead") as register:
        return [(job.kind, job.by, job.asked) for job in register.queue.jobs()]


def entries(case, kind):
    with open_as(case, "lead") as register:
        return [each for each in register.entries() if each.kind == kind]


def test_two_people_agree_at_the_desk_and_then_it_is_published(told, browser):
    pub, lead = browser("pub-1"), browser("lead")
    assert pub.post(f"{PAGE}draft").status_code == 303
    assert jobs(told)[0][:2] == ("draft", "pub-1")
    made = draft(told)
    what = {"what": made.what, "because": WHY}

    pages = pub.get(f"{PAGE}draft/site/en/index.html")
    assert pages["Content-Type"].startswith("text/html")
    assert pub.get(f"{PAGE}draft/site/../../case.toml").status_code == 404
    assert pub.post(f"{PAGE}publish", what).status_code == 403
    assert pub.post(f"{PAGE}ask", {**what, "what": "sha256:0"}).status_code >= 400
    assert pub.post(f"{PAGE}ask", what).status_code == 303
    (asked,) = entries(told, EntryKind.APPROVAL_ASKED)

    mine = pub.get(PAGE).content.decode()
    assert f"{PAGE}approve/{asked.seq}" not in mine
    assert "another person has to agree" in mine
    assert f"{PAGE}approve/{asked.seq}" in lead.get(PAGE).content.decode()
    assert pub.post(f"{PAGE}approve/{asked.seq}", what).status_code == 403
    assert lead.post(f"{PAGE}approve/{asked.seq}", what).status_code == 303

    assert pub.post(f"{PAGE}publish", what).status_code == 303
    assert ("release", "pub-1", {"because": WHY}) in jobs(told)


def test_a_release_shows_its_figures_and_comes_as_one_archive(told, browser):
    id = publish(told)
    draft(told)
    ver = browser("ver-1")

    page = ver.get(f"/ar/publishing/release/{id}/").content.decode()
    assert "13" in page
    whole = ver.get(f"{PAGE}release/{id}/archive")
    assert b"".join(whole.streaming_content)[:2] == b"PK"
    assert ver.get(f"{PAGE}release/nothing/archive").status_code == 404
    same = ver.get(f"{PAGE}changes").content.decode()
    assert "Nothing that was published differs" in same
    with open_as(told, "lead") as register:
        (wrong,) = [c for c, _ in register.claims() if c.quantity.low == 9]
        seat = Seat(register.user, register=register)
        judge_claims(told, seat, [(wrong.id, ClaimState.REJECTED)], "another year")
        entry = register.head().size
    assert "the log has gone on since" in ver.get(PAGE).content.decode()
    draft(told)
    changed = ver.get(f"{PAGE}changes").content.decode()
    assert f"/en/log/entry/{entry}" in changed
    assert "removed" in changed
    assert ver.post(f"{PAGE}draft").status_code == 403
    assert f"{PAGE}draft" not in re.findall(
        r'action="([^"]+)"', ver.get(PAGE).content.decode()
    )


def test_what_is_held_back_is_said_with_why_and_a_release_that_shows_it(told, browser):
    publish(told)
    with open_as(told, "lead") as register:
        one = next(iter(register.reports()))
        who = register.box.seal(
            Identity(IdentityKind.WITNESS, "Sorena Vell"),
            [one.id],
            by="lead",
            at=datetime.now(UTC),
            because="at risk",
        )
    ver = browser("ver-1")

    held = ver.get(f"{PAGE}held").content.decode()
    assert who in held
    assert "was not asked yet" in held
    assert "still shows a report" in ver.get(PAGE).content.decode()


def test_a_readers_correction_waits_is_answered_once_and_stands_in_the_next_release(
    told, browser
):
    doc, ver = browser("doc-1"), browser("ver-1")
    form = {
        "about": "killed",
        "words": "It was <b>four</b>, not six.",
        "because": "a letter to the office",
    }
    assert doc.post(f"{PAGE}corrections/new", {**form, "words": " "}).status_code == 409
    named = {**form, "teller": "Sorena Vell"}
    refused = doc.post(f"{PAGE}corrections/new", named)
    assert refused.status_code == 409
    assert "Sorena" not in refused.content.decode()
    assert doc.post(f"{PAGE}corrections/new", form).status_code == 303

    (came,) = entries(told, EntryKind.CORRECTION_RECEIVED)
    assert "four" not in came.body
    address = f"{PAGE}corrections/{came.seq}/answer"
    page = doc.get(f"{PAGE}corrections/").content.decode()
    assert "&lt;b&gt;four&lt;/b&gt;" in page
    assert address not in page
    assert doc.post(address, {"answer": "no"}).status_code == 403
    assert ver.post(address, {"answer": "no", "led_to": "999"}).status_code == 409
    said = {"answer": "counted again", "led_to": str(came.seq - 1)}
    assert ver.post(address, said).status_code == 303
    assert ver.post(address, said).status_code == 403

    (answer,) = entries(told, EntryKind.CORRECTION_ANSWERED)
    assert (answer.by, answer.because) == ("ver-1", "counted again")
    (kept,) = draft(told).answered
    assert kept["answer"] == "counted again"
    with open_as(told, "lead") as register:
        digests = register.table_digests()
        assert register.rebuild() == digests


def test_publishing_is_not_for_guests_or_those_with_their_own_records(told, browser):
    draft(told)
    for user in ("guest-1", "own-1"):
        sits = browser(user)
        assert "/publishing/" not in sits.get("/en/").content.decode()
        for page in ("", "held", "changes", "corrections/", "draft/site/index.html"):
            assert sits.get(f"{PAGE}{page}").status_code == 403
        assert sits.post(f"{PAGE}corrections/new", {}).status_code == 403


def grow(case, numbers):
    """Seal more people, with a report each; readers say more is wrong."""
    now = datetime.now(UTC)
    with open_as(case, "lead") as register:
        for nth in numbers:
            text = f"Seven people were killed in Tolmin {nth} on Friday.\n"
            kept, data = report(text * (nth + 1), f"more-{nth}.txt")
            keep(register, kept, data, claim(kept, text.split(" were")[0], 7))
            somebody = Identity(IdentityKind.WITNESS, f"Sorena Vell {nth}")
            why = {"by": "lead", "at": now, "because": "at risk"}
            who = register.box.seal(somebody, [kept.id], **why)
            register.box.unseal(who, **why)
            wrong = NewCorrection("killed", f"It was {nth}.")
            register.receive_correction(wrong, because="a letter", at=now)
        board.lay_out(case, register, Silence())


def test_pages_of_sources_and_publishing_ask_no_more_where_there_is_more(told, browser):
    lead = browser("lead")
    id = publish(told)
    pages = (
        *("/en/sources/", "/en/sources/sealed/", f"{PAGE}held", f"{PAGE}corrections/"),
        *(PAGE, f"{PAGE}release/{id}/"),
    )
    grow(told, range(3))
    before = {page: asked(lead, page) for page in pages}

    grow(told, range(3, 12))

    assert {page: asked(lead, page) for page in pages} == before
    assert max(before.values()) < 60
