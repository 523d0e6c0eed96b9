"""An incident counted alone is what it is in the count of the whole case."""

from datetime import UTC, datetime

import pytest
from lumenia import lumenia

from tasjil.journey import board
from tasjil.journey.assess import Finding, assess, sign
from tasjil.journey.build import build_case
from tasjil.journey.case import open_case
from tasjil.journey.claims.changes import Changes
from tasjil.journey.claims.correct import correct_claim
from tasjil.journey.happened import What, happened, since
from tasjil.journey.join import joining, unjoining
from tasjil.journey.nearby import counted_near, desk_near, near
from tasjil.journey.opening import Key, Seat
from tasjil.journey.progress import Silence
from tasjil.journey.split import splitting, unsplitting
from tasjil.model.acts import Act
from tasjil.model.assessment import Standing
from tasjil.model.ids import UserId
from tasjil.model.proof import Element
from tasjil.model.quantity import CountRange, Quantity
from tasjil.model.users import Role, User
from tasjil.register.register import Register

HEAD = "Publisher: Varesh Herald\nDate: 2031-05-04\n\n"
REPORTS = {
    "mill.txt": HEAD + "Four farmers were shot dead in Ostrel on Saturday.\n",
    "again.txt": HEAD + "Six people were killed in Ostrel on Saturday, a nurse said.\n",
    "bridge.txt": HEAD + "Nine people were killed in Varesh on Saturday.\n",
    "wounded.txt": HEAD + "Two women were wounded in Varesh on Saturday.\n",
}
NOW = datetime(2031, 6, 1, 9, tzinfo=UTC)
WHY = "the mill stands at the bridge"


@pytest.fixture(scope="module")
def pattern(tmp_path_factory):
    """A case that was built once, with its board."""
    folder = lumenia(tmp_path_factory.mktemp("nearby"), REPORTS)
    case = open_case(folder)
    build_case(case, Key(), None, Silence())
    with Register.open(case.register_folder, Key()) as register:
        register.add_user(
            User(UserId("ver-2"), Role.VERIFIER), because="joined us", at=NOW
        )
        register.let_in(Key(UserId("ver-2")))
        board.lay_out(case, register, Silence())
    return folder


@pytest.fixture
def seat(pattern, tmp_path):
    """The case's register, held open by its lead."""
    from shutil import copytree

    folder = copytree(pattern, tmp_path / "case")
    case = open_case(folder)
    with Register.open(case.register_folder, Key()) as register:
        yield case, Seat(register=register)


def killed(register):
    lines = board.incidents(register, board.IncidentFilter(act=Act.KILLED)).items
    return [each.id for each in sorted(lines, key=lambda each: each.floor)]


def test_each_incident_is_counted_alone_as_in_the_whole(seat):
    case, key = seat
    for line in board.incidents(key.register).items:
        body = board.incident(key.register, line.id).body
        alone = counted_near(case, key.register, [line.id])
        (incident,) = alone.incidents
        (count,) = [c for figure in alone.tally.figures for c in figure.incidents]

        assert (incident, count) == (body.incident, body.count)


def test_a_join_is_shown_before_it_is_kept_and_undone_by_the_names_of_both(seat):
    case, key = seat
    one, other = killed(key.register)
    desk = desk_near(case, key.register, [one, other])
    before = key.register.head().size

    would = desk.would(joining(desk, (one, other), WHY, NOW))

    assert [len(would.were), len(would.are)] == [2, 1]
    assert would.after < would.before
    assert key.register.head().size == before

    desk.keep(joining(desk, (one, other), WHY, NOW))
    # The board does not know of it yet; the words in the register do.
    again = desk_near(case, key.register, [one])
    assert len(again.counted.incidents) == 1
    back = again.keep(unjoining(again, (one, other), "two mills", NOW))
    assert {each.incident.id for each in back.are} == {one, other}


def test_a_join_is_undone_after_the_board_forgot_one_of_the_names(seat):
    case, key = seat
    one, other = killed(key.register)
    desk = desk_near(case, key.register, [one, other])
    desk.keep(joining(desk, (one, other), WHY, NOW))
    board.lay_out(case, key.register, Silence())
    (whole,) = killed(key.register)

    desk = desk_near(case, key.register, [whole])
    back = desk.keep(unjoining(desk, (one, other), "two mills", NOW))

    assert {each.incident.id for each in back.are} == {one, other}


def test_claims_are_taken_out_and_put_back(seat):
    case, key = seat
    one = next(i for i in killed(key.register) if len(claims_of(key, i)) > 1)
    out = claims_of(key, one)[0]
    desk = desk_near(case, key.register, [one])
    done = desk.keep(splitting(desk, one, [out], WHY, NOW))
    assert len(done.are) == 2

    desk = desk_near(case, key.register, [one])
    left = next(i for i in desk.counted.incidents if out not in i.claims)
    back = desk.keep(unsplitting(desk, left.id, [out], "the same nurse", NOW))

    assert len(back.are) == 1


def claims_of(key, id):
    return board.incident(key.register, id).body.incident.claims


def test_a_claim_corrected_since_the_count_is_counted_as_it_stands_now(seat):
    case, key = seat
    (one, *_) = killed(key.register)
    claim = claims_of(key, one)[0]
    eleven = Changes(quantity=Quantity(11, 11, "eleven"))
    new = correct_claim(case, key, claim, eleven, "the list says eleven")

    alone = counted_near(case, key.register, [one])

    (incident,) = alone.incidents
    assert new.id in incident.claims
    assert max(c.ceiling for f in alone.tally.figures for c in f.incidents) == 11


def test_what_people_did_is_told_newest_first_and_what_others_did_since(seat):
    case, key = seat
    (one, *_) = killed(key.register)
    register = key.register
    found = Finding(
        one,
        Element.DEATH,
        Standing.ESTABLISHED,
        "two tell it",
        number=CountRange(4, 4),
        direct_evidence="two of us saw the graves",
    )
    number, _ = assess(case, key, found, counted_near(case, register, [one]))
    then = register.position()
    with Register.open(case.register_folder, Key(UserId("ver-2"))) as other:
        counted = counted_near(case, other, [one])
        sign(case, Seat(register=other), number, "read it too", counted)

    history = happened(register, near(register, [one]))

    assert [each.what for each in history] == [What.SIGNED, What.ASSESSED]
    (news,) = since(history, then, register.user)
    assert (news.what, news.by, news.number) == (What.SIGNED, "ver-2", number)
    assert since(history, then, UserId("ver-2")) == ()
