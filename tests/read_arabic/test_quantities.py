"""How many people Arabic sentences tell of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasjil.model.quantity import Unit
from tasjil.read.arabic.numbers.quantities import find_quantities
from tasjil.read.arabic.text.sentences import split

Told = tuple[str, int | None, int | None]


def told(report: str) -> list[Told]:
    return [
        (found.text, found.value.quantity.low, found.value.quantity.high)
        for sentence in split(report)
        for found in find_quantities(sentence.text)
    ]


def ends(report: str) -> list[tuple[int | None, int | None]]:
    return [(low, high) for _, low, high in told(report)]


def nouns(report: str) -> list[str | None]:
    return [
        None if found.value.noun is None else sentence.text[slice(*found.value.noun)]
        for sentence in split(report)
        for found in find_quantities(sentence.text)
    ]


@pytest.mark.parametrize(
    ("report", "low", "high"),
    [
        ("مقتل أكثر من ١٤٠٠ مدني", 1401, None),
        ("ما لا يقل عن ثلاثة عشر قتيلاً", 13, None),
        ("نزوح قرابة ألف شخص", 900, 1100),
        ("زهاء 50 جريحاً", 45, 55),
        ("أصيب نحو عشرين آخرين", 18, 22),
        ("بينهم ما يزيد على ستين طفلاً", 61, None),
        ("لم يتجاوز عدد القتلى لا أكثر من 12", None, 12),
        ("أقل من أربعين قتيلاً", None, 39),
        ("ما بين 160 و180 طفلاً", 160, 180),
        ("بين عشرة وخمسة عشر شخصاً", 10, 15),
        ("مقتل 10-12 عاملاً", 10, 12),
        ("قتل 10 إلى 12 شخصاً", 10, 12),
        ("ثلاثة أو أربعة رجال", 3, 4),
        ("وإصابة ٤٠ آخرين على الأقل", 40, None),
        ("عشرات الجرحى", 10, None),
        ("مئات المدنيين", 100, None),
        ("عشرات الآلاف من النازحين", 10_000, None),
        ("عدة جرحى", 3, None),
        ("بضعة عشر رجلاً", 13, 19),
        ("عدد من الجرحى", 2, None),
        ("عدد غير معروف من القتلى", None, None),
        ("12 ألف نازح", 12_000, 12_000),
    ],
)
def test_a_bound_makes_a_range_of_a_number(
    report: str, low: int | None, high: int | None
) -> None:
    assert ends(report) == [(low, high)]


def test_a_dual_is_two_people_and_its_own_noun() -> None:
    report = "قتل شرطيان وطفلتان وأصيب رجلان اثنان، وقال إنهم لم يتجاوزوا جريحين"
    assert told(report) == [
        ("شرطيان", 2, 2),
        ("طفلتان", 2, 2),
        ("رجلان اثنان", 2, 2),
        ("جريحين", 2, 2),
    ]
    assert nouns("سقط شهيدان") == ["شهيدان"]


def test_a_plural_that_is_spelt_like_a_dual_is_not_two() -> None:
    assert told("مقتل مدنيين في الحي") == []
    assert ends("مقتل مدنيين اثنين في الحي") == [(2, 2)]


def test_the_noun_may_stand_before_the_number_or_behind_of() -> None:
    assert nouns("أما الجنود السبعة فقتلوا") == ["الجنود"]
    assert nouns("أصيب اثنا عشر من عناصر الحرس") == ["عناصر"]
    assert nouns("قتل رجل واحد") == ["رجل"]
    assert nouns("وقتل ثلاثة في القصف") == [None]


@pytest.mark.parametrize(
    "report",
    [
        "في 7 آذار 2031",
        "منذ عام 2029",
        "عند الساعة 21:05",
        "بعد ستة أيام وثلاث ساعات",
        "بزيادة 20 في المئة و15%",
        "غرامة قدرها 500 دولار",
        "على بعد 12 كيلومتراً",
        "سقطت خمس قذائف على سبعة منازل",
        "اللواء 105 والمادة 3 من القانون 12",
        "رجل في السبعين وامرأة في الثالثة والأربعين",
        "دون الخامسة والثانية عشرة",
        "هاتف 0999123456",
        "يوم الاثنين",
        "من عائلة واحدة",
        "عددهم واحداً واحداً",
        "ثلاثة أرباع القتلى، معظمهم من النساء",
        "فاز الفريق 7-0",
        "غارتان على قريتين",
    ],
)
def test_what_counts_nobody_is_no_number_of_people(report: str) -> None:
    assert told(report) == []


def test_a_rise_from_one_figure_to_another_is_no_range() -> None:
    assert ends("ارتفع عدد القتلى من 25 إلى 27") == [(25, 25), (27, 27)]


def test_a_mother_and_her_three_children_are_four() -> None:
    assert told("مقتل أم وأطفالها الثلاثة") == [("أم وأطفالها الثلاثة", 4, 4)]
    assert ends("بينهم رجل وزوجته وأطفالهما الأربعة") == [(6, 6)]


def test_families_and_bodies_are_counted_as_such() -> None:
    units = [
        found.value.quantity.unit
        for found in find_quantities("نزحت 600 عائلة وعثر على تسع جثث وجثامين ثلاثة")
    ]
    assert units == [Unit.FAMILY, Unit.BODY, Unit.BODY]


def test_figures_in_the_columns_of_a_table_stay_apart() -> None:
    assert ends("أرتيل — ٣٣ — ٥٨ — ٧") == [(33, 33), (58, 58), (7, 7)]


_WORDS = """قتل أصيب شخصان مدنيا رجال أكثر من ما لا يقل عن بين و12 10 إلى ثلاثة عشر ألف
مئة وعشرين الثلاثة أم وأطفالها على الأقل عدد عشرات الآلاف بعضهم 7-9 في المئة واحد منهم
عائلة واحدة نحو قرابة 1,400 ٩٬٨٧٠ 3.5 ( ) : — ، «"""
_MIXED = st.lists(st.sampled_from(_WORDS.split()), max_size=25).map(" ".join)


@given(_MIXED | st.text(max_size=120))
def test_every_number_stands_in_its_sentence_word_for_word(report: str) -> None:
    for sentence in split(report):
        last = 0
        for found in find_quantities(sentence.text):
            assert sentence.text[found.start : found.end] == found.text
            assert found.value.quantity.text == found.text
            assert found.start >= last
            last = found.end
            start, end = found.value.noun or (found.start, found.end)
            assert 0 <= start < end <= len(sentence.text)
