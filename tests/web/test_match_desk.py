"""A team says pair by pair who is one person, and nobody's work is done twice."""

import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tasjil.journey.case import Case, open_case
from tasjil.journey.jobs.link_soon import LINK_AFTER
from tasjil.model.claim import When
from tasjil.register.desk.review import HELD_FOR, Queued
from web.desks import open_as, settle
from web.incidents import killings, place
from web.pairs import link_again, link_lists, waiting, words
from web.reports import claim, keep, report

MATCH = "/en/match/"


@pytest.fixture(scope="module")
def linked(pattern: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two lists, linked once."""
    folder = tmp_path_factory.mktemp("linked") / "lumenia"
    shutil.copytree(pattern, folder)
    link_lists(open_case(folder))
    return folder


@pytest.fixture
def team(case: Case, linked: Path) -> Case:
    """A copy of it, shown by this process's server."""
    shutil.rmtree(case.folder)
    shutil.copytree(linked, case.folder)
    settle(case)
    return case


@pytest.fixture
def told(case: Case) -> Case:
    """Two reports of four farmers, two days apart: one killing, or two."""
    with open_as(case, "lead") as register:
        for day, who in (("2031-05-02", "the mayor"), ("2031-05-04", "a farmer")):
            text = f"Four farmers were shot dead in Ostrel, {who} said.\n"
            kept, data = report(text, f"{day}.txt")
            one = claim(kept, "Four farmers were shot dead", 4)
            one = replace(one, where=place("Ostrel"), when=When(day, "that day"))
            keep(register, kept, data, one)
        link_again(case, register)
    return case


def card_on(page: str) -> str:
    return re.search(r'name="card" value="([^"]+)"', page)[1]


def asked(browser) -> str:
    return card_on(browser.get(MATCH).content.decode())


def answer(browser, card: str, verdict: str, because: str = "", part: bool = False):
    form = {"card": card, "verdict": verdict, "because": because}
    return browser.post(MATCH + "said", form, seen=MATCH, part=part)


def test_two_at_the_desk_are_never_asked_about_the_same_pair(team, browser):
    one, other = browser("ver-1"), browser("ver-2")
    first = asked(one)
    assert asked(other) != first
    assert asked(one) == first, "reloading asks the same again"
    with open_as(team, "ver-2") as register:
        later = datetime.now(UTC) + HELD_FOR + timedelta(seconds=1)
        freed = register.review.next(Queued.PERSONS, later)
        assert freed is not None
        assert freed.id == first, "whoever left their desk holds nobody up"


def test_an_answer_is_in_the_log_at_once_with_its_reason(team, browser):
    me = browser("ver-1")
    before, card = waiting(team), asked(me)

    page = answer(me, card, "same", "the same father", part=True).content.decode()

    with open_as(team, "lead") as register:
        (word,) = register.link_judgements()
    assert "|".join(word.pair) == card
    assert (word.verdict.value, word.by) == ("same", "ver-1")
    assert word.because == "the same father"
    assert waiting(team) == before - 1
    assert card_on(page) != card


def test_without_a_typed_reason_the_strongest_sign_is_the_reason(team, browser):
    me = browser("ver-1")
    answer(me, asked(me), "different")
    with open_as(team, "lead") as register:
        (word,) = register.link_judgements()
    assert word.because.strip()
    assert "<" not in word.because


def test_an_answer_is_taken_back_by_one_button_and_the_pair_asked_again(team, browser):
    me = browser("ver-1")
    card = asked(me)
    answer(me, card, "same")
    one, other = card.split("|")

    done = me.post(MATCH + "undo", {"one": one, "other": other}, part=True)

    assert card_on(done.content.decode()) == card
    assert [each[3] for each in words(team)] == ["same", "cannot tell"]
    again = me.post(MATCH + "undo", {"one": one, "other": other}, part=True)
    assert "expected a word on two records" in again.content.decode()
    assert len(words(team)) == 2


def test_a_pair_left_for_later_comes_last_and_nothing_is_said_of_it(team, browser):
    me = browser("ver-1")
    card = asked(me)
    me.post(MATCH + "skip", {"card": card})
    assert asked(me) != card
    assert words(team) == []


def test_what_a_colleague_answered_first_is_not_answered_over(team, browser):
    me, colleague = browser("ver-1"), browser("ver-2")
    card = asked(me)
    answer(colleague, card, "same", "saw both graves")
    page = answer(me, card, "different", part=True).content.decode()
    assert "a colleague answered it" in page
    assert [each[0] for each in words(team)] == ["ver-2"]


def test_after_some_answers_persons_are_put_together_anew(team, browser):
    me = browser("ver-1")
    for _ in range(LINK_AFTER):
        answer(me, asked(me), "cannot tell", part=True)
    with open_as(team, "lead") as register:
        (job,) = register.queue.jobs(kind="link")
        assert job.by == "ver-1"
        said = {"|".join(word.pair) for word in register.link_judgements()}
        link_again(team, register)
    assert asked(me) not in said, "what was answered is not asked again"


def test_the_page_marks_what_agrees_in_words_and_both_languages(team, browser):
    me = browser("ver-1")
    english = me.get(MATCH).content.decode()
    arabic = me.get("/ar/match/").content.decode()
    assert 'class="mark-agree"' in english
    assert "spelled alike" in english
    assert "الكتابة واحدة" in arabic
    assert "<bdi>hospital</bdi>" in arabic


def test_only_those_who_judge_pairs_see_the_desk(team, browser):
    for user in ("doc-1", "own-1", "guest-1", "pub-1"):
        other = browser(user)
        assert MATCH not in other.get("/en/").content.decode(), user
        assert other.get(MATCH).status_code == 403, user
        assert other.get(MATCH + "incidents").status_code == 403, user
        form = {"card": "hospital:1|monitor:101", "verdict": "same"}
        assert other.post(MATCH + "said", form).status_code == 403, user
        assert other.post(MATCH + "link").status_code == 403, user
    assert words(team) == []


def test_two_incidents_are_asked_about_with_what_joining_would_do(told, browser):
    me = browser("ver-1")
    page = me.get(MATCH + "incidents").content.decode()
    card = card_on(page)
    assert "Floor falls by" in page

    me.post(MATCH + "incidents/said", {"card": card, "verdict": "same"})
    assert [each[3] for each in words(told)] == ["same"]
    assert card not in me.get(MATCH + "incidents").content.decode()

    one, other = card.split("|")
    me.post(MATCH + "incidents/undo", {"one": one, "other": other})
    assert [each[3] for each in words(told)] == ["same", "cannot tell"]
    assert {one, other} <= set(killings(told))
    assert card_on(me.get(MATCH + "incidents").content.decode()) == card


def test_incidents_held_to_be_two_are_asked_about_no_more(told, browser):
    me = browser("ver-1")
    card = card_on(me.get(MATCH + "incidents").content.decode())
    me.post(
        MATCH + "incidents/said",
        {"card": card, "verdict": "different", "because": "two villages"},
    )
    with open_as(told, "lead") as register:
        (word,) = register.link_judgements()
        assert word.because == "two villages"
        link_again(told, register)
        left = register.review.next(Queued.INCIDENTS, datetime.now(UTC))
    assert left is None or left.id != card


def test_what_is_erased_leaves_the_pairs_that_named_it(team):
    with open_as(team, "lead") as register:
        lists = register.kept_lists()
        register.box.erase(
            None, [lists[0].list], by="lead", at=now(), because="asked to"
        )
        assert register.review.turn(Queued.PERSONS).waits == 0
        assert register.review.document("lists") is None


def now() -> datetime:
    return datetime.now(UTC)


def persons(case: Case) -> dict[str, list[str]]:
    """Give the records of every person."""
    found: dict[str, list[str]] = {}
    with open_as(case, "lead") as register:
        for each in register.persons():
            found.setdefault(each.person, []).append(each.record)
    return found


def test_persons_are_put_together_by_hand_and_taken_apart_by_one_button(team, browser):
    me = browser("ver-1")
    alone = [person for person, records in persons(team).items() if len(records) == 1]
    one, other = alone[:2]
    mine, theirs = persons(team)[one][0], persons(team)[other][0]

    preview = me.get(f"{MATCH}merge?one={one}&other={other}").content.decode()
    assert "What it does to the count" in preview
    assert words(team) == []

    form = {"one": one, "other": other}
    assert me.post(MATCH + "merge", form).status_code == 409, "it needs a reason"
    form["because"] = "the sister says so"
    done = me.post(MATCH + "merge", form)
    with open_as(team, "lead") as register:
        (word,) = register.link_judgements()
        assert set(word.pair) == {mine, theirs}
        assert word.because == "the sister says so"
        link_again(team, register)
    assert any({mine, theirs} <= set(each) for each in persons(team).values())

    history = me.get(done["Location"]).content.decode()
    assert "the sister says so" in history
    at = re.search(r'name="at" value="([^"]+)"', history)[1]
    me.post(done["Location"] + "/back", {"at": at})
    assert [each[3] for each in words(team)] == ["same", "cannot tell"]
    me.post(done["Location"] + "/back", {"at": at})
    assert len(words(team)) == 2, "what was taken back is not taken back again"


def test_a_record_is_taken_out_of_a_person_once_somebody_saw_what_it_does(
    team, browser
):
    me = browser("ver-1")
    person, own = next(each for each in persons(team).items() if len(each[1]) == 2)
    at = f"{MATCH}split/{person}"

    assert me.post(at, {"do": "look", "record": own}).status_code == 409, "none stays"
    seen = me.post(at, {"do": "look", "record": own[:1]}).content.decode()
    assert "Kept as one word" in seen
    assert words(team) == []

    me.post(at, {"do": "keep", "record": own[:1], "because": "another village"})
    (said,) = words(team)
    assert said[1:] == (*sorted(own), "different")
    with open_as(team, "lead") as register:
        link_again(team, register)
    assert not any(set(own) <= set(each) for each in persons(team).values())


def test_nobody_without_leave_changes_persons_by_hand(team, browser):
    person = next(iter(persons(team)))
    other = browser("doc-1")
    assert other.get(f"{MATCH}history/{person}").status_code == 200
    assert other.get(f"{MATCH}merge?one={person}").status_code == 403
    assert other.post(f"{MATCH}split/{person}", {"do": "keep"}).status_code == 403
    assert other.post(f"{MATCH}history/{person}/back").status_code == 403
    assert browser("own-1").get(f"{MATCH}history/{person}").status_code == 403
    assert browser("ver-1").get(f"{MATCH}history/v-nobody").status_code >= 400
