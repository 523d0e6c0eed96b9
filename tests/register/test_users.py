"""People at one register: who is let in, as what, and what they see and may do."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tasjil.errors import BadValue, CannotUnlock, NotAllowed, NotInRegister
from tasjil.model.ids import UserId
from tasjil.model.users import Role, User
from tasjil.register import actions, log, people_actions
from tasjil.register.deeds import Deed
from tasjil.register.entry import EntryKind, NewEntry
from tasjil.register.keys.ring import Key
from tasjil.register.register import Register
from tasjil.register.store import Store, scratch

LEAD = UserId("lead")


def test_whoever_makes_a_register_is_its_first_lead_and_the_log_begins_with_it(house):
    first = next(house.lead.entries())
    assert (first.kind, first.by) == (EntryKind.USER_ADDED, LEAD)
    assert house.lead.users() == (User(LEAD, Role.LEAD),)
    assert house.lead.me == User(LEAD, Role.LEAD)


@pytest.mark.parametrize("id", ["Imre", "tasjil/test", "reader 3"])
def test_no_register_begins_with_an_id_that_is_none(tmp_path, lumenia, id):
    with pytest.raises(BadValue, match="names nobody"):
        Register.create(tmp_path / "register", Key(UserId(id)), at=lumenia.noon)
    assert not list((tmp_path / "register").glob("*.sqlite"))
    Register.create(tmp_path / "register", Key(), at=lumenia.noon).close()


def test_a_log_begins_with_its_lead_and_with_nothing_else(tmp_path, lumenia):
    empty = Store(scratch())
    try:
        empty.migrate()
        guest = people_actions.user_added(User(LEAD, Role.GUEST), None)
        scope = NewEntry(EntryKind.SCOPE_SET, {}, {"case": b"{}"})
        first = actions.first_lead(LEAD)
        for entries, by in (
            ([guest], LEAD),
            ([scope], LEAD),
            ([scope], "tasjil/test"),
            ([first], UserId("lead-2")),
            ([first, scope], LEAD),
        ):
            with pytest.raises((NotAllowed, BadValue)), empty.transaction():
                log.write(empty, entries, by, lumenia.noon)
        with empty.transaction():
            log.write(empty, [first], LEAD, lumenia.noon)
        with pytest.raises(NotAllowed, match="does not know"), empty.transaction():
            log.write(empty, [scope], LEAD, lumenia.noon)
    finally:
        empty.close()


def test_a_person_who_is_added_opens_the_register_with_a_key_of_their_own(
    house, lumenia
):
    theirs = house.add("reader-3", Role.DOCUMENTER)
    assert theirs.user == "reader-3"
    assert theirs.me.role is Role.DOCUMENTER
    report, original = lumenia.report()
    assert theirs.capture(report, original, by="reader-3", at=lumenia.noon)
    assert house.lead.has_report(report.id)
    last = list(house.lead.entries())[-1]
    assert (last.by, last.kind) == ("reader-3", "document.captured")


def test_nobody_acts_in_anothers_name(house, lumenia):
    theirs = house.add("reader-3", Role.DOCUMENTER)
    report, original = lumenia.report()
    for name in ("lead", "Reader-3", "reader-30", "somebody"):
        with pytest.raises(NotAllowed, match="with their own key"):
            theirs.capture(report, original, by=name, at=lumenia.noon)
    with pytest.raises(NotAllowed, match="with their own key"):
        house.lead.set_scope({"acts": []}, by="reader-3", at=lumenia.noon)


def test_a_program_captures_and_reads_for_a_person_and_says_for_whom(house, lumenia):
    theirs = house.add("reader-3", Role.DOCUMENTER)
    report, original = lumenia.report()
    theirs.capture(report, original, by="tasjil/test", at=lumenia.noon)
    theirs.propose(report.id, "english/1", [], by="tasjil/test", at=lumenia.noon)
    told = [entry.told.get("for") for entry in list(theirs.entries())[-2:]]
    assert told == ["reader-3", "reader-3"]


def test_no_program_judges_and_a_program_has_no_more_leave_than_who_runs_it(
    house, lumenia
):
    claim = lumenia.fill(house.lead, reports=1)[0]
    judgement = replace(lumenia.judgement(claim), by=UserId("tasjil/test"))
    with pytest.raises(NotAllowed, match="expected a person"):
        house.lead.judge(judgement)
    guest = house.add("visitor", Role.GUEST)
    report, original = lumenia.report(7)
    with pytest.raises(NotAllowed, match="found a guest"):
        guest.capture(report, original, by="tasjil/test", at=lumenia.noon)


def test_nobody_says_that_somebody_else_captured_a_report(house, lumenia):
    theirs = house.add("reader-3", Role.DOCUMENTER)
    sly = NewEntry(EntryKind.LIST_IMPORTED, {"list": "sha256:0", "for": "lead"})
    [by_hand] = theirs.append([sly], "reader-3", lumenia.noon)
    [by_program] = theirs.append([sly], "tasjil/test", lumenia.noon)
    assert "for" not in by_hand.told
    assert by_program.told["for"] == "reader-3"


DEEDS: dict[str, Callable[[Register, object], object]] = {
    "the reports": lambda register, lumenia: register.reports(),
    "a report": lambda register, lumenia: register.report(lumenia.report(0)[0].id),
    "its bytes": lambda register, lumenia: register.original(lumenia.report(0)[0].id),
    "the claims": lambda register, lumenia: register.claims(),
    "the judgements": lambda register, lumenia: register.judgements(),
    "the log": lambda register, lumenia: register.entries(),
}


@pytest.mark.parametrize("what", DEEDS)
def test_a_guest_sees_no_words_of_anybody(house, lumenia, what):
    lumenia.fill(house.lead)
    guest = house.add("visitor", Role.GUEST)
    with pytest.raises(NotAllowed, match="found a guest"):
        DEEDS[what](guest, lumenia)
    assert guest.counts().reports == 3
    assert len(list(guest.claims(to=Deed.LOOK_AT_COUNTS))) == 9
    assert guest.verify().entries == house.lead.counts().entries


def test_a_verifier_does_not_say_what_the_case_counts(house, lumenia):
    verifier = house.add("reader-4", Role.VERIFIER)
    with pytest.raises(NotAllowed, match="expected a lead"):
        verifier.set_scope({"acts": ["injured"]}, by="tasjil/test", at=lumenia.noon)
    assert house.lead.case() is None


def own_records(house, lumenia) -> tuple[Register, Register]:
    """Two documenters; the second works on own records alone. Each has a report."""
    one = house.add("reader-3", Role.DOCUMENTER)
    other = house.add("reader-5", Role.DOCUMENTER, own_records=True)
    for number, register, by in ((0, one, "tasjil/test"), (1, other, "reader-5")):
        report, original = lumenia.report(number)
        register.capture(report, original, by=by, at=lumenia.noon)
        found = [lumenia.claim(report, each) for each in range(3)]
        register.propose(
            report.id, "english/1", found, by="tasjil/test", at=lumenia.noon
        )
    return one, other


def test_in_own_records_mode_one_sees_ones_own_and_the_rest_is_not_there(
    house, lumenia
):
    one, other = own_records(house, lumenia)
    theirs, mine = lumenia.report(0)[0], lumenia.report(1)[0]
    assert [each.id for each in one.reports()] == [theirs.id, mine.id]
    assert [each.id for each in other.reports()] == [mine.id]
    assert {claim.report for claim, _ in other.claims()} == {mine.id}
    assert other.original(mine.id)
    for ask in (other.report, other.original):
        with pytest.raises(NotInRegister):
            ask(theirs.id)
    with pytest.raises(NotInRegister):
        other.claim(lumenia.claim(theirs, 0).id)
    assert list(other.claims(report=theirs.id)) == []


def test_counts_in_own_records_mode_say_that_they_are_of_ones_own(house, lumenia):
    one, other = own_records(house, lumenia)
    judged = replace(
        lumenia.judgement(lumenia.claim(lumenia.report(0)[0], 0)),
        by=UserId("reader-3"),
    )
    one.judge(judged)
    assert (one.counts().reports, one.counts().judgements) == (2, 1)
    assert not one.counts().own_records
    counts = other.counts()
    assert (counts.reports, counts.read, counts.judgements) == (1, 1, 0)
    told = {state: many for state, many in counts.claims.items() if many}
    assert told == {"proposed": 3}
    assert counts.own_records
    assert list(other.judgements()) == []


def test_in_own_records_mode_one_acts_on_nothing_of_anothers(house, lumenia):
    _, other = own_records(house, lumenia)
    theirs, mine = lumenia.report(0)[0], lumenia.report(1)[0]
    by = UserId("reader-5")
    other.judge(replace(lumenia.judgement(lumenia.claim(mine, 0)), by=by))
    with pytest.raises(NotInRegister, match="found none with the id"):
        other.judge(replace(lumenia.judgement(lumenia.claim(theirs, 0)), by=by))
    for reader in ("english/1", "english/2"):
        with pytest.raises(NotAllowed, match="only with records of your own"):
            other.propose(theirs.id, reader, [], by="tasjil/test", at=lumenia.noon)
    with pytest.raises(NotAllowed, match="who sees all records"):
        other.entries()
    with pytest.raises(NotAllowed):
        other.must(Deed.BACK_UP)


def test_one_entry_of_anothers_among_ones_own_stops_the_action(house, lumenia):
    _, other = own_records(house, lumenia)
    before = house.lead.counts()
    read = [
        NewEntry(
            EntryKind.DOCUMENT_READ,
            {"report": lumenia.report(number)[0].id, "reader": "r", "claims": 0},
        )
        for number in (1, 0)
    ]
    with pytest.raises(NotAllowed):
        other.append(read, "tasjil/test", lumenia.noon)
    assert house.lead.counts() == before


def test_what_a_program_captured_for_somebody_is_theirs(house, lumenia):
    other = house.add("reader-5", Role.DOCUMENTER, own_records=True)
    report, original = lumenia.report()
    other.capture(report, original, by="tasjil/test", at=lumenia.noon)
    assert [each.id for each in other.reports()] == [report.id]


def test_the_users_and_whose_report_it_is_come_back_from_the_log(house, lumenia):
    own_records(house, lumenia)
    before = house.lead.table_digests()
    assert house.lead.rebuild() == before
    assert house.lead.verify().tables == before


def test_what_somebody_may_do_changes_while_they_have_the_register_open(house, lumenia):
    theirs = house.add("reader-3", Role.DOCUMENTER)
    report, original = lumenia.report()
    house.change(User(UserId("reader-3"), Role.ANALYST))
    with pytest.raises(NotAllowed, match="found an analyst"):
        theirs.capture(report, original, by="reader-3", at=lumenia.noon)
    house.change(User(UserId("reader-3"), Role.ANALYST, active=False))
    with pytest.raises(NotAllowed, match="take you back"):
        theirs.reports()
    with pytest.raises(NotAllowed, match="take you back"):
        theirs.users()


def test_whoever_is_removed_cannot_open_the_register(house):
    house.add("reader-3", Role.DOCUMENTER).close()
    gone = UserId("reader-3")
    house.lead.remove_user(gone, because="left us", at=house.noon)
    with pytest.raises(CannotUnlock):
        house.open("reader-3")
    assert not house.lead.user_of(gone).active
    assert set(house.lead.keys_held()) == {LEAD}


def test_an_id_stands_for_one_person_for_ever(house, lumenia):
    house.add("reader-3", Role.DOCUMENTER)
    house.change(User(UserId("reader-3"), Role.DOCUMENTER, active=False))
    again = User(UserId("reader-3"), Role.GUEST)
    with pytest.raises(NotAllowed, match="choose another"):
        house.lead.add_user(again, because="new", at=lumenia.noon)


def test_nobody_but_a_lead_says_who_works_on_the_case(house, lumenia):
    theirs = house.add("reader-3", Role.VERIFIER)
    friend = User(UserId("friend"), Role.GUEST)
    with pytest.raises(NotAllowed, match="expected a lead"):
        theirs.add_user(friend, because="helps", at=lumenia.noon)
    with pytest.raises(NotAllowed, match="expected a lead"):
        theirs.change_user(theirs.me, because="helps", at=lumenia.noon)
    with pytest.raises(NotAllowed, match="expected a lead"):
        theirs.let_in(Key(UserId("friend")))
    with pytest.raises(NotAllowed, match="expected a lead"):
        theirs.remove_user(LEAD, because="helps", at=lumenia.noon)


def test_a_removal_that_stopped_half_way_goes_on(house):
    house.add("reader-3", Role.DOCUMENTER)
    house.change(User(UserId("reader-3"), Role.DOCUMENTER, active=False))
    size = house.lead.head().size
    house.lead.remove_user(UserId("reader-3"), because="left us", at=house.noon)
    assert set(house.lead.keys_held()) == {LEAD}
    assert house.lead.head().size == size


def test_the_last_who_can_open_the_box_stays_until_another_can(house, lumenia):
    why = {"because": "rest", "at": lumenia.noon}
    second = UserId("lead-2")
    house.add("lead-2", Role.LEAD)
    with pytest.raises(CannotUnlock, match="grant it to another user first"):
        house.lead.take_box(LEAD, **why)
    house.lead.grant_box(second, **why)
    house.lead.take_box(LEAD, **why)
    before = house.lead.head()
    with pytest.raises(CannotUnlock, match="grant it to another user first"):
        house.lead.remove_user(second, **why)
    assert house.lead.head() == before
    house.open("lead-2").grant_box(LEAD, **why)
    house.lead.remove_user(second, **why)
    assert set(house.lead.keys_held()) == {LEAD}
    assert not house.lead.user_of(second).active


def test_nobody_gets_a_key_whom_the_log_does_not_know(house):
    with pytest.raises(NotAllowed, match="add them first"):
        house.lead.let_in(Key(UserId("stranger")))
    assert set(house.lead.keys_held()) == {LEAD}


def test_the_last_lead_can_neither_go_nor_become_something_else(house, lumenia):
    for user in (User(LEAD, Role.LEAD, active=False), User(LEAD, Role.VERIFIER)):
        with pytest.raises(NotAllowed, match="one lead at least"):
            house.change(user)
    second = house.add("lead-2", Role.LEAD)
    with pytest.raises(NotAllowed, match="nobody changes their own role"):
        house.change(User(LEAD, Role.GUEST))
    second.change_user(User(LEAD, Role.GUEST), because="rest", at=lumenia.noon)
    with pytest.raises(NotAllowed, match="expected a lead"):
        house.change(User(UserId("lead-2"), Role.GUEST))


def test_a_user_nobody_added_cannot_be_changed(house):
    with pytest.raises(NotInRegister, match="tasjil users"):
        house.change(User(UserId("reader-9"), Role.GUEST))


def test_a_change_of_users_has_its_reason(house, lumenia):
    with pytest.raises(BadValue, match="because"):
        house.lead.add_user(
            User(UserId("reader-3"), Role.GUEST), because=" ", at=lumenia.noon
        )


def test_a_user_entry_that_says_no_user_is_refused(house, lumenia):
    for body in (
        {"user": "reader-3", "role": "king", "own_records": False, "active": True},
        {"user": "Reader 3", "role": "guest", "own_records": False, "active": True},
        {"user": "reader-3"},
    ):
        entry = NewEntry(EntryKind.USER_ADDED, body, because="x")
        with pytest.raises(BadValue):
            house.lead.append([entry], LEAD, lumenia.noon)


def test_two_decisions_about_people_are_never_one_action(house, lumenia):
    body = {"role": "lead", "own_records": False, "active": True}
    both = [
        NewEntry(EntryKind.USER_ADDED, {**body, "user": id}, because="x")
        for id in ("one", "one")
    ]
    with pytest.raises(NotAllowed, match="one after the other"):
        house.lead.append(both, LEAD, lumenia.noon)


CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["lead", "b", "c"]),
        st.sampled_from(["lead", "b", "c"]),
        st.sampled_from(Role),
        st.booleans(),
    ),
    max_size=12,
)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(CHANGES)
def test_whatever_people_do_to_each_other_one_lead_is_left(new_house, lumenia, changes):
    house = new_house()
    registers = {
        "lead": house.lead,
        "b": house.add("b", Role.LEAD),
        "c": house.add("c", Role.VERIFIER),
    }
    for by, whom, role, active in changes:
        user = User(UserId(whom), role, active=active)
        try:
            registers[by].change_user(user, because="so", at=lumenia.noon)
        except NotAllowed:
            continue
    told = (entry.told for chunk in log.walk(house.lead._store) for entry in chunk)
    last = {each["user"]: (each["role"], each["active"]) for each in told}
    assert ("lead", True) in last.values()
    house.close()
