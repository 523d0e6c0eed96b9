"""How old: ages of people in an English text."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tasjil.model.persons import AgeRange
from tasjil.read.english.numbers.number_words import CARDINAL, number
from tasjil.read.found import Found
from tasjil.read.lowered import lowered

_N = r"[0-9]{1,3}(?![0-9,.]*[0-9])"
_WORDS = rf"(?:{_N}|{CARDINAL})"
_UNIT = r"(?P<unit>year|month|week|day)s?"
_YEAR_OLD = re.compile(
    rf"(?P<n>{_WORDS})(?:[\s-]*(?:-|to|or|and)[\s-]*(?P<m>{_WORDS}))?"
    rf"[\s-]+(?:and[\s-]+a[\s-]+half[\s-]+)?{_UNIT}[\s-]+(?:old|of[\s-]age)s?\b"
)
_AGED = re.compile(
    rf"(?:age[sd]?|(?:at\s+)?the\s+age\s+of|at\s+age)\s+(?:of\s+)?"
    rf"(?P<bound>under|below|over|above|from|between|about|around|just|only)?\s*"
    rf"(?P<n>{_WORDS})(?:\s*(?:-|–|to|and|or)\s*(?P<m>{_WORDS})(?![\w-]))?"
    rf"(?:\s+{_UNIT}\b(?:\s+old\b)?)?"
)
_DECADE_WORDS = {
    "teens": 13,
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
_DECADE = re.compile(
    r"in\s+(?:his|her|their|the)\s+(?:(?P<part>early|mid|late)(?:[\s-]+to[\s-]+late)?[\s-]+)?"
    rf"(?P<word>{'|'.join(_DECADE_WORDS)}|[2-9]0['’]?s)\b"
)
_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), None: (0, 9)}
_APPOSED = re.compile(
    r"(?P<open>,\s*|\s*\(\s*(?:aged?\s+)?)"
    r"(?P<n>[0-9]{1,3})(?P<unit>\s*(?:months?|weeks?|days?|years?)(?:\s+old)?)?\s*(?=[,.](?![0-9])|[;)]|$"
    r"|\s(?:and|who|was|were|from|of(?!\s+(?:them|whom|these|those|the))|a|an|his|her)\b)"
)
_UNDER = re.compile(
    rf"(?P<way>under|over|below|above)\s+(?:the\s+age\s+of\s+(?P<k>{_WORDS})|"
    rf"(?P<n>{_WORDS})\s+years(?:\s+(?:old|of\s+age))?)\b|under-?(?P<j>1[0-9]|5)s\b"
)
GROUPS: dict[str, tuple[int, int | None]] = {
    "newborn": (0, 0),
    "newborns": (0, 0),
    "infant": (0, 2),
    "infants": (0, 2),
    "toddler": (1, 3),
    "toddlers": (1, 3),
    "teenager": (13, 19),
    "teenagers": (13, 19),
    "teenage": (13, 19),
    "teenaged": (13, 19),
    "teen": (13, 19),
    "teens": (13, 19),
    "elderly": (60, None),
    "septuagenarian": (70, 79),
    "octogenarian": (80, 89),
}
"""What the common words for age stand for, in years.

