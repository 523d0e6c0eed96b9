"""What first tellers say is held against each other, part by part."""

import pytest

from tasjil.assess.side_by_side import Accord, side_by_side
from tasjil.model.acts import Act, Level, PerpetratorStance
from tasjil.model.claim import Claim, Perpetrator, When
from tasjil.model.ids import ClaimId, PlaceId, ReportId
from tasjil.model.missing import Part
from tasjil.model.persons import Status, VictimGroup
from tasjil.model.places import Where
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage
from tasjil.model.tally import Origin


def told(teller, nth=0, **what):
    claim = Claim(
        id=ClaimId(f"{teller}-{nth}"),
        report=ReportId(f"sha256:{teller}"),
        act=Act.KILLED,
        level=Level.INCIDENT,
        passage=Passage(0, 4, "They"),
        reader="english/1",
        group=f"g{nth}",
        **what,
    )
    return claim, Origin(teller, teller)


def accord(part, *claims):
    origins = {claim.id: origin for claim, origin in claims}
    found = side_by_side([claim for claim, _ in claims], origins)
    return next(each for each in found if each.part is part).accord


def number(teller, low, high=None, **more):
    return told(teller, quantity=Quantity(low, high, None), **more)


def where(place, *within):
    return (Where(place, place=PlaceId(place), within=tuple(map(PlaceId, within))),)


def party(words, stance=PerpetratorStance.NAMED):
    return Perpetrator(words, stance)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (number("herald", 4, 4), number("nurse", 4, 4), Accord.AGREE),
        (number("herald", 4), number("nurse", 6, 6), Accord.DIFFER),
        (number("herald", 4, 4), number("nurse", 6), Accord.CLASH),
        (number("herald", 4, 4), told("nurse"), Accord.ONE),
        (told("herald"), told("nurse"), Accord.NOBODY),
    ],
)
def test_numbers_clash_only_where_they_cannot_all_be_so(one, other, expected):
    assert accord(Part.NUMBER, one, other) is expected


def test_one_teller_who_says_another_number_later_clashes_with_nobody():
    early, late = number("herald", 4, 4), number("herald", 9, 9, nth=1)
    assert accord(Part.NUMBER, early, late) is Accord.ONE


def test_groups_that_one_report_tells_of_are_added():
    men, women = number("herald", 3, 3), number("herald", 2, 2, nth=1)
    assert accord(Part.NUMBER, men, women, number("nurse", 5, 5)) is Accord.AGREE


def test_a_village_and_its_district_are_no_clash_and_two_villages_are():
    village = told("herald", where=where("ostrel", "northmark"))
    district = told("nurse", where=where("northmark"))
    elsewhere = told("guard", where=where("varesh", "northmark"))

    assert accord(Part.PLACE, village, district) is Accord.DIFFER
    assert accord(Part.PLACE, village, elsewhere) is Accord.CLASH


def test_a_month_that_holds_the_day_is_no_clash():
    day = told("herald", when=When("2031-05-03"))
    month = told("nurse", when=When("2031-05"))
    other = told("guard", when=When("2031-05-09"))

    assert accord(Part.TIME, day, month) is Accord.DIFFER
    assert accord(Part.TIME, day, other) is Accord.CLASH


def test_a_party_that_denies_it_clashes_with_who_names_it():
    named = told("herald", perpetrator=party("the Hill Front"))
    denied = told(
        "front", perpetrator=party("the Hill Front", PerpetratorStance.DENIED)
    )
    gunmen = told("nurse", perpetrator=party("gunmen"))

    assert accord(Part.PERPETRATOR, named, denied) is Accord.CLASH
    assert accord(Part.PERPETRATOR, named, gunmen) is Accord.DIFFER


def test_fighters_and_civilians_are_a_clash_and_unknown_says_nothing():
    civilians = told("herald", victims=VictimGroup(status=Status.CIVILIAN))
    fighters = told("guard", victims=VictimGroup(status=Status.ARMED_FORCES))
    nothing = told("nurse")

    assert accord(Part.STATUS, civilians, fighters) is Accord.CLASH
    assert accord(Part.STATUS, civilians, nothing) is Accord.ONE


def test_who_names_more_people_contradicts_nobody():
    one = told("herald", victims=VictimGroup(names=("Daren Vell",)))
    more = told("nurse", victims=VictimGroup(names=("Daren Vell", "Mira Osk")))
    assert accord(Part.IDENTITY, one, more) is Accord.DIFFER
