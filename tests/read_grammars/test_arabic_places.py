"""Where, in Arabic: no capitals, small words written on, names no list has."""

import pytest

from tasjil.model.ids import PlaceId
from tasjil.model.places import Place, PlaceLevel, Precision, Where
from tasjil.read.places.gazetteer import Gazetteer

NOWHERE = Gazetteer(world=False)


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return Gazetteer()


def words(gazetteer: Gazetteer, text: str) -> list[str]:
    found = gazetteer.find(text)
    assert all(f.text == text[f.start : f.end] for f in found)
    return [f.text for f in found]


def only(gazetteer: Gazetteer, text: str) -> Where:
    [found] = gazetteer.find(text)
    return found.value


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("اشتباكات في دمشق", "دمشق"),
        ("اشتباكات بدمشق", "دمشق"),
        ("وصلوا لحمص", "حمص"),
        ("وحماة بعد ذلك", "حماة"),
        ("طريقهم للرقة", "رقة"),
        ("اشتباكات في ادلب", "ادلب"),
        ("اشتباكات في إِدلب", "إِدلب"),
        ("انفجار في مدينة «حلب»", "حلب"),
    ],
)
def test_small_words_written_onto_a_name_are_no_part_of_it(
    world: Gazetteer, text: str, name: str
) -> None:
    assert words(world, text) == [name]
    assert only(world, text).place is not None


def test_a_list_of_towns_is_read_one_by_one(world: Gazetteer) -> None:
    text = "سقط قتلى في درعا ودير الزور والحسكة"
    assert words(world, text) == ["درعا", "دير الزور", "الحسكة"]


@pytest.mark.parametrize(
    "text",
    [
        "فتح الباب وخرج من البيت",
        "قال الناشط أحمد عمران إن الأمر كذلك",
        "قالت شبكة حلب الإعلامية",
        "ارتفع عدد القتلى إلى أربعين بينهم نساء",
        "القوات السورية واللبنانيون",
        "قتل عنه وعبر الطريق أحد الجنود",
        "كان دائماً في الصور على ورقة كبيرة",
        "في قرية صغيرة قريبة",
        "في بلدة حدودية",
        "إلى مستشفى ميداني قرب حاجز مؤقت",
        "شهادة أم حازم وأبو سالم",
        "في بيت جدي",
        "",
    ],
)
def test_words_of_every_day_persons_and_offices_are_no_places(
    world: Gazetteer, text: str
) -> None:
    assert words(world, text) == []


def test_a_town_that_is_a_common_word_is_meant_after_its_kind(
    world: Gazetteer,
) -> None:
    where = only(world, "اشتباكات في مدينة الباب")
    assert where.place == "geonames:174018"


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        ("في قرية زهلون قتل رجلان", "زهلون", PlaceLevel.VILLAGE),
        ("في قرية كفر زهلون وقتل رجلان", "كفر زهلون", PlaceLevel.VILLAGE),
        ("في بلدة تدعى صولين", "صولين", PlaceLevel.TOWN),
        ("في حي الطاحون مساء أمس", "حي الطاحون", PlaceLevel.NEIGHBOURHOOD),
        ("بمحافظة كستار", "محافظة كستار", PlaceLevel.GOVERNORATE),
        ("في ريف كستار الغربي", "ريف كستار الغربي", PlaceLevel.REGION),
        ("عند حاجز الطرفون", "حاجز الطرفون", PlaceLevel.SITE),
        ("في سجن قلعة كستار", "سجن قلعة كستار", PlaceLevel.SITE),
        ("على كفر زهلون من الشمال", "كفر زهلون", PlaceLevel.UNKNOWN),
        ("بتل قرمود", "تل قرمود", PlaceLevel.UNKNOWN),
        ("في عين مرطاب", "عين مرطاب", PlaceLevel.UNKNOWN),
    ],
)
def test_a_place_no_list_has_ends_where_its_name_ends(
    text: str, name: str, level: PlaceLevel
) -> None:
    where = only(NOWHERE, text)
    assert (where.text, where.level) == (name, level)
    assert (where.place, where.lat) == (None, None)


def test_a_plural_holds_for_every_village_of_its_list() -> None:
    found = NOWHERE.find("قصف على قرى زهلون وقرمود وكفر شلام")
    assert [f.text for f in found] == ["زهلون", "قرمود", "كفر شلام"]
    assert {f.value.level for f in found} == {PlaceLevel.VILLAGE}


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("في زلمون", Precision.AT),
        ("قرب زلمون", Precision.NEAR),
        ("بالقرب من زلمون", Precision.NEAR),
        ("في محيط مدينة زلمون", Precision.NEAR),
        ("على أطراف زلمون", Precision.NEAR),
        ("جنوبي زلمون", Precision.NEAR),
        ("على بعد خمسة كيلومترات من زلمون", Precision.NEAR),
        ("إلى الشمال من زلمون", Precision.NEAR),
        ("في ضواحي زلمون", Precision.NEAR),
        ("في ريف زلمون", Precision.NEAR),
    ],
)
def test_words_before_a_name_keep_it_imprecise(text: str, precision: Precision) -> None:
    case = Gazetteer(
        [Place(PlaceId("z"), "Zalmun", PlaceLevel.VILLAGE, name_ar="زلمون")],
        world=False,
    )
    assert only(case, text).precision is precision
    assert only(case, text).place == "z"


