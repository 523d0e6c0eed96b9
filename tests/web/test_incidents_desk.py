"""A team looks at an incident, joins and divides, and nobody's work is lost."""

import re

import pytest

from tasjil.journey.claims.judge import judge_claims
from tasjil.journey.count import count_register
from tasjil.model.judgement import ClaimState, Verdict
from web.desks import open_as
from web.incidents import claims_in, count_again, killings, tell
from web.reports import seat_of

WHY = "the mill stands at the bridge"


@pytest.fixture
def told(case):
    tell(case)
    return case


def words_on_pairs(case):
    with open_as(case, "lead") as register:
        return list(register.link_judgements())


def position(browser, id):
    page = browser.get(f"/en/incidents/{id}/").content.decode()
    return re.search(r'name="position" value="([\d-]+)"', page)[1]


def joining(browser, one, other, then=None, because=WHY):
    form = {
        "other": other,
        "because": because,
        "position": then or position(browser, one),
    }
    return browser.post(f"/en/incidents/{one}/join", form)


def test_the_list_is_narrowed_by_what_is_asked(told, browser):
    visitor = browser("doc-1")
    page = visitor.get("/en/incidents/").content.decode()
    assert page.count('<th scope="row"') == len(killings(told))
    later = visitor.get("/en/incidents/?since=2031-05-09").content.decode()
    assert '<th scope="row"' not in later
    wrong = visitor.get("/en/incidents/?since=someday")
    assert wrong.status_code == 200
    assert "EDTF" in wrong.content.decode()


def test_a_page_says_who_tells_what_and_where_tellers_clash(told, browser):
    incident = killings(told)[0]

    page = browser("doc-1").get(f"/ar/incidents/{incident}/").content.decode()

    assert "accord-" in page
    assert "Ostrel" in page
    assert 'name="claim"' not in page, "a documenter joins and divides nothing"


def test_joining_is_seen_before_it_is_done_and_taken_back_by_one_button(told, browser):
    one, *_, other = killings(told)
    visitor = browser("ver-1")

    preview = visitor.get(f"/en/incidents/{one}/join?with={other}")

    assert "falls by" in preview.content.decode()
    assert words_on_pairs(told) == []

    assert joining(visitor, one, other).status_code == 303
    (word,) = words_on_pairs(told)
    assert (word.verdict, word.by, word.because) == (Verdict.SAME, "ver-1", WHY)

    note = visitor.get(f"/en/incidents/{one}/").content.decode()
    assert "undo-join" in note
    done = visitor.post("/en/incidents/undo-join", {"one": one, "other": other})
    assert done.status_code == 303
    assert [each.verdict for each in words_on_pairs(told)] == [
        Verdict.SAME,
        Verdict.CANNOT_TELL,
    ]
    with open_as(told, "lead") as register:
        assert {one, other} <= {
            each.id for each in count_register(told, register).incidents
        }


def test_claims_are_taken_out_and_put_back(told, browser):
    one = next(each for each in killings(told))
    other = killings(told)[-1]
    visitor = browser("ver-1")
    joining(visitor, one, other)
    count_again(told)
    (whole,) = [each for each in killings(told) if len(claims_in(told, each)) > 1]
    out = claims_in(told, whole)[0]

    preview = visitor.get(f"/en/incidents/{whole}/split?claim={out}")
    assert "As it would be" in preview.content.decode()
    then = position(visitor, whole)
    form = {"claim": out, "because": "another day", "position": then}
    assert visitor.post(f"/en/incidents/{whole}/split", form).status_code == 303
    before = len(words_on_pairs(told))
    assert words_on_pairs(told)[-1].because == "another day"

    count_again(told)
    back = visitor.post("/en/incidents/undo-split", {"incident": whole, "claims": out})
    assert back.status_code == 303, back.content.decode()
    assert len(words_on_pairs(told)) > before
    count_again(told)
    assert any(len(claims_in(told, each)) > 1 for each in killings(told))


def test_two_people_on_one_incident_lose_nothing_and_see_what_the_other_did(
    told, browser
):
    one, *_, other = killings(told)
    first, second = browser("ver-1"), browser("ver-2")
    then = position(second, one)
    joining(first, one, other)

    late = joining(second, one, other, then, "I saw it on the map")

    page = late.content.decode()
    assert late.status_code == 409
    assert "they are one already" in page
    assert "I saw it on the map" in page, "the reason that was typed stays in the form"
    assert "ver-1" in page
    assert WHY in page
    assert len(words_on_pairs(told)) == 1

    news = second.get(f"/en/incidents/{one}/news?position={then}", part=True)
    assert WHY in news.content.decode()
    own = first.get(f"/en/incidents/{one}/news?position={then}", part=True)
    assert WHY not in own.content.decode()


def test_what_still_can_be_done_is_done_and_says_what_happened_meanwhile(told, browser):
    one, *_, other = killings(told)
    second = browser("ana-1")
    then = position(second, one)
    claim = claims_in(told, one)[0]
    with open_as(told, "ver-2") as register:
        judge_claims(
            told, seat_of(register), [(claim, ClaimState.ACCEPTED)], "the words say so"
        )

    assert joining(second, one, other, then).status_code == 303

    page = second.get(f"/en/incidents/{one}/").content.decode()
    assert "the words say so" in page
    assert len(words_on_pairs(told)) == 1


def test_a_join_without_a_reason_is_not_kept_and_says_so(told, browser):
    one, *_, other = killings(told)
    answer = joining(browser("ver-1"), one, other, because="  ")
    assert answer.status_code == 409
    assert "reason" in answer.content.decode()
    assert words_on_pairs(told) == []


def test_a_join_with_nothing_says_what_is_missing(told, browser):
    one = killings(told)[0]
    for other in ("", "i-nowhere", one):
        page = browser("ver-1").get(f"/en/incidents/{one}/join?with={other}")
        assert 'role="alert"' in page.content.decode()


@pytest.mark.parametrize("user", ["doc-1", "pub-1", "own-1", "guest-1"])
def test_who_may_not_say_what_is_one_is_refused(told, browser, user):
    one, *_, other = killings(told)
    visitor = browser(user)
    form = {"other": other, "because": WHY, "position": "0-0"}

    assert visitor.post(f"/en/incidents/{one}/join", form).status_code == 403
    assert visitor.post(f"/en/incidents/{one}/split", form).status_code == 403
    assert visitor.post("/en/incidents/undo-join", form).status_code == 403
    assert words_on_pairs(told) == []


@pytest.mark.parametrize("user", ["own-1", "guest-1"])
def test_who_sees_figures_or_their_own_alone_sees_no_incident(told, browser, user):
    visitor = browser(user)
    assert visitor.get("/en/incidents/").status_code == 403
    assert visitor.get(f"/en/incidents/{killings(told)[0]}/").status_code == 403
    assert "/en/incidents/" not in visitor.get("/en/").content.decode()


def test_an_incident_that_never_was_is_no_page(told, browser):
    assert browser("doc-1").get("/en/incidents/i-000000000000/").status_code == 404


def test_before_anything_was_counted_the_desk_says_what_to_wait_for(case, browser):
    page = browser("doc-1").get("/en/incidents/").content.decode()
    assert "Nothing has been counted yet" in page
