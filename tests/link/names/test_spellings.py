"""Spellings of one name meet, and other names stay apart, measured on many pairs."""

import unicodedata
from itertools import combinations

import pytest
from name_pairs import (
    NamePair,
    Spell,
    Spelled,
    arabic,
    area_under_curve,
    jaro_winkler,
    latin,
    names_of,
    pairs,
)

from tasjil.link.names.align import align
from tasjil.link.names.commonness import Commonness
from tasjil.link.names.matching import Match, match
from tasjil.link.names.name import Part
from tasjil.link.names.parse import parse
from tasjil.link.names.parts import part_of

COMMON = Commonness.of()
ONE_LETTER = str.maketrans(
    "اأإآبتجحدرزسصضطظعفقكلمنهويىةؤئء", "aaiabtjhdrzssdtzafqklmnhwyaaoe_"
)
TWO_LETTERS = {"ث": "th", "خ": "kh", "ذ": "dh", "ش": "sh", "غ": "gh"}
MEETS = (Match.SPELLING, Match.SOUND)


def ascii_of(name: str) -> str:
    spelled = "".join(TWO_LETTERS.get(letter, letter) for letter in name.lower())
    plain = unicodedata.normalize("NFKD", spelled.translate(ONE_LETTER))
    return plain.encode("ascii", "ignore").decode()


def area_of_weight(made: tuple[NamePair, ...]) -> float:
    return area_under_curve(
        (align(parse(each.left), parse(each.right), COMMON).weight, each.same)
        for each in made
    )


def area_of_jaro_winkler(made: tuple[NamePair, ...]) -> float:
    return area_under_curve(
        (jaro_winkler(ascii_of(each.left), ascii_of(each.right)), each.same)
        for each in made
    )


@pytest.mark.parametrize(
    ("left", "right", "least"),
    [(arabic, latin, 0.985), (latin, latin, 0.98), (arabic, arabic, 0.995)],
)
def test_one_person_weighs_more_than_a_lookalike_or_a_brother(
    left: Spell, right: Spell, least: float
) -> None:
    made = pairs(left, right, 500, seed=1)
    assert area_of_weight(made) >= least
    assert area_of_weight(made) > area_of_jaro_winkler(made)


def whole(text: str) -> Part:
    parts = parse(text).parts
    return parts[0] if len(parts) == 1 else part_of(tuple(text.split()))


def nearest(name: Spelled, names: list[Spelled]) -> list[Spelled]:
    """Find the four other names that look most alike."""
    return sorted(
        (other for other in names if other is not name),
        key=lambda other: max(
            jaro_winkler(a.lower(), b.lower()) for a in name for b in other
        ),
        reverse=True,
    )[:4]


@pytest.mark.parametrize("language", names_of("languages.txt"))
def test_other_languages_spellings_meet_and_their_names_stay_apart(
    language: str,
) -> None:
    names = names_of("languages.txt")[language]
    same = [pair for name in names for pair in combinations(name, 2)]
    other = [(name[0], each[-1]) for name in names for each in nearest(name, names)]
    assert len(same) + len(other) >= 120
    met = [match(whole(a), whole(b)).how in MEETS for a, b in same]
    glued = [match(whole(a), whole(b)).how in MEETS for a, b in other]
    assert sum(met) >= 0.9 * len(met)
    assert sum(glued) <= 0.02 * len(glued)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Muhammad", "Mahmoud"),
        ("Hassan", "Hussein"),
        ("Saad", "Saeed"),
        ("Nour", "Noura"),
        ("Amin", "Amina"),
        ("Ali", "Alaa"),
        ("Omar", "Ammar"),
        ("سعد", "Saeed"),
        ("حسن", "Hussain"),
        ("محمود", "Mohammed"),
        ("كمال", "كامل"),
        ("سالم", "Suleiman"),
        ("جميل", "Jamal"),
        ("وليد", "Khalid"),
        ("نور", "نورة"),
        ("عمر", "عامر"),
        ("زيد", "زياد"),
        ("Antonio", "Antonia"),
    ],
)
def test_names_that_people_confuse_are_other_names(one: str, other: str) -> None:
    assert match(whole(one), whole(other)).how is Match.DIFFERENT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Benali", "علي"),
        ("رضى", "رضا"),
        ("رؤوف", "رءوف"),
        ("إسحق", "Ishaq"),
        ("Mu7ammad", "محمد"),
        ("ذو الفقار", "Zulfiqar"),
        ("Abouzid", "أبو زيد"),
        ("Đorđe", "Dorde"),
    ],
)
def test_one_name_is_one_in_whatever_way_it_is_written(one: str, other: str) -> None:
    assert match(whole(one), whole(other)).how in MEETS
