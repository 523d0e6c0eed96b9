"""Nothing leaves the house on one person's word, and what left it can be held to it."""

import io
from datetime import UTC, datetime
from zipfile import ZipFile

import pytest

from tasjil.errors import NotAllowed, PublishError
from tasjil.journey.claims.judge import judge_claims
from tasjil.journey.progress import Silence
from tasjil.journey.release.draft import make_draft
from tasjil.journey.release.drafted import digests_of, read_draft
from tasjil.journey.release.publishing import (
    archived,
    ask_release,
    publish_release,
    still_shown,
)
from tasjil.journey.seal import seal_identity
from tasjil.model.identity import Identity, IdentityKind
from tasjil.model.judgement import ClaimState
from tasjil.model.release import ChangeKind
from web.desks import open_as
from web.incidents import tell
from web.reports import seat_of

WHY = "the figures of the spring"


@pytest.fixture
def told(case):
    tell(case)
    return case


def drafted(case, user="pub-1"):
    with open_as(case, user) as register:
        return make_draft(case, seat_of(register), Silence())


def asked(case, user="pub-1"):
    with open_as(case, user) as register:
        return ask_release(case, seat_of(register), WHY)


def agreed(case, number, user="lead"):
    with open_as(case, user) as register:
        register.approve(number, because="read it whole", at=datetime.now(UTC))


def published(case, user="pub-1"):
    with open_as(case, user) as register:
        return publish_release(case, seat_of(register), WHY)


def released(case):
    drafted(case)
    agreed(case, asked(case))
    return published(case)


def kept(case):
    with open_as(case, "lead") as register:
        return [register.release(each.id) for each in register.releases()]


def test_exactly_the_bytes_that_two_people_agreed_to_go_out_and_stand_in_the_log(told):
    draft = drafted(told)
    agreed(told, asked(told))

    id = published(told)

    (release,) = kept(told)
    frozen = told.releases_folder / id
    assert (release.id, release.by, release.because) == (id, "pub-1", WHY)
    assert release.what == draft.what
    assert release.told["files"] == digests_of(frozen)
    assert release.told["facts"]["figures"]["killed"]["floor"] == 13
    assert (told.site_folder / "en" / "index.html").read_bytes() == (
        frozen / "site" / "en" / "index.html"
    ).read_bytes()
    with open_as(told, "lead") as register:
        (request,) = register.requests()
        assert request.used == release.number
        register.verify()
        digests = register.table_digests()
        assert register.rebuild() == digests


def test_nobody_publishes_alone_or_anything_else_than_was_agreed_to(told):
    drafted(told)
    number = asked(told)
    with pytest.raises(NotAllowed, match="leave of a second person"):
        published(told)
    with open_as(told, "pub-1") as register, pytest.raises(NotAllowed):
        register.approve(number, because="so", at=datetime.now(UTC))
    with open_as(told, "ver-1") as register, pytest.raises(NotAllowed):
        make_draft(told, seat_of(register), Silence())
    agreed(told, number)

    page = told.draft_folder / "site" / "en" / "index.html"
    page.write_text("one more", encoding="utf-8")
    with pytest.raises(PublishError, match="was changed"):
        published(told)
    drafted(told)
    with pytest.raises(NotAllowed, match="leave of a second person"):
        published(told)
    assert not kept(told)


def test_the_next_release_says_what_changed_and_which_entries_did_it(told):
    first = released(told)
    with open_as(told, "lead") as register:
        (wrong,) = [c for c, _ in register.claims() if c.quantity.low == 9]
        seat = seat_of(register)
        told_so = [(wrong.id, ClaimState.REJECTED)]
        judge_claims(told, seat, told_so, "it is of another year")
        entry = register.head().size

    draft = drafted(told)

    assert draft.previous == first
    (gone,) = [each for each in draft.changes if each.part == "incident"]
    (figure,) = [each for each in draft.changes if each.part == "figure"]
    assert (gone.kind, gone.after) == (ChangeKind.REMOVED, None)
    assert [each.entry for each in gone.causes] == [entry]
    assert gone.change().because == f"claim.judged (entry {entry})"
    assert (figure.before["floor"], figure.after["floor"]) == (13, 4)


def test_what_was_sealed_since_takes_the_draft_away_and_names_the_release_that_shows_it(
    told,
):
    released(told)
    drafted(told)
    with open_as(told, "lead") as register:
        seat = seat_of(register)
        one = next(iter(register.reports()))
        somebody = Identity(IdentityKind.WITNESS, "Sorena Vell")
        seal_identity(told, seat, somebody, [one.id], "at risk")

        assert read_draft(told) is None
        still = still_shown(told, register, register.releases()[-1])
    assert still.reports == (one.id,)
    assert still.here
    again = drafted(told)
    assert one.id[7:23] not in str(again.facts)
    (gone,) = [e for e in again.changes if e.kind is ChangeKind.REMOVED]
    assert gone.change().because == "what may be shown changed"
    for file in ("release.json", "data/changes.json"):
        said = (told.draft_folder / file).read_text(encoding="utf-8")
        assert "identity" not in said


def test_a_frozen_release_is_handed_on_as_one_archive(told):
    id = released(told)
    whole = b"".join(archived(told.releases_folder / id))
    with ZipFile(io.BytesIO(whole)) as opened:
        names = opened.namelist()
        assert opened.testzip() is None
    assert f"{id}/site/en/index.html" in names
    assert f"{id}/release.json" in names
