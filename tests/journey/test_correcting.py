"""A claim that a person corrects counts in the place of what was read."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from lumenia import lumenia

from tasjil.errors import BadPassage, BadValue, NotAllowed
from tasjil.journey.assess import Finding, assess
from tasjil.journey.assessments import list_assessments
from tasjil.journey.capture import capture_case
from tasjil.journey.case import open_case
from tasjil.journey.claims.add import add_claim
from tasjil.journey.claims.back import take_back_judgement
from tasjil.journey.claims.changes import Changes, NewClaim
from tasjil.journey.claims.correct import correct_claim
from tasjil.journey.claims.history import Done, history_of_claim
from tasjil.journey.claims.judge import judge_claims
from tasjil.journey.count import count_case, tally_json
from tasjil.journey.linking.case import link_case
from tasjil.journey.opening import Key, open_register
from tasjil.journey.progress import Silence
from tasjil.journey.read import read_case
from tasjil.journey.trace import trace_figure
from tasjil.model.acts import Act, Level
from tasjil.model.assessment import Standing
from tasjil.model.claim import Perpetrator
from tasjil.model.ids import FigureId, UserId
from tasjil.model.judgement import ClaimState, Judgement, PairKind, Verdict
from tasjil.model.persons import Sex, Status, VictimGroup
from tasjil.model.proof import Element
from tasjil.model.quantity import CountRange, Quantity
from tasjil.model.report import Passage
from tasjil.model.scope import Corroboration
from tasjil.register.register import Register

KEY = Key()
NOW = datetime(2031, 6, 1, tzinfo=UTC)
WHY = "the words say fourteen"
FOURTEEN = Changes(quantity=Quantity(14, 14, "fourteen"))
NAMES = {
    "herald.txt": (
        "Publisher: Varesh Herald\nDate: 2031-05-04\n\n"
        "Daren Osk Vell, 31, and Mira Osk Tolm were killed in Ostrel on Saturday.\n"
    ),
    "later.txt": (
        "Publisher: Varesh Courier\nDate: 2031-05-06\n\n"
        "Daren Osk Vell was killed in Ostrel on Saturday by soldiers.\n"
    ),
}


@pytest.fixture
def case(captured, folder):
    return captured(folder)


@pytest.fixture
def captured():
    """Capture and read a case's reports, without its pages."""

    def done(folder):
        case = open_case(folder)
        with Register.create(case.register_folder, KEY, at=NOW) as register:
            capture_case(case, register, Silence())
            read_case(case, register, Silence())
        return case

    return done


def claims(case, act=Act.KILLED):
    counted = count_case(case, KEY)
    found = [c for c in counted.evidence.claims.values() if c.act is act]
    return sorted(found, key=lambda each: (each.report, each.passage.start))


def killed(case):
    return claim_of(case, "Four farmers")


def claim_of(case, words):
    found = count_case(case, KEY).evidence.claims.values()
    return next(each for each in found if words in each.passage.quote)


def figure(case, id="killed"):
    told = count_case(case, KEY).tally
    return next(each for each in told.figures if each.id == id)


def test_a_corrected_claim_counts_in_the_place_of_what_was_read(case):
    before = killed(case)
    incident = count_case(case, KEY).incidents[0].id
    after = correct_claim(case, KEY, before.id, FOURTEEN, WHY)
    counted = figure(case)
    assert (counted.floor, counted.ceiling, counted.proposed_only) == (14, 14, False)
    assert after.reader == "person/1"
    assert after.passage == before.passage
    assert "quantity" in before.spans
    assert "quantity" not in after.spans
    assert after.spans["where"] == before.spans["where"]
    assert count_case(case, KEY).incidents[0].id == incident


