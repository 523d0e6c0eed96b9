"""Ages in the wild: 35, ٣٥ عاماً, ~40, 35-40, 6 أشهر, newborn, in his forties, 60+."""

import re
from dataclasses import dataclass

from tasjil.link.lists.cells.unread import Unread
from tasjil.link.lists.plain import NOTHING, plain
from tasjil.model.persons import AgeRange

MOST_YEARS = 122
"""The longest life that is documented; more than this is no age."""

_WORDS: dict[str, tuple[int, int | None]] = {}


def _are(low: int, high: int | None, words: str) -> None:
    _WORDS.update(dict.fromkeys(map(plain, words.split("|")), (low, high)))


_are(
    0, 0, "newborn|new born|new-born|neonate|stillborn|nouveau-né|nouveau né|حديث ولادة"
)
_are(0, 0, "حديث الولادة|حديثة الولادة|مولود|مولود جديد|خديج|جنين|fetus|foetus")
_are(0, 0, "days|day|months|month|ايام|يوم|يومان|يومين|شهر|شهران|شهرين|أشهر|اشهر|شهور")
_are(0, 0, "أسبوع|أسبوعان|أسبوعين|أسابيع|week|weeks|less than a year|اقل من سنة")
_are(0, 2, "infant|baby|toddler|nourrisson|bébé|رضيع|رضيعة|طفل رضيع|طفلة رضيعة|bebek")
_are(1, 1, "سنة|عام|سنة واحدة|عام واحد|one year|a year|year|un an|سنة ونصف|عام ونصف")
_are(2, 2, "سنتان|سنتين|عامان|عامين|سنتين ونصف|عامين ونصف|two years")
_are(0, 17, "child|minor|kid|boy|girl|enfant|طفل|طفلة|قاصر|ولد|بنت|zarok|çocuk|mineur")
_are(12, 19, "teen|teenager|teenage|adolescent|مراهق|مراهقة|adolescente")
_are(18, None, "adult|grown-up|بالغ|بالغة|adulte|راشد|راشدة|18+")
_are(15, 40, "young man|young woman|youth|young|شاب|شابة|jeune")
_are(35, 65, "middle-aged|middle aged|كهل|كهلة")
_are(
    55, None, "elderly|old|old man|old woman|aged|مسن|مسنة|عجوز|شيخ|vieux|âgé|كبير السن"
)

