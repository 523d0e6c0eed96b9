"""Arabic lists: places each with their number, under the total told beside them."""

import hashlib

from tasjil.model.acts import Level
from tasjil.model.claim import Claim
from tasjil.model.ids import ReportId
from tasjil.model.report import Report
from tasjil.read.arabic.reader import ArabicReader
from tasjil.read.context import ReadingContext

TALLY = """مرصد الهضبة: الحصيلة اليومية
الاثنين 3 آذار 2031

قُتل 9 مدنيين في ريف ريمون، وتوزعوا على القرى الآتية:

- تل ريمان: 5 قتلى.
- كفر سورين: 3 قتلى، بينهم امرأة.
- عين دراس: قتيل واحد.
"""


def made(text: str) -> Report:
    digest = ReportId("sha256:" + hashlib.sha256(text.encode()).hexdigest())
    return Report(
        *(digest, "a.txt", text, digest, "text/plain", len(text)),
        language="ar",
        published="2031-03-04",
        publisher="مرصد الهضبة",
    )


def read(text: str) -> list[Claim]:
    return ArabicReader().read(made(text), ReadingContext())


def by_number(text: str) -> dict[tuple[str, int | None], Claim]:
    return {(c.act.value, c.quantity.low): c for c in read(text)}


def test_a_bulleted_list_gives_each_number_its_own_place() -> None:
    claims = by_number(TALLY)
    places = [claims["killed", n].where[0].text for n in (5, 3)]
    assert places == ["تل ريمان", "كفر سورين"]


def test_the_numbers_of_a_list_are_parts_of_its_total() -> None:
    claims = by_number(TALLY)
    total = claims["killed", 9].group
    assert claims["killed", 5].part_of == claims["killed", 3].part_of == total


def test_a_total_over_several_places_is_no_single_event() -> None:
    claims = by_number(TALLY)
    assert claims["killed", 9].level is Level.AGGREGATE
    assert claims["killed", 5].level is Level.INCIDENT


def test_the_day_over_a_tally_is_that_of_its_figures() -> None:
    assert {c.when.edtf for c in read(TALLY)} == {"2031-03-03"}


def test_a_list_inside_one_sentence_is_read_too() -> None:
    claims = by_number(
        "قتل 12 مدنياً أمس. سقط في تل ريمان خمسة مدنيين وفي كفر سورين أربعة وفي عين "
        "دراس ثلاثة، وذلك في غارات."
    )
    assert claims["killed", 4].where[0].text == "كفر سورين"
    assert claims["killed", 3].part_of == claims["killed", 12].group


def test_numbers_in_brackets_behind_a_place_are_of_that_place() -> None:
    claims = by_number(
        "سقط 20 شخصاً بين قتيل وجريح، توزعوا على تل ريمان (قتيلان و6 جرحى) وكفر سورين "
        "(3 قتلى و9 جرحى)."
    )
    assert claims["injured", 6].where[0].text == "تل ريمان"
    assert claims["killed", 3].where[0].text == "كفر سورين"


def test_a_list_of_sides_says_who_did_it() -> None:
    claims = by_number(
        "سجلت الشبكة في شباط مقتل 60 مدنياً. وبحسب الجهات المسؤولة:\n"
        "• قوات السهل: 40\n• جبهة ريمون: 15\n• جهات مجهولة: 5\n"
    )
    assert claims["killed", 40].perpetrator.text == "قوات السهل"
    assert claims["killed", 5].perpetrator.text is None


def test_a_sum_that_does_not_add_up_is_kept_as_said() -> None:
    claims = by_number(
        "قتل 9 مدنيين في ريف ريمون:\n- تل ريمان: 5 قتلى\n- سورين: 3 قتلى\n"
    )
    assert ("killed", 9) in claims
    assert ("killed", 8) not in claims


def test_a_month_in_a_heading_is_the_time_of_its_figures() -> None:
    claims = read(
        "أبرز انتهاكات شهر شباط 2031\n\nسجلت الشبكة مقتل 60 مدنياً، وإصابة 80 آخرين."
    )
    assert {c.when.edtf for c in claims} == {"2031-02"}
    assert {c.level for c in claims} == {Level.AGGREGATE}


def test_numbers_go_on_from_the_one_that_tells_of_the_harm() -> None:
    claims = by_number("قُتل 58 مدنياً برصاص القناصة و76 بالقصف المدفعي.")
    assert ("killed", 76) in claims
    months = by_number(
        "في آذار وحده قُتل 36 طفلاً، مقابل 20 في شباط و31 في كانون الثاني."
    )
    assert months["killed", 20].when.edtf == "2031-02"
    assert months["killed", 31].when.edtf == "2031-01"


def test_a_number_with_a_verb_of_its_own_does_not_go_on() -> None:
    claims = by_number("قُتل 58 مدنياً في القصف، و12 نجوا، و7 غادروا البلدة.")
    assert [number for _, number in claims] == [58]
