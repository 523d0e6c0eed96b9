"""Towns of one name: settled by what the case and the report say, or left open."""

import pytest

from tasjil.model.ids import PlaceId
from tasjil.model.places import Place, PlaceLevel
from tasjil.read.places.gazetteer import Gazetteer


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return Gazetteer()


SETTLED = [
    # report, sentence, hints, country that is meant; "" where it must stay open
    ("", "Shells fell in Tripoli, Lebanon", [], "LB"),
    ("", "Shells fell in Tripoli, Libya", [], "LY"),
    ("", "Shells fell in Tripoli, Libya", ["LB"], "LY"),
    ("", "Shells fell in Tripoli", ["LB"], "LB"),
    ("", "Shells fell in Tripoli", [], ""),
    ("Lebanese soldiers left.", "Shells fell in Tripoli", [], "LB"),
    ("A ship from Benghazi and Misrata, Libya.", "Men died in Tripoli", [], "LY"),
    ("Lebanon and Libya spoke.", "Men died in Tripoli", [], ""),
    ("A United States official said so.", "Men died in Tripoli", [], ""),
    ("", "Two died in Alexandria, Louisiana", [], "US"),
    ("", "Two died in Alexandria, Egypt", [], "EG"),
    ("An Egyptian paper wrote.", "Two died in Alexandria", [], "EG"),
    ("American troops left.", "Two died in Alexandria", [], ""),
    ("", "Two died in Alexandria", ["US"], ""),
    ("", "Two died in Mosul", [], "IQ"),
    ("", "Two died in Hama", ["SY"], "SY"),
    ("", "Two died in Baghdad", ["SY"], "IQ"),
    ("", "Two died in Cairo", [], "EG"),
    ("", "Two died in Damascus", [], "SY"),
    ("", "Two died in Aleppo and Hama", [], "SY"),
    ("A fire in San Salvador, El Salvador.", "in San Miguel", [], "SV"),
    ("", "troops in San Miguel", [], ""),
    ("", "fighting in Santiago", [], ""),
    ("", "سقط قتلى في طرابلس", [], ""),
    ("", "سقط قتلى في طرابلس", ["LB"], "LB"),
    ("", "سقط قتلى في طرابلس بلبنان", ["LY"], "LB"),
    ("انتشر الجيش اللبناني.", "سقط قتلى في طرابلس", [], "LB"),
    ("وصلوا من بنغازي في ليبيا.", "سقط قتلى في طرابلس", [], "LY"),
    ("", "سقط قتلى في الإسكندرية", [], "EG"),
    ("", "سقط قتلى في حماة", ["SY"], "SY"),
    ("", "سقط قتلى في الموصل", [], "IQ"),
    ("", "اجتماع في عمان", [], ""),
    ("قال مسؤول أردني ذلك.", "اجتماع في عمان", [], "JO"),
    ("", "اجتماع في عمان", ["OM"], "OM"),
    ("", "سقط قتلى في بغداد", ["SY"], "IQ"),
]


@pytest.mark.parametrize(("report", "sentence", "hints", "country"), SETTLED)
def test_a_homonym_is_settled_by_what_is_told_or_stays_open(
    world: Gazetteer, report: str, sentence: str, hints: list[str], country: str
) -> None:
    places = world.of_report(f"{report} {sentence}", hints=hints)
    first, *_ = places.find(sentence)
    where = first.value
    if not country:
        assert where.place is None
        assert len(where.candidates) > 1
        assert where.lat is None
    else:
        assert where.place is not None
        found = world.place(where.place)
        assert found is not None
        assert found.country == country


def test_two_villages_of_a_case_are_told_apart_by_a_district_named_elsewhere() -> None:
    twins = [
        Place(PlaceId("north"), "Narth", PlaceLevel.DISTRICT),
        Place(PlaceId("a"), "Kesarun", PlaceLevel.VILLAGE),
        Place(PlaceId("b"), "Kesarun", PlaceLevel.VILLAGE, PlaceId("north")),
    ]
    gazetteer = Gazetteer(twins, world=False)
    report = "The office of Narth district wrote. Two died in Kesarun."
    [alone] = gazetteer.find("Two died in Kesarun.")
    [told] = gazetteer.of_report(report).find("Two died in Kesarun.")
    assert (alone.value.place, told.value.place) == (None, "b")


def test_a_name_introduced_once_keeps_its_level_through_the_report() -> None:
    report = "Shells fell on the village of Kesarun. Two died in Kesarun."
    [found] = Gazetteer(world=False).of_report(report).find("Two died in Kesarun.")
    assert found.value.level is PlaceLevel.VILLAGE
