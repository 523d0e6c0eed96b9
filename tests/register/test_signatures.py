"""Nobody signs their own work, and nobody signs what no longer stands."""

from dataclasses import replace

import pytest

from tasjil.errors import BadValue, NotAllowed, NotInRegister
from tasjil.model.assessment import Assessment, Standing
from tasjil.model.ids import ClaimId, VictimId
from tasjil.model.proof import Element, StandardOfProof
from tasjil.model.users import Role, User
from tasjil.register import people_actions
from tasjil.register.entry import EntryKind, NewEntry


@pytest.fixture
def verifiers(house):
    return house.add("reader-4", Role.VERIFIER), house.add("reader-6", Role.VERIFIER)


def finding(by, lumenia, **other):
    told = Assessment(
        element=Element.DEATH,
        finding="dead",
        standing=Standing.ESTABLISHED,
        standard=StandardOfProof.REASONABLE_GROUNDS,
        by=by.user,
        at=lumenia.noon.isoformat(),
        because="two who did not know of each other",
        victim=VictimId("v1"),
        claims=(ClaimId("c1"), ClaimId("c2")),
    )
    return replace(told, **other)


def test_a_second_person_signs(verifiers, lumenia):
    one, other = verifiers
    number = one.assess(finding(one, lumenia))
    other.sign(number, because="read both", at=lumenia.noon)
    last = list(one.entries())[-1]
    assert (last.by, last.kind) == ("reader-6", EntryKind.ASSESSMENT_SIGNED)
    assert last.told == {"signs": number}
    with pytest.raises(NotAllowed, match="nothing more to do"):
        other.sign(number, because="again", at=lumenia.noon)


def test_nobody_signs_their_own_work(house, verifiers, lumenia):
    for each in (*verifiers, house.lead):
        number = each.assess(finding(each, lumenia, victim=VictimId(each.user)))
        with pytest.raises(NotAllowed, match="nobody signs their own work"):
            each.sign(number, because="sure", at=lumenia.noon)


def test_only_the_newest_assessment_of_an_element_is_signed(verifiers, lumenia):
    one, other = verifiers
    old = one.assess(finding(one, lumenia))
    new = one.assess(finding(one, lumenia, standing=Standing.CONTESTED))
    with pytest.raises(NotAllowed, match=f"entry {new} stands in its place"):
        other.sign(old, because="read both", at=lumenia.noon)
    other.sign(new, because="read both", at=lumenia.noon)


def test_an_assessment_of_another_element_or_person_replaces_nothing(
    verifiers, lumenia
):
    one, other = verifiers
    number = one.assess(finding(one, lumenia))
    one.assess(finding(one, lumenia, element=Element.STATUS, finding="civilian"))
    one.assess(finding(one, lumenia, victim=VictimId("v2")))
    other.sign(number, because="read both", at=lumenia.noon)


@pytest.mark.parametrize("number", [1, 99])
def test_what_is_no_assessment_cannot_be_signed(verifiers, lumenia, number):
    with pytest.raises(NotInRegister, match="check the number"):
        verifiers[0].sign(number, because="sure", at=lumenia.noon)


@pytest.mark.parametrize("signs", [None, "4", True, 0, 1.5])
def test_a_signature_names_the_entry_it_signs(verifiers, lumenia, signs):
    entry = NewEntry(EntryKind.ASSESSMENT_SIGNED, {"signs": signs}, because="sure")
    with pytest.raises(BadValue, match="number of an entry"):
        verifiers[0].append([entry], "reader-4", lumenia.noon)


def test_a_signature_has_its_reason(verifiers, lumenia):
    one, other = verifiers
    number = one.assess(finding(one, lumenia))
    with pytest.raises(BadValue, match="because"):
        other.sign(number, because="", at=lumenia.noon)


def test_an_analyst_assesses_and_does_not_sign(house, verifiers, lumenia):
    analyst = house.add("reader-7", Role.ANALYST)
    number = analyst.assess(finding(analyst, lumenia))
    theirs = verifiers[0].assess(finding(verifiers[0], lumenia, victim=VictimId("v2")))
    with pytest.raises(NotAllowed, match="expected a lead or verifier"):
        analyst.sign(theirs, because="sure", at=lumenia.noon)
    verifiers[0].sign(number, because="read both", at=lumenia.noon)


def test_nobody_assesses_in_anothers_name(verifiers, lumenia):
    one, other = verifiers
    with pytest.raises(NotAllowed, match="with their own key"):
        one.assess(finding(other, lumenia))


def test_made_and_signed_in_one_action_is_refused(verifiers, lumenia):
    one, _ = verifiers
    size = one.head().size
    body = {"about": "victim:v1", "element": "death"}
    made = NewEntry(EntryKind.ASSESSMENT_MADE, body, because="x")
    sign = NewEntry(EntryKind.ASSESSMENT_SIGNED, {"signs": size + 1}, because="x")
    with pytest.raises(NotAllowed, match="one decision of this kind"):
        one.append([made, sign], "reader-4", lumenia.noon)
    assert one.head().size == size