@pytest.mark.parametrize(
    "text",
    [
        "على الطريق الواصل بين حلب ودمشق",
        "بين مدينة حلب ومدينة دمشق",
        "على طريق حلب - دمشق الدولي",
    ],
)
def test_a_road_between_two_towns_is_in_neither(world: Gazetteer, text: str) -> None:
    found = world.find(text)
    assert [f.text for f in found] == ["حلب", "دمشق"]
    assert {f.value.precision for f in found} == {Precision.BETWEEN}


def test_a_road_between_two_places_no_list_has_is_kept() -> None:
    found = NOWHERE.find("كمين على الطريق بين صولين ودير صافون")
    assert [(f.text, f.value.precision.value) for f in found] == [
        ("صولين", "between"),
        ("دير صافون", "between"),
    ]


def test_the_countryside_of_a_seat_lies_in_its_governorate_and_has_no_point(
    world: Gazetteer,
) -> None:
    where = only(world, "في ريف حماة الشمالي")
    assert (where.text, where.level) == ("ريف حماة الشمالي", PlaceLevel.REGION)
    assert (where.place, where.lat, where.lon) == (None, None, None)
    assert where.within == ("geonames:170015", "geonames:163843")
    assert where.precision is Precision.NEAR


def test_a_governorate_is_not_its_capital(world: Gazetteer) -> None:
    where = only(world, "في محافظة حمص")
    assert where.level is PlaceLevel.GOVERNORATE
    assert where.place == "geonames:169575"


def test_a_governorate_called_after_a_countryside_is_one(world: Gazetteer) -> None:
    assert only(world, "في ريف دمشق").level is PlaceLevel.GOVERNORATE


def test_two_governorates_are_told_with_one_word(world: Gazetteer) -> None:
    found = world.find("في محافظتي حمص وحماة")
    assert {f.value.level for f in found} == {PlaceLevel.GOVERNORATE}


def test_a_village_lies_in_the_countryside_told_after_it(world: Gazetteer) -> None:
    village, _ = world.find("في بلدة زهلون بريف إدلب الجنوبي")
    assert village.value.within[0] == "geonames:169387"


def test_the_north_of_a_country_lies_in_it(world: Gazetteer) -> None:
    assert only(world, "في شمال سوريا").precision is Precision.AT


def test_a_hospital_called_after_a_town_is_not_the_town(world: Gazetteer) -> None:
    where = only(world, "نقلوا إلى مشفى إدلب الجامعي")
    assert (where.level, where.place) == (PlaceLevel.SITE, None)
    assert where.within[0] == "geonames:169389"


def test_the_cases_own_places_win_in_arabic_too() -> None:
    own = Place(PlaceId("bab"), "Bab", PlaceLevel.TOWN, name_ar="الباب")
    assert only(Gazetteer([own]), "قصف على الباب").place == "bab"


def test_a_report_that_introduces_a_name_may_use_it_bare_later() -> None:
    report = "قتل رجل في بلدة صولين أمس. وكان القصف على صولين قد بدأ قبل يومين."
    places = NOWHERE.of_report(report)
    [found] = places.find("وكان القصف على صولين قد بدأ قبل يومين.")
    assert (found.text, found.value.level) == ("صولين", PlaceLevel.TOWN)


def test_the_heads_of_a_tally_by_village_are_places() -> None:
    report = "الحصيلة:\n- كفر زهلون: 6\n- تل قرمود: 3\n- المطحنة: 2\n- أطفال: 4\n"
    places = NOWHERE.of_report(report)
    assert [f.text for f in places.find("- كفر زهلون: 6")] == ["كفر زهلون"]
    assert places.find("- أطفال: 4") == []


def test_a_dateline_names_a_place() -> None:
    places = NOWHERE.of_report("صولين – قتل رجلان في هجوم.")
    assert [f.text for f in places.find("صولين – قتل رجلان في هجوم.")] == ["صولين"]
    assert NOWHERE.of_report("عاجل – قتل رجلان").find("عاجل – قتل رجلان") == []


@pytest.mark.parametrize("text", ["من قرية عين مرطاب", "قصف على بلدة دير النور"])
def test_half_the_name_of_an_unlisted_village_is_no_listed_city(text: str) -> None:
    [found] = Gazetteer().find(text)
    assert found.text == " ".join(text.split()[-2:])
    assert found.value.place is None
