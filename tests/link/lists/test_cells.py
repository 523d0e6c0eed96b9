"""Cells as people type them: each is read for what it says, or left and counted."""

import pytest

from tasjil.link.lists.cells.ages import AgeRules, read_age
from tasjil.link.lists.cells.dates import DateOrder, DateRules, order_of, read_date
from tasjil.link.lists.cells.fates import read_cause, read_status
from tasjil.link.lists.cells.names import read_name
from tasjil.link.lists.cells.numbers import (
    CheckDigit,
    NumberRules,
    fits,
    read_number,
)
from tasjil.link.lists.cells.sexes import read_sex
from tasjil.link.lists.cells.unread import Unread
from tasjil.model.causes import Cause
from tasjil.model.edtf import Edtf
from tasjil.model.particulars import Kin
from tasjil.model.persons import Sex, Status

DAY_FIRST = DateRules(DateOrder.DAY_FIRST)
MONTH_FIRST = DateRules(DateOrder.MONTH_FIRST)


@pytest.mark.parametrize(
    ("cell", "low", "high"),
    [
        *(("35", 35, 35), ("35.0", 35, 35), ("٣٥", 35, 35), ("35 عاماً", 35, 35)),
        *(("7 سنوات", 7, 7), ("35-40", 35, 40), ("35 إلى 40", 35, 40), ("0", 0, 0)),
        *(("3 months", 0, 0), ("6 أشهر", 0, 0), ("18 months", 1, 1), ("10 days", 0, 0)),
        *(("2 سنوات و 3 أشهر", 2, 2), ("سنة ونصف", 1, 1), ("شهرين", 0, 0)),
        *(("newborn", 0, 0), ("رضيع", 0, 2), ("infant", 0, 2), ("حديث الولادة", 0, 0)),
        *(("40s", 40, 49), ("في الأربعينات", 40, 49), ("in her forties", 40, 49)),
        *((">60", 61, None), ("60+", 60, None), ("فوق 60", 61, None), ("<5", 0, 4)),
        *(("~40", 36, 44), ("حوالي 40 سنة", 36, 44), ("about 20 years", 18, 22)),
        *(("25-year-old", 25, 25), ("aged 12", 12, 12), ("طفل (6)", 6, 6)),
        *(("child", 0, 17), ("مسن", 55, None), ("45 ans", 45, 45), ("8 mois", 0, 0)),
        *(("\u200f35\u200f", 35, 35), (" 35 ", 35, 35)),
    ],
)
def test_an_age_is_read_in_years(cell: str, low: int, high: int | None) -> None:
    found = read_age(cell)
    assert not isinstance(found, Unread)
    assert (found.low, found.high) == (low, high)
    assert found.text == cell.strip()


@pytest.mark.parametrize("cell", ["1985", "130", "abc", "31/5/2031", "40-30"])
def test_what_is_no_age_is_said_to_be_unreadable(cell: str) -> None:
    assert read_age(cell) is Unread.UNREADABLE


@pytest.mark.parametrize("cell", ["", "-", "999", "-1", "unknown", "غير معروف", "N/A"])
def test_a_filler_is_no_age(cell: str) -> None:
    assert read_age(cell) is Unread.EMPTY


def test_a_column_of_months_is_read_in_months() -> None:
    found = read_age("30", AgeRules(unit=30.44))
    assert not isinstance(found, Unread)
    assert found.low == 2


@pytest.mark.parametrize(
    ("cell", "sex"),
    [
        *((each, Sex.MAN) for each in ("M", "male", "ذكر", "homme", "ولد", "Mr.")),
        *((each, Sex.WOMAN) for each in ("F", "أنثى", "انثي", "femme", "بنت", "سيدة")),
    ],
)
def test_a_sex_is_read_in_any_word_for_it(cell: str, sex: Sex) -> None:
    assert read_sex(cell) is sex


def test_a_code_is_no_sex_without_evidence() -> None:
    assert read_sex("1") is Unread.UNREADABLE
    assert read_sex("1", {"1": Sex.WOMAN}) is Sex.WOMAN


