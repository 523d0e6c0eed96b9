"""Who may do what, by role, against sentences written down apart from the table."""

import itertools

import pytest

from tasjil.errors import NotAllowed
from tasjil.model.ids import UserId
from tasjil.model.users import Role, User
from tasjil.register.deeds import BY_PROGRAM, DEED_OF, TWO_PEOPLE, Deed
from tasjil.register.entry import EntryKind
from tasjil.register.permissions import ALONE, TABLE, Leave, leave, require, who_may

EVERYTHING = "; ".join(deed.definition for deed in Deed)

MAY = {
    Role.LEAD: EVERYTHING,
    Role.DOCUMENTER: """
        capture a report; say where a report comes from;
        keep what a reader proposes; import a list;
        judge, correct or add a claim;
        keep which records are held to be one person;
        write down that somebody consents; put an identity into the sealed box;
        write down what a reader says is wrong;
        make a backup; take in a bundle of another office;
        look at reports, claims and judgements; look at figures; look at the log;
        check that the log is whole; sign or stamp how far the log has come
    """,
    Role.VERIFIER: """
        capture a report; say where a report comes from;
        keep what a reader proposes; import a list;
        judge, correct or add a claim;
        keep which records are held to be one person;
        judge whether two are one; make an assessment; sign an assessment;
        dissent from an assessment;
        write down that somebody consents; put an identity into the sealed box;
        read an identity in the sealed box; make a backup;
        write down what a reader says is wrong; answer what a reader says is wrong;
        take out a bundle for another office; take in a bundle of another office;
        ask a second person for leave; give another person leave;
        look at reports, claims and judgements; look at figures; look at the log;
        check that the log is whole; sign or stamp how far the log has come
    """,
    Role.ANALYST: """
        keep what a reader proposes; import a list; judge whether two are one;
        keep which records are held to be one person;
        keep an estimate of those whom nobody documented; withdraw an estimate;
        make an assessment; dissent from an assessment;
        take out anything else unprotected;
        write down what a reader says is wrong; answer what a reader says is wrong;
        ask a second person for leave; give another person leave;
        look at reports, claims and judgements; look at figures; look at the log;
        check that the log is whole; sign or stamp how far the log has come
    """,
    Role.PUBLISHER: """
        publish a release;
        write down what a reader says is wrong; answer what a reader says is wrong;
        ask a second person for leave; give another person leave;
        look at reports, claims and judgements; look at figures; look at the log;
        check that the log is whole; sign or stamp how far the log has come
    """,
    Role.GUEST: """
        look at figures;
        check that the log is whole; sign or stamp how far the log has come
    """,
}
"""What each role may do with every record."""

MAY_WITH_THEIR_OWN = {
    Role.LEAD: "",
    Role.DOCUMENTER: """
        write down that somebody withdraws consent; read an identity in the sealed box
    """,
    Role.VERIFIER: "write down that somebody withdraws consent",
    Role.ANALYST: "",
    Role.PUBLISHER: "",
    Role.GUEST: "",
}
"""What each role may do with records of their own, and with no other."""

IN_OWN_RECORDS_MODE_WITH_THEIR_OWN = """
    capture a report; say where a report comes from; keep what a reader proposes;
    judge, correct or add a claim;
    write down that somebody consents; write down that somebody withdraws consent;
    put an identity into the sealed box; read an identity in the sealed box;
    look at reports, claims and judgements; look at figures
"""
IN_OWN_RECORDS_MODE_STILL = """
    import a list;
    check that the log is whole; sign or stamp how far the log has come
"""
"""Whoever works on their own records may do nothing beyond these two, in any role."""


def deeds(sentences: str) -> set[Deed]:
    by_words = {deed.definition: deed for deed in Deed}
    told = (" ".join(words.split()) for words in sentences.split(";"))
    return {by_words[words] for words in told if words}


def may(role: Role, deed: Deed, own_mode: bool, own: bool) -> bool:
    """The same question, answered from the sentences."""
    always, with_own = deeds(MAY[role]), deeds(MAY_WITH_THEIR_OWN[role])
    if own_mode:
        narrowed = deeds(IN_OWN_RECORDS_MODE_WITH_THEIR_OWN)
        with_own = (always | with_own) & narrowed
        always &= deeds(IN_OWN_RECORDS_MODE_STILL)
    return deed in always or (own and deed in with_own)


