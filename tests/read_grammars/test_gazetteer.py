"""Where: the case's places first, homonyms settled or left open, words around them."""

import pytest

from tasjil.model.ids import PlaceId
from tasjil.model.places import Place, PlaceLevel, Precision, Where
from tasjil.read.places.gazetteer import Gazetteer


def place(
    id: str, name: str, level: PlaceLevel, parent: str | None = None, **more: object
) -> Place:
    return Place(PlaceId(id), name, level, PlaceId(parent) if parent else None, **more)  # type: ignore[arg-type]


LUMENIA = [
    place("lumenia", "Lumenia", PlaceLevel.COUNTRY),
    place("karst", "Karst", PlaceLevel.GOVERNORATE, "lumenia"),
    place("karst-city", "Karst", PlaceLevel.CITY, "karst", lat=1.0, lon=2.0),
    place(
        "varesh",
        "Al-Varesh",
        PlaceLevel.TOWN,
        "karst",
        name_ar="الفارش",
        variants=("Wareesh",),
    ),
    place("tolmin", "Tolmin", PlaceLevel.VILLAGE, "karst"),
    place("deir", "Deir ez-Zelm", PlaceLevel.VILLAGE, "karst"),
]


@pytest.fixture(scope="module")
def case() -> Gazetteer:
    return Gazetteer(LUMENIA)


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return Gazetteer()


def only(gazetteer: Gazetteer, text: str) -> Where:
    [found] = gazetteer.find(text)
    assert found.text == text[found.start : found.end]
    return found.value


@pytest.mark.parametrize(
    "text",
    [
        "clashes in Al-Varesh",
        "clashes in al-Varesh",
        "clashes in El Varesh",
        "clashes in Varesh",
        "clashes in Wareesh",
        "CLASHES IN AL-VARESH",
        "clashes in VARESH today",
        "اشتباكات في الفارش",
        "اشتباكات في فارش",
    ],
)
def test_a_place_is_found_in_any_spelling_and_script(
    case: Gazetteer, text: str
) -> None:
    assert only(case, text).place == "varesh"


def test_the_cases_own_places_win_over_the_world(case: Gazetteer) -> None:
    where = only(case, "shells fell on Tolmin")
    assert (where.place, where.within) == ("tolmin", ("karst", "lumenia"))


def test_the_longest_name_wins(case: Gazetteer) -> None:
    assert only(case, "in Deir Ez Zelm").place == "deir"


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("in Karst", "karst"),
        ("in Karst city", "karst-city"),
        ("in the city of Karst", "karst-city"),
        ("in Karst province", "karst"),
    ],
)
def test_a_word_beside_the_name_says_which_level_is_meant(
    case: Gazetteer, text: str, id: str
) -> None:
    assert only(case, text).place == id


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("in Tolmin", Precision.AT),
        ("near Tolmin", Precision.NEAR),
        ("outside the village of Tolmin", Precision.NEAR),
        ("in the countryside of Tolmin", Precision.NEAR),
        ("in the Tolmin countryside", Precision.NEAR),
        ("5 km south of Tolmin", Precision.NEAR),
        ("12 kilometers from Tolmin", Precision.NEAR),
        ("between Tolmin", Precision.BETWEEN),
    ],
)
def test_words_before_a_name_decide_how_near_the_harm_is(
    case: Gazetteer, text: str, precision: Precision
) -> None:
    assert only(case, text).precision is precision


def test_between_two_places_holds_for_both(case: Gazetteer) -> None:
    found = case.find("on the road between Tolmin and Varesh")
    assert [f.value.precision for f in found] == [Precision.BETWEEN] * 2


@pytest.mark.parametrize(
    ("text", "words", "level"),
    [
        ("in the village of Kesarun", "Kesarun", PlaceLevel.VILLAGE),
        ("in Kesarun village", "Kesarun village", PlaceLevel.VILLAGE),
        ("in the Kesarun neighbourhood", "Kesarun neighbourhood", "neighbourhood"),
        ("at Kesarun Hospital", "Kesarun Hospital", PlaceLevel.SITE),
        ("in the town of Al-Kesarun al-Kabira,", "Al-Kesarun al-Kabira", "town"),
        ("IN THE TOWN OF KESARUN AND", "KESARUN", PlaceLevel.TOWN),
    ],
)
def test_a_place_no_list_has_is_kept_without_coordinates(
    case: Gazetteer, text: str, words: str, level: PlaceLevel
) -> None:
    where = only(case, text)
    assert (where.text, where.level, where.place) == (words, level, None)
    assert where.lat is None