_TENS_WORDS = {
    **{"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60},
    **{"seventies": 70, "eighties": 80, "nineties": 90},
    **{"عشرين": 20, "ثلاثين": 30, "اربعين": 40, "خمسين": 50, "ستين": 60, "سبعين": 70},
    **{"ثمانين": 80, "تسعين": 90},
}
_TENS = re.compile(
    r"(?:(?:(?:in|his|her|their|the|late|mid|early|في|ال)\b[\s-]*)*"
    r"(?:(?P<en>(?:twen|thir|for|fif|six|seven|eigh|nine)ties)|(?P<n>[1-9]0)'?s))"
    r"|(?:في\s+)?(?:(?:اواخر|منتصف|اوائل|مطلع)\s+)?(?:ال)?(?P<ar>عشرين|ثلاثين|اربعين|"
    r"خمسين|ستين|سبعين|ثمانين|تسعين)(?:ي|يه|ات|يات)(?:\s+(?:من\s+)?(?:عمر|العمر).*)?"
)
_UNITS = (
    (
        365.25,
        "years|year|yrs|yr|y/o|y\\.o\\.?|yo|y|ans|an|años|sal|yaş|سنوات|سنين|"
        "سنه|سنة|عاما|عام|اعوام|س|год|лет",
    ),
    (30.44, "months|month|mths|mos|mo|m|mois|اشهر|شهور|شهرا|شهر|meh|ay"),
    (7, "weeks|week|wks|wk|w|semaines|اسابيع|اسبوعا|اسبوع"),
    (1, "days|day|d|jours|jour|ايام|يوما|يوم|roj|gün"),
)
_UNIT = "|".join(words for _, words in _UNITS)
_NUMBER = r"\d+(?:[.,]\d+)?"
_OLD = r"(?:[\s-]*(?:old|of age|من العمر))?"
_ONE = rf"(?P<n>{_NUMBER})\s*-?\s*(?P<unit>{_UNIT})?\b\.?{_OLD}"
_REST = rf"(?:\s*(?:and|,|و|et)\s*(?:{_NUMBER}|a half|نصف)\s*(?:{_UNIT})?\b\.?)?"
_AGE = re.compile(rf"{_ONE}{_REST}")
_RANGE = re.compile(
    rf"(?:between|from|entre|بين|من)?\s*(?P<n>{_NUMBER})\s*"
    rf"(?:-|–|—|to|and|/|a|à|et|الي|و|حتي)\s*(?P<high>{_NUMBER})\s*(?P<unit>{_UNIT})?"
)
_ABOUT = re.compile(
    r"^(?:~|≈|±|about|approx(?:imately)?\.?|around|circa|ca\.?|c\.|est\.?|estimated|"
    r"environ|env\.?|vers|حوالي|تقريبا|نحو|قرابه|ما يقارب)\s*|\s*(?:\(?(?:~|\?"
    r"|approx\.?|"
    r"تقريبا|est\.?|estimated)\)?)$"
)
_OVER = re.compile(
    r"(?P<or>>=|≥|at least|min\.?|\+)?(?P<more>>|over|above|more than|older than"
    r"|plus de|"
    r"فوق|اكثر من|اكبر من|فوق ال)?\s*(?P<n>\d{1,3})\s*(?P<plus>\+|and over|and above|"
    rf"or more|or older|فما فوق|واكثر)?\s*(?:{_UNIT})?"
)
_UNDER = re.compile(
    r"(?:<=?|≤|under|below|less than|younger than|moins de|اقل من|دون|تحت|دون سن)\s*"
    rf"(?P<n>\d{{1,3}})\s*(?P<unit>{_UNIT})?"
)
_AGED = re.compile(
    r"^(?:aged?|years? old|العمر|عمره|عمرها|بعمر|يبلغ|تبلغ|age is|âgée? de)[\s:]+"
)


@dataclass(frozen=True, slots=True)
class AgeRules:
    """What is peculiar to one list's ages.

    Attributes:
        fillers: Numbers that stand for "not recorded" there: 999, 99, 0.
        unit: Days that a bare number stands for: years, unless a header says months.
    """

    fillers: frozenset[int] = frozenset({-1, 999})
    unit: float = 365.25


YEARS = AgeRules()


def read_age(text: str, rules: AgeRules = YEARS) -> AgeRange | Unread:
    """Read an age in years, as a range where it is one.

    About 40 is 36 to 44: a tenth either way, and at least a year.

    Example:
        >>> [(a.low, a.high) for a in map(read_age, ("٣٥ عاماً", "~40", "6 أشهر"))]
        [(35, 35), (36, 44), (0, 0)]
        >>> read_age(">60").low, read_age("999").value, read_age("1985").value
        (61, 'empty', 'unreadable')
    """
    folded = plain(text)
    if folded in NOTHING:
        return Unread.EMPTY
    found = _bare(folded, rules)
    if found is None:
        found = _told(_AGED.sub("", folded), rules)
    if isinstance(found, Unread):
        return found
    low, high = found
    return AgeRange(low, high, text.strip())


_Span = tuple[int, int | None]


def _bare(folded: str, rules: AgeRules) -> _Span | Unread | None:
    """Read a number that stands alone, which nearly all are."""
    try:
        number = float(folded.replace(",", ".", 1))
    except ValueError:
        return None
    if number in rules.fillers:
        return Unread.EMPTY
    years = number * rules.unit / 365.25
    if not 0 <= years <= MOST_YEARS:
        return Unread.UNREADABLE
    return int(years), int(years)


def _told(folded: str, rules: AgeRules) -> _Span | Unread:
    """Read an age in words."""
    if folded in _WORDS:
        return _WORDS[folded]
    if (tens := _tens(folded)) is not None:
        return tens, tens + 9
    if under := _UNDER.fullmatch(folded):
        limit = _years(under["n"], under["unit"], rules)
        return _sound(0, max(0, limit - 1))
    over = _OVER.fullmatch(folded)
    if over and (over["or"] or over["more"] or over["plus"]):
        more = bool(over["more"]) and not over["or"]
        return _sound(int(over["n"]) + more, None)
    if both := _RANGE.fullmatch(folded):
        low = _years(both["n"], both["unit"], rules)
        return _sound(low, _years(both["high"], both["unit"], rules))
    return _about(folded, rules)


def _about(folded: str, rules: AgeRules) -> _Span | Unread:
    bare = _ABOUT.sub("", folded).strip()
    about = bare != folded
    if about and bare in _WORDS:
        return _WORDS[bare]
    one = _AGE.fullmatch(bare)
    if one is None:
        return _first_word(bare)
    years = _years(one["n"], one["unit"], rules)
    width = max(1, round(years / 10)) if about else 0
    return _sound(max(0, years - width), years + width)


def _first_word(bare: str) -> _Span | Unread:
    """Read "child (6)" by its number, "رضيع (نازح)" by its word."""
    inside = re.fullmatch(
        rf"[^\d()]+\(?\s*({_NUMBER})\s*(?P<unit>{_UNIT})?\s*\)?", bare
    )
    if inside:
        head = re.sub(r"[^\w\s]", " ", bare[: inside.start(1)]).split()
        if head and all(word in _WORDS or word in _FILLING for word in head):
            years = _years(inside[1], inside["unit"], YEARS)
            return _sound(years, years)
    return Unread.UNREADABLE


_FILLING = frozenset({"age", "العمر", "عمره", "عمرها", "a", "of"})


def _tens(folded: str) -> int | None:
    found = _TENS.fullmatch(folded)
    if found is None:
        return None
    return int(found["n"]) if found["n"] else _TENS_WORDS[found["en"] or found["ar"]]


def _years(number: str, unit: str | None, rules: AgeRules) -> int:
    days = rules.unit
    if unit:
        days = next(d for d, words in _UNITS if re.fullmatch(words, unit))
    return int(float(number.replace(",", ".")) * days / 365.25 + 1e-9)


def _sound(low: int, high: int | None) -> _Span | Unread:
    if low > MOST_YEARS or (high is not None and (high < low or high > MOST_YEARS)):
        return Unread.UNREADABLE
    return low, high
