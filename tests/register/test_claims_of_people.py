"""What was read stays as it was read; what a person puts in its place counts."""

from dataclasses import replace

import pytest
from django.db.migrations.executor import MigrationExecutor

from tasjil.errors import (
    BadBundle,
    BadPassage,
    BadValue,
    Erased,
    LogBroken,
    NotAllowed,
    NotInRegister,
)
from tasjil.model.ids import ClaimId
from tasjil.model.judgement import ClaimState
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage
from tasjil.model.users import Role
from tasjil.register import making
from tasjil.register.derived.appliers import OF_OTHERS
from tasjil.register.door.rules import RULES
from tasjil.register.entry import EntryKind
from tasjil.register.keys.ring import Key
from tasjil.register.made import Done
from tasjil.register.offices.questions import QuestionKind
from tasjil.register.register import Register

PROPOSED, ACCEPTED, REJECTED, CORRECTED, WITHDRAWN = ClaimState


def by_hand(claim, id="c-hand", number=7):
    return replace(
        claim,
        id=ClaimId(id),
        reader="person/1",
        quantity=Quantity(number, number, "seven"),
    )


def states(register):
    return {claim.id: state for claim, state in register.claims()}


def correct(register, lumenia, claim, id="c-hand", number=7):
    made = by_hand(claim, id, number)
    register.correct(made, claim.id, because="the words say seven", at=lumenia.noon)
    return made


@pytest.fixture
def checked(register, lumenia):
    """A register that is whole at the end, and whose tables can be made anew."""
    yield register
    register.verify()
    before = register.table_digests()
    assert register.rebuild() == before


def test_a_corrected_claim_stays_as_it_was_read_and_the_new_one_stands(
    checked, lumenia
):
    _, claim, _ = lumenia.fill(checked, reports=1)
    made = correct(checked, lumenia, claim)
    assert checked.claim(claim.id) == (claim, CORRECTED)
    assert checked.claim(made.id) == (made, ACCEPTED)
    assert checked.standing_claim(claim.id) == made.id
    (told,) = checked.made_by_people()
    assert (told.of, told.root, told.by) == (claim.id, claim.id, "lead")


def test_a_correction_can_be_corrected_and_the_newest_stands(checked, lumenia):
    _, claim, _ = lumenia.fill(checked, reports=1)
    first = correct(checked, lumenia, claim)
    second = correct(checked, lumenia, first, "c-again", 8)
    assert [states(checked)[each.id] for each in (claim, first, second)] == [
        CORRECTED,
        CORRECTED,
        ACCEPTED,
    ]
    assert checked.standing_claim(claim.id) == second.id
    assert [each.root for each in checked.made_by_people()] == [claim.id] * 2


def test_taking_corrections_back_goes_back_step_by_step(checked, lumenia):
    claim, *_ = lumenia.fill(checked, reports=1)
    first = correct(checked, lumenia, claim)
    second = correct(checked, lumenia, first, "c-again", 8)
    told = {"because": "it did say so", "at": lumenia.noon}
    assert checked.take_back(second.id, **told) == (first.id, ACCEPTED)
    assert checked.take_back(first.id, **told) == (claim.id, ACCEPTED)
    assert checked.take_back(claim.id, **told) == (claim.id, PROPOSED)
    with pytest.raises(NotInRegister, match="nothing to take back"):
        checked.take_back(claim.id, **told)
    assert states(checked)[first.id] is states(checked)[second.id] is WITHDRAWN
    done = [each.done for each in checked.claim_history(second.id)]
    assert done == [
        *(Done.PROPOSED, Done.JUDGED, Done.CORRECTED, Done.CORRECTED),
        *(Done.WITHDRAWN, Done.WITHDRAWN, Done.TAKEN_BACK),
    ]


def test_a_claim_judged_after_it_was_corrected_back_stands_as_judged(checked, lumenia):
    _, claim, _ = lumenia.fill(checked, reports=1)
    made = correct(checked, lumenia, claim)
    checked.take_back(made.id, because="no", at=lumenia.noon)
    checked.judge(lumenia.judgement(claim, REJECTED))
    again = correct(checked, lumenia, claim, "c-again")
    assert states(checked)[claim.id] is CORRECTED
    checked.take_back(again.id, because="no", at=lumenia.noon)
    assert states(checked)[claim.id] is REJECTED


