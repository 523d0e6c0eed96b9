"""A person puts incidents together and takes them apart, and the count follows."""

from datetime import UTC, datetime, timedelta

import pytest
from lumenia import lumenia

from tasjil.errors import BadValue, NotInRegister
from tasjil.journey.case import open_case
from tasjil.journey.count import count_case
from tasjil.journey.join import join, take_back_join
from tasjil.journey.opening import Key
from tasjil.journey.split import split, take_back_split
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


class Desk:
    """One case, and a person who says what is one and what is two."""

    def __init__(self, folder):
        self.case = open_case(folder)
        self.at = NOW

    def counted(self):
        return count_case(self.case, Key())

    def incidents(self):
        return self.counted().incidents

    def told_of(self, name):
        """Give the incident that a report tells of."""
        counted = self.counted()
        ids = {id for id, report in counted.reports.items() if name in report.name}
        claims = counted.evidence.claims
        return next(
            each
            for each in counted.incidents
            if any(claims[claim].report in ids for claim in each.claims)
        )

    def claims_of(self, name):
        claims = self.counted().evidence.claims
        reports = self.counted().reports
        return sorted(c for c in claims if name in reports[claims[c].report].name)

    def do(self, step, *what):
        self.at += timedelta(minutes=1)
        return step(self.case, Key(), *what, WHY, self.at)


@pytest.fixture
def desk(tmp_path, build):
    folder = lumenia(tmp_path / "varesh", REPORTS)
    build(folder)
    return Desk(folder)


def test_two_incidents_that_a_person_calls_one_are_counted_once(desk):
    mill, bridge = desk.told_of("mill"), desk.told_of("bridge")
    done = desk.do(join, (mill.id, bridge.id[:9]))
    assert (done.before, done.after) == ((13, 15), (4, 9))
    (whole,) = done.incidents
    assert set(whole.claims) == {*mill.claims, *bridge.claims}
    assert whole.settled
    assert whole.id in (mill.id, bridge.id)
    assert desk.told_of("mill") == whole


def test_a_join_that_is_taken_back_leaves_exactly_what_was_before(desk):
    before = desk.incidents()
    mill, bridge = desk.told_of("mill"), desk.told_of("bridge")
    desk.do(join, (mill.id, bridge.id))
    done = desk.do(take_back_join, (mill.id, bridge.id))
    assert (done.before, done.after) == ((4, 9), (13, 15))
    assert desk.incidents() == before
    with pytest.raises(BadValue, match="tasjil split"):
        desk.do(take_back_join, (mill.id, bridge.id))


def test_splitting_what_was_joined_leaves_exactly_what_was_before(desk):
    before = desk.incidents()
    mill, bridge = desk.told_of("mill"), desk.told_of("bridge")
    (whole,) = desk.do(join, (mill.id, bridge.id)).incidents
    done = desk.do(split, whole.id, bridge.claims)
    assert {each.id for each in done.incidents} == {mill.id, bridge.id}
    assert desk.incidents() == before


def test_a_report_that_tells_of_another_event_is_taken_out_and_put_back(desk):
    before = desk.incidents()
    whole = desk.told_of("mill")
    out = desk.claims_of("again")
    assert whole == desk.told_of("again")
    done = desk.do(split, whole.id, [f"claim/{claim}" for claim in out])
    assert (done.before, done.after) == ((13, 15), (15, 19))
    left = desk.told_of("mill")
    assert left != desk.told_of("again")
    done = desk.do(take_back_split, left.id, out)
    assert done.after == (13, 15)
    assert desk.incidents() == before


def test_joining_again_what_was_split_goes_before_the_split(desk):
    whole = desk.told_of("mill")
    desk.do(split, whole.id, desk.claims_of("again"))
    one, other = desk.told_of("mill"), desk.told_of("again")
    (again,) = desk.do(join, (one.id, other.id)).incidents
    assert (set(again.claims), again.settled) == (set(whole.claims), True)
    desk.do(take_back_join, (one.id, other.id))
    assert desk.told_of("mill") == one
    assert desk.told_of("again") == other


def test_what_was_one_through_the_claim_that_leaves_stays_one(desk):
    mill, bridge = desk.told_of("mill"), desk.told_of("bridge")
    (whole,) = desk.do(join, (mill.id, bridge.id)).incidents
    named = next(
        claims
        for claims in (desk.claims_of("mill"), desk.claims_of("again"))
        if set(claims) & {each for pair in said(desk) for each in pair}
    )
    done = desk.do(split, whole.id, named)
    assert len(done.incidents) == 2
    assert set(desk.told_of("bridge").claims) == set(whole.claims) - set(named)


def said(desk):
    with desk_register(desk) as register:
        return [each.pair for each in register.link_judgements()]


def desk_register(desk):
    return Register.open(desk.case.register_folder, Key())


def test_nothing_that_was_said_is_erased(desk):
    mill, bridge = desk.told_of("mill"), desk.told_of("bridge")
    desk.do(join, (mill.id, bridge.id))
    desk.do(take_back_join, (mill.id, bridge.id))
    with desk_register(desk) as register:
        told = [
            (each.verdict.value, each.because) for each in register.link_judgements()
        ]
        assert told == [("same", WHY), ("cannot tell", WHY)]
        register.verify()


def test_what_cannot_be_one_or_two_is_refused_with_the_reason(desk):
    mill, bridge, wounded = map(desk.told_of, ("mill", "bridge", "wounded"))
    with pytest.raises(BadValue, match="one act"):
        desk.do(join, (bridge.id, wounded.id))
    with pytest.raises(BadValue, match="one already"):
        desk.do(join, (mill.id, mill.id))
    with pytest.raises(NotInRegister, match="id of an incident"):
        desk.do(join, (mill.id, "i-nothing"))
    with pytest.raises(BadValue, match="all would leave"):
        desk.do(split, bridge.id, bridge.claims)
    with pytest.raises(NotInRegister, match="tasjil trace"):
        desk.do(split, bridge.id, mill.claims)
    with pytest.raises(BadValue, match="took out"):
        desk.do(take_back_split, mill.id, bridge.claims)
    assert said(desk) == []