def test_taken_back_the_count_is_as_it_was_and_all_of_it_is_in_the_log(case):
    before, tally = killed(case), tally_json(case, count_case(case, KEY))
    after = correct_claim(case, KEY, before.id, FOURTEEN, WHY)
    back = take_back_judgement(case, KEY, after.id, "it was four after all")
    assert (back.claim, back.state) == (before.id, ClaimState.PROPOSED)
    assert tally_json(case, count_case(case, KEY)) == tally
    with open_register(case, KEY) as register:
        told = history_of_claim(register, before.id)
        assert told == history_of_claim(register, after.id)
    assert [(each.done, each.undone) for each in told] == [
        (Done.PROPOSED, False),
        (Done.CORRECTED, True),
        (Done.WITHDRAWN, False),
    ]
    assert told[1].because == WHY
    assert told[1].of == before.id


def test_a_rejected_correction_counts_nothing_until_that_is_taken_back(case):
    before = killed(case)
    after = correct_claim(case, KEY, before.id, FOURTEEN, WHY)
    judge_claims(case, KEY, [(after.id, ClaimState.REJECTED)], "neither is said")
    assert (figure(case).floor, figure(case).incidents) == (0, ())
    back = take_back_judgement(case, KEY, after.id, "fourteen after all")
    assert (back.claim, back.state) == (after.id, ClaimState.ACCEPTED)
    assert figure(case).floor == 14
    again = take_back_judgement(case, KEY, after.id, "four")
    assert again.claim == before.id
    assert figure(case).floor == 4


def test_a_correction_that_changes_nothing_or_rests_on_other_words_is_refused(case):
    claim, other = killed(case), claim_of(case, "Two women")
    with pytest.raises(BadValue, match="accept it"):
        correct_claim(case, KEY, claim.id, Changes(act=Act.KILLED), WHY)
    with pytest.raises(BadPassage, match="share some"):
        correct_claim(case, KEY, claim.id, Changes(passage=other.passage), WHY)
    with pytest.raises(BadValue, match="no claim of it has"):
        correct_claim(case, KEY, claim.id, Changes(part_of="g99"), WHY)
    correct_claim(case, KEY, claim.id, Changes(part_of=other.group), WHY)
    with pytest.raises(BadValue, match="each be a part of the other"):
        correct_claim(case, KEY, other.id, Changes(part_of=claim.group), WHY)


def test_two_people_at_one_claim_the_second_is_told(case):
    claim = killed(case)
    correct_claim(case, KEY, claim.id, FOURTEEN, WHY)
    with pytest.raises(NotAllowed, match="somebody has been here before you"):
        correct_claim(case, KEY, claim.id, FOURTEEN, WHY)


def test_an_added_claim_counts_and_a_later_reading_leaves_it(case):
    claim = killed(case)
    at = claim.passage.start
    words = Passage(at, at + 12, claim.passage.quote[:12])
    new = NewClaim(
        Act.DETAINED, Level.INCIDENT, words, quantity=Quantity(3, 3, "three")
    )
    added = add_claim(case, KEY, claim.report, new, "nobody read it")
    assert added.group not in {each.group for each in claims(case)}
    assert not any(each.id == added.id for each in claims(case))
    with open_register(case, KEY) as register:
        report = register.report(claim.report)
        register.propose(report.id, "english/99", [], by="tasjil/9", at=NOW)
        kept = [each.id for each, _ in register.claims(report=report.id)]
    assert kept == [added.id]
    wrong = replace(new, passage=Passage(0, 3, "Six"))
    with pytest.raises(BadPassage):
        add_claim(case, KEY, claim.report, wrong, "nobody read it")


def test_many_claims_are_accepted_in_one_entry_each_with_one_reason(case):
    said = [(killed(case).id, ClaimState.ACCEPTED)]
    said.append((claim_of(case, "Two women").id, ClaimState.REJECTED))
    judged = judge_claims(case, KEY, said, "the words say this")
    assert [each.because for each in judged] == ["the words say this"] * 2
    assert not figure(case).proposed_only
    take_back_judgement(case, KEY, said[0][0], "too quick")
    assert figure(case).proposed_only