@pytest.mark.parametrize(
    ("cell", "edtf"),
    [
        *((each, "2019-03-06") for each in ("2019-03-06", "6/3/2019", "06.03.19")),
        *(
            (each, "2019-03-06")
            for each in ("2019-03-06 00:00:00", "20190306", "43530")
        ),
        *(
            (each, "2019-03-06")
            for each in ("6 March 2019", "March 6, 2019", "6-Mar-19")
        ),
        *((each, "2019-03-06") for each in ("6 آذار 2019", "٦ آذار/مارس ٢٠١٩")),
        *((each, "2019-03-06") for each in ("6 mars 2019", "الأربعاء 6 آذار 2019")),
        *(
            (each, "2019-03")
            for each in ("March 2019", "آذار 2019", "3/2019", "Mar-19")
        ),
        *((each, "2019-03") for each in ("00/03/2019", "2019/3", "2019-03")),
        *((each, "2019") for each in ("2019", "00/00/2019", "2019-00-00")),
        *((("early March 2019", "2019-03-01/2019-03-10"),)),
        *((("أواخر آذار 2019", "2019-03-21/2019-03-31"),)),
        *((each, "2019-03-06/2019-03-10") for each in ("6-10 March 2019",)),
        *((each, "2019-03-06/2019-03-10") for each in ("من 6 إلى 10 آذار 2019",)),
        *((each, "2019-03-06/2019-03-10") for each in ("6/3/2019 - 10/3/2019",)),
        *((("~2019", "2019~"), ("2019?", "2019?"), ("spring 2019", "2019-21"))),
        *((("before 2019", "../2018-12-31"), ("بعد 6 آذار 2019", "2019-03-07/.."))),
        *((("29 جمادى الآخرة 1440", "2019-03-06/2019-03-08"),)),
        *((("1440/06/29 هـ", "2019-03-06/2019-03-08"),)),
        *((("1/7/45", "1945-07-01"), ("1/7/19", "2019-07-01"))),
        *((("2019-03-XX", "2019-03-XX"), ("12 غشت 2019", "2019-08-12"))),
    ],
)
def test_a_date_is_read_as_finely_as_it_is_told(cell: str, edtf: str) -> None:
    found = read_date(cell, DAY_FIRST)
    assert found == edtf
    Edtf.parse(edtf)


@pytest.mark.parametrize(
    "cell", ["31/6/2019", "2019-02-30", "30 February 2019", "2019-25-03"]
)
def test_a_day_that_never_was_is_kept_apart(cell: str) -> None:
    assert read_date(cell, DAY_FIRST) is Unread.AT_ODDS


@pytest.mark.parametrize(
    "cell", ["", "0000-00-00", "00/00/0000", "unknown", "1900-01-00"]
)
def test_a_filler_is_no_date(cell: str) -> None:
    assert read_date(cell, DAY_FIRST) is Unread.EMPTY


def test_what_comes_first_is_decided_by_the_whole_column() -> None:
    assert order_of(["6/3/2019", "27/3/2019"]) is DateOrder.DAY_FIRST
    assert order_of(["6/3/2019", "3/27/2019"]) is DateOrder.MONTH_FIRST
    assert order_of(["6/3/2019", "27/3/2019", "3/27/2019"]) is DateOrder.UNKNOWN
    assert read_date("6/3/2019", MONTH_FIRST) == "2019-06-03"


def test_a_date_that_can_be_read_two_ways_is_either_of_the_two() -> None:
    assert read_date("6/3/2019") == "[2019-03-06,2019-06-03]"
    assert read_date("27/3/2019") == "2019-03-27"
    assert read_date("6/6/2019") == "2019-06-06"


@pytest.mark.parametrize(
    "cell", ["658534805", "658 534 805", "658-534-805", "٦٥٨٥٣٤٨٠٥", "658534805.0"]
)
def test_a_number_is_the_same_however_it_is_written(cell: str) -> None:
    assert read_number(cell) == "658534805"
    assert read_number("6.58534805E+08") == "658534805"