def test_a_judgement_that_is_taken_back_leaves_what_was_said_before(checked, lumenia):
    _, claim, _ = lumenia.fill(checked, reports=1)
    for state in (ACCEPTED, REJECTED):
        checked.judge(lumenia.judgement(claim, state))
    told = {"because": "the wrong key", "at": lumenia.noon}
    assert checked.take_back(claim.id, **told) == (claim.id, ACCEPTED)
    assert checked.take_back(claim.id, **told) == (claim.id, PROPOSED)
    events = checked.claim_history(claim.id)
    assert [each.undone for each in events] == [False, True, True, False, False]
    assert len(list(checked.judgements(claim.id))) == 4


def test_nobody_takes_back_what_another_did_meanwhile(checked, lumenia):
    _, claim, _ = lumenia.fill(checked, reports=1)
    checked.judge(lumenia.judgement(claim))
    mine = checked.claim_history(claim.id)[-1].number
    checked.judge(lumenia.judgement(claim, REJECTED))
    with pytest.raises(NotAllowed, match="somebody has done something since"):
        checked.take_back(claim.id, because="no", at=lumenia.noon, number=mine)
    newest = checked.claim_history(claim.id)[-1].number
    checked.take_back(claim.id, because="no", at=lumenia.noon, number=newest)
    checked.take_back(claim.id, because="no", at=lumenia.noon, number=mine)
    assert states(checked)[claim.id] is PROPOSED


def test_nobody_judges_or_corrects_what_another_stands_in_the_place_of(
    checked, lumenia
):
    _, claim, _ = lumenia.fill(checked, reports=1)
    correct(checked, lumenia, claim)
    for act in (
        lambda: checked.judge(lumenia.judgement(claim)),
        lambda: correct(checked, lumenia, claim, "c-late"),
        lambda: checked.take_back(claim.id, because="no", at=lumenia.noon),
    ):
        with pytest.raises(NotAllowed, match="look at c-hand"):
            act()
    assert len(list(checked.made_by_people())) == 1


def test_a_later_reading_drops_nothing_that_a_person_made(checked, lumenia):
    _, claim, other = lumenia.fill(checked, reports=1)
    made = correct(checked, lumenia, claim)
    added = by_hand(other, "c-added")
    checked.add_claim(added, because="nobody read it", at=lumenia.noon)
    report = claim.report
    for reader, found in (("english/2", [claim]), ("english/3", [])):
        found = [replace(each, reader=reader) for each in found]
        checked.propose(report, reader, found, by=lumenia.who, at=lumenia.noon)
    kept = states(checked)
    assert (kept[claim.id], kept[made.id], kept[added.id]) == (
        CORRECTED,
        ACCEPTED,
        ACCEPTED,
    )
    assert other.id not in kept


def test_an_added_claim_is_taken_back_and_never_proposed(checked, lumenia):
    _, claim, _ = lumenia.fill(checked, reports=1)
    added = by_hand(claim)
    checked.add_claim(added, because="nobody read it", at=lumenia.noon)
    with pytest.raises(NotAllowed, match="take it back"):
        checked.judge(lumenia.judgement(added, PROPOSED))
    assert checked.take_back(added.id, because="no", at=lumenia.noon) is None
    assert states(checked)[added.id] is WITHDRAWN
    with pytest.raises(NotAllowed, match="withdrawn"):
        checked.judge(lumenia.judgement(added))


def test_a_persons_claim_passes_the_gate_of_every_reader(register, lumenia):
    _, claim, _ = lumenia.fill(register, reports=1)
    elsewhere = replace(by_hand(claim), passage=Passage(0, 3, "Six"))
    with pytest.raises(BadPassage, match="does not stand"):
        register.correct(elsewhere, claim.id, because="so", at=lumenia.noon)
    with pytest.raises(BadPassage, match="does not stand"):
        register.add_claim(elsewhere, because="so", at=lumenia.noon)
    with pytest.raises(BadValue, match="reader"):
        register.add_claim(
            replace(by_hand(claim), reader="english/1"), because="so", at=lumenia.noon
        )
    with pytest.raises(NotAllowed, match="of its own"):
        register.add_claim(by_hand(claim, claim.id), because="so", at=lumenia.noon)
    for because in ("", " "):
        with pytest.raises(BadValue, match="because"):
            register.add_claim(by_hand(claim), because=because, at=lumenia.noon)
    assert list(register.made_by_people()) == []


