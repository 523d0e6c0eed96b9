"""The comparisons: names part by part, age, death, place, numbers, relatives.

The probabilities are our judgement, for lists that are too small to teach any. They
were set before any list was linked.
"""

from collections.abc import Set

from tasjil.link.compare.conditions import (
    A_FOREFATHER,
    ALIKE,
    DAY,
    ENDS_WITH_FATHER,
    ENDS_WITH_GRANDFATHER,
    FATHER_LEFT_OUT,
    KUNYA_FIRST,
    MONTH,
    OF_ONE_FATHER,
    SWAPPED,
    SWAPPED_WITH_FATHER,
    YEAR,
    agree,
    apart,
    day_agrees,
    either,
    inside,
    near,
    one_area,
    one_letter_off,
    somewhat,
    untold,
    vowels_meet,
    width,
)
from tasjil.link.compare.levels import Comparison, Level

NAME_PARTS = ("given", "father", "grandfather", "family")
"""Comparisons of the parts of one name."""

KUNYA = "one has a kunya in its place"
"""A level of given names: of one of the two it is not told."""

BROTHERS = "differs, but father and family agree"
"""What holds brothers apart: a level of given names."""

ONE_LETTER_OFF = "one letter off"
"""A slip, or another name that looks alike: how often it is which, lists teach."""


def _part(name: str, *more: Level) -> Comparison:
    """Compare a part of the name: as spelled, as it sounds, almost, or not."""
    term = f"{name}_1"
    levels = (
        Level("same spelling", f"{name}_l = {name}_r", 0.3, 0.005, term),
        Level("same sound", vowels_meet(name), 0.4, 0.006, term),
        Level("same consonants", agree(name, name), 0.12, 0.006, term),
        Level(ONE_LETTER_OFF, one_letter_off(name), 0.02, 0.002),
        Level("nearly the same", near(name), 0.03, 0.013),
        *more,
        Level("some likeness", somewhat(name), 0.03, 0.05),
        Level("differs", "", 0.03, 0.9),
    )
    return Comparison(name, frozenset({name}), untold(name), levels)


def _spans(name: str, *levels: Level) -> Comparison:
    needs = (f"{name}_low", f"{name}_high")
    return Comparison(name, frozenset(needs), untold(needs[0]), levels)


def _same(name: str, label: str, m: float, u: float) -> Comparison:
    """Compare something that agrees or differs."""
    levels = (
        Level(label, f"{name}_l = {name}_r", m, u),
        Level("differs", "", 1 - m, 1 - u),
    )
    return Comparison(name, frozenset({name}), untold(name), levels)


def _number(kind: str) -> Comparison:
    """Compare numbers of one kind, such as those of identity cards."""
    # A slip leaves one half whole; most numbers differ in both and are soon seen to.
    half = " or ".join(
        f"{end}({kind}_l, 4) = {end}({kind}_r, 4)" for end in ("left", "right")
    )
    slip = (
        f"length({kind}_l) > 4 and ({half}) "
        f"and damerau_levenshtein({kind}_l, {kind}_r) <= 1"
    )
    levels = (
        Level("the same number", f"{kind}_l = {kind}_r", 0.95, 1e-6),
        Level("one digit off, or two swapped", slip, 0.04, 1e-5),
        Level("differs", "", 0.01, 1 - 1e-5),
    )
    return Comparison(kind, frozenset({kind}), untold(kind), levels)


GIVEN = _part(
    "given",
    Level(
        "the family stands first on one, and the father agrees",
        SWAPPED_WITH_FATHER,
        0.02,
        2e-5,
    ),
    Level("the family stands first on one", SWAPPED, 0.01, 1e-4),
    Level(KUNYA, KUNYA_FIRST, 0.02, 0.001),
    Level(BROTHERS, OF_ONE_FATHER, 0.01, 0.9),
)

FATHER = _part(
    "father",
    Level("left out on one", FATHER_LEFT_OUT, 0.1, 0.01, "father_1"),
    Level("the family stands first on one", SWAPPED, 0.03, 0.03, neutral=True),
)

FAMILY = _part(
    "family",
    Level("the family stands first on one", SWAPPED, 0.03, 0.03, neutral=True),
    Level("the kunya of one", either("family", "kunya"), 0.01, 1e-4),
    Level(
        "left out on one, and the grandfather ends the name",
        ENDS_WITH_GRANDFATHER,
        0.05,
        0.01,
        "grandfather_1",
    ),
    Level(
        "left out on one, and the father ends the name",
        ENDS_WITH_FATHER,
        0.02,
        0.01,
        "father_1",
    ),
    Level("a forefather of the other", A_FOREFATHER, 0.01, 0.01),
)

_AGE, _AGES = apart("age"), width("age")
_BORN = "born_low_l = born_low_r and born_high_l = born_high_r"
_ROUNDED = f"({_AGE} <= 3 and (age_low_l % 5 = 0 or age_low_r % 5 = 0))"