def found(case, element, finding=None, number=None):
    incident = next(i for i in count_case(case, KEY).incidents if i.act is Act.KILLED)
    told = Finding(
        *(incident.id, element, Standing.ESTABLISHED, "two tellers, read twice"),
        finding=finding,
        number=number,
    )
    return assess(case, KEY, told)


def standing(case):
    listed = list_assessments(case, KEY)
    kept = [
        each.element
        for stood in listed.stood
        for each in stood.elements
        if each.found is not None
    ]
    return set(kept), {told.element for _, told in listed.adrift}


@pytest.fixture
def corroborated(case):
    """The codebook asks nothing of how many tell, so that one report is enough."""
    open = replace(case.codebook, corroboration=Corroboration.LEFT_OPEN)
    return replace(case, codebook=open)


def test_an_assessment_follows_unless_what_it_looks_at_was_corrected(
    corroborated,
):
    case = corroborated
    judge_claims(case, KEY, [(killed(case).id, ClaimState.ACCEPTED)], "read")
    found(case, Element.DEATH, number=CountRange(4, 4))
    found(case, Element.STATUS, "civilian")
    claim = killed(case)
    assert standing(case) == ({Element.DEATH, Element.STATUS}, set())
    who = Changes(perpetrator=Perpetrator(None))
    after = correct_claim(case, KEY, claim.id, who, "nobody says who")
    assert standing(case) == ({Element.DEATH, Element.STATUS}, set())
    more = correct_claim(case, KEY, after.id, FOURTEEN, WHY)
    assert standing(case) == ({Element.STATUS}, {Element.DEATH})
    take_back_judgement(case, KEY, more.id, "four after all")
    assert standing(case) == ({Element.DEATH, Element.STATUS}, set())
    fighters = VictimGroup(text="Four farmers", status=Status.ARMED_FORCES)
    correct_claim(case, KEY, after.id, Changes(victims=fighters), "they fought")
    assert standing(case) == (set(), {Element.DEATH, Element.STATUS})


def test_what_people_said_of_two_claims_is_said_of_the_corrected_one(
    captured, tmp_path
):
    case = captured(lumenia(tmp_path / "names", NAMES))
    one, other = claim_of(case, "Mira"), claim_of(case, "by soldiers")
    assert len(count_case(case, KEY).incidents) == 1
    with open_register(case, KEY) as register:
        word = Judgement(
            *(PairKind.CLAIMS, one.id, other.id, Verdict.DIFFERENT, UserId("lead")),
            *("2031-05-07T09:00:00+00:00", "two villages of one name"),
        )
        register.judge_link(word)
    assert len(count_case(case, KEY).incidents) == 2
    sex = replace(other.victims, sex=Sex.MAN)
    correct_claim(case, KEY, other.id, Changes(victims=sex), "a man's name")
    assert len(count_case(case, KEY).incidents) == 2


def test_a_person_keeps_their_id_when_their_name_is_corrected(captured, tmp_path):
    case = captured(lumenia(tmp_path / "names", NAMES))
    link_case(case, KEY, NOW, Silence())

    def persons():
        with open_register(case, KEY) as register:
            return {each.person for each in register.persons()}

    before = persons()
    claim = claim_of(case, "Mira")
    names = tuple(name.replace("Vell", "Velle") for name in claim.victims.names)
    assert names != claim.victims.names
    spelled = replace(claim.victims, names=names)
    correct_claim(case, KEY, claim.id, Changes(victims=spelled), "as it is written")
    link_case(case, KEY, NOW, Silence())
    assert persons() == before


def test_a_figure_that_went_out_leads_to_what_stands_in_its_place(case):
    before = killed(case)
    after = correct_claim(case, KEY, before.id, FOURTEEN, WHY)
    (told,) = trace_figure(case, KEY, FigureId(f"claim/{before.id}")).claims
    assert told.id == after.id
    assert [each.id for each in told.was] == [before.id]