def test_no_entry_made_by_other_hands_puts_a_claim_into_another_line(register, lumenia):
    claims = lumenia.fill(register, reports=2)
    made = by_hand(claims[1])
    wrong = making.corrected(made, claims[4].id, None, "so")
    with pytest.raises(BadValue, match="same report"):
        register.append([wrong], "lead", lumenia.noon)
    good = making.corrected(made, claims[1].id, None, "so")
    with pytest.raises(NotAllowed, match="a person"):
        register.append([good], "tasjil/1", lumenia.noon)
    with pytest.raises(NotAllowed, match="one decision"):
        register.append([good, good], "lead", lumenia.noon)


def test_many_claims_are_judged_together_or_not_at_all(register, lumenia):
    claims = lumenia.fill(register, reports=1)
    before = register.head().size
    with pytest.raises(NotInRegister):
        register.judge_all(
            [lumenia.judgement(claims[1]), lumenia.judgement(by_hand(claims[2]))]
        )
    assert register.head().size == before
    register.judge_all([lumenia.judgement(each, REJECTED) for each in claims])
    assert set(states(register).values()) == {REJECTED}
    assert register.head().size == before + 3


@pytest.mark.parametrize(
    ("role", "own", "may"),
    [
        (Role.LEAD, False, True),
        (Role.VERIFIER, False, True),
        (Role.DOCUMENTER, False, True),
        (Role.DOCUMENTER, True, False),
        (Role.ANALYST, False, False),
        (Role.GUEST, False, False),
    ],
)
def test_who_may_correct_add_and_take_back(house, lumenia, role, own, may):
    _, claim, other = lumenia.fill(house.lead, reports=1)
    house.lead.judge(lumenia.judgement(other))
    theirs = house.add("salma", role, own)
    added = by_hand(other, "c-added")
    for act in (
        lambda: correct(theirs, lumenia, claim),
        lambda: theirs.add_claim(added, because="so", at=lumenia.noon),
        lambda: theirs.take_back(other.id, because="so", at=lumenia.noon),
    ):
        if may:
            act()
        else:
            with pytest.raises((NotAllowed, NotInRegister)):
                act()
    made = {each.by for each in house.lead.made_by_people()}
    assert made == ({"salma"} if may else set())


def test_who_works_on_their_own_records_corrects_those_and_sees_no_others(
    house, lumenia
):
    _, claim, _ = lumenia.fill(house.lead, reports=1)
    correct(house.lead, lumenia, claim)
    theirs = house.add("salma", Role.DOCUMENTER, own_records=True)
    report, original = lumenia.report(8)
    own = lumenia.claim(report, 1)
    theirs.capture(report, original, by=lumenia.who, at=lumenia.noon)
    theirs.propose(report.id, "english/1", [own], by=lumenia.who, at=lumenia.noon)
    made = correct(theirs, lumenia, own, "c-own")
    assert [each.claim for each in theirs.made_by_people()] == [made.id]
    assert len(theirs.claim_history(own.id)) == 2
    with pytest.raises(NotInRegister):
        theirs.claim_history(claim.id)


def test_nothing_of_a_corrected_claim_is_left_when_its_report_is_erased(
    checked, lumenia
):
    claims = lumenia.fill(checked, reports=2)
    made = correct(checked, lumenia, claims[1])
    added = by_hand(claims[4], "c-added")
    checked.add_claim(added, because="nobody read it", at=lumenia.noon)
    checked.box.erase(
        None, [made.report], by="lead", at=lumenia.noon, because="asked to"
    )
    assert [each.claim for each in checked.made_by_people()] == [added.id]
    with pytest.raises(NotInRegister):
        checked.claim_history(made.id)
    with pytest.raises((NotInRegister, Erased)):
        correct(checked, lumenia, claims[1], "c-late")


