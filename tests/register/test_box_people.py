"""Who may put people into the sealed box, read them, and let them go."""

from datetime import UTC, datetime

import pytest

from tasjil.errors import NotAllowed
from tasjil.model.consent import Consent
from tasjil.model.identity import Identity, IdentityKind
from tasjil.model.standards.consent import ConsentMeans, ConsentUse
from tasjil.model.users import Role

AT = datetime(2031, 5, 6, 9, tzinfo=UTC)
SOMEBODY = Identity(IdentityKind.WITNESS, "Oriel Thandeka-Vass")


def why(register):
    return {"by": register.user, "at": AT, "because": "she asked to be kept safe"}


def agreed(who):
    return Consent(
        who, (ConsentUse.ANONYMISED,), ConsentMeans.SPOKEN, "2031-05-06", "en"
    )


@pytest.fixture
def two(house, lumenia):
    """Two documenters, and a report of each."""
    both = [house.add(id, Role.DOCUMENTER) for id in ("reader-3", "reader-5")]
    for number, each in enumerate(both):
        report, original = lumenia.report(number)
        each.capture(report, original, by=each.user, at=AT)
    return both


def test_who_sealed_a_person_writes_down_that_they_withdraw_and_their_key_is_gone(
    two, box_of
):
    one, other = two
    who = box_of(one).seal(SOMEBODY, **why(one))
    box_of(one).consent(agreed(who), **why(one))
    with pytest.raises(NotAllowed, match="only with records of your own"):
        box_of(other).withdraw(who, **why(other))
    box_of(one).withdraw(who, **why(one))
    assert [each.erased for each in box_of(one).everybody()] == [True]
    one.verify()


def test_to_destroy_reports_takes_a_lead(house, two, box_of, lumenia):
    one, _ = two
    who = box_of(one).seal(SOMEBODY, [lumenia.report(0)[0].id], **why(one))
    with pytest.raises(NotAllowed, match="expected a lead, to erase somebody"):
        box_of(one).withdraw(who, with_reports=True, **why(one))
    with pytest.raises(NotAllowed, match="expected a lead, to erase somebody"):
        box_of(one).erase(who, **why(one))
    assert [each.erased for each in box_of(one).everybody()] == [False]
    box_of(house.lead).withdraw(who, with_reports=True, **why(house.lead))
    assert not house.lead.has_report(lumenia.report(0)[0].id)


def test_a_documenter_reads_whom_they_sealed_and_nobody_else(house, two, box_of):
    one, other = two
    who = box_of(one).seal(SOMEBODY, **why(one))
    assert box_of(one).unseal(who, **why(one)) == SOMEBODY
    with pytest.raises(NotAllowed, match="only with records of your own"):
        box_of(other).unseal(who, **why(other))
    verifier = house.add("reader-4", Role.VERIFIER)
    assert box_of(verifier).unseal(who, **why(verifier)) == SOMEBODY


@pytest.mark.parametrize("role", [Role.ANALYST, Role.PUBLISHER, Role.GUEST])
def test_whoever_need_not_know_reads_nobody_even_with_the_key(house, two, box_of, role):
    one, _ = two
    who = box_of(one).seal(SOMEBODY, **why(one))
    outside = house.add("somebody", role)
    before = house.lead.head()
    with pytest.raises(NotAllowed, match="expected a lead or verifier"):
        box_of(outside).unseal(who, **why(outside))
    assert house.lead.head() == before


def test_in_own_records_mode_nobody_holds_back_anothers_report(
    house, two, box_of, lumenia
):
    alone = house.add("reader-6", Role.DOCUMENTER, own_records=True)
    theirs = lumenia.report(0)[0].id
    with pytest.raises(NotAllowed, match="only with records of your own"):
        box_of(alone).seal(SOMEBODY, [theirs], **why(alone))
    mine, original = lumenia.report(8)
    alone.capture(mine, original, by="reader-6", at=AT)
    who = box_of(alone).seal(SOMEBODY, [mine.id], **why(alone))
    with pytest.raises(NotAllowed, match="only with records of your own"):
        box_of(alone).tie(who, [theirs], **why(alone))


def test_a_guest_learns_of_nobody_in_the_box_and_one_with_own_records_of_theirs(
    house, two, box_of
):
    one, _ = two
    alone = house.add("reader-6", Role.DOCUMENTER, own_records=True)
    who = box_of(one).seal(SOMEBODY, **why(one))
    mine = box_of(alone).seal(SOMEBODY, **why(alone))
    for register, of in ((one, who), (alone, mine)):
        box_of(register).consent(agreed(of), **why(register))
    assert [each.reference for each in box_of(one).everybody()] == [who, mine]
    assert [each.reference for each in box_of(alone).everybody()] == [mine]
    assert set(box_of(alone).consents()) == {mine}
    guest = house.add("visitor", Role.GUEST)
    for ask in (box_of(guest).everybody, box_of(guest).consents):
        with pytest.raises(NotAllowed, match="found a guest"):
            ask()
