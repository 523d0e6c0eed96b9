"""When, as Arabic sentences tell it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasjil.model.edtf import Edtf
from tasjil.read.arabic.text.sentences import split
from tasjil.read.arabic.times.dates import find_dates
from tasjil.read.date_read import DateRole, Relative

FRIDAY = "2031-03-14"


def told(report: str, published: str | None = FRIDAY) -> list[tuple[str, str | None]]:
    return [
        (found.text, found.value.edtf)
        for sentence in split(report)
        for found in find_dates(sentence.text, published)
    ]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("14 آذار 2031", "2031-03-14"),
        ("١٤ آذار/مارس ٢٠٣١", "2031-03-14"),
        ("14 مارس (آذار) 2031 م", "2031-03-14"),
        ("الثلاثاء 11 آذار", "2031-03-11"),
        ("الثالث من شباط", "2031-02-03"),
        ("الحادي والعشرين من كانون الأول", "2030-12-21"),
        ("14/3/2031", "2031-03-14"),
        ("14.3.2031", "2031-03-14"),
        ("2031-03-05", "2031-03-05"),
        ("6-9 آذار", "2031-03-06/2031-03-09"),
        ("بين 6 و9 آذار", "2031-03-06/2031-03-09"),
        ("من 28 شباط إلى 3 آذار", "2031-02-28/2031-03-03"),
        ("بين آذار وأيلول 2030", "2030-03/2030-09"),
        ("بين تشرين الثاني وشباط 2031", "2030-11/2031-02"),
        ("منذ 6 آذار", "2031-03-06/2031-03-14"),
        ("منذ عام 2011", "2011/2031-03-14"),
        ("منذ مطلع العام", "2031-01-01/2031-03-14"),
        ("حتى الاثنين", "../2031-03-10"),
        ("آذار الماضي", "2030-03"),
        ("غشت 2030", "2030-08"),
        ("جويلية 2030", "2030-07"),
        ("عام 2029", "2029"),
        ("صيف 1998", "1998-06-01/1998-08-31"),
        ("أواخر شباط", "2031-02-21/2031-02-28"),
        ("منتصف آذار", "2031-03-11/2031-03-20"),
        ("الأسبوع الأول من آذار", "2031-03-01/2031-03-07"),
        ("الربع الأول من 2032", "2032-01-01/2032-03-31"),
        ("فجر الخميس", "2031-03-13"),
        ("يوم الجمعة الماضي", "2031-03-07"),
        ("السبت اللي فات", "2031-03-08"),
        ("ليل الأحد الاثنين", "2031-03-09/2031-03-10"),
        ("مساء أمس", "2031-03-13"),
        ("يوم أمس الخميس", "2031-03-13"),
        ("أول من أمس", "2031-03-12"),
        ("صباح اليوم", "2031-03-14"),
        ("الليلة الماضية", "2031-03-13"),
        ("الأسبوع الماضي", "2031-03-03/2031-03-09"),
        ("الشهر الماضي", "2031-02"),
        ("هذا العام", "2031-01-01/2031-03-14"),
        ("خلال الساعات الأربع والعشرين الماضية", "2031-03-13/2031-03-14"),
        ("خلال الأيام الثلاثة الماضية", "2031-03-11/2031-03-14"),
        ("قبل ثلاثة أيام", "2031-03-11"),
        ("قبل سنتين", "2029"),
        ("من أول السنة لهلق", "2031-01-01/2031-03-14"),
        ("مساء الثلاثاء والرابعة فجر اليوم", None),
    ],
)
def test_a_time_is_told_from_the_day_of_publication(
    words: str, edtf: str | None
) -> None:
    found = [each for _, each in told(words)]
    assert found[0] == edtf if edtf else len(found) == 2


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("11 ذي الحجة 1452 هـ", "2031-04-03/2031-04-05"),
        ("11 ذي الحجة 1452 هـ الموافق 4 نيسان 2031", "2031-04-04"),
        ("4 نيسان 2031 الموافق 11 ذي الحجة 1452 هـ", "2031-04-04"),
        ("جمادى الأولى 1453 هـ", "2031-08-18/2031-09-18"),
        ("العاشر من رمضان", "2031-01-03/2031-01-05"),
    ],
)
def test_a_hijri_date_is_as_wide_as_the_moon_leaves_it(words: str, edtf: str) -> None:
    assert [each for _, each in told(words)] == [edtf]


def test_a_day_told_in_two_ways_is_one_time() -> None:
    report = "استشهد أمس الجمعة، 11 ذي الحجة 1452 هـ، متأثراً بجراحه"
    assert told(report, "2031-04-05") == [
        ("أمس الجمعة، 11 ذي الحجة 1452 ه", "2031-04-04")
    ]


def test_a_stretch_of_hours_runs_from_day_to_day() -> None:
    report = "بين الثامنة مساء الثلاثاء والرابعة فجر اليوم"
    assert [each for _, each in told(report)] == ["2031-03-11/2031-03-14"]


@pytest.mark.parametrize(
    ("words", "relative"),
    [
        ("في اليوم التالي", Relative(1, 1)),
        ("في ذلك اليوم", Relative(0, 0)),
        ("بعد يومين", Relative(2, 2)),
        ("بعدها بأسبوع", Relative(7, 7)),
        ("في صباح اليوم الحادي عشر", Relative(10, 10)),
        ("في الأيام الستة الأولى", Relative(0, 5)),
        ("تاني يوم", Relative(1, 1)),
    ],
)
def test_a_day_of_the_story_is_told_from_another(
    words: str, relative: Relative
) -> None:
    found = find_dates(words, FRIDAY)
    assert [each.value.relative for each in found] == [relative]
    assert found[0].value.edtf is None


def test_a_length_of_time_is_no_time() -> None:
    for words in ("على مدى أربعة أيام", "ستة أيام متواصلة", "طوال أسبوعين"):
        assert [each.value.role for each in find_dates(words, FRIDAY)] == [
            DateRole.DURATION
        ]


@pytest.mark.parametrize(
    "words",
    [
        "قتل الأحد عشر جندياً",
        "سقط 5 رجال",
        "لليوم الثاني على التوالي",
        "2029 قتيلاً",
        "السيد رجب والسيدة نيسان",
        "في المرة الأولى",
        "7-0",
    ],
)
def test_what_only_looks_like_a_time_is_none(words: str) -> None:
    assert told(words) == []


def test_without_a_date_of_publication_only_whole_dates_are_known() -> None:
    assert told("أمس وفي 6 آذار 2031", None) == [
        ("أمس", None),
        ("6 آذار 2031", "2031-03-06"),
    ]


_WORDS = """منذ من إلى حتى بين و9 6 آذار مارس 2031 عام العام مطلع أواخر يوم أمس الأحد
الاثنين ليل مساء الثالث عشر والعشرين ذي الحجة 1452 هـ رمضان الماضي الجاري اليوم التالي
قبل بعد ثلاثة أيام ساعات أسبوع شهر بعدها بيومين الربع الأول 14/3/2031 2031-13-40 31
شباط خلال ( ) ، / – الموافق"""
_MIXED = st.lists(st.sampled_from(_WORDS.split()), max_size=25).map(" ".join)
_DAYS = st.sampled_from([FRIDAY, "2031-03", "0001-01-01", "9999-12-31", "?", None])


@given(_MIXED | st.text(max_size=120), _DAYS)
def test_every_time_stands_in_its_sentence_and_is_edtf(
    report: str, published: str | None
) -> None:
    for sentence in split(report):
        last = 0
        for found in find_dates(sentence.text, published):
            assert sentence.text[found.start : found.end] == found.text
            assert found.start >= last
            last = found.end
            if found.value.edtf is not None:
                Edtf.parse(found.value.edtf)


def test_what_began_in_a_year_has_gone_on_since() -> None:
    report = "منذ اندلاع النزاع في خريف 2028"
    assert [each for _, each in told(report)] == ["2028-09-01/2031-03-14"]


def test_the_last_hours_up_to_a_day_are_one_stretch() -> None:
    report = "خلال الساعات الأربع والعشرين الماضية، حتى ظهر الخميس"
    assert [each for _, each in told(report)] == ["2031-03-13"]


def test_a_door_is_no_month() -> None:
    assert told("قدام باب الدار") == []
    assert told("رجعوا بآب") == [("آب", "2030-08")]


def test_a_number_behind_today_is_no_ordinal() -> None:
    assert told("حصيلة اليوم 11 قتيلاً") == [("اليوم", FRIDAY)]


def test_how_long_somebody_has_worked_is_no_time_of_harm() -> None:
    found = find_dates("سائق كان يعمل معنا منذ عشر سنوات", FRIDAY)
    assert [each.value.role for each in found] == [DateRole.DURATION]
    assert told("اختفى منذ ثلاث سنوات") == [("منذ ثلاث سنوات", "2028")]