def test_a_number_that_a_spreadsheet_cut_is_not_guessed() -> None:
    assert read_number("4.1E+08") is Unread.UNREADABLE
    assert read_number("6.58535E+08") is Unread.UNREADABLE


@pytest.mark.parametrize("cell", ["000000000", "123456789", "999999999", "0", "-", ""])
def test_a_number_typed_for_want_of_one_is_nobodys(cell: str) -> None:
    assert read_number(cell) is Unread.EMPTY


def test_leading_zeros_that_a_spreadsheet_dropped_come_back() -> None:
    assert read_number("12345670", NumberRules(9)) == "012345670"


def test_a_false_check_digit_is_a_slip_where_the_scheme_is_known() -> None:
    # The example of the German page on the Luhn algorithm is right, one more is not.
    assert fits("18937", CheckDigit.LUHN)
    assert read_number("18938", NumberRules(check=CheckDigit.LUHN)) is Unread.AT_ODDS
    # The identity number that Turkish forms print as their specimen.
    assert fits("10000000146", CheckDigit.TURKISH)
    assert not fits("10000000147", CheckDigit.TURKISH)


@pytest.mark.parametrize(
    "cell",
    ["مجهول الهوية 5", "Unknown", "unidentified male #3", "N/A", "جثة رقم 5", "7"],
)
def test_nobody_is_named_by_a_word_for_nobody(cell: str) -> None:
    assert read_name(cell).name == ""


def test_a_name_in_two_scripts_is_one_name_and_another_spelling() -> None:
    found = read_name("دارن فيل / Daren Vell")
    assert (found.name, found.others) == ("دارن فيل", ("Daren Vell",))


@pytest.mark.parametrize(
    ("cell", "kin", "name"),
    [
        ("Infant son of Daren Vell", Kin.FATHER, "Daren Vell"),
        ("ابن دارن فيل", Kin.FATHER, "دارن فيل"),
        ("زوجة دارن فيل", Kin.SPOUSE, "دارن فيل"),
        ("mother of Ilva", Kin.CHILD, "Ilva"),
    ],
)
def test_somebody_told_by_a_relative_has_no_name_but_a_relative(
    cell: str, kin: Kin, name: str
) -> None:
    found = read_name(cell)
    assert (found.name, found.kin) == ("", ((kin, name),))


def test_a_kunya_is_a_name_and_a_by_name_goes_beside_the_name() -> None:
    assert read_name("أم محمد").name == "أم محمد"
    found = read_name("Daren Vell (Abu Ilva)")
    assert (found.name, found.others) == ("Daren Vell", ("Abu Ilva",))


@pytest.mark.parametrize(
    ("cell", "cause"),
    [
        ("قصف مدفعي", Cause.HEAVY_WEAPONS),
        ("Airstrike (barrel bomb)", Cause.HEAVY_WEAPONS),
        ("رصاص قناص", Cause.SMALL_ARMS),
        ("رصاص مطاطي", Cause.LESS_LETHAL),
        ("لغم أرضي", Cause.PLANTED_EXPLOSIVES),
        ("تحت التعذيب", Cause.OTHER_MEANS),
        ("غازات سامة", Cause.CBRN),
        ("starvation", Cause.DENIAL),
    ],
)
def test_a_cause_is_read_out_of_words(cell: str, cause: Cause) -> None:
    assert read_cause(cell) is cause


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        *(("مدني", Status.CIVILIAN), ("Civilian", Status.CIVILIAN)),
        *(
            ("غير مدني", Status.DIRECT_PARTICIPANT),
            ("مقاتل", Status.DIRECT_PARTICIPANT),
        ),
        *(("جندي", Status.ARMED_FORCES), ("non-combatant", Status.CIVILIAN)),
    ],
)
def test_a_standing_is_read_out_of_words(cell: str, status: Status) -> None:
    assert read_status(cell) is status
