"""A case of Lumenia whose lists and reports name the same people, linked and kept."""

from datetime import UTC, datetime
from shutil import copytree

import pytest
from lumenia import lumenia

from tasjil.assess.agreement import agreement
from tasjil.errors import BadValue, NotInRegister
from tasjil.journey.agreement import on_records
from tasjil.journey.build import build_case
from tasjil.journey.case import open_case
from tasjil.journey.erase import Asked, erase
from tasjil.journey.linking.case import link_case, people_kept
from tasjil.journey.linking.desk_of_case import desk_of_case
from tasjil.journey.linking.explaining import explain, history
from tasjil.journey.linking.judging import Said, judge, undo, word_on
from tasjil.journey.opening import Key
from tasjil.journey.progress import Silence
from tasjil.model.ids import UserId
from tasjil.model.judgement import Verdict
from tasjil.register.register import Register

NOON = datetime(2031, 6, 1, 12, tzinfo=UTC)
HEADER = "no,name,sex,age,died,place"
HOSPITAL = """\
Daren Ilo Vell,male,34,2031-05-03,Ostrel
Ilva Mara Tornay,female,29,2031-05-03,Ostrel
Oren Bas Saal,male,51,2031-05-11,Varesh
Neva Dor Lind,female,44,2031-05-19,Varesh
Sanna Tun Marrow,female,61,2031-05-02,Varesh
Joren Kip Ostun,male,23,2031-05-06,Ostrel
Pela Sorn Brade,female,8,2031-05-07,Varesh
Ruvo Vade Fenn,male,37,2031-05-09,Ostrel
Kesta Lisk Galdor,female,72,2031-05-13,Varesh
Lomar Grem Hesk,male,16,2031-05-15,Ostrel
Vessa Pell Iveran,female,55,2031-05-21,Varesh
"""
CIVIL = """\
Ilva Mara Tornay,female,29,2031-05-03,Ostrel
Tamo Rel Keth,male,19,2031-05-04,Varesh
Oren Bas Saal,male,51,2031-05-11,Varesh
Hadro Honn Quill,male,40,2031-05-05,Ostrel
Sanna Tun Marrow,female,61,2031-05-02,Varesh
Bastin Jask Orley,male,28,2031-05-08,Varesh
Pela Sorn Brade,female,8,2031-05-07,Varesh
Orla Wern Zade,female,33,2031-05-12,Ostrel
Kesta Lisk Galdor,female,72,2031-05-13,Varesh
Feren Yost Almar,male,47,2031-05-17,Varesh
Vessa Pell Iveran,female,55,2031-05-21,Varesh
"""
REPORTS = {
    "herald.txt": (
        "Publisher: Varesh Herald\nDate: 2031-05-04\n\n"
        "Daren Ilo Vell, 34, a farmer, was shot dead by soldiers in Ostrel on "
        "Saturday, his brother said.\n"
    ),
}
SAME, DIFFERENT = Verdict.SAME, Verdict.DIFFERENT


def write_list(folder, name, rows):
    numbered = [f"{n},{row}" for n, row in enumerate(rows.splitlines(), 1)]
    text = "\n".join([HEADER, *numbered]) + "\n"
    (folder / "lists" / f"{name}.csv").write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def once(tmp_path_factory):
    """The case, built; each test gets a copy of it."""
    made = lumenia(tmp_path_factory.mktemp("once") / "varesh", REPORTS)
    (made / "lists").mkdir()
    write_list(made, "hospital", HOSPITAL)
    write_list(made, "civil", CIVIL)
    built(made)
    return made


@pytest.fixture
def folder(once, tmp_path):
    return copytree(once, tmp_path / "varesh")


def built(folder):
    return build_case(open_case(folder), Key(), None, Silence())


@pytest.fixture
def opened(folder):
    return open_case(folder)


def register_of(case):
    return Register.open(case.register_folder, Key())


def persons(case):
    with register_of(case) as register:
        return dict(people_kept(register).persons)


def say(case, one, other, verdict, because="the same mother"):
    said = Said(one, other, verdict, because)
    return judge(case, Key(), said, NOON, Silence())


def take_back(case, *pair):
    return undo(case, Key(), pair or None, "a slip", NOON, Silence())


def together(case):
    found = {}
    for record, person in persons(case).items():
        found.setdefault(person, set()).add(record)
    return sorted(map(sorted, found.values()))


def name_in_report(case):
    return next(record for record in persons(case) if record.startswith("reports:"))


def test_a_build_links_the_rows_of_lists_and_the_names_in_reports(opened):
    vell = name_in_report(opened)
    assert ["hospital:1", vell] in together(opened)
    assert ["civil:1", "hospital:2"] in together(opened)
    assert ["civil:3", "hospital:3"] in together(opened)
    assert ["hospital:4"] in together(opened)
    assert ["civil:2"] in together(opened)


def test_a_second_build_links_nothing_again(opened, folder):
    with register_of(opened) as register:
        size = register.head().size
    built(folder)
    with register_of(opened) as register:
        assert register.head().size == size


def test_a_named_victim_holds_the_rows_of_lists_that_tell_of_them(opened, folder):
    victims = built(folder).counted.evidence.victims
    assert [each.records for each in victims] == [("hospital:1",)]
    assert not victims[0].settled


def test_a_persons_word_goes_before_the_machine_and_can_be_taken_back(opened):
    before = persons(opened)
    say(opened, "civil:3", "hospital:3", DIFFERENT, "two cousins")
    parted = persons(opened)
    assert parted["civil:3"] != parted["hospital:3"]
    others = before.keys() - {"civil:3", "hospital:3"}
    assert {each: parted[each] for each in others} == {
        each: before[each] for each in others
    }
    say(opened, "civil:2", "hospital:4", SAME)
    assert persons(opened)["civil:2"] == persons(opened)["hospital:4"]
    take_back(opened)
    assert persons(opened) == parted
    take_back(opened)
    assert persons(opened) == before
    with pytest.raises(BadValue, match="found none"):
        take_back(opened)


