"""What cannot be taken back takes two people; nobody is their own second."""

from datetime import timedelta

import pytest

from tasjil.errors import BadValue, NotAllowed, NotInRegister
from tasjil.model.ids import UserId
from tasjil.model.users import Role, User
from tasjil.register.deeds import TWO_PEOPLE, Deed
from tasjil.register.door.requests import LAPSES
from tasjil.register.entry import EntryKind, NewEntry

DIGEST = "sha256:" + "7" * 64


def exported(grounds):
    return NewEntry(EntryKind.BUNDLE_EXPORTED, grounds)


def published(what, approval):
    body = {"what": what, "people": 2, "approval": approval}
    return NewEntry(EntryKind.RELEASE_PUBLISHED, body, because="the third month")


@pytest.fixture
def two(house):
    """A lead and a publisher."""
    return house.lead, house.add("desk-1", Role.PUBLISHER)


def agree(asker, approver, at, deed=Deed.PUBLISH, what=DIGEST):
    number = asker.ask(deed, what, because="ready", at=at)
    approver.approve(number, because="read it all", at=at)
    return number


def test_two_people_publish_once(two, lumenia):
    lead, desk = two
    assert desk.approved(Deed.PUBLISH, DIGEST, at=lumenia.noon) is None
    number = desk.ask(Deed.PUBLISH, DIGEST, because="ready", at=lumenia.noon)
    assert desk.approved(Deed.PUBLISH, DIGEST, at=lumenia.noon) is None
    lead.approve(number, because="read it all", at=lumenia.noon)
    assert desk.approved(Deed.PUBLISH, DIGEST, at=lumenia.noon) == number
    [entry] = desk.append([published(DIGEST, number)], "desk-1", lumenia.noon)
    [request] = lead.requests()
    assert (request.by, request.approved_by) == ("desk-1", "lead")
    assert request.used == entry.seq
    assert desk.approved(Deed.PUBLISH, DIGEST, at=lumenia.noon) is None
    with pytest.raises(NotAllowed, match=f"entry {entry.seq} has used it"):
        desk.append([published(DIGEST, number)], "desk-1", lumenia.noon)


def test_who_asked_does_not_approve(two, lumenia):
    lead, desk = two
    for each in two:
        number = each.ask(Deed.PUBLISH, DIGEST, because="ready", at=lumenia.noon)
        with pytest.raises(NotAllowed, match="found the one who asked"):
            each.approve(number, because="sure", at=lumenia.noon)
    assert {request.approved_by for request in lead.requests()} == {None}


def test_an_approval_is_of_one_thing_and_for_one_deed(two, lumenia):
    lead, desk = two
    number = agree(desk, lead, lumenia.noon)
    for entry in (
        published("sha256:" + "8" * 64, number),
        NewEntry(EntryKind.BUNDLE_EXPORTED, {"what": DIGEST, "approval": number}),
    ):
        with pytest.raises(NotAllowed, match="about something else"):
            lead.append([entry], "lead", lumenia.noon)
    assert lead.approved(Deed.PUBLISH, "another thing", at=lumenia.noon) is None
    assert lead.approved(Deed.EXPORT_BUNDLE, DIGEST, at=lumenia.noon) is None


@pytest.mark.parametrize("body", [{}, {"people": 1}, {"approval": 1}, {"approval": 99}])
def test_nothing_is_published_without_an_approval(two, lumenia, body):
    entry = NewEntry(EntryKind.RELEASE_PUBLISHED, {"what": DIGEST, **body})
    for register in two:
        with pytest.raises((NotAllowed, BadValue)):
            register.append([entry], register.user, lumenia.noon)


def test_what_is_published_is_named(two, lumenia):
    lead, desk = two
    number = agree(desk, lead, lumenia.noon)
    entry = NewEntry(EntryKind.RELEASE_PUBLISHED, {"approval": number})
    with pytest.raises(BadValue, match="give the digest"):
        desk.append([entry], "desk-1", lumenia.noon)


def test_a_request_nobody_answered_and_an_approval_nobody_used_lapse(two, lumenia):
    lead, desk = two
    waiting = desk.ask(Deed.PUBLISH, "a", because="ready", at=lumenia.noon)
    approved = agree(desk, lead, lumenia.noon, what="b")
    in_time = lumenia.noon + LAPSES
    assert desk.approved(Deed.PUBLISH, "b", at=in_time) == approved
    late = in_time + timedelta(seconds=1)
    with pytest.raises(NotAllowed, match="lapsed"):
        lead.approve(waiting, because="at last", at=late)
    assert desk.approved(Deed.PUBLISH, "b", at=late) is None
    with pytest.raises(NotAllowed, match="7 days ago"):
        desk.append([published("b", approved)], "desk-1", late)


def test_a_clock_set_back_brings_no_approval_to_life(two, lumenia):
    lead, desk = two
    number = agree(desk, lead, lumenia.noon)
    lead.set_scope({"acts": []}, by="lead", at=lumenia.noon + timedelta(days=8))
    with pytest.raises(NotAllowed, match="7 days ago"):
        desk.append([published(DIGEST, number)], "desk-1", lumenia.noon)
    assert desk.approved(Deed.PUBLISH, DIGEST, at=lumenia.noon) is None


def test_an_approval_dies_with_the_leave_of_either_of_the_two(house, lumenia):
    one, other = (house.add(id, Role.PUBLISHER) for id in ("desk-1", "desk-2"))
    for number, gone in enumerate(
        (
            User(UserId("desk-1"), Role.GUEST),
            User(UserId("desk-2"), Role.PUBLISHER, active=False),
        )
    ):
        what = f"release {number}"
        approval = agree(one, other, lumenia.noon, what=what)
        before = next(user for user in house.lead.users() if user.id == gone.id)
        house.change(gone)
        with pytest.raises(NotAllowed, match="no leave for it any more"):
            house.lead.append([published(what, approval)], "lead", lumenia.noon)
        house.change(before)
        house.lead.append([published(what, approval)], "lead", lumenia.noon)


