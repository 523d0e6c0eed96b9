"""A list that writes all families first, or cuts names off, is read as it is meant."""

from tasjil.link.compare.habits import habit_of, names_told
from tasjil.model.particulars import Particulars

FAMILIES = ("Vellan", "Tushkal", "Zendal", "Hodri", "Ostmar")
GIVEN = ("Daren", "Tirza", "Salem", "Nadir", "Lamia", "Yusra")


def named(names, list="newspaper") -> list[Particulars]:
    return [Particulars(f"{list}:{n}", list, name=name) for n, name in enumerate(names)]


def test_articles_at_the_beginning_turn_the_whole_list_round() -> None:
    names = [f"AL-{family} {given} SALEM" for family in FAMILIES for given in GIVEN]
    told = names_told(named([*names, "HODRI NADIR SALEM"]))
    assert told[0] == "Daren SALEM AL Vellan"
    assert told[-1] == "NADIR SALEM HODRI"


def test_abu_at_the_beginning_of_such_a_list_is_a_family() -> None:
    names = [f"AL-{family} {given} SALEM" for family in FAMILIES for given in GIVEN]
    assert names_told(named([*names, "ABU SAKRA ENWAR"]))[-1] == "ENWAR ABU SAKRA"


def test_articles_at_the_end_leave_a_list_as_it_is() -> None:
    names = [f"{given} Salem al-{family}" for family in FAMILIES for given in GIVEN]
    assert names_told(named(names)) == names


def test_the_rest_of_a_part_that_was_cut_off_is_left_out() -> None:
    cut = [
        f"{given}{'a' * more} Salem {family}bahrani"[:16]
        for more in (0, 2, 3)
        for family in FAMILIES
        for given in GIVEN
    ]
    assert habit_of(cut).cut_at == 16
    assert names_told(named(cut))[0] == "Daren Salem"


def test_names_of_many_lengths_are_whole() -> None:
    names = [f"{given} {'a' * n}lem" for n in range(9) for given in GIVEN]
    assert habit_of(names).cut_at is None


def test_names_that_happen_to_be_of_one_length_are_whole() -> None:
    names = [f"{given} Salem {family}"[:17] for family in FAMILIES for given in GIVEN]
    assert habit_of([name for name in names if len(name) == 17]).cut_at is None


def test_a_new_record_is_read_as_the_records_of_its_list_are_written() -> None:
    beside = named([f"AL-{family} {given}" for family in FAMILIES for given in GIVEN])
    assert names_told(beside[:1], beside) == ["Daren AL Vellan"]


def test_what_one_list_does_says_nothing_of_another() -> None:
    turned = [f"AL-{family} {given}" for family in FAMILIES for given in GIVEN]
    told = names_told([*named(turned), *named(["AL-Hodri Nadir"], "ministry")])
    assert told[-1] == "AL-Hodri Nadir"
