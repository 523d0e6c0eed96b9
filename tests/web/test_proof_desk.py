"""People assess, others sign or dissent; nobody signs their own work."""

import re

import pytest

from tasjil.journey import board
from tasjil.model.assessment import Standing
from tasjil.model.proof import Element, StandardOfProof
from web.desks import open_as
from web.incidents import claims_in, count_again, killings, tell

WHY = "a nurse who was there counted them"


@pytest.fixture
def told(case):
    tell(case)
    return case


@pytest.fixture
def witnessed(told):
    """The killing that a witness tells of."""
    with open_as(told, "lead") as register:
        lines = board.incidents(register).items
        return next(each.id for each in lines if each.floor == 4)


def found(case):
    with open_as(case, "lead") as register:
        return list(register.assessments())


def form(case, incident, **more):
    weighed = {f"claim-{each}": "for" for each in claims_in(case, incident)}
    return {
        "element": "death",
        "standing": "established",
        "standard": "reasonable grounds to believe",
        "low": "6",
        "because": WHY,
        **weighed,
        **more,
    }


def assess(browser, case, incident, **more):
    told = form(case, incident, **more)
    return browser.post(f"/en/proof/incident/{incident}/assess", told)


def verified(case):
    count_again(case)
    with open_as(case, "lead") as register:
        (figure,) = [f for f in board.tally(register).figures if f.act == "killed"]
        return figure.verified.low


def test_a_finding_counts_only_after_another_person_signed(told, witnessed, browser):
    first, second = browser("ver-1"), browser("ver-2")

    assert assess(first, told, witnessed).status_code == 303
    ((number, kept),) = found(told)
    assert (kept.element, kept.standing) == (Element.DEATH, Standing.ESTABLISHED)
    assert kept.standard is StandardOfProof.REASONABLE_GROUNDS
    assert (kept.number.low, kept.number.high) == (6, 6)
    assert (kept.by, kept.because) == ("ver-1", WHY)
    assert verified(told) == 0

    queue = second.get("/en/proof/").content.decode()
    assert f"/en/proof/incident/{witnessed}/?element=death" in queue
    at = f"/en/proof/incident/{witnessed}/sign/{number}"
    assert second.post(at, {"because": "I read it too"}).status_code == 303
    assert found(told)[0][1].second.by == "ver-2"
    page = second.get(f"/en/proof/incident/{witnessed}/").content.decode()
    assert 'hx-get="/en/proof/state"' in page, "it is being counted again"
    assert verified(told) == 6


def test_nobody_signs_their_own_there_is_no_button_and_the_post_is_refused(
    told, witnessed, browser
):
    first = browser("ver-1")
    assess(first, told, witnessed)
    ((number, _),) = found(told)
    page = first.get(f"/en/proof/incident/{witnessed}/?element=death").content.decode()

    refused = first.post(
        f"/en/proof/incident/{witnessed}/sign/{number}", {"because": "I am sure"}
    )

    assert "/sign/" not in page
    assert "/dissent/" not in page
    assert refused.status_code == 403
    assert "I am sure" in refused.content.decode()
    assert found(told)[0][1].second is None
    assert f"{witnessed}/?element=death" not in queue_to_sign(first)


def queue_to_sign(browser):
    page = browser.get("/en/proof/").content.decode()
    return page.split('id="to-assess"')[0]


def test_a_dissent_stands_beside_it_for_ever(told, witnessed, browser):
    assess(browser("ver-1"), told, witnessed)
    ((number, _),) = found(told)
    at = f"/en/proof/incident/{witnessed}/dissent/{number}"

    done = browser("ana-1").post(at, {"because": "she counted twice"})

    assert done.status_code == 303
    (no,) = found(told)[0][1].dissents
    assert (no.by, no.because) == ("ana-1", "she counted twice")
    page = browser("ver-2").get(f"/ar/proof/incident/{witnessed}/?element=death")
    assert "she counted twice" in page.content.decode()


def test_an_established_death_on_one_word_is_refused_and_what_was_typed_stays(
    told, browser
):
    incident = killings(told)[-1]

    refused = assess(browser("ver-1"), told, incident, low="9", direct="")

    page = refused.content.decode()
    assert refused.status_code == 403
    assert "two first tellers" in page
    assert WHY in page
    assert re.search(r'name="low"[^>]*value="9"', page)
    assert found(told) == []

    seen = {"low": "9", "direct": "two of us saw the graves"}
    assert assess(browser("ver-1"), told, incident, **seen).status_code == 303
    assert found(told)[0][1].direct_evidence == "two of us saw the graves"


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"low": ""}, "how many people"),
        ({"low": "six"}, "Western digits"),
        ({"low": "9", "high": "6"}, "0 &lt;= low &lt;= high"),
        ({"standing": "surely"}, "how it stands"),
        ({"because": " "}, "reason"),
        ({"element": "status", "finding": "nice"}, "civilian"),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_is_kept(
    told, witnessed, browser, more, words
):
    refused = assess(browser("ver-1"), told, witnessed, **more)
    assert refused.status_code == 409
    assert words in refused.content.decode()
    assert found(told) == []


