"""Two people read the same report apart, and see where they differ afterwards."""

from datetime import timedelta

import pytest

from tasjil.errors import NotAllowed
from tasjil.model.ids import UserId
from tasjil.model.judgement import ClaimJudgement, ClaimState
from tasjil.register.desk.shelf import Wanted
from web.desks import open_as
from web.reports import NOON, keep_one

LATER = NOON + timedelta(hours=1)


@pytest.fixture
def asked(case, browser):
    """A report that the two verifiers were asked to code apart, and their browsers."""
    with open_as(case, "doc-1") as register:
        report, claims = keep_one(register)
    one, other = browser("ver-1"), browser("ver-2")
    form = {
        "one": "ver-1",
        "other": "ver-2",
        "because": "to see how clear the rules are",
    }
    sent = one.post(f"/en/reading/coding/ask/{report.id}", form)
    assert sent.status_code == 303, sent.content.decode()
    with open_as(case, "doc-1") as register:
        (coding,) = register.codings()
    return coding.number, report, claims, one, other


def test_whoever_codes_apart_sees_nobody_elses_word_before_both_are_done(asked):
    number, report, (killed, _), one, other = asked
    codes = {"state-0": "accepted", "low-0": "3", "high-0": "3", "state-1": "rejected"}
    one.post(f"/en/reading/coding/{number}", {**codes, "note-0": "plain words"})

    page = other.get(f"/en/reading/claim/{killed.id}")

    assert page["Location"] == f"/en/reading/coding/{number}"
    assert "plain words" not in other.get(page["Location"]).content.decode()
    assert other.get(f"/en/reading/coding/{number}/compare").status_code == 403


def test_when_both_are_done_their_differences_stand_side_by_side(asked):
    number, report, (killed, _), one, other = asked
    rest = {"state-1": "rejected", "edtf-0": "2031-05-02"}
    one.post(
        f"/en/reading/coding/{number}",
        {**rest, "state-0": "accepted", "low-0": "3", "high-0": "3"},
    )
    other.post(
        f"/en/reading/coding/{number}",
        {**rest, "state-0": "accepted", "low-0": "4", "high-0": "4"},
    )

    page = one.get(f"/en/reading/coding/{number}/compare").content.decode()

    assert f'href="/en/reading/claim/{killed.id}"' in page
    assert ">3<" in page
    assert ">4<" in page


def test_a_claim_left_open_is_refused_and_what_was_said_stays_in_the_form(asked, case):
    number, _, _, one, _ = asked
    answer = one.post(
        f"/en/reading/coding/{number}", {"state-0": "accepted", "note-0": "my note"}
    )

    assert answer.status_code == 200
    assert "my note" in answer.content.decode()
    with open_as(case, "doc-1") as register:
        assert register.codings()[0].done == ()


def test_whoever_reads_their_own_alone_codes_nothing_apart(asked, browser):
    number, report, *_ = asked
    own = browser("own-1")

    assert own.get("/en/reading/codings").status_code == 403
    assert own.get(f"/en/reading/coding/{number}").status_code == 403


@pytest.fixture
def judged(asked, case):
    """A colleague rejects a claim in the open while two people code its report."""
    _, report, (killed, injured), *_ = asked
    with open_as(case, "doc-1") as register:
        word = ClaimJudgement(
            *(killed.id, ClaimState.REJECTED, UserId("doc-1")),
            *(LATER.isoformat(), "it was the day before"),
        )
        register.judge(word)
        return register.head().size, report, killed, injured


def test_no_page_tells_a_coder_what_others_say_before_they_are_done(asked, judged):
    entry, _, killed, _ = judged
    number, *_, other = asked

    log = other.get("/en/log/").content.decode()
    assert "it was the day before" not in log
    assert "left out here until you have finished" in log
    assert other.get(f"/en/log/entry/{entry}").status_code == 404
    assert other.get(f"/en/reading/correct/{killed.id}").status_code == 403
    other.post(
        f"/en/reading/coding/{number}",
        {"state-0": "rejected", "state-1": "rejected", "edtf-0": "2031-05-02"},
    )
    assert "it was the day before" in other.get("/en/log/").content.decode()


def test_to_a_coder_the_shelf_counts_every_claim_as_waiting(asked, judged, case):
    entry, report, killed, injured = judged
    every, waits = Wanted(), Wanted(state=ClaimState.PROPOSED)
    with open_as(case, "ver-2") as coder, open_as(case, "ver-1") as other:
        for register in (coder, other):
            (card,) = register.shelf.cards(every, 5)
            assert card.claims == {ClaimState.PROPOSED: 2}
            assert register.shelf.how_many(waits) == 1
            assert register.shelf.how_many(Wanted(state=ClaimState.REJECTED)) == 0
            assert register.claim(killed.id)[1] is ClaimState.PROPOSED
    with open_as(case, "doc-1") as colleague:
        (card,) = colleague.shelf.cards(every, 5)
        assert card.claims == {ClaimState.PROPOSED: 1, ClaimState.REJECTED: 1}


def test_a_coder_neither_hears_nor_says_anything_of_a_claim_in_the_open(
    asked, judged, case
):
    entry, report, killed, injured = judged
    *_, other = asked
    form = {"state": "accepted", "because": "the words say it"}
    sent = other.post(f"/en/reading/settle/{injured.id}", form)

    assert sent.status_code == 403
    with open_as(case, "ver-2") as coder:
        for ask in (
            lambda: coder.claim_history(killed.id),
            lambda: list(coder.judgements(killed.id)),
            lambda: coder.shelf.outline(report.id),
            lambda: coder.standing_claim(killed.id),
            lambda: coder.take_back(killed.id, because="no", at=LATER),
        ):
            with pytest.raises(NotAllowed, match="waits for your codes"):
                ask()
        assert coder.words_on_claims([killed.id]) == ()
        assert coder.claim(injured.id)[1] is ClaimState.PROPOSED
