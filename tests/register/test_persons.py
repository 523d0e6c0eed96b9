"""Which records are one person is kept, moves with history, and goes with its paper."""

import hashlib
import json

import pytest

from tasjil.errors import NotAllowed
from tasjil.model.ids import RecordId, UserId, VictimId
from tasjil.model.judgement import Judgement, PairKind, Verdict
from tasjil.model.users import Role
from tasjil.register.persons import KeptPerson, LinkingRun, Proposed

LIST = b"name,day\nDaren Vell,2031-05-04\nIlva Tornay,2031-05-04\n"
OTHER = b"name,day\nD. Vell,2031-05-04\n"
AT = "2031-05-05T09:30:00+00:00"


def digest(data):
    return "sha256:" + hashlib.sha256(data).hexdigest()


def import_list(register, lumenia, data=LIST):
    found = {"list": digest(data), "name": "l.csv", "sheet": "", "notes": []}
    counted = {"rows": data.count(b"\n") - 1, "headers": 2}
    register.import_list(found | counted, data, by=lumenia.who, at=lumenia.noon)
    return digest(data)


def told(record, person, was="", doubtful=False):
    return KeptPerson(RecordId(record), "d", VictimId(person), was, 970, doubtful)


def run(lists, reports=None, work=b"pairs of 1"):
    return LinkingRun(
        {id: Proposed(*each) for id, each in lists.items()},
        {id: Proposed(*each) for id, each in (reports or {}).items()},
        {"records": 3},
        b'{"seed":1}',
        work,
        b"columns beside " + work,
    )


@pytest.fixture
def linked(register, lumenia):
    """Two lists and a report, with three records that are two persons."""
    claims = lumenia.fill(register, reports=1)
    papers = import_list(register, lumenia), import_list(register, lumenia, OTHER)
    lists = {
        papers[0]: ([told("l:1", "v-1"), told("l:2", "v-2")],),
        papers[1]: ([told("m:1", "v-1")],),
    }
    reports = {claims[0].report: ([told("reports:v-9", "v-1", doubtful=True)],)}
    assert register.keep_persons(run(lists, reports), by=lumenia.who, at=lumenia.noon)
    return register, papers, claims[0].report


def persons(register):
    return {each.record: each.person for each in register.persons()}


def rebuilt_equal(register):
    before = register.table_digests()
    return register.rebuild() == before


def test_each_record_comes_back_with_its_person(linked):
    register, papers, report = linked
    expected = {"l:1": "v-1", "l:2": "v-2", "m:1": "v-1", "reports:v-9": "v-1"}
    assert persons(register) == expected
    assert [each.doubtful for each in register.persons()] == [False] * 3 + [True]
    assert register.papers_of_records()["reports:v-9"] == report
    last = register.last_linking()
    assert (last.about, last.work) == ({"records": 3}, b"pairs of 1")
    assert register.last_columns() == b"columns beside pairs of 1"
    assert list(register.person_moves()) == []


def test_a_linking_that_finds_nothing_new_leaves_no_entry(linked, lumenia):
    register, *_ = linked
    size = register.head().size
    assert not register.keep_persons(run({}), by=lumenia.who, at=lumenia.noon)
    assert register.head().size == size


def test_who_was_held_to_be_one_and_is_two_now_has_a_history(linked, lumenia):
    register, (first, second), _ = linked
    parted = {second: ([told("m:1", "v-7", "v-1")],), first: ([], [("l:2", "v-2")])}
    register.keep_persons(run(parted), by=lumenia.who, at=lumenia.noon)
    assert persons(register) == {"l:1": "v-1", "m:1": "v-7", "reports:v-9": "v-1"}
    moves = [(each.record, each.was, each.person) for each in register.person_moves()]
    assert sorted(moves) == [("l:2", "v-2", ""), ("m:1", "v-1", "v-7")]
    assert [each.record for each in register.person_moves("v-7")] == ["m:1"]
    assert {each.at[:10] for each in register.person_moves()} == {"2031-05-04"}


def test_the_tables_made_again_are_equal(linked, lumenia):
    register, (first, second), _ = linked
    register.keep_persons(
        run({second: ([told("m:1", "v-7", "v-1")],)}), by=lumenia.who, at=lumenia.noon
    )
    assert rebuilt_equal(register)
    assert register.verify().entries == register.head().size