def test_claims_are_weighed_for_and_against(told, browser):
    one, *_ = killings(told)
    (claim, *_) = claims_in(told, one)
    more = {f"claim-{claim}": "against", "standing": "contested", "low": ""}

    assert assess(browser("ana-1"), told, one, **more).status_code == 303

    assert found(told)[0][1].against == (claim,)


def test_status_is_found_by_the_values_of_its_list(told, witnessed, browser):
    more = {"element": "status", "finding": "civilian"}
    assert assess(browser("ver-1"), told, witnessed, **more).status_code == 303
    ((_, kept),) = found(told)
    assert (kept.element, kept.finding) == (Element.STATUS, "civilian")


def test_a_signature_that_comes_too_late_says_who_was_before_it(
    told, witnessed, browser
):
    assess(browser("ver-1"), told, witnessed)
    ((number, _),) = found(told)
    late = browser("ver-2")
    page = late.get(f"/en/proof/incident/{witnessed}/?element=death").content.decode()
    then = re.search(r'name="position" value="([\d-]+)"', page)[1]
    at = f"/en/proof/incident/{witnessed}/sign/{number}"
    browser("lead").post(at, {"because": "all is there"})

    answer = late.post(at, {"because": "I read it on paper", "position": then})

    page = answer.content.decode()
    assert answer.status_code in (403, 409)
    assert "I read it on paper" in page
    assert "all is there" in page
    assert found(told)[0][1].second.by == "lead"


def test_what_a_newer_finding_replaced_waits_for_nobody(told, witnessed, browser):
    first = browser("ver-1")
    assess(first, told, witnessed)
    assess(first, told, witnessed, standing="pending", low="")
    assert f"{witnessed}/?element=death" not in queue_to_sign(browser("ver-2"))


def test_a_person_whom_a_report_names_has_elements_of_their_own(told, browser):
    with open_as(told, "lead") as register:
        (person,) = board.people(register).items
    page = browser("ver-1").get(f"/en/proof/person/{person.id}/?element=identity")
    assert "Daren Vell" in page.content.decode()
    with open_as(told, "lead") as register:
        claims = board.person(register, person.id).body.victim.claims
    sent = {
        "element": "identity",
        "standing": "established",
        "finding": "as the report names him",
        "because": "his brother says so",
        **{f"claim-{each}": "for" for each in claims},
    }

    done = browser("ver-1").post(f"/en/proof/person/{person.id}/assess", sent)

    assert done.status_code == 303, done.content.decode()
    ((number, kept),) = found(told)
    assert kept.victim == person.id
    at = f"/en/proof/person/{person.id}/sign/{number}"
    assert browser("ver-2").post(at, {"because": "I asked him"}).status_code == 303
    assert found(told)[0][1].verified
    count_again(told)
    page = browser("doc-1").get("/en/people/?unverified=1").content.decode()
    assert person.id not in page


def test_what_was_joined_since_the_count_is_assessed_as_the_one_that_it_is_now(
    told, browser
):
    one, *_, other = killings(told)
    visitor = browser("ver-1")
    joined = {"other": other, "because": "the same mill", "position": ""}
    assert visitor.post(f"/en/incidents/{one}/join", joined).status_code == 303

    for each in (one, other):
        more = {"element": "status", "finding": "civilian", "standing": "contested"}
        assert assess(visitor, told, each, **more).status_code == 303

    assert len({kept.incident for _, kept in found(told)}) == 1


@pytest.mark.parametrize(
    ("user", "sees"),
    [("doc-1", True), ("pub-1", True), ("own-1", False), ("guest-1", False)],
)
def test_who_neither_assesses_nor_signs_is_refused(
    told, witnessed, browser, user, sees
):
    assess(browser("ver-1"), told, witnessed)
    ((number, _),) = found(told)
    visitor = browser(user)
    at = f"/en/proof/incident/{witnessed}"

    assert (visitor.get(f"{at}/").status_code == 200) is sees
    assert assess(visitor, told, witnessed).status_code == 403
    for deed in ("sign", "dissent"):
        answer = visitor.post(f"{at}/{deed}/{number}", {"because": "so"})
        assert answer.status_code == 403
    assert "/en/proof/" not in visitor.get("/en/").content.decode()
    assert len(found(told)) == 1


def test_an_analyst_assesses_and_has_no_button_to_sign(told, witnessed, browser):
    assess(browser("ver-1"), told, witnessed)
    ((number, _),) = found(told)
    analyst = browser("ana-1")
    page = analyst.get(
        f"/en/proof/incident/{witnessed}/?element=death"
    ).content.decode()
    assert "/sign/" not in page
    at = f"/en/proof/incident/{witnessed}/sign/{number}"
    assert analyst.post(at, {"because": "so"}).status_code == 403


def test_what_never_was_is_no_page(told, browser):
    visitor = browser("ver-1")
    for at in ("incident/i-0/", "person/v-0/", "thing/i-0/assess"):
        assert visitor.get(f"/en/proof/{at}").status_code in (404, 405)
    assert visitor.post("/en/proof/incident/i-0/sign/99").status_code == 404