def test_a_register_of_an_earlier_tasjil_gains_what_its_log_holds(register, lumenia):
    _, claim, _ = lumenia.fill(register, reports=1)
    correct(register, lumenia, claim)
    before = register.table_digests()
    executor = MigrationExecutor(register._store.connection)
    executor.migrate([("register", "0011_estimates")])
    register.close()
    with Register.open(register.folder, Key()) as later:
        assert later.table_digests() == before
        later.verify()


def test_a_changed_table_of_what_people_made_is_found(register, lumenia, tamper):
    _, claim, _ = lumenia.fill(register, reports=1)
    correct(register, lumenia, claim)
    register.close()
    tamper(register.folder, "UPDATE register_maderow SET because = 'another'")
    with Register.open(register.folder, Key()) as later:
        with pytest.raises(LogBroken, match="MadeRow"):
            later.verify()
        later.rebuild()
        later.verify()


def fix(office, claim, id, number=7, minute=0):
    made = by_hand(claim, id, number)
    office.register.correct(made, claim.id, because="so", at=office.at(minute))
    return made


def test_what_one_office_corrects_holds_in_the_other(north, coast):
    north.capture(1)
    claim, *_ = north.read(1)
    made = fix(north, claim, "c-north")
    coast.hear(north)
    assert states(coast.register)[made.id] is ACCEPTED
    assert [each.by for each in coast.register.made_by_people()] == [
        f"lead @ {north.id}"
    ]
    assert coast.seen() == north.seen()
    coast.check()


def test_two_offices_that_correct_one_claim_count_it_once_and_are_asked(north, coast):
    north.capture(1)
    claim, *_ = north.read(1)
    coast.hear(north)
    one = fix(north, claim, "c-north", 7, minute=1)
    other = fix(coast, claim, "c-coast", 9, minute=2)
    last = fix(north, one, "c-north-again", 8, minute=3)
    north.hear(coast, minute=4)
    coast.hear(north, minute=4)
    kept = states(north.register)
    assert [kept[each.id] for each in (claim, one, other, last)] == [
        *(CORRECTED, CORRECTED, CORRECTED),
        ACCEPTED,
    ]
    assert north.asks() == coast.asks() == [(QuestionKind.DISPUTED, claim.id)]
    assert north.seen() == coast.seen()
    fix(coast, last, "c-settled", 8, minute=5)
    north.hear(coast, minute=6)
    assert north.asks() == coast.asks() == []
    for office in (north, coast):
        office.check()


def test_a_judgement_of_an_office_that_had_not_heard_brings_nothing_back(north, coast):
    north.capture(1)
    claim, *_ = north.read(1)
    coast.hear(north)
    made = fix(north, claim, "c-north", minute=1)
    coast.judge(claim.id, ACCEPTED, minute=2)
    north.hear(coast, minute=3)
    coast.hear(north, minute=3)
    for office in (north, coast):
        kept = states(office.register)
        assert (kept[claim.id], kept[made.id]) == (CORRECTED, ACCEPTED)
        assert office.asks() == [(QuestionKind.DISPUTED, claim.id)]
        office.check()


def test_a_bundle_whose_correction_rests_on_no_words_is_refused(
    north, coast, monkeypatch
):
    north.capture(1)
    claim, *_ = north.read(1)
    wrong = replace(by_hand(claim, "c-false"), passage=Passage(0, 3, "Six"))
    entry = making.added(wrong, "so")
    monkeypatch.delitem(RULES, EntryKind.CLAIM_ADDED)
    north.register.append([entry], "lead", north.at(1))
    with pytest.raises(BadBundle, match="says what no tasjil writes"):
        coast.hear(north, minute=2)


def test_an_office_that_lags_behind_is_told_to_bring_its_tasjil_up(
    north, coast, monkeypatch
):
    north.capture(1)
    claim, *_ = north.read(1)
    fix(north, claim, "c-north")
    monkeypatch.delitem(OF_OTHERS, EntryKind.CLAIM_CORRECTED)
    with pytest.raises(BadBundle, match="install the tasjil"):
        coast.hear(north, minute=2)
    assert list(coast.register.claims()) == []