def test_a_record_of_a_lists_next_version_goes_with_that_version(linked, lumenia):
    register, (first, second), _ = linked
    next_one = import_list(register, lumenia, LIST + b"Oren Saal,2031-05-06\n")
    moved = run(
        {
            first: ([], [], [RecordId("l:1"), RecordId("l:2")]),
            next_one: ([told("l:1", "v-1", "v-1"), told("l:2", "v-7", "v-2")],),
        },
        work=b"pairs of 2",
    )
    register.keep_persons(moved, by=lumenia.who, at=lumenia.noon)
    assert persons(register)["l:2"] == "v-7"
    assert [each.record for each in register.person_moves()] == ["l:2"]
    assert rebuilt_equal(register)
    register.box.erase(None, [next_one], by="lead", at=lumenia.noon, because="asked")
    assert persons(register).keys() == {"m:1", "reports:v-9"}
    assert rebuilt_equal(register)


def test_an_erased_list_takes_its_records_pairs_and_words_with_it(linked, lumenia):
    register, (first, second), _ = linked
    word = ("m:1", "l:2", Verdict.DIFFERENT, UserId("lead"), AT, "two of them")
    register.judge_link(Judgement(PairKind.RECORDS, *word))
    register.box.erase(None, [second], by="lead", at=lumenia.noon, because="asked")
    assert persons(register).keys() == {"l:1", "l:2", "reports:v-9"}
    assert list(register.link_judgements()) == []
    assert register.last_linking().work is None
    assert register.last_columns() is None
    assert register.last_linking().model == b'{"seed":1}'
    assert rebuilt_equal(register)
    assert register.verify().entries == register.head().size


def test_an_erased_report_takes_those_it_names_out_of_persons(linked, lumenia):
    register, _, report = linked
    register.box.erase(None, [report], by="lead", at=lumenia.noon, because="asked")
    assert persons(register) == {"l:1": "v-1", "l:2": "v-2", "m:1": "v-1"}
    assert rebuilt_equal(register)
    again = run({}, {}, b"pairs of 2")
    assert not register.keep_persons(again, by=lumenia.who, at=lumenia.noon)


@pytest.mark.parametrize(
    ("role", "own", "may"),
    [
        (Role.LEAD, False, True),
        (Role.DOCUMENTER, False, True),
        (Role.ANALYST, False, True),
        (Role.PUBLISHER, False, False),
        (Role.GUEST, False, False),
        (Role.DOCUMENTER, True, False),
    ],
)
def test_who_may_keep_which_records_are_one_person(house, lumenia, role, own, may):
    lumenia.fill(house.lead)
    paper = import_list(house.lead, lumenia)
    theirs = house.add("salma", role, own)
    kept = run({paper: ([told("l:1", "v-1")],)})
    if may:
        theirs.keep_persons(kept, by=lumenia.who, at=lumenia.noon)
    else:
        with pytest.raises(NotAllowed):
            theirs.keep_persons(kept, by=lumenia.who, at=lumenia.noon)
    assert len(list(house.lead.persons())) == may


def test_who_works_on_their_own_records_sees_no_persons(house, lumenia):
    lumenia.fill(house.lead)
    paper = import_list(house.lead, lumenia)
    kept = run({paper: ([told("l:1", "v-1")],)})
    house.lead.keep_persons(kept, by=lumenia.who, at=lumenia.noon)
    theirs = house.add("salma", Role.DOCUMENTER, True)
    assert list(theirs.persons()) == []
    assert theirs.last_linking() is None
    assert theirs.last_columns() is None


def test_another_office_gets_peoples_words_and_not_the_machines_persons(north, coast):
    report = north.capture(1)
    claims = north.read(1)
    north.link(claims[0].id, claims[2].id, Verdict.SAME)
    found = run({}, {report: ([told("reports:v-9", "v-1")],)})
    north.register.keep_persons(found, by="tasjil/test", at=north.at())
    coast.hear(north)
    assert list(coast.register.persons()) == []
    assert coast.register.last_linking() is None
    assert len(list(coast.register.link_judgements())) == 1
    assert len(list(north.register.persons())) == 1
    own = run({}, {report: ([told("reports:v-9", "v-5")],)})
    coast.register.keep_persons(own, by="tasjil/test", at=coast.at(9))
    assert persons(coast.register) == {"reports:v-9": "v-5"}
    coast.check()


def test_what_the_office_that_captured_it_erased_is_gone_where_it_was_only_linked(
    north, coast
):
    report = north.capture(1)
    north.read(1)
    coast.hear(north)
    own = run({}, {report: ([told("reports:v-9", "v-5")],)})
    coast.register.keep_persons(own, by="tasjil/test", at=coast.at(9))
    erased = {"by": "lead", "at": north.at(20), "because": "asked"}
    north.register.box.erase(None, [report], **erased)
    coast.hear(north)
    assert list(coast.register.persons()) == []
    coast.check()


def test_a_body_in_the_log_names_no_record(linked):
    register, *_ = linked
    for entry in register.entries():
        if entry.kind.startswith("persons."):
            assert "l:1" not in entry.body
            assert "v-1" not in entry.body
            assert json.loads(entry.body)
