"""The key of the box is given and taken on the record, by somebody who holds it."""

from datetime import UTC, datetime

import pytest

from tasjil.errors import BadValue, BoxClosed, CannotUnlock, NotAllowed
from tasjil.model.identity import Identity, IdentityKind
from tasjil.model.users import Role
from tasjil.register.entry import EntryKind

AT = datetime(2031, 5, 6, 9, tzinfo=UTC)
WHY = {"at": AT, "because": "she speaks with the families"}
SOMEBODY = Identity(IdentityKind.RELATIVE, "Oriel Thandeka-Vass")


def sealed(register):
    return register.box.seal(SOMEBODY, by=register.user, **WHY)


def read(register, who):
    return register.box.unseal(who, by=register.user, **WHY)


def test_whoever_is_granted_the_box_reads_it_and_the_log_says_so(house):
    who = sealed(house.lead)
    with pytest.raises(BoxClosed):
        read(house.add("reader-4", Role.VERIFIER), who)
    house.lead.grant_box("reader-4", **WHY)
    assert house.lead.box_holders() == ("lead", "reader-4")
    assert read(house.open("reader-4"), who) == SOMEBODY
    kinds = [entry.kind for entry in house.lead.entries()][-2:]
    assert kinds == [EntryKind.BOX_GRANTED, EntryKind.IDENTITY_OPENED]


def test_a_grant_that_is_taken_closes_the_box_again(house):
    who = sealed(house.lead)
    house.add("reader-4", Role.VERIFIER)
    house.lead.grant_box("reader-4", **WHY)
    house.lead.take_box("reader-4", **WHY)
    with pytest.raises(BoxClosed, match="tasjil grant CASE USER"):
        read(house.open("reader-4"), who)
    *_, last = house.lead.entries()
    assert (last.kind, last.told) == (EntryKind.BOX_TAKEN, {"user": "reader-4"})


def test_only_a_lead_who_holds_it_gives_it(house):
    verifier = house.add("reader-4", Role.VERIFIER)
    house.add("reader-5", Role.VERIFIER)
    house.lead.grant_box("reader-4", **WHY)
    with pytest.raises(NotAllowed, match="expected a lead"):
        house.open("reader-4").grant_box("reader-5", **WHY)
    with pytest.raises(BoxClosed):
        verifier.grant_box("reader-5", **WHY)
    assert house.lead.box_holders() == ("lead", "reader-4")


def test_nobody_is_granted_it_without_a_reason_or_without_being_there(house):
    house.add("reader-4", Role.VERIFIER)
    before = house.lead.head()
    with pytest.raises(CannotUnlock, match="nobody of that name"):
        house.lead.grant_box("reader-9", **WHY)
    with pytest.raises(BadValue, match="expected a reason"):
        house.lead.grant_box("reader-4", at=AT, because=" ")
    assert house.lead.box_holders() == ("lead",)
    assert house.lead.head() == before