def test_assessments_and_signatures_come_back_from_the_log(verifiers, lumenia):
    one, other = verifiers
    other.sign(one.assess(finding(one, lumenia)), because="read", at=lumenia.noon)
    before = one.table_digests()
    assert one.rebuild() == before
    assert one.verify().tables == before


def test_an_assessment_is_read_with_its_signature_and_its_dissents(verifiers, lumenia):
    one, other = verifiers
    told = finding(one, lumenia, direct_evidence="two of us saw the graves")
    number = one.assess(told)
    assert list(other.assessments()) == [(number, told)]
    other.sign(number, because="read both", at=lumenia.noon)
    other.dissent(number, because="the second report is a reprint", at=lumenia.noon)
    [(_, read)] = one.assessments()
    assert read.verified
    assert (read.second.by, read.second.because) == ("reader-6", "read both")
    [dissent] = read.dissents
    assert dissent.because == "the second report is a reprint"


def test_whoever_dissents_is_another_person_with_a_reason(house, verifiers, lumenia):
    one, other = verifiers
    number = one.assess(finding(one, lumenia))
    with pytest.raises(NotAllowed, match="another person to dissent"):
        one.dissent(number, because="on second thoughts", at=lumenia.noon)
    with pytest.raises(BadValue, match="because"):
        other.dissent(number, because=" ", at=lumenia.noon)
    with pytest.raises(NotInRegister, match="tasjil assessments"):
        other.dissent(number + 40, because="no", at=lumenia.noon)
    documenter = house.add("reader-8", Role.DOCUMENTER)
    with pytest.raises(NotAllowed, match="to dissent from an assessment"):
        documenter.dissent(number, because="no", at=lumenia.noon)
    house.add("reader-9", Role.ANALYST).dissent(
        number, because="the doctor counts twice", at=lumenia.noon
    )


def test_a_dissent_stays_beside_an_assessment_that_was_replaced(verifiers, lumenia):
    one, other = verifiers
    old = one.assess(finding(one, lumenia))
    other.dissent(old, because="one of them is alive", at=lumenia.noon)
    one.assess(finding(one, lumenia, standing=Standing.CONTESTED))
    other.dissent(old, because="and I met her", at=lumenia.noon)
    first, second = [told for _, told in one.assessments()]
    assert [each.because for each in first.dissents] == [
        "one of them is alive",
        "and I met her",
    ]
    assert second.dissents == ()


def test_what_was_refuted_is_not_established_in_one_step(verifiers, lumenia):
    one, other = verifiers
    one.assess(finding(one, lumenia, standing=Standing.REFUTED))
    with pytest.raises(NotAllowed, match=r"expected .*pending after 'refuted'"):
        other.assess(finding(other, lumenia))
    other.assess(finding(other, lumenia, standing=Standing.PENDING))
    other.assess(finding(other, lumenia))


def test_nobody_brings_a_signature_or_a_dissent_in_an_assessment(verifiers, lumenia):
    one, other = verifiers
    signed = finding(one, lumenia).signed(other.user, lumenia.noon.isoformat(), "ok")
    with pytest.raises(NotAllowed, match="found signatures in it"):
        one.assess(signed)


def test_an_assessment_says_what_its_entry_says(verifiers, lumenia):
    one, other = verifiers
    whole = people_actions.assessed(finding(one, lumenia))
    for changed in (
        replace(whole, body={**whole.body, "about": "victim:v7"}),
        replace(whole, contents={}),
    ):
        with pytest.raises(BadValue, match="use `assess`"):
            one.append([changed], one.user, lumenia.noon)
    with pytest.raises(NotAllowed, match="another reason"):
        one.append([replace(whole, because="else")], one.user, lumenia.noon)
    with pytest.raises(NotAllowed, match="with your own key"):
        other.append([whole], other.user, lumenia.noon)


def test_who_works_on_their_own_records_sees_no_assessment(house, verifiers, lumenia):
    one, _ = verifiers
    one.assess(finding(one, lumenia))
    own = house.add("reader-9", Role.VERIFIER, own_records=True)
    assert list(own.assessments()) == []
    with pytest.raises(NotAllowed, match="who sees all records"):
        own.assess(finding(own, lumenia, victim=VictimId("v2")))


def test_whoever_was_let_go_keeps_their_signature_and_gives_none(
    house, verifiers, lumenia
):
    one, other = verifiers
    first = one.assess(finding(one, lumenia))
    second = one.assess(finding(one, lumenia, victim=VictimId("v2")))
    other.sign(first, because="read both", at=lumenia.noon)
    house.change(User(other.user, Role.VERIFIER, active=False))
    with pytest.raises(NotAllowed, match="one who has left it"):
        other.sign(second, because="read both", at=lumenia.noon)
    with pytest.raises(NotAllowed, match="one who has left it"):
        other.dissent(second, because="no", at=lumenia.noon)
    assert [told.verified for _, told in one.assessments()] == [True, False]


def test_dissents_come_back_from_the_log(verifiers, lumenia):
    one, other = verifiers
    number = one.assess(finding(one, lumenia))
    other.dissent(number, because="one of them is alive", at=lumenia.noon)
    before, told = one.table_digests(), list(one.assessments())
    assert one.rebuild() == before
    assert one.verify().tables == before
    assert list(one.assessments()) == told