@pytest.mark.parametrize("deed", sorted(TWO_PEOPLE))
def test_who_could_not_do_it_neither_asks_nor_approves(house, lumenia, deed):
    waiting = house.lead.ask(deed, DIGEST, because="ready", at=lumenia.noon)
    for role in (Role.DOCUMENTER, Role.GUEST, Role.VERIFIER, Role.PUBLISHER):
        other = house.add(f"a-{role}", role)
        if other.may(deed):
            continue
        with pytest.raises(NotAllowed, match="expected a lead"):
            other.ask(deed, DIGEST, because="ready", at=lumenia.noon)
        with pytest.raises(NotAllowed, match="expected a lead"):
            other.approve(waiting, because="fine", at=lumenia.noon)


def test_only_what_takes_two_is_asked_for(house, lumenia):
    for deed in set(Deed) - TWO_PEOPLE:
        with pytest.raises(BadValue, match="needs no asking"):
            house.lead.ask(deed, DIGEST, because="ready", at=lumenia.noon)


@pytest.mark.parametrize("what", ["", " ", "x" * 201, "two\nlines", "bell\x07"])
def test_a_request_is_about_one_short_line(house, lumenia, what):
    with pytest.raises(BadValue, match="one line"):
        house.lead.ask(Deed.PUBLISH, what, because="ready", at=lumenia.noon)


def test_a_request_and_an_approval_have_their_reasons(two, lumenia):
    lead, desk = two
    with pytest.raises(BadValue, match="because"):
        desk.ask(Deed.PUBLISH, DIGEST, because="", at=lumenia.noon)
    number = desk.ask(Deed.PUBLISH, DIGEST, because="ready", at=lumenia.noon)
    with pytest.raises(BadValue, match="because"):
        lead.approve(number, because=" ", at=lumenia.noon)


def test_what_nobody_asked_cannot_be_approved(two, lumenia):
    for number in (1, 2, 99):
        with pytest.raises(NotInRegister, match="tasjil requests"):
            two[0].approve(number, because="fine", at=lumenia.noon)


def test_an_approval_is_given_once(house, lumenia):
    one, other = (house.add(id, Role.PUBLISHER) for id in ("desk-1", "desk-2"))
    number = agree(house.lead, one, lumenia.noon)
    with pytest.raises(NotAllowed, match="found one that is approved"):
        other.approve(number, because="me too", at=lumenia.noon)


def test_one_alone_exports_a_bundle_and_the_entry_says_so(house, lumenia):
    grounds = house.lead.leave_for_export(DIGEST, at=lumenia.noon)
    assert grounds == {"what": DIGEST, "people": 1}
    [entry] = house.lead.append([exported(grounds)], "lead", lumenia.noon)
    assert entry.told == grounds


def test_one_alone_publishes_nothing(house, lumenia):
    with pytest.raises(NotAllowed, match="second person"):
        house.lead.leave_for_export(DIGEST, at=lumenia.noon, deed=Deed.PUBLISH)
    entry = NewEntry(EntryKind.RELEASE_PUBLISHED, {"what": DIGEST, "people": 1})
    with pytest.raises(NotAllowed, match="on one's word"):
        house.lead.append([entry], "lead", lumenia.noon)


def test_from_the_second_person_on_an_export_takes_two_for_ever(house, lumenia):
    verifier = house.add("reader-4", Role.VERIFIER)
    alone = exported({"what": DIGEST, "people": 1})
    with pytest.raises(NotAllowed, match="second person"):
        house.lead.leave_for_export(DIGEST, at=lumenia.noon)
    with pytest.raises(NotAllowed, match="second person"):
        house.lead.append([alone], "lead", lumenia.noon)
    number = agree(house.lead, verifier, lumenia.noon, Deed.EXPORT_BUNDLE)
    grounds = verifier.leave_for_export(DIGEST, at=lumenia.noon)
    assert grounds == {"what": DIGEST, "people": 2, "approval": number}
    verifier.append([exported(grounds)], "reader-4", lumenia.noon)
    house.change(User(UserId("reader-4"), Role.VERIFIER, active=False))
    with pytest.raises(NotAllowed, match="second person"):
        house.lead.append([alone], "lead", lumenia.noon)
    with pytest.raises(NotAllowed, match="tasjil ask"):
        house.lead.leave_for_export(DIGEST, at=lumenia.noon)


def test_an_export_is_not_for_everybody(house, lumenia):
    documenter = house.add("reader-3", Role.DOCUMENTER)
    with pytest.raises(NotAllowed, match="expected a lead or verifier"):
        documenter.leave_for_export(DIGEST, at=lumenia.noon)


def test_no_program_approves_or_publishes(two, lumenia):
    lead, desk = two
    number = agree(desk, lead, lumenia.noon)
    with pytest.raises(NotAllowed, match="expected a person"):
        desk.append([published(DIGEST, number)], "tasjil/test", lumenia.noon)


def test_requests_and_what_became_of_them_come_back_from_the_log(two, lumenia):
    lead, desk = two
    number = agree(desk, lead, lumenia.noon)
    desk.append([published(DIGEST, number)], "desk-1", lumenia.noon)
    agree(lead, desk, lumenia.noon, what="next")
    desk.ask(Deed.PUBLISH, "later", because="ready", at=lumenia.noon)
    states = [request.state(lumenia.noon) for request in lead.requests()]
    assert states == ["used", "approved", "waiting"]
    before = lead.table_digests()
    assert lead.rebuild() == before
    assert lead.verify().tables == before