def test_a_place_no_list_has_lies_in_the_province_told_after_it(
    case: Gazetteer,
) -> None:
    first, _ = case.find("in the village of Kesarun, in Karst province")
    assert first.value.within == ("karst", "lumenia")


def test_a_hospital_called_after_a_town_is_not_the_town(case: Gazetteer) -> None:
    where = only(case, "at Tolmin hospital")
    assert (where.level, where.place) == (PlaceLevel.SITE, None)
    assert where.within == ("tolmin", "karst", "lumenia")


@pytest.mark.parametrize(
    "text",
    [
        "Reading the statement, he wept.",
        "Many died in March and in May.",
        "Mobile clinics came; hope remained.",
        "Jordan Dravich spoke to Victoria Halqi.",
        "The Aleppo Media Centre and the Damascus Times reported it.",
        "THE POLICE SAID MANY WERE KILLED IN GENERAL",
        "Three Syrian soldiers and a Lebanese man",
        "President Santiago Dravich left",
        "",
    ],
)
def test_words_persons_and_outlets_are_no_places(world: Gazetteer, text: str) -> None:
    assert world.find(text) == []


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("in Idlib", ["geonames:169389"]),
        ("in Idlib province", ["geonames:169387"]),
        ("in the provinces of Idlib, Homs and Hama", "areas"),
        ("in Usulutan and Morazan departments", "areas"),
        ("IN USULUTAN AND MORAZAN DEPARTMENTS", "areas"),
        ("in Tripoli, Lebanon", ["geonames:266826", "geonames:272103"]),
    ],
)
def test_the_world_file_knows_towns_provinces_and_countries(
    world: Gazetteer, text: str, ids: list[str] | str
) -> None:
    found = world.find(text)
    if ids == "areas":
        assert {f.value.level for f in found} == {PlaceLevel.GOVERNORATE}
    else:
        assert [f.value.place for f in found] == ids


def test_a_homonym_is_settled_by_the_country_the_report_names(
    world: Gazetteer,
) -> None:
    [found] = world.find("Salvadoran troops entered San Miguel")
    assert "geonames:3585968" in found.value.within


def test_a_homonym_is_settled_by_a_hint(world: Gazetteer) -> None:
    [open_] = world.find("troops entered San Miguel")
    [hinted] = world.find("troops entered San Miguel", hints=["SV"])
    assert open_.value.place is None
    assert len(open_.value.candidates) > 1
    assert hinted.value.place is not None


def test_a_city_far_larger_than_its_namesakes_is_meant(world: Gazetteer) -> None:
    assert only(world, "a bomb in San Salvador").place == "geonames:3583361"


def test_an_english_word_is_a_place_after_in(world: Gazetteer) -> None:
    where = only(world, "two died near Reading")
    assert where.candidates or where.place


def test_knows_says_what_is_hardly_anything_but_a_place(world: Gazetteer) -> None:
    assert world.knows("Aleppo")
    assert world.knows("Deir ez-Zor")
    assert not world.knows("March")
    assert not world.knows("Kesarun")


def test_a_governorate_comes_with_its_level_so_that_its_point_is_not_taken(
    world: Gazetteer,
) -> None:
    where = only(world, "in Latakia governorate")
    assert where.level is PlaceLevel.GOVERNORATE
    assert where.geonames == 173578


def test_without_the_world_file_only_the_case_is_known() -> None:
    where = only(Gazetteer(LUMENIA, world=False), "in Aleppo")
    assert (where.place, where.level) == (None, PlaceLevel.UNKNOWN)


def test_a_known_name_inside_a_longer_one_is_not_the_place(case: Gazetteer) -> None:
    where = only(case, "in Tolmin de Kesarun")
    assert (where.text, where.place) == ("Tolmin de Kesarun", None)


def test_surnames_in_capitals_are_no_towns(world: Gazetteer) -> None:
    assert world.find("SOLDIERS NELSON SANCHEZ MOLINA AND JOSE LOPEZ FLED") == []


def test_a_speaker_in_square_brackets_is_no_place(world: Gazetteer) -> None:
    assert world.find("[SORIA] MEASURES HAVE BEEN TAKEN") == []


def test_a_village_of_a_country_nobody_named_is_not_meant(case: Gazetteer) -> None:
    assert Gazetteer().find("Lumenian Rest and Paradise Lost") == []


def test_a_quarter_called_after_a_town_is_not_the_town(case: Gazetteer) -> None:
    where = only(case, "in the Tolmin neighbourhood")
    assert (where.level, where.place) == (PlaceLevel.NEIGHBOURHOOD, None)


def test_the_head_of_a_dateline_is_a_place(world: Gazetteer) -> None:
    assert only(world, "TEGUCIGALPA, 4 MAY 89 -- [TEXT] PEACE").name == "Tegucigalpa"


