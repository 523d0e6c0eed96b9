"""Arabic numbers that count nobody: years, times, ages, percentages, sums, labels."""

from collections.abc import Sequence

from tasjil.read.arabic.numbers.cardinals import Cardinal
from tasjil.read.arabic.numbers.counting import counting
from tasjil.read.arabic.text.act_words import act_senses
from tasjil.read.arabic.text.person_nouns import person_sense
from tasjil.read.arabic.text.words import Word

_FIRST_YEAR, _LAST_YEAR = 1300, 2100
_LONG = 6
_PERCENT = frozenset("%٪")
_HUNDRED = ("الميه", "الماي", "المايه", "ميه", "مايه", "الميت")


def is_no_number_of_people(
    text: str, words: Sequence[Word], number: Cardinal, last: int
) -> bool:
    """True where the words around a number say that it counts no people.

    Args:
        text: The sentence.
        words: Its words.
        number: The number, the first one of a range.
        last: The index behind the last word of the number or range.
    """
    end = words[last - 1].end
    before, after = text[: number.start][-2:], text[end : end + 2]
    return (
        _is_part_of_a_sign(before, after)
        or _is_percentage(words, number, last)
        or _is_label(text, words, number)
        or _is_hour_or_age(words, number)
        or _is_year_or_phone(text, words, number, last)
    )


def _is_part_of_a_sign(before: str, after: str) -> bool:
    """True for 21:05, 14/3, -7, 20%, (25), +963."""
    sign = before[-1:]
    if sign and sign in ":/+$€£#_." and not before[:1].isalpha():
        return True
    if sign == "(" and after[:1] == ")":
        return True
    if after[:1] in _PERCENT or after.strip()[:1] in _PERCENT:
        return True
    return after[:1] in tuple(":/$€£_") and after[1:2].isdecimal()


def _is_percentage(words: Sequence[Word], number: Cardinal, last: int) -> bool:
    """True for "20 in the hundred" and for its "hundred"."""
    forms = [word.form for word in words[last : last + 2]]
    if forms[:1] == ["في"] and forms[1:] and forms[1] in _HUNDRED:
        return True
    if forms[:1] in (["بالميه"], ["بالمايه"]):
        return True
    first = words[number.first].form
    if first in ("بالميه", "بالمايه"):
        return True
    return first in ("الميه", "المايه") and _form(words, number.first - 1) == "في"


def _counts_people(text: str, words: Sequence[Word], number: Cardinal) -> bool:
    """True for "since the start of the year 312 dead": no year, and people behind."""
    if number.last >= len(words) or _FIRST_YEAR <= number.value <= _LAST_YEAR:
        return False
    noun = words[number.last]
    touches = not text[number.end : noun.start].strip()
    known = person_sense(noun) is not None or bool(act_senses(noun))
    return touches and known


def _is_label(text: str, words: Sequence[Word], number: Cardinal) -> bool:
    """True behind a word that a number only names: "رقم 3", "عام 2029", "عمره 52"."""
    if text[number.start - 2 : number.start - 1] == ":":
        return False
    if _counts_people(text, words, number):
        return False
    form = _form(words, number.first - 1)
    labels = counting("labels")
    joined = form[:1] in ("و", "ب", "ل") and form[1:] in labels
    if form in labels or joined:
        return form not in ("ابن", "ابنه", "بنت") or number.definite
    return False


def _is_hour_or_age(words: Sequence[Word], number: Cardinal) -> bool:
    """True for "the second and twentieth", "in her seventies", "the one" of a clock."""
    before = _form(words, number.first - 1)
    ordinal = before.removeprefix("وال").removeprefix("بال").removeprefix("لل")
    is_ordinal = ordinal.removeprefix("ال") in counting("ordinals")
    if is_ordinal and (number.value == 10 or (number.joined and number.definite)):
        return True
    if not number.definite:
        return False
    if number.value == 2 and words[number.last - 1].form.endswith("ين"):
        return True  # Monday
    if number.value == 1:
        sense = person_sense(words[number.first - 1]) if number.first else None
        return sense is None
    is_decade = number.value % 10 == 0 and 10 < number.value < 100
    return is_decade and before in ("في", "فوق", "دون", "تحت")


def _is_year_or_phone(
    text: str, words: Sequence[Word], number: Cardinal, last: int
) -> bool:
    """True for a bare 2029, and for the digits of a telephone."""
    digits = words[last - 1].form
    if not digits.isdecimal() or last != number.last:
        return False
    if len(digits) > _LONG or (digits[0] == "0" and len(digits) > 1):
        return True
    if len(digits) != 4 or not _FIRST_YEAR <= number.value <= _LAST_YEAR:
        return False
    follows = text[words[last - 1].end : words[last - 1].end + 1]
    if follows != " " or last >= len(words):
        return True
    counted = person_sense(words[last]) is not None or bool(act_senses(words[last]))
    return not counted and words[last].form != "من"


def _form(words: Sequence[Word], at: int) -> str:
    return words[at].form if at >= 0 else ""
