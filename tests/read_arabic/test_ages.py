"""How old people are, as Arabic sentences tell it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasjil.read.arabic.people.ages import find_ages
from tasjil.read.arabic.text.sentences import split

Years = int | tuple[int, int | None]


def ages(report: str) -> list[Years]:
    values = [
        found.value for sentence in split(report) for found in find_ages(sentence.text)
    ]
    return [
        value if isinstance(value, int) else (value.low, value.high) for value in values
    ]


@pytest.mark.parametrize(
    ("report", "years"),
    [
        ("منى سوريل (٢٥ عاماً)", 25),
        ("منى سوريل، 34 عاماً، ممرضة", 34),
        ("راضي سوريل (25)، مزارع", 25),
        ("البالغ من العمر خمسة وعشرين عاماً", 25),
        ("الطفلة جود ٦ سنوات، وجارتها", 6),
        ("الطفل ذو الخمسة أعوام", 5),
        ("ابنها ذي السبعة عشر عاماً", 17),
        ("الطالب ابن العشرين", 20),
        ("ابن السبعتاعش، أخدوه", 17),
        ("عمرها تمن سنين", 8),
        ("رضيع عمره ثلاثة أشهر", 0),
        ("عن عمر ناهز الثامنة والثمانين", 88),
        ("كانت في التاسعة والعشرين", 29),
        ("رجل في السبعين", 70),
        ("امرأة في الثلاثينات من عمرها", (30, 39)),
        ("لم تكمل عامها الثاني", 1),
        ("طفلان عمرهما سنتان", 2),
        ("أعمارهم بين 3 و11 عاماً", (3, 11)),
        ("بين الخامسة والثانية عشرة", (5, 12)),
        ("أطفال دون سن الثامنة عشرة", (0, 17)),
        ("قاصرون دون الـ18", (0, 17)),
        ("27 فوق الثانية عشرة", (12, None)),
    ],
)
def test_an_age_is_told_in_many_ways(report: str, years: Years) -> None:
    assert ages(report) == [years]


@pytest.mark.parametrize(
    "report",
    [
        "يعمل هنا منذ عشر سنوات.",
        "قبل ثلاث سنوات، قتل أخوه",
        "حكم عليه بالسجن 5 سنوات.",
        "في السابعة اهتزت النوافذ",
        "الساعة الثانية عشرة ظهراً",
        "في الثلاثين من آذار",
        "أمضى أربعين عاماً في التعليم",
        "بيت سلمور (6 قتلى)",
        "طفل رضيع ورجل مسن",
        "7 رجال، 25 امرأة",
    ],
)
def test_years_that_are_no_age_are_left(report: str) -> None:
    assert ages(report) == []


_WORDS = """منى ، ( ) 25 عاماً سنوات عمره عمرها ابن ذو الخمسة في التاسعة والعشرين عشرة
بين 3 و11 دون فوق سن السبعين عن سنتان أشهر لم يكمل عامه الثاني الثلاثينات
من عمرها ال 18"""
_MIXED = st.lists(st.sampled_from(_WORDS.split()), max_size=20).map(" ".join)


@given(_MIXED | st.text(max_size=120))
def test_every_age_stands_in_its_sentence(report: str) -> None:
    for sentence in split(report):
        last = 0
        for found in find_ages(sentence.text):
            assert sentence.text[found.start : found.end] == found.text
            assert found.start >= last
            last = found.end