CELLS = [
    cell
    for cell in itertools.product(Role, Deed, (False, True), (False, True))
    if not (cell[0] is Role.LEAD and cell[2])
]


@pytest.mark.parametrize(("role", "deed", "own_mode", "own"), CELLS)
def test_every_cell_of_who_may_do_what_is_as_the_sentences_say(
    role, deed, own_mode, own
):
    user = User(UserId("reader-3"), role, own_records=own_mode)
    if may(role, deed, own_mode, own):
        assert require(user, deed, own=own) in (Leave.YES, Leave.OWN)
    else:
        with pytest.raises(NotAllowed):
            require(user, deed, own=own)


def test_there_are_as_many_cells_as_roles_and_deeds_and_modes():
    assert len(CELLS) == (6 * 2 - 1) * len(Deed) * 2


@pytest.mark.parametrize("role", Role)
def test_whoever_left_the_case_may_do_nothing(role):
    gone = User(UserId("reader-3"), role, active=False)
    assert {leave(gone, deed) for deed in Deed} == {Leave.NO}
    with pytest.raises(NotAllowed, match="ask a lead to take you back"):
        require(gone, Deed.VERIFY, own=True)


def test_every_deed_has_its_row_and_every_kind_of_entry_its_deed():
    assert set(TABLE) == set(ALONE) == set(Deed)
    assert {len(row) for row in TABLE.values()} == {len(Role)}
    assert set(DEED_OF) == set(EntryKind)
    assert len({deed.definition for deed in Deed}) == len(Deed)


def test_what_cannot_be_taken_back_takes_two():
    assert (
        deeds(
            """publish a release; take out a bundle for another office;
        take out anything else unprotected"""
        )
        == TWO_PEOPLE
    )
    for deed in TWO_PEOPLE:
        able = {role for role in Role if leave(User(UserId("a"), role), deed) == "yes"}
        assert len(able) >= 2
        for role in able:
            assert leave(User(UserId("a"), role), Deed.ASK) is Leave.YES
            assert leave(User(UserId("a"), role), Deed.APPROVE) is Leave.YES


def test_no_program_judges_signs_erases_or_lets_anything_out():
    assert (
        deeds(
            """capture a report; keep what a reader proposes; import a list;
        say what the case counts; keep which records are held to be one person;
        keep an estimate of those whom nobody documented"""
        )
        == BY_PROGRAM
    )


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.LEAD}))
def test_what_harms_for_good_stays_with_the_lead(role):
    user = User(UserId("reader-3"), role)
    for deed in (Deed.ERASE, Deed.KEEP_USERS, Deed.GRANT_BOX, Deed.RESTORE):
        assert leave(user, deed) is Leave.NO


@pytest.mark.parametrize(
    ("role", "own_mode", "deed", "told"),
    [
        (Role.GUEST, False, Deed.PUBLISH, "expected a lead or publisher, to publish"),
        (Role.DOCUMENTER, False, Deed.ERASE, "found a documenter; ask one of them"),
        (Role.DOCUMENTER, True, Deed.BACK_UP, "works on their own records alone"),
        (Role.DOCUMENTER, True, Deed.JUDGE_CLAIM, "only with records of your own"),
        (Role.VERIFIER, True, Deed.SET_SCOPE, "expected a lead"),
    ],
)
def test_a_refusal_says_who_may_and_what_to_do_and_names_nobody(
    role, own_mode, deed, told
):
    user = User(UserId("reader-3"), role, own_records=own_mode)
    with pytest.raises(NotAllowed, match=told) as refused:
        require(user, deed)
    assert "reader-3" not in str(refused.value)
    assert "ask" in str(refused.value)


def test_who_may_reads_as_a_person_would_say_it():
    assert who_may(Deed.ERASE) == "lead"
    assert who_may(Deed.CAPTURE) == "lead, documenter or verifier"
    assert who_may(Deed.VERIFY) == "anybody"
