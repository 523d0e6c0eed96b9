"""Two people code a report apart; what each said is seen when both are done."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from tasjil.errors import BadPassage, BadValue, NotAllowed, NotInRegister
from tasjil.journey.capture import capture_case
from tasjil.journey.case import Case, open_case
from tasjil.journey.claims.changes import Changes, NewClaim
from tasjil.journey.claims.codes import Code, Codes, codes_from, codes_json
from tasjil.journey.claims.coding import (
    ask_second_coding,
    coding_sheet,
    finish_coding,
    my_codings,
)
from tasjil.journey.claims.comparing import NUMBER, WORDS, compare_codings
from tasjil.journey.claims.correct import correct_claim
from tasjil.journey.opening import Key, Seat
from tasjil.journey.progress import Silence
from tasjil.journey.read import read_case
from tasjil.model.acts import Act, Level
from tasjil.model.ids import ReportId, UserId
from tasjil.model.judgement import ClaimState
from tasjil.model.persons import VictimGroup
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage
from tasjil.model.users import Role, User
from tasjil.register.register import Register

NOW = datetime(2031, 6, 1, tzinfo=UTC)
SALMA, ILAN, REEM = UserId("salma"), UserId("ilan"), UserId("reem")
YES, NO = ClaimState.ACCEPTED, ClaimState.REJECTED


@dataclass
class Team:
    """A lead, two documenters and a guest, each with a seat of their own."""

    case: Case
    lead: Seat
    salma: Seat
    ilan: Seat
    reem: Seat
    report: ReportId

    def ask(self) -> int:
        coders = (SALMA, ILAN)
        return ask_second_coding(self.case, self.lead, self.report, coders, "a sample")

    def sheet(self, seat: Seat, number: int):
        return coding_sheet(self.case, seat, number)

    def finish(self, seat: Seat, number: int, codes: Codes) -> int:
        return finish_coding(self.case, seat, number, codes)

    def all_right(self, number: int) -> Codes:
        sheet = self.sheet(self.salma, number)
        return Codes(tuple(Code(each.id, YES) for each in sheet.claims))


@pytest.fixture
def team(folder) -> Iterator[Team]:
    case, seats = open_case(folder), ExitStack()
    with seats:
        lead = seats.enter_context(Register.create(case.register_folder, Key(), at=NOW))
        capture_case(case, lead, Silence())
        read_case(case, lead, Silence())
        others = []
        for id in (SALMA, ILAN, REEM):
            role = Role.GUEST if id == REEM else Role.DOCUMENTER
            lead.add_user(User(id, role), because="joined us", at=NOW)
            lead.let_in(Key(id))
            opened = Register.open(case.register_folder, Key(id))
            others.append(Seat(user=id, register=seats.enter_context(opened)))
        report = next(each.id for each in lead.reports() if "herald" in each.name)
        yield Team(case, Seat(register=lead), *others, report)


def test_neither_sees_what_the_other_said_before_both_are_done(team):
    number = team.ask()
    codes = team.all_right(number)
    assert [each.number for each in my_codings(team.salma.register)] == [number]
    team.finish(team.salma, number, codes)
    assert my_codings(team.salma.register) == ()
    for seat in (team.salma, team.ilan, team.lead):
        with pytest.raises(NotAllowed, match="before both are"):
            compare_codings(team.case, seat, number)
    team.finish(team.ilan, number, codes)
    found = compare_codings(team.case, team.lead, number)
    assert found.differences == ()
    assert found.agreements[0].found.agreed == 1
    with pytest.raises(NotAllowed):
        compare_codings(team.case, team.reem, number)


def test_the_sheet_is_what_the_reader_proposed_whatever_was_done_since(team):
    number = team.ask()
    before = team.sheet(team.salma, number).claims
    assert len(before) == 2
    correct_claim(
        *(team.case, team.lead, before[0].id),
        *(Changes(quantity=Quantity(14, 14, "x")), "the words say so"),
    )
    assert team.sheet(team.ilan, number).claims == before


def test_agreement_is_told_field_by_field_with_what_is_left_to_settle(team):
    number = team.ask()
    killed, injured = team.sheet(team.salma, number).claims
    text = team.sheet(team.salma, number).report.text
    at = text.index("soldiers")
    both = NewClaim(Act.DETAINED, Level.INCIDENT, Passage.of(text, at, at + 8))
    more = replace(both, act=Act.MISSING)
    fourteen = Changes(quantity=Quantity(14, 14, "x"), act=Act.KILLED)
    team.finish(
        team.ilan,
        number,
        Codes((Code(killed.id, YES, fourteen), Code(injured.id, YES)), (both,)),
    )
    team.finish(
        team.salma,
        number,
        Codes(
            (Code(killed.id, YES, note="four, I think"), Code(injured.id, NO)),
            (more, both),
        ),
    )
    found = compare_codings(team.case, team.ilan, number)
    assert found.coders == (ILAN, SALMA)
    assert [(each.claim, each.field) for each in found.differences] == [
        (killed.id, "quantity"),
        (injured.id, WORDS),
    ]
    assert found.differences[1].said == (YES, NO)
    agreed = {each.field: each.found for each in found.agreements}
    assert (agreed[WORDS].agreed, agreed["quantity"].agreed) == (0.5, 0)
    assert (agreed["act"].agreed, agreed[NUMBER].agreed) == (1, 0)
    assert agreed["act"].units == 1
    assert [(each.by, each.claim.act) for each in found.added_by_one] == [
        (SALMA, Act.MISSING)
    ]
    assert found.added_by_both == 1
    assert found.notes == ((killed.id, SALMA, "four, I think"),)


def test_codes_that_leave_a_claim_open_or_rest_on_no_words_are_refused(team):
    number = team.ask()
    codes = team.all_right(number)
    with pytest.raises(BadValue, match="1 without one"):
        team.finish(team.salma, number, replace(codes, claims=codes.claims[1:]))
    with pytest.raises(BadValue, match="two for one"):
        replace(codes, claims=codes.claims * 2)
    wrong = NewClaim(Act.KILLED, Level.INCIDENT, Passage(0, 3, "Six"))
    with pytest.raises(BadPassage):
        team.finish(team.salma, number, replace(codes, added=(wrong,)))
    with pytest.raises(BadValue, match="no changes"):
        Code(codes.claims[0].claim, NO, Changes(act=Act.INJURED))
    assert my_codings(team.salma.register)


def test_nobody_codes_for_another_or_twice_or_what_nobody_asked_for(team):
    number = team.ask()
    codes = team.all_right(number)
    with pytest.raises(NotAllowed, match="one of the two"):
        team.finish(team.lead, number, codes)
    team.finish(team.salma, number, codes)
    with pytest.raises(NotAllowed, match="one of the two"):
        team.finish(team.salma, number, codes)
    with pytest.raises(NotInRegister, match="coded twice"):
        team.finish(team.ilan, number + 99, codes)


@pytest.mark.parametrize(
    ("coders", "error"),
    [
        ((SALMA,), BadValue),
        ((SALMA, SALMA), BadValue),
        ((SALMA, REEM), NotAllowed),
        ((SALMA, UserId("nobody")), NotInRegister),
    ],
)
def test_two_different_people_are_asked_who_may_judge_claims(team, coders, error):
    with pytest.raises(error):
        ask_second_coding(team.case, team.lead, team.report, coders, "a sample")
    with pytest.raises(NotAllowed):
        ask_second_coding(team.case, team.reem, team.report, (SALMA, ILAN), "so")
    team.ask()
    with pytest.raises(NotAllowed, match="have not finished"):
        team.ask()


def test_codes_go_with_their_report_and_the_tables_are_made_again(team):
    number = team.ask()
    codes = team.all_right(number)
    for seat in (team.salma, team.ilan):
        team.finish(seat, number, codes)
    register = team.lead.register
    before = register.table_digests()
    assert register.rebuild() == before
    register.box.erase(None, [team.report], by="lead", at=NOW, because="asked to")
    assert register.codings() == ()
    register.verify()


def test_codes_come_back_from_plain_json_as_they_were():
    new = NewClaim(Act.KILLED, Level.INCIDENT, Passage(0, 3, "Six"))
    told = VictimGroup(names=("Daren Vell",), text="a man")
    codes = Codes(
        (
            Code("c-1", YES, Changes(group=None, part_of=None, victims=told), "so"),
            Code("c-2", NO),
        ),
        (new,),
    )
    assert codes_from(codes_json(codes)) == codes
    for wrong in ({}, {"claims": [{}], "added": []}, {"claims": [], "added": [{}]}):
        with pytest.raises(BadValue):
            codes_from(wrong)
