"""What a total counts, in a form that can be compared: never more than was told."""

from datetime import date

import pytest

from tasjil.count.placebook import PlaceBook
from tasjil.count.reconcile.areas import certainly_inside, may_meet
from tasjil.count.reconcile.ground import Ground
from tasjil.count.reconcile.scopes import totals
from tasjil.count.reconcile.who import EVERYBODY
from tasjil.model.acts import Stance
from tasjil.model.persons import AgeGroup, Sex, Status, VictimGroup
from tasjil.model.reconciliation import BoundKind
from tasjil.model.sources import SourceKind

OBSERVATORY = (("the Lumenian Observatory", SourceKind.MONITOR),)
CIVILIANS = VictimGroup(text="civilians", status=Status.CIVILIAN)
LUMENIA = {
    "lumenia": frozenset(),
    "north": frozenset({"lumenia"}),
    "south": frozenset({"lumenia"}),
    "varesh": frozenset({"north", "lumenia"}),
}


@pytest.fixture
def read(lumenia):
    """Give the way to read the totals that were told."""

    def read_now(**more):
        evidence = lumenia.evidence()
        book = PlaceBook.of(evidence.claims.values(), lumenia.places)
        return totals(lumenia.tally(), evidence, book, **more)

    return read_now


def ground():
    return Ground(PlaceBook({}, {}, LUMENIA))


def told(lumenia, number, quote, **more):
    lumenia.total("a", number, quote=quote, tellers=OBSERVATORY, **more)


def test_a_total_without_a_place_may_be_anywhere_and_is_certainly_nowhere(
    lumenia, read
):
    lumenia.total("a", 50, None)
    (total,) = read()
    assert total.area.anywhere
    assert not total.area.inner


def test_two_tellings_that_name_two_provinces_leave_it_open_which(lumenia, read):
    lumenia.total("a", 50, "north", tellers=OBSERVATORY)
    lumenia.total("b", 50, ("north", "south"), tellers=OBSERVATORY)
    (total,) = read()
    assert total.area.outer == {"north", "south"}
    assert total.area.inner == {"north"}


def test_a_village_lies_in_its_province_and_provinces_lie_apart(lumenia, read):
    for report, place in (("a", "north"), ("b", "south")):
        lumenia.total(report, 50, place)
    lumenia.total("c", 70, "varesh")
    area = {each.area.told[0]: each.area for each in read()}
    assert certainly_inside(area["varesh"], area["north"], ground())
    assert not may_meet(area["north"], area["south"], ground())


def test_mostly_in_one_province_is_somewhere_in_the_country(lumenia, read):
    told(lumenia, 803, "803 people were killed, mostly in the North", place="north")
    (total,) = read()
    assert total.area.outer == {"north", "lumenia"}
    assert not total.area.inner


def test_a_total_counts_nobody_killed_after_it_was_published(lumenia, read):
    lumenia.report("a", published="2030-03-12")
    lumenia.total("a", 50, day="2030-03-06/..")
    (total,) = read()
    assert (total.starts, total.ends) == (date(2030, 3, 6), date(2030, 3, 12))
    assert total.period.certain is None


def test_a_total_published_in_a_month_may_count_until_its_last_day(lumenia, read):
    lumenia.report("a", published="2030-04")
    lumenia.total("a", 50, day="2030-03-06/..")
    assert read()[0].ends == date(2030, 4, 30)


def test_civilians_of_a_relay_are_persons_where_another_telling_says_persons(
    lumenia, read
):
    lumenia.total("a", 1334, victims=VictimGroup(text="persons"), tellers=OBSERVATORY)
    lumenia.total("b", 1334, victims=CIVILIANS, tellers=OBSERVATORY)
    (total,) = read()
    assert total.statuses == EVERYBODY
    assert total.stated.who == "people of any status, or civilians"


def test_a_bare_number_goes_with_the_telling_that_says_who(lumenia, read):
    lumenia.total("a", 1334, victims=CIVILIANS, tellers=OBSERVATORY)
    lumenia.total("b", 1334, tellers=OBSERVATORY)
    assert read()[0].statuses == {Status.CIVILIAN}


def test_mainly_civilians_are_not_all_civilians(lumenia, read):
    told(lumenia, 1400, "1,400 people, mainly civilians, died", victims=CIVILIANS)
    assert read()[0].statuses == EVERYBODY


@pytest.mark.parametrize(
    ("quote", "bound"),
    [
        ("We have documented 60 people killed so far in the North", "floor"),
        ("60 people were killed in the North, the monitor said", "floor"),
        ("The complete list of the dead in the North has 60 names", "exact"),
        ("The final death toll in the North is 60 people", "exact"),
        ("60 people were killed in the North and nobody else", "exact"),
        ("The list of 60 people killed in the North is not complete", "floor"),
        ("This is not the final toll: 60 people killed", "floor"),
        ("A preliminary and full list has 60 names", "floor"),
        ("60 people were reported killed in the North", "neither"),
        ("According to media reports 60 people were killed", "neither"),
        ("القائمة الكاملة للقتلى تضم 60 اسماً", "exact"),
        ("قائمة غير كاملة تضم 60 اسماً", "floor"),
        ("قُتل 60 شخصاً بحسب التقارير", "neither"),
    ],
)
def test_only_words_that_leave_nobody_out_close_a_total(lumenia, read, quote, bound):
    told(lumenia, 60, quote, place="north")
    assert read()[0].stated.bound is BoundKind(bound)


