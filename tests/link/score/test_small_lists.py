"""Two lists of a few rows teach nothing, and still tell who stands on both."""

from dataclasses import replace

from tasjil.link.linking import link_records
from tasjil.model.particulars import IdKind, Particulars
from tasjil.model.persons import AgeRange, Sex

CLEAN = {"hospital": True, "monitor": True}


def man(record: str, name: str, age: int, died: str = "2031-05-03") -> Particulars:
    return Particulars(
        record,
        record.split(":")[0],
        name=name,
        sex=Sex.MAN,
        age=AgeRange(age, age, str(age)),
        died=died,
    )


SAMER = man("hospital:1", "سامر طارق حسن الوردي", 34)
MAHER = man("hospital:2", "ماهر طارق حسن الوردي", 31)
SAMER_TOO = man("monitor:1", "Samer Tareq Al-Wardi", 35)
KAMAL = man("monitor:2", "Kamal Rafiq Darwish", 22, "2031-05-09")


def persons(*records: Particulars) -> list[set[str]]:
    linked = link_records(records, clean=CLEAN)
    found: dict[int, set[str]] = {}
    for record, label in zip(linked.records, linked.labels.tolist(), strict=True):
        found.setdefault(label, set()).add(record)
    return sorted(found.values(), key=min)


def test_one_name_in_two_scripts_is_one_person_on_two_lists_of_two_rows():
    assert persons(SAMER, MAHER, SAMER_TOO, KAMAL) == [
        {"hospital:1", "monitor:1"},
        {"hospital:2"},
        {"monitor:2"},
    ]


def test_a_name_that_both_rows_bear_is_not_common_because_there_are_two_rows():
    assert persons(SAMER, SAMER_TOO) == [{"hospital:1", "monitor:1"}]


def test_a_brother_on_the_other_list_is_another():
    assert persons(MAHER, SAMER_TOO) == [{"hospital:2"}, {"monitor:1"}]


def test_without_ages_and_days_the_whole_name_says_it():
    bare = [replace(each, age=None, died=None) for each in (SAMER, SAMER_TOO, KAMAL)]
    assert persons(*bare) == [{"hospital:1", "monitor:1"}, {"monitor:2"}]


def numbered(who: Particulars, kind: IdKind, number: str) -> Particulars:
    return replace(who, ids=((kind, number),))


def test_two_numbers_of_the_state_are_two_people_whatever_else_agrees():
    one = numbered(SAMER, IdKind.NATIONAL, "410552873")
    other = numbered(replace(SAMER_TOO, age=SAMER.age), IdKind.NATIONAL, "733910264")
    assert persons(one, other) == [{"hospital:1"}, {"monitor:1"}]


def test_a_digit_off_is_a_slip():
    one = numbered(SAMER, IdKind.NATIONAL, "410552873")
    other = numbered(SAMER_TOO, IdKind.NATIONAL, "410552878")
    assert persons(one, other) == [{"hospital:1", "monitor:1"}]


def test_two_offices_number_their_files_each_in_its_own_way():
    one = numbered(SAMER, IdKind.FILE, "10077")
    other = numbered(SAMER_TOO, IdKind.FILE, "88")
    assert persons(one, other) == [{"hospital:1", "monitor:1"}]
