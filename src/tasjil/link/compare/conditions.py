"""Conditions in SQL: parts that sound alike, spans that lie apart, places in places."""

from functools import cache

READINGS = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1))
"""Which sounds of two parts are held against each other; 1 is the likeliest."""

LETTERS_APART = 2
"""Letters that only one of two like sounds has, at most: one put for another is two."""

EVERY_SLOT = 0x111111111111111
"""The lowest bit of each four, for fifteen places of vowels."""

ALIKE, SOMEWHAT = 0.9, 0.78
"""Jaro-Winkler similarity of two sounds above which one may be a slip of the other."""


def untold(*columns: str) -> str:
    """Say that one of two records does not tell.

    Example:
        >>> untold("sex")
        'sex_l is null or sex_r is null'
    """
    return " or ".join(f"{each}_l is null or {each}_r is null" for each in columns)


@cache
def agree(one: str, other: str) -> str:
    """Say that a part of the left record is spelled or sounds like one of the right."""
    sounds = (f"{one}_{a}_l = {other}_{b}_r" for a, b in READINGS)
    return f"({one}_l = {other}_r or {' or '.join(sounds)})"


def either(one: str, other: str) -> str:
    """Say that a part of either record sounds like another part of the other."""
    return f"({agree(one, other)} or {agree(other, one)})"


def vowels_meet(part: str) -> str:
    """Say that a part has the same consonants, and a vowel in common at every place."""
    both = f"({part}_vowels_l & {part}_vowels_r)"
    return (
        f"({part}_1_l = {part}_1_r and "
        f"{_told_slots(both)} = {_told_slots(f'{part}_vowels_l')})"
    )


def _told_slots(vowels: str) -> str:
    shifted = " | ".join([vowels, *(f"({vowels} >> {n})" for n in (1, 2, 3))])
    return f"(({shifted}) & {EVERY_SLOT})"


def one_letter_off(part: str) -> str:
    """Say that a part in Latin letters is one slip of a letter from the other.

    The slip is one letter put for another, left out or put in, or two swapped.
    """
    written = f"{part}_written_l, {part}_written_r"
    return f"({_few_apart(f'{part}_marks')} and damerau_levenshtein({written}) <= 1)"


def _few_apart(letters: str) -> str:
    """Say that few letters are in one of two only: soon counted, it spares the rest."""
    one, other = f"{letters}_l", f"{letters}_r"
    return f"bit_count(({one} | {other}) - ({one} & {other})) <= {LETTERS_APART}"


def near(part: str) -> str:
    """Say that a part is the same but for a slip or a letter mistaken."""
    return f"({part}_loose_l = {part}_loose_r or {_alike(part, ALIKE)})"


def somewhat(part: str) -> str:
    """Say that a part has some likeness, as a bad copy has."""
    return _alike(part, SOMEWHAT)


def _alike(part: str, least: float) -> str:
    return (
        f"({_few_apart(f'{part}_letters')} and "
        f"jaro_winkler_similarity({part}_heard_l, {part}_heard_r) >= {least})"
    )


def apart(span: str) -> str:
    """Give how far two spans lie apart; 0 where they meet."""
    low, high = f"{span}_low", f"{span}_high"
    return f"greatest({low}_l - {high}_r, {low}_r - {high}_l, 0)"


def width(span: str) -> str:
    """Give how wide two spans are together."""
    low, high = f"{span}_low", f"{span}_high"
    return f"({high}_l - {low}_l + {high}_r - {low}_r)"


SWAPPED = (
    f"(({agree('family', 'given')} and "
    f"({agree('given', 'father')} or {agree('given', 'family')})) or "
    f"({agree('given', 'family')} and "
    f"({agree('father', 'given')} or {agree('family', 'given')})))"
)
"""The family stands first on one of the two."""

SWAPPED_WITH_FATHER = (
    f"({SWAPPED} and ({either('father', 'grandfather')} or "
    f"{either('father', 'family')}))"
)
"""The family stands first on one, and what follows the given name agrees."""

OF_ONE_FATHER = f"({agree('father', 'father')} and {agree('family', 'family')})"
"""Father and family agree."""


def _for_the_given_name(one: str, other: str) -> str:
    forefathers = (f"given_{n}_{one} = father_{m}_{other}" for n, m in READINGS)
    return f"(kunya_{one} is not null and ({' or '.join(forefathers)}))"


KUNYA_FIRST = f"({_for_the_given_name('l', 'r')} or {_for_the_given_name('r', 'l')})"
"""One calls the person by a kunya, and goes on with the father."""

FATHER_LEFT_OUT = (
    f"((grandfather_l is null or grandfather_r is null) and "
    f"{either('father', 'grandfather')})"
)
"""One leaves the father out, and the grandfather stands in his place."""

ENDS_WITH_GRANDFATHER = (
    f"((grandfather_l is null or grandfather_r is null) and "
    f"{either('family', 'grandfather')})"
)
"""The family is left out on one, and the grandfather ends the name."""

ENDS_WITH_FATHER = (
    f"((father_l is null or father_r is null) and {either('family', 'father')})"
)
"""Family and grandfather are left out on one, and the father ends the name."""

A_FOREFATHER = f"({either('family', 'grandfather')} or {either('family', 'father')})"
"""The family is missing on one, and a forefather stands in its place."""


def inside(place: str) -> str:
    """Say that one tells a place, the other a finer one inside it."""
    return " or ".join(
        f"{place}_1_{one} = {place}_{n}_{other}"
        for one, other in (("l", "r"), ("r", "l"))
        for n in (2, 3)
    )


def one_area(place: str) -> str:
    """Say that two places lie inside a third."""
    both = ((a, b) for a in (2, 3) for b in (2, 3))
    return " or ".join(f"{place}_{a}_l = {place}_{b}_r" for a, b in both)


YEAR, MONTH, DAY = "// 10000", "// 100 % 100", "% 100"
"""What of a date written as a number, 19620510, is its year, its month, its day."""


def day_agrees(date: str, *parts: str) -> str:
    """Say that parts of two dates, each a number such as 19620510, agree."""
    return " and ".join(f"{date}_l {each} = {date}_r {each}" for each in parts)
