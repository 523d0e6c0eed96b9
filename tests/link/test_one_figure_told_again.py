"""The same event told again: by its teller, by a wider place, by a full name."""

import pytest

from tasjil.link.names.sure import sure_key
from tasjil.model.acts import Act

SPAN = "2030-03-08/2030-03-09"


def ids(*claims):
    return frozenset(claim.id for claim in claims)


def reasons(told):
    return {reason for each in told.incidents() for reason in each.reasons}


def test_a_span_of_days_in_a_city_told_in_two_languages_is_one_event(told):
    one = told.tell("en", (101, None), "harbour", SPAN, teller="watch")
    other = told.tell("ar", (101, None), "harbour", SPAN, teller="watch")
    assert told.together() == {ids(one, other)}
    assert any("same first teller, same number" in each for each in reasons(told))


def test_overlapping_days_are_enough_where_teller_and_number_agree(told):
    one = told.tell("a", 60, "harbour", SPAN, teller="watch")
    other = told.tell("b", 60, "harbour", "2030-03-09/2030-03-10", teller="watch")
    assert told.together() == {ids(one, other)}


@pytest.mark.parametrize(
    "change",
    [
        {"teller": "others"},
        {"teller": "unnamed:resident@herald"},
        {"number": 61},
        {"place": "varesh"},
        {"day": "2030-03-11/2030-03-12"},
        {"act": Act.INJURED},
    ],
)
def test_another_teller_number_place_day_or_act_is_another_event(told, change):
    told.tell("a", 60, "harbour", SPAN, teller="watch")
    other = {"number": 60, "place": "harbour", "day": SPAN, "teller": "watch", **change}
    told.tell("b", **other)
    assert len(told.together()) == 2


def test_two_residents_whom_nobody_names_are_not_one_teller(told):
    for report in "ab":
        told.tell(report, 60, "harbour", SPAN, teller="unnamed:resident@herald")
    assert len(told.together()) == 2


def test_small_numbers_of_one_teller_agree_by_chance(told):
    told.tell("a", 2, "harbour", SPAN, teller="watch")
    told.tell("b", 2, "harbour", SPAN, teller="watch")
    assert len(told.together()) == 2


def test_more_than_a_hundred_and_a_hundred_are_one_number_of_one_teller(told):
    more = {"place": "harbour", "day": SPAN, "teller": "watch"}
    one = told.tell("a", 100, **more)
    other = told.tell("b", 100, **more | {"day": "2030-03-08"})
    assert told.together() == {ids(one, other)}


def test_a_village_of_one_report_lies_in_the_district_of_another(told):
    village = told.tell("a", 13, "ostrel")
    district = told.tell("b", 13, "hills")
    assert told.together() == {ids(village, district)}
    (incident,) = told.incidents()
    assert incident.place == "ostrel"


def test_a_district_with_two_such_villages_is_neither(told):
    told.tell("a", 13, "ostrel")
    told.tell("b", 13, "senn")
    told.tell("c", 13, "hills")
    assert len(told.together()) == 3


def test_a_report_that_tells_of_village_and_district_keeps_them_apart(told):
    told.tell("a", 13, "ostrel")
    told.tell("a", 13, "hills")
    assert len(told.together()) == 2


@pytest.mark.parametrize(
    "change", [{"number": 14}, {"day": "2030-03-08"}, {"day": None}, {"place": "senn"}]
)
def test_a_district_alone_is_not_enough(told, change):
    told.tell("a", 13, "ostrel")
    told.tell("b", **{"number": 13, "place": "hills", **change})
    assert len(told.together()) == 2


def test_a_small_number_in_a_district_needs_its_first_teller(told):
    village = told.tell("a", 3, "ostrel", teller="watch")
    district = told.tell("b", 3, "hills", teller="watch")
    other = told.tell("c", 3, "hills", teller="others")
    assert told.together() == {ids(village, district), ids(other)}


