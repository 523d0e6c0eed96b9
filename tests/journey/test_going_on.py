"""A case that gets a report or a row more: only what is new is compared."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from shutil import copytree

import pytest
from lumenia import lumenia
from test_linking_a_case import CIVIL, HOSPITAL, REPORTS, write_list

from tasjil.journey.build import build_case
from tasjil.journey.case import open_case
from tasjil.journey.linking.case import link_case, people_kept
from tasjil.journey.linking.judging import Said, judge, undo
from tasjil.journey.opening import Key
from tasjil.journey.progress import Silence
from tasjil.model.judgement import Verdict
from tasjil.register.register import Register

NOON = datetime(2031, 6, 1, 12, tzinfo=UTC)
LATER = NOON + timedelta(days=1)
NEW_ROW = "Tamo Rel Keth,male,19,2031-05-04,Varesh\n"
SECOND_REPORT = (
    "Publisher: Varesh Herald\nDate: 2031-05-12\n\n"
    "Oren Bas Saal, 51, a teacher, was shot dead by soldiers in Varesh on Sunday.\n"
)


@dataclass
class Heard(Silence):
    """What was said to the person who waits."""

    lines: list[str] = field(default_factory=list)

    def note(self, line):
        self.lines.append(line)


@pytest.fixture(scope="module")
def once(tmp_path_factory):
    made = lumenia(tmp_path_factory.mktemp("once") / "varesh", REPORTS)
    (made / "lists").mkdir()
    write_list(made, "hospital", HOSPITAL)
    write_list(made, "civil", CIVIL)
    build_case(open_case(made), Key(), None, Silence())
    return made


@pytest.fixture
def folder(once, tmp_path):
    return copytree(once, tmp_path / "varesh")


def built_again(folder):
    heard = Heard()
    build_case(open_case(folder), Key(), None, heard)
    return heard.lines


def persons(folder):
    with Register.open(open_case(folder).register_folder, Key()) as register:
        return dict(people_kept(register).persons)


def test_a_row_more_is_compared_alone_and_everybody_else_keeps_their_id(folder):
    before = persons(folder)
    write_list(folder, "hospital", HOSPITAL + NEW_ROW)
    lines = built_again(folder)
    assert any("New or changed records: 1 of 24" in line for line in lines)
    after = persons(folder)
    assert after["hospital:12"] == after["civil:2"] == before["civil:2"]
    assert {record: after[record] for record in before} == before


def test_a_report_more_is_compared_alone(folder):
    before = persons(folder)
    (folder / "reports" / "second.txt").write_text(SECOND_REPORT, encoding="utf-8")
    lines = built_again(folder)
    assert any("New or changed records: 1 of 24" in line for line in lines)
    new = persons(folder).keys() - before.keys()
    assert [persons(folder)[each] for each in new] == [before["hospital:3"]]


def test_a_word_and_its_taking_back_compare_nothing(folder):
    case, before = open_case(folder), persons(folder)
    said = Said("civil:3", "hospital:3", Verdict.DIFFERENT, "two cousins")
    told = judge(case, Key(), said, NOON, Silence())
    assert told.linked.compared == 0
    assert persons(folder)["civil:3"] != persons(folder)["hospital:3"]
    back = undo(case, Key(), ("civil:3", "hospital:3"), "a slip", LATER, Silence())
    assert back.linked.compared == 0
    assert persons(folder) == before


def test_a_new_list_has_all_compared_anew_and_the_program_says_why(folder):
    write_list(folder, "market", NEW_ROW)
    lines = built_again(folder)
    assert "All records are compared anew: a list is new." in lines
    assert persons(folder)["market:1"] == persons(folder)["civil:2"]


def test_many_new_rows_have_all_compared_anew(folder):
    write_list(folder, "hospital", HOSPITAL + CIVIL)
    lines = built_again(folder)
    assert any("more than a fifth of them are new" in line for line in lines)


def test_linking_again_with_nothing_new_is_silent(folder):
    heard = Heard()
    done = link_case(open_case(folder), Key(), LATER, heard)
    assert (done.new, done.moved, done.gone, done.compared) == (0, 0, 0, None)
    assert heard.lines == []


def test_a_row_that_changed_is_compared_alone_and_one_that_went_with_nobody(folder):
    before = persons(folder)
    older = HOSPITAL.replace("Joren Kip Ostun,male,23", "Joren Kip Ostun,male,24")
    write_list(folder, "hospital", "".join(older.splitlines(keepends=True)[:-1]))
    lines = built_again(folder)
    assert any("New or changed records: 1 of 22" in line for line in lines)
    after = persons(folder)
    assert after.keys() < before.keys()
    assert all(before[record] == person for record, person in after.items())