AGE = _spans(
    "age",
    Level("born on the same day", f"{_BORN} and {width('born')} = 0", 0.3, 5e-5),
    Level("the same age", f"{_AGE} = 0 and {_AGES} <= 2", 0.4, 0.02),
    Level("a year apart", f"{_AGE} <= 1 and {_AGES} <= 4", 0.15, 0.04),
    Level("two years apart, or rounded", f"{_AGE} <= 2 or {_ROUNDED}", 0.1, 0.05),
    Level("up to five years apart", f"{_AGE} <= 5", 0.03, 0.1),
    Level("up to ten years apart", f"{_AGE} <= 10", 0.01, 0.15),
    Level("differs", "", 0.01, 0.65),
)

_SWAPPED = "born_day_l % 100 = born_day_r // 100 % 100 and " + (
    "born_day_r % 100 = born_day_l // 100 % 100"
)
_TWO_OF_THREE = " or ".join(
    f"({day_agrees('born_day', *each)})"
    for each in ((YEAR, MONTH), (YEAR, DAY), (MONTH, DAY))
)

_YEARS_OFF = " or ".join(
    f"abs(born_day_l - born_day_r) = {years * 10_000}" for years in (1, 10)
)
_DIGITS = ", ".join(f"cast(born_day_{side} as string)" for side in "lr")
_ONE_SLIP = (
    f"({day_agrees('born_day', YEAR)} and {_SWAPPED}) or {_YEARS_OFF} "
    f"or (({_TWO_OF_THREE}) and damerau_levenshtein({_DIGITS}) <= 1)"
)

BORN = Comparison(
    "born",
    frozenset({"born_day"}),
    # Where both tell an age, that is compared, with the births beside it.
    f"{untold('born_day')} or (age_low_l is not null and age_low_r is not null)",
    (
        Level("born on the same day", "born_day_l = born_day_r", 0.8, 5e-5),
        Level("a slip in the day of birth", _ONE_SLIP, 0.08, 1e-3),
        Level("two of year, month and day of birth agree", _TWO_OF_THREE, 0.04, 4e-3),
        Level("born in the same year", day_agrees("born_day", YEAR), 0.03, 0.02),
        Level("differs", "", 0.05, 0.97),
    ),
)

_DAYS, _WIDE = apart("died"), width("died")

DIED = _spans(
    "died",
    Level("the same day", f"{_DAYS} = 0 and {_WIDE} = 0", 0.5, 0.004, "died_low"),
    Level("a day apart", f"{_DAYS} <= 1 and {_WIDE} <= 2", 0.2, 0.008),
    Level("up to three days apart", f"{_DAYS} <= 3 and {_WIDE} <= 7", 0.1, 0.015),
    Level("up to a week apart", f"{_DAYS} <= 7 and {_WIDE} <= 14", 0.1, 0.03),
    Level("within a month", f"{_DAYS} <= 16 and {_WIDE} <= 62", 0.06, 0.06),
    Level("within some months", f"{_DAYS} <= 60", 0.02, 0.2),
    Level("differs", "", 0.02, 0.7),
)

PLACE = Comparison(
    "place",
    frozenset({"place_1"}),
    untold("place_1"),
    (
        Level("the same place", "place_1_l = place_1_r", 0.75, 0.02, "place_1"),
        Level("one place in the other", inside("place"), 0.15, 0.1),
        Level("two places of one area", one_area("place"), 0.06, 0.2),
        Level("differs", "", 0.03, 0.7),
    ),
)

HOME = Comparison(
    "home",
    frozenset({"home_1"}),
    untold("home_1"),
    (
        Level("the same home", "home_1_l = home_1_r", 0.6, 0.01, "home_1"),
        Level(
            "nearly the same home",
            f"jaro_winkler_similarity(home_heard_l, home_heard_r) >= {ALIKE}",
            0.1,
            0.01,
        ),
        Level("one home in the other", inside("home"), 0.1, 0.03),
        Level("two homes of one area", one_area("home"), 0.1, 0.05),
        Level("differs", "", 0.1, 0.9),
    ),
)

ALWAYS = (
    GIVEN,
    FATHER,
    _part("grandfather"),
    FAMILY,
    _part("mother"),
    _part("kunya"),
    _same("sex", "the same sex", 0.99, 0.5),
    AGE,
    BORN,
    DIED,
    PLACE,
    HOME,
    _same("cause", "the same cause", 0.85, 0.4),
)


def comparisons(filled: Set[str]) -> tuple[Comparison, ...]:
    """Choose what can be compared.

    Args:
        filled: Columns in which some record tells something.

    Example:
        >>> [each.name for each in comparisons({"sex", "id_national"})]
        ['sex', 'id_national']
    """
    ids = (_number(each) for each in sorted(filled) if each.startswith("id_"))
    return tuple(each for each in (*ALWAYS, *ids) if each.needs <= filled)
