"""Numbers as English writes them, in digits and in words, turned into integers."""

import re

_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen
fourteen fifteen sixteen seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

ONES = {word: n for n, word in enumerate(_ONES.split())}
TENS = {word: 10 * n for n, word in enumerate(_TENS.split(), start=2)}
TENS["fourty"] = 40
FACTORS = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
BUNDLES = {"dozen": 12, "score": 20}

NUMBER_WORDS = frozenset([*ONES, *TENS, *FACTORS, *BUNDLES, "half"]) - {"score"}
"""Words a cardinal may begin with, but for "a"."""

_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,9}(?:\.[0-9]{1,3})?)"
_ONE_TO_NINE = "(?:one|two|three|four|five|six|seven|eight|nine)"
_UNDER_20 = "(?:" + "|".join(sorted(ONES, key=len, reverse=True)) + ")"
_UNDER_100 = rf"(?:(?:{'|'.join(TENS)})(?:[\s-]+{_ONE_TO_NINE}\b)?|{_UNDER_20}\b)"
_LEAD = rf"(?:{_DIGITS}|{_UNDER_100}|an?)"
_REST = rf"(?:\s+(?:and\s+)?{_UNDER_100})?"
_HUNDREDS = rf"{_LEAD}[\s-]+hundred\b{_REST}"
_THOUSANDS = (
    rf"(?:{_LEAD}[\s-]+hundred\s+|{_LEAD}[\s-]+)thousand\b"
    rf"(?:,?\s+(?:and\s+)?(?:{_HUNDREDS}|{_UNDER_100}))?"
)
_MILLIONS = rf"{_LEAD}\s+million\b"
_BUNDLES = rf"(?:half\s+a\s+dozen|half-dozen|{_LEAD}[\s-]+(?:dozen|score))\b"
CARDINAL = (
    rf"(?:{_THOUSANDS}|{_HUNDREDS}|{_MILLIONS}|{_BUNDLES}|{_DIGITS}|{_UNDER_100})"
)
"""Pattern of a cardinal in lower case; `number` gives its value."""

_TOKEN = re.compile(rf"{_DIGITS}|[a-z]+")
_EMPTY = frozenset(("and", "a", "an", "half"))


def number(words: str) -> int | None:
    """Turn a cardinal in lower case into an integer; None where it is no number.

    Example:
        >>> [number(w) for w in ("1,383", "twenty-three", "a hundred and five")]
        [1383, 23, 105]
        >>> [number(w) for w in ("1.4 thousand", "two dozen", "half a dozen", "many")]
        [1400, 24, 6, None]
    """
    done, part = 0.0, 0.0
    found = False
    for token in _TOKEN.findall(words):
        if token in FACTORS:
            part = (part or 1) * FACTORS[token]
            if token != "hundred":
                done, part = done + part, 0.0
        elif token in BUNDLES:
            part = (part or 1) * BUNDLES[token]
        elif token == "half":
            part = 0.5
        elif token not in _EMPTY:
            value = _plain(token)
            if value is None:
                return None
            part += value
        found = found or token not in _EMPTY
    return round(done + part) if found else None


def _plain(token: str) -> float | None:
    """The value of one token: digits, a word below twenty, or a ten."""
    if token[0].isdigit():
        return float(token.replace(",", ""))
    return ONES.get(token, TENS.get(token))