def test_a_word_that_was_said_again_stands_when_the_last_is_taken_back(opened):
    say(opened, "civil:2", "hospital:4", SAME)
    first = persons(opened)
    say(opened, "civil:2", "hospital:4", DIFFERENT)
    take_back(opened, "hospital:4", "civil:2")
    assert persons(opened) == first


def test_a_person_may_say_that_a_row_is_somebody_a_report_names(opened, folder):
    vell = name_in_report(opened)
    say(opened, "civil:2", vell, SAME)
    (victim,) = built(folder).counted.evidence.victims
    assert victim.settled
    assert set(victim.records) == {"civil:2", "hospital:1"}


def test_nothing_is_said_of_records_that_are_not_there(opened):
    with pytest.raises(NotInRegister, match="LIST:NUMBER"):
        say(opened, "civil:99", "hospital:4", SAME)


def test_it_is_told_why_two_are_one(opened):
    say(opened, "civil:3", "hospital:3", SAME, "the same ring")
    told = explain(opened, Key(), ("hospital:3", "civil:3"))
    assert told.together
    assert told.compared.probability > 0.5
    assert [each.because for each in told.words] == ["the same ring"]
    named = explain(opened, Key(), (name_in_report(opened), "civil:2"))
    assert not named.together
    assert "Daren Ilo Vell" in named.one.passage
    assert named.other.passage is None


def test_a_person_has_a_history(opened):
    before = persons(opened)
    say(opened, "civil:2", "hospital:4", SAME)
    joined = persons(opened)["civil:2"]
    told = history(opened, Key(), "civil:2")
    assert told.person == joined
    assert set(told.records) == {"civil:2", "hospital:4"}
    (move,) = told.moves
    assert {move.was, move.person} == {before["civil:2"], before["hospital:4"]}
    assert [each.verdict for each in told.words] == [SAME]


def test_the_tables_made_again_are_equal(opened):
    say(opened, "civil:2", "hospital:4", SAME)
    with register_of(opened) as register:
        before = register.table_digests()
        assert register.rebuild() == before
        register.verify()


def test_an_erased_list_is_in_no_person_and_in_no_pair(opened, folder):
    say(opened, "civil:2", "hospital:4", SAME)
    asked = Asked(None, ("civil.csv",))
    erase(opened, Key(), asked, "they asked")
    (folder / "lists" / "civil.csv").unlink()
    left = persons(opened)
    assert not any(record.startswith("civil:") for record in left)
    link_case(opened, Key(), NOON, Silence())
    again = persons(opened)
    assert again == left
    with register_of(opened) as register:
        work = register.last_linking().work
        assert b"civil" not in work
        assert b"hospital" in work
        assert list(register.link_judgements()) == []
        before = register.table_digests()
        assert register.rebuild() == before
        register.verify()


def test_an_erased_report_takes_those_it_names_with_it(opened, folder):
    vell = name_in_report(opened)
    erase(opened, Key(), Asked(None, ("herald.txt",)), "they asked")
    assert vell not in persons(opened)
    link_case(opened, Key(), NOON, Silence())
    assert ["hospital:1"] in together(opened)


def test_more_rows_leave_everybody_else_who_they_were(opened, folder):
    before = persons(opened)
    more = HOSPITAL + "Tamo Rel Keth,male,19,2031-05-04,Varesh\n"
    write_list(folder, "hospital", more)
    built(folder)
    after = persons(opened)
    assert before.items() <= after.items()
    assert after["hospital:12"] == after["civil:2"]


def test_a_case_without_lists_and_with_one_report_links_nobody(tmp_path):
    folder = lumenia(tmp_path / "alone", REPORTS)
    built(folder)
    case = open_case(folder)
    assert link_case(case, Key(), NOON, Silence()) is None
    assert persons(case) == {}


def test_answers_at_the_desk_are_kept_one_by_one_and_link_when_it_is_left(opened):
    with desk_of_case(opened, Key(), lambda: NOON, Silence()) as desk:
        card = next(
            each
            for each in desk.questions(50)
            if card_ids(each) & {"hospital:3", "hospital:9", "hospital:11"}
        )
        assert card.one.cells or card.one.passage
        desk.answer(card, DIFFERENT, "two cousins")
        with register_of(opened) as register:
            assert len(list(register.link_judgements())) == 1
    one, other = (card.one.told.record, card.other.told.record)
    now = persons(opened)
    assert now[one] != now[other]


def card_ids(card):
    return {card.one.told.record, card.other.told.record}


def test_with_nobody_to_ask_about_the_desk_says_so(tmp_path):
    folder = lumenia(tmp_path / "alone", REPORTS)
    built(folder)
    with (
        pytest.raises(BadValue, match="found none"),
        desk_of_case(open_case(folder), Key(), lambda: NOON, Silence()),
    ):
        pass


def test_two_people_who_judged_the_same_records_are_held_side_by_side():
    words = [
        word_on(pair, verdict, UserId(by), NOON, "seen")
        for pair, by, verdict in (
            (("civil:1", "hospital:2"), "salma", SAME),
            (("civil:1", "hospital:2"), "idris", SAME),
            (("civil:3", "hospital:3"), "salma", DIFFERENT),
            (("civil:3", "hospital:3"), "idris", DIFFERENT),
            (("civil:3", "hospital:3"), "idris", SAME),
        )
    ]
    found = agreement(on_records(words))
    assert (found.units, found.people, found.agreed) == (2, 2, 0.5)