def test_one_person_named_in_full_is_killed_once(told):
    placed = told.tell("a", (1, 9), names=("Ilan Maro Dor",))
    undated = told.tell("b", 2, day=None, names=("Ilan Maro Dor",))
    assert told.together() == {ids(placed, undated)}
    assert not any("Dor" in each for each in reasons(told))


def test_a_short_name_or_another_day_makes_nobody_the_same(told):
    told.tell("a", 2, names=("Ilan Dor",))
    told.tell("b", 2, day=None, names=("Ilan Dor",))
    told.tell("c", 2, names=("Sena Maro Vell",))
    told.tell("d", 2, day="2030-03-09", names=("Sena Maro Vell",))
    assert ids(told.claims[1]) in told.together()
    assert ids(told.claims[3]) in told.together()


def test_a_name_in_two_scripts_is_one_where_three_parts_agree(told):
    one = told.tell("a", (1, 9), names=("Salim Mahmud Darwish",))
    other = told.tell("a", (1, 9), names=("Karim Talal Fares",))
    third = told.tell("b", (2, 7), names=("سليم محمود درويش",))
    assert told.together() == {ids(one, third), ids(other)}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Abd al-Rahman bin Salim Darwish", "عبد الرحمن سليم درويش", True),
        ("Talal Abd al-Rahman Darwish", "طلال عبد الرحمن درويش", True),
        ("Salim Mahmoud al-Darwish", "Saleem Mahmud Darwish", True),
        ("Salim Mahmud Darwish", "Salim Hamid Darwish", False),
        ("Ali Ei Ao", "Ala Ie Oa", False),
    ],
)
def test_which_spellings_are_certainly_one_name(one, other, same):
    if same:
        assert sure_key(one) == sure_key(other) is not None
    else:
        assert sure_key(one) is None or sure_key(one) != sure_key(other)


def test_names_in_two_scripts_are_never_held_to_be_two_people(told):
    one = told.tell("a", 1, names=("Salim Darwish",))
    other = told.tell("b", 1, names=("سليم درويش",))
    assert told.together() == {ids(one, other)}


def test_killed_and_found_are_two_incidents_that_hint_at_each_other(told):
    told.tell("a", 20)
    told.tell("b", 20, act=Act.BODIES_FOUND)
    told.tell("c", 20, "tolmin")
    hints = [any("same people" in r for r in i.reasons) for i in told.incidents()]
    assert sorted(hints) == [False, True, True]


def test_an_incident_keeps_its_name_when_a_later_report_joins(told):
    told.tell("m", 38)
    told.published["sha256:m"] = "2030-03-08"
    (before,) = told.incidents()
    told.tell("a", 24, id="0-smaller")
    told.published["sha256:a"] = "2030-03-09"
    (after,) = told.incidents()
    assert (before.id, len(after.claims)) == (after.id, 2)


def test_two_incidents_never_have_one_name(told):
    told.tell("a", 3)
    told.tell("a", 5)
    told.tell("a", 5, act=Act.INJURED)
    assert len({each.id for each in told.incidents()}) == 3


WORDS = (
    "Twelve workers of the salt works were killed when a shell fell on their bus near "
    "the ferry, the harbour council said on {day}."
)


def test_a_text_with_a_few_words_changed_is_one_event(told):
    one = told.tell("a", 12, "north", "2030-03-07", quote=WORDS.format(day="Friday"))
    other = told.tell("b", 12, "north", None, quote=WORDS.format(day="Saturday"))
    assert told.together() == {ids(one, other)}
    assert any("nearly the same words" in each for each in reasons(told))


@pytest.mark.parametrize(
    "change",
    [
        {"number": 13},
        {"place": "harbour"},
        {"place": None, "day": None},
        {"day": "2030-04-02"},
        {"quote": "Twelve workers were killed near the ferry, far from all the rest."},
    ],
)
def test_a_like_text_that_tells_anything_else_is_another_event(told, change):
    told.tell("a", 12, "north", "2030-03-07", quote=WORDS.format(day="Friday"))
    like = {"number": 12, "place": "north", "day": None}
    told.tell("b", **{**like, "quote": WORDS.format(day="Monday"), **change})
    assert len(told.together()) == 2