def test_two_villages_of_one_name_are_left_open_until_their_district_is_told() -> None:
    twins = [
        place("north", "Narth", PlaceLevel.DISTRICT),
        place("a", "Kesarun", PlaceLevel.VILLAGE),
        place("b", "Kesarun", PlaceLevel.VILLAGE, "north"),
    ]
    gazetteer = Gazetteer(twins, world=False)
    alone = only(gazetteer, "in Kesarun")
    assert (alone.place, alone.candidates) == (None, ("a", "b"))
    found = gazetteer.find("in Kesarun, Narth district")
    assert found[0].value.place == "b"


def test_a_places_chain_ends_though_its_file_goes_in_a_circle() -> None:
    circle = [
        place("a", "Kesarun", PlaceLevel.VILLAGE, "b"),
        place("b", "Karst", PlaceLevel.DISTRICT, "a"),
    ]
    assert only(Gazetteer(circle, world=False), "in Kesarun").within == ("b",)


def test_a_name_the_case_writes_in_small_letters_is_found_in_small_letters() -> None:
    coast = place(
        "coast", "Lumenian coast", PlaceLevel.REGION, variants=("the coast", "shore")
    )
    gazetteer = Gazetteer([coast], world=False)
    for text in ("on the Lumenian coast", "along the coast", "THE LUMENIAN COAST"):
        assert only(gazetteer, text).place == "coast"


@pytest.mark.parametrize(
    "text",
    ["in Deir al-Balah", "in Dair al Balah", "in Deir el-Balah", "in Dayr Al-Balah"],
)
def test_an_arabic_name_is_known_in_the_latin_letters_of_any_office(
    world: Gazetteer, text: str
) -> None:
    assert only(world, text).place == "geonames:281141"


def test_a_name_behind_in_is_kept_though_no_list_has_it(world: Gazetteer) -> None:
    where = only(world, "Two women died in Qesarun on Monday.")
    assert (where.text, where.level, where.lat) == ("Qesarun", "unknown", None)


@pytest.mark.parametrize(
    "text",
    ["He said in Arabic that", "in God's name", "in NATO"],
)
def test_a_language_and_an_alliance_are_no_places(world: Gazetteer, text: str) -> None:
    assert world.find(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "on the Varesh-Tolmin road",
        "on the Varesh–Tolmin highway",
        "between Varesh and the village of Tolmin",
    ],
)
def test_a_road_joins_two_places_and_lies_in_neither(
    case: Gazetteer, text: str
) -> None:
    found = case.find(text)
    assert [f.value.place for f in found] == ["varesh", "tolmin"]
    assert {f.value.precision for f in found} == {Precision.BETWEEN}


@pytest.mark.parametrize(
    "text",
    [
        "in the Hama countryside",
        "in the countryside of Hama",
        "in Hama's northern countryside",
        "in rural Hama",
    ],
)
def test_the_countryside_of_a_seat_is_a_region_of_its_governorate(
    world: Gazetteer, text: str
) -> None:
    where = only(world, text)
    assert where.level is PlaceLevel.REGION
    assert where.precision is Precision.NEAR
    assert (where.place, where.lat) == (None, None)
    assert where.within == ("geonames:170015", "geonames:163843")


@pytest.mark.parametrize(
    "text", ["on the outskirts of Tolmin", "north of Tolmin", "just outside Tolmin"]
)
def test_the_edge_of_a_village_is_near_it(case: Gazetteer, text: str) -> None:
    assert only(case, text).precision is Precision.NEAR


def test_no_claim_in_a_governorate_has_the_point_of_its_capital(
    world: Gazetteer,
) -> None:
    city, area = (only(world, text) for text in ("in Homs", "in Homs governorate"))
    assert (city.level, area.level) == (PlaceLevel.CITY, PlaceLevel.GOVERNORATE)
    assert (area.lat, area.lon) != (city.lat, city.lon)
    assert city.geonames != area.geonames


@pytest.mark.parametrize("text", ["in Port Qesar", "at Upper Qesarun", "at Qesarun"])
def test_a_name_may_open_with_port_or_upper(world: Gazetteer, text: str) -> None:
    assert only(world, text).text == text.partition(" ")[2]


def test_a_name_in_capitals_at_the_head_is_known_again_below() -> None:
    report = "QESARUN, 23 Jan (LPA) - A bomb went off.\nTwo died in the Qesarun blast."
    places = Gazetteer(world=False).of_report(report + " Others fled from Qesarun.")
    assert [f.text for f in places.find("Others fled from Qesarun.")] == ["Qesarun"]