"Baby" and "child" are left to the reader: a grown woman's child may be grown up.
"""

_GROUP = re.compile("(?:" + "|".join(sorted(GROUPS, key=len, reverse=True)) + r")\b")
_WORD = re.compile(r"[0-9]+|[a-z]+|[(,]")
_AGE_STARTS = frozenset(("age", "aged", "ages", "the", "at"))
_MORE = re.compile(
    r"(?:,\s*(?:and\s+)?|\s+and\s+)(?P<n>[0-9]{1,2})(?=\s*(?:[,.;)]|$|(?:and|were|was|who|respect)))"
)
_BOY_OF = re.compile(
    rf"(?:boys?|girls?|man|woman|child|son|daughter|youth)\s+of\s+(?P<n>{_WORDS})\b"
    r"(?!\s*[%$-]|\s*(?!(?:who|whose|was|were|from|and|in|at|on|had|died|with|beaten|shot)\b)\w)"
)
_WAS = re.compile(
    rf"(?:who|he|she)\s+(?:was|is|had\s+(?:just\s+)?turned)\s+(?:only\s+|just\s+)?"
    rf"(?P<n>{_N})(?:\s+years)?(?=\s*(?:[,.;)]|$|(?:and|when|at)\b))"
)
_CHILDREN = frozenset(
    [
        "boy",
        "boys",
        "girl",
        "girls",
        "man",
        "woman",
        "child",
        "son",
        "daughter",
        "youth",
    ]
)
_NAME_BEFORE = re.compile(r"[^\W\d_]{2}[’'\"”]?\s*$")
OLDEST = 120


def find_ages(text: str) -> list[Found[int | AgeRange]]:
    """Every age in the text, in order, without overlaps.

    An age in months is 0 years. "Under" and "over" a year leave one end open: the
    words "teenager" and "elderly" stand for ranges (`GROUPS`).

    Example:
        >>> [(f.text, f.value) for f in find_ages("Anton Dravich, 25, a farmer")]
        [('25', 25)]
        >>> [f.value.low for f in find_ages("a woman in her thirties")]
        [30]
    """
    lower = lowered(text)
    found: list[Found[int | AgeRange]] = []
    done = 0
    for word in _WORD.finditer(lower):
        if word.start() < done:
            continue
        read = _at(lower, word.start(), word[0])
        if read is not None:
            start, done, value = read
            if isinstance(value, AgeRange):
                value = replace(value, text=text[start:done])
            found.append(Found.at(text, start, done, value))
            if word[0] in _AGE_STARTS:
                more = list(_others(text, lower, done))
                found += more
                done = more[-1].end if more else done
    return found


def _others(text: str, lower: str, end: int) -> Iterator[Found[int | AgeRange]]:
    """The other ages of a list: "aged 4, 5 and 6"."""
    while (match := _MORE.match(lower, end)) is not None:
        end = match.end()
        yield Found.at(text, match.start("n"), end, int(match["n"]))


_Read = tuple[int, int, int | AgeRange]


def _at(lower: str, start: int, word: str) -> _Read | None:
    """The age that begins with a word: where it starts and ends, and the years."""
    if word in ("(", ","):
        return _apposed(lower, start)
    if word == "in":
        return _decade(lower, start)
    if word in _AGE_STARTS:
        return _told(_AGED.match(lower, start))
    if word in GROUPS:
        match = _GROUP.match(lower, start)
        return None if match is None else (*match.span(), AgeRange(*GROUPS[word], word))
    if word in _CHILDREN or word in ("who", "he", "she"):
        match = (_BOY_OF if word in _CHILDREN else _WAS).match(lower, start)
        years = None if match is None else number(match["n"])
        if match is None or years is None or years > OLDEST:
            return None
        return match.start("n"), match.end("n"), years
    if word in ("under", "over", "below", "above"):
        return _under(_UNDER.match(lower, start))
    return _told(_YEAR_OLD.match(lower, start))


def _told(match: re.Match[str] | None) -> _Read | None:
    """Read "25-year-old", "aged between 3 and 11", "6-month-old"."""
    if match is None:
        return None
    start, end = match.span()
    low, high = number(match["n"]), number(match["m"]) if match["m"] else None
    if low is None or low > OLDEST or (high or 0) > OLDEST:
        return None
    if match["unit"] not in (None, "year"):
        return start, end, low // 12 if match["unit"] == "month" else 0
    bound = match.groupdict().get("bound")
    if bound in ("under", "below"):
        return start, end, AgeRange(0, max(low - 1, 0), "-")
    if bound in ("over", "above"):
        return start, end, AgeRange(low, None, "-")
    two = "and" in match[0].split() and bound not in ("between", "from")
    if high is not None and (high <= low or (two and match["unit"] is None)):
        return start, match.end("n"), low
    if high is None:
        return start, end, low
    return start, end, AgeRange(low, high, "-")


def _under(match: re.Match[str] | None) -> _Read | None:
    years = None if match is None else number(match["n"] or match["k"] or match["j"])
    if match is None or years is None or years > OLDEST:
        return None
    if match["way"] in ("over", "above"):
        return (*match.span(), AgeRange(years, None, "-"))
    return (*match.span(), AgeRange(0, max(years - 1, 0), "-"))


def _decade(lower: str, start: int) -> _Read | None:
    match = _DECADE.match(lower, start)
    if match is None:
        return None
    base = _DECADE_WORDS.get(match["word"]) or int(match["word"][:2])
    low, high = _PARTS[match["part"]]
    if base == 13:
        low, high = 0, 6
    return (*match.span(), AgeRange(base + low, base + high, "-"))


def _apposed(lower: str, start: int) -> _Read | None:
    """Read the number alone of "Anton Dravich, 25," and "Anton Dravich (25)"."""
    match = _APPOSED.match(lower, start)
    if match is None or not _NAME_BEFORE.search(lower[max(0, start - 6) : start]):
        return None
    years = int(match["n"])
    if years > OLDEST:
        return None
    unit = (match["unit"] or "").strip()
    first, last = match.start("n"), match.end("unit" if unit else "n")
    if unit and not unit.startswith("year"):
        years = years // 12 if unit.startswith("month") else 0
    return first, last, years