def test_all_the_children_are_not_all_the_people(lumenia, read):
    children = VictimGroup(text="children", age_group=AgeGroup.CHILD)
    told(lumenia, 9, "The complete list has 9 children", victims=children)
    assert read()[0].stated.bound is BoundKind.FLOOR


def test_all_the_teachers_are_not_all_the_people(lumenia, read):
    told(lumenia, 9, "The full list", victims=VictimGroup(text="9 teachers"))
    assert read()[0].stated.bound is BoundKind.FLOOR


def test_up_to_a_number_is_a_ceiling_by_that_teller(lumenia, read):
    told(lumenia, (None, 40), "up to 40 people were killed", text="up to 40")
    assert read()[0].stated.bound is BoundKind.CEILING


def test_up_to_a_number_of_a_part_says_nothing_of_the_whole(lumenia, read):
    told(lumenia, 60, "60 people were killed", group="g1")
    told(lumenia, (None, 40), "up to 40 of them", text="up to 40", part_of="g1")
    bounds = {each.stated.high: each.stated.bound for each in read()}
    assert bounds == {60: BoundKind.FLOOR, 40: BoundKind.NEITHER}


@pytest.mark.parametrize("text", ["about 900", "some 900", "نحو 900", "nearly 900"])
def test_a_rounded_guess_bounds_nothing(lumenia, read, text):
    told(lumenia, (810, 990), f"{text} people were killed", text=text)
    assert read()[0].stated.bound is BoundKind.NEITHER


def test_an_estimate_bounds_nothing(lumenia, read):
    told(lumenia, 900, "900 people were killed, it says", stance=Stance.ESTIMATED)
    assert read()[0].stated.bound is BoundKind.NEITHER


def test_an_outlet_that_passes_others_on_counts_only_what_it_says_it_counted(
    lumenia, read
):
    lumenia.total("a", 900, quote="900 people were killed in March")
    lumenia.total("b", 950, quote="Our investigation found 950 people killed")
    relays = {"wire": ("obs",)}
    bounds = {each.stated.low: each.stated.bound for each in read(relays=relays)}
    assert bounds == {900: BoundKind.NEITHER, 950: BoundKind.FLOOR}


def test_the_later_of_one_tellers_totals_stands_in_place_of_the_earlier(lumenia, read):
    for day, number in (("10", 1614), ("12", 1600)):
        lumenia.report(f"r{day}", published=f"2030-03-{day}")
        period = f"2030-03-06/2030-03-{day}"
        lumenia.total(f"r{day}", number, day=period, tellers=OBSERVATORY)
    first, second = read()
    assert first.stated.superseded_by == second.statement.id
    assert second.stated.superseded_by is None


def test_a_total_of_another_teller_or_area_stands_in_place_of_none(lumenia, read):
    for day, number, place in (("10", 1614, "north"), ("12", 1700, "south")):
        lumenia.report(f"r{day}", published=f"2030-03-{day}")
        lumenia.total(f"r{day}", number, place, tellers=OBSERVATORY)
    assert all(each.stated.superseded_by is None for each in read())


def test_a_part_that_names_no_place_has_the_place_of_its_whole(lumenia, read):
    lumenia.total("a", 60, "north", group="g1", tellers=OBSERVATORY)
    women = VictimGroup(text="women", sex=Sex.WOMAN)
    lumenia.total("a", 9, None, part_of="g1", victims=women, tellers=OBSERVATORY)
    part = next(each for each in read() if each.statement.part_of)
    assert part.area.outer == {"north"}
    assert part.stated.who == "women"


def test_a_later_total_of_a_nameless_teller_stands_in_place_of_none(lumenia, read):
    for day, number in (("10", 1614), ("12", 1600)):
        lumenia.report(f"r{day}", None, f"2030-03-{day}")
        lumenia.total(f"r{day}", number, day=f"2030-03-06/2030-03-{day}")
    assert all(each.stated.superseded_by is None for each in read())


def test_a_figure_that_every_telling_takes_from_others_bounds_nothing(lumenia, read):
    taken = lumenia.total("a", 50, tellers=OBSERVATORY)
    counted = lumenia.total("b", 60, "south", tellers=OBSERVATORY)
    found = read(derived=frozenset({taken.id}))
    bounds = {each.stated.claim: each.stated.bound for each in found}
    assert bounds == {taken.id: BoundKind.NEITHER, counted.id: BoundKind.FLOOR}


def test_a_coast_and_its_surroundings_are_more_than_the_coast(lumenia, read):
    told(lumenia, 90, "90 died in the North and its surroundings", place="north")
    assert read()[0].area.outer == {"north", "lumenia"}
