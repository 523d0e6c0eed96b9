"""Somebody types a name as they know it, and finds who is meant, in any script."""

import pytest

from tasjil.errors import BadValue
from tasjil.journey import board
from tasjil.journey.board import IncidentFilter, IncidentSort, Page, PersonFilter
from tasjil.model.acts import Act
from tasjil.model.missing import GapKind, Part
from tasjil.model.persons import AgeGroup, Sex

DAREN, SALIM, MIRIN = "Daren Iven Vell", "Salim Hasan Darwish", "Abu Ali Mirin Orethan"
AMINA, HUSAYN = "أمينة يوسف سورين", "Husayn Kelvak"

FINDS = {
    "Salim Hasan Darwish": SALIM,
    "سليم حسن درويش": SALIM,
    "Selim Hassan Darwich": SALIM,
    "Darwish Salim": SALIM,
    "DARWISH, Salim": SALIM,
    "Salim bin Hasan": SALIM,
    "سليم بن حسن": SALIM,
    "S. Darwish": SALIM,
    "Mr. Salim Darwish": SALIM,
    "Salim Darwith": SALIM,
    "Amina Surin": AMINA,
    "Ameena Youssef": AMINA,
    "أمينة سورين": AMINA,
    "Abu Ali": MIRIN,
    "أبو علي": MIRIN,
    "Orethan, Mirin": MIRIN,
    "Oretham": MIRIN,
    "حسين": HUSAYN,
    "Hussein Kelvaq": HUSAYN,
    "daren vell": DAREN,
}


@pytest.mark.parametrize(("typed", "name"), FINDS.items())
def test_a_name_is_found_however_it_is_spelt(desk, typed, name):
    found = board.people(desk.register, typed).items
    assert name in {each.name for each in found}
    assert len(found) <= 2


@pytest.mark.parametrize(
    "typed", ["Hasan Kelvak", "Salim Orethan", "Zoltrim", "؟؟", "."]
)
def test_nobody_is_found_under_a_name_that_nobody_has(desk, typed):
    assert board.people(desk.register, typed).items == ()


def test_one_who_is_told_of_in_a_report_and_on_a_list_shows_both_scripts(desk):
    found = board.people(desk.register, "Salim Darwish").items
    assert {each.arabic for each in found} | {each.latin for each in found} == {
        "سليم حسن درويش",
        SALIM,
        "",
    }
    told = board.person(desk.register, found[0].id)
    assert told.line == found[0]
    again = [board.person(desk.register, each) for each in told.record_ids]
    assert {each.line.id for each in again} == {told.line.id}


def test_a_search_can_be_narrowed_and_so_can_the_list(desk):
    varesh = PersonFilter(place="varesh")
    assert board.people(desk.register, "Daren Vell", varesh).items == ()
    assert board.people(desk.register, "Orethan", varesh).total == 1
    whole = board.people(desk.register)
    assert whole.total == len(whole.items)
    assert [each.name for each in whole.items if not each.name] == [""]
    assert whole.items[-1].name == ""
    unnamed = board.people(desk.register, wanted=PersonFilter(unnamed=True))
    assert [each.sex for each in unnamed.items] == [Sex.WOMAN]
    child = PersonFilter(age_group=AgeGroup.CHILD)
    children = board.people(desk.register, wanted=child)
    assert [(each.name, each.age.low) for each in children.items] == [(HUSAYN, 7)]
    found = board.people(desk.register, wanted=PersonFilter(place="lumenia")).items
    assert {each.id for each in found} == {
        each.id for each in whole.items if each.place
    }


def days(desk, since, until):
    found = board.incidents(desk.register, IncidentFilter(since=since, until=until))
    return sorted({each.edtf for each in found.items})


def test_incidents_are_narrowed_by_days_that_meet(desk):
    assert days(desk, "2031-05-01", "2031-05-05") == ["2031-05-03"]
    assert days(desk, "2031-05-12", "2031-05-12") == ["2031-05-12"]
    assert days(desk, "2031-05-10", None) == ["2031-05-12", "2031-05-20"]
    assert days(desk, "2031-06", None) == []
    assert len(days(desk, "2031", "2031")) == 3


def test_a_place_holds_what_happened_in_all_the_places_inside_it(desk):
    def found(place):
        wanted = IncidentFilter(place=place)
        return {each.id for each in board.incidents(desk.register, wanted).items}

    assert found("ostrel") | found("varesh") == found("northmark") == found("lumenia")
    assert found("ostrel").isdisjoint(found("varesh"))
    assert found("ostrel")
    assert found("north") == set()


def test_incidents_are_narrowed_by_act_by_what_is_missing_and_by_what_is_unread(desk):
    whole = board.incidents(desk.register).items
    for wanted, fits in (
        (IncidentFilter(act=Act.INJURED), lambda each: each.act is Act.INJURED),
        (
            IncidentFilter(needs=Part.PERPETRATOR, kind=GapKind.UNTOLD),
            lambda each: (Part.PERPETRATOR, GapKind.UNTOLD) in each.gaps,
        ),
        (
            IncidentFilter(kind=GapKind.ONE_TELLER),
            lambda each: GapKind.ONE_TELLER in {kind for _, kind in each.gaps},
        ),
        (IncidentFilter(unjudged=True), lambda each: each.unjudged > 0),
        (IncidentFilter(unjudged=False), lambda each: each.unjudged == 0),
        (IncidentFilter(counted=False), lambda each: not each.counted),
    ):
        found = board.incidents(desk.register, wanted).items
        assert {each.id for each in found} == {each.id for each in whole if fits(each)}


def test_lists_come_in_the_order_that_is_asked_for(desk):
    by = {
        sort: board.incidents(desk.register, sort=sort).items for sort in IncidentSort
    }
    assert [each.moves for each in by[IncidentSort.MOVES]] == sorted(
        (each.moves for each in by[IncidentSort.MOVES]), reverse=True
    )
    oldest = [each.edtf for each in by[IncidentSort.OLDEST]]
    assert oldest == sorted(oldest)
    assert [each.edtf for each in by[IncidentSort.NEWEST]] == oldest[::-1]
    floors = [each.floor for each in by[IncidentSort.FLOOR]]
    assert floors == sorted(floors, reverse=True)


def test_pages_of_a_list_are_the_list(desk):
    whole = board.people(desk.register).items
    pages = [
        board.people(desk.register, page=Page(n, 2)).items
        for n in range(1, 2 + len(whole) // 2)
    ]
    assert [each for page in pages for each in page] == list(whole)
    for page in ((0, 50), (1, 0), (1, 5_000)):
        with pytest.raises(BadValue, match="expected a page"):
            Page(*page)
