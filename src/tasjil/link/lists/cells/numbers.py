"""Numbers that somebody was given: identity cards, passports, files."""

import re
from dataclasses import dataclass

from tasjil.link.lists.cells.unread import Unread
from tasjil.link.lists.plain import NOTHING, plain
from tasjil.model.defined import Defined


class CheckDigit(Defined):
    """How the last digit of a number is worked out from those before it."""

    NONE = "none", "No scheme is known; any number may be right."
    LUHN = "luhn", "ISO/IEC 7812: doubled in turn; identity cards of nine digits."
    TURKISH = "turkish", "The two check digits of an identity number of eleven digits."


@dataclass(frozen=True, slots=True)
class NumberRules:
    """What is peculiar to one column of numbers.

    Attributes:
        length: Digits that nearly all have; a shorter one lost its leading zeros.
        check: The scheme that nearly all fit, so that one that does not is a slip.
        fillers: Numbers that too many rows share to be anybody's.
    """

    length: int | None = None
    check: CheckDigit = CheckDigit.NONE
    fillers: frozenset[str] = frozenset()


ANY = NumberRules()

_APART = re.compile(r"[\s\-_./\\،,:#'()]+")
_SCIENTIFIC = re.compile(r"(\d)[.,]?(\d*)e\+?(\d{1,2})")
_LABEL = re.compile(
    r"^(?:id|no|nr|n°|number|num|passport|pass|رقم|هويه|الهويه|جواز|بطاقه)\b[\s.:#°]*"
)
_SHORTEST = 3


def read_number(text: str, rules: NumberRules = ANY) -> str | Unread:
    """Read a number as it is compared: capital letters and digits, nothing between.

    Example:
        >>> read_number("٦٥٨-٥٣٤ ٨٠٥"), read_number("658534805.0")
        ('658534805', '658534805')
        >>> read_number("4.1E+08").value, read_number("999999999").value
        ('unreadable', 'empty')
    """
    if text.isdigit() and text.isascii():
        bare = text
    else:
        found = _written_out(text)
        if isinstance(found, Unread):
            return found
        bare = found
    if rules.length is not None and bare.isdigit():
        bare = bare if len(bare) < rules.length - 2 else bare.zfill(rules.length)
    if bare in rules.fillers or is_filler(bare):
        return Unread.EMPTY
    if len(bare) < _SHORTEST and rules.length is not None:
        return Unread.UNREADABLE
    if not fits(bare, rules.check):
        return Unread.AT_ODDS
    return bare


def _written_out(text: str) -> str | Unread:
    """Take out what people and spreadsheets put around a number."""
    folded = plain(text)
    if folded in NOTHING:
        return Unread.EMPTY
    folded = _LABEL.sub("", folded.lstrip("'\"="))
    if short := _SCIENTIFIC.fullmatch(folded):
        # 4.1E+08 is a number that a spreadsheet cut: its other digits are lost.
        digits, power = short[1] + short[2], int(short[3])
        if len(digits) != power + 1:
            return Unread.UNREADABLE
        return digits
    folded = re.sub(r"^(\d+)[.,]0+$", r"\1", folded)
    bare = _APART.sub("", folded).upper()
    if not bare or not any(c.isdigit() for c in bare) or not bare.isalnum():
        return Unread.UNREADABLE
    return bare


def is_filler(bare: str) -> bool:
    """Tell whether a number is typed for want of one: 000000000, 123456789.

    Example:
        >>> [is_filler(each) for each in ("0", "111111111", "123456789", "658534805")]
        [True, True, True, False]
    """
    if len(bare) < 4:
        return not bare.strip("0")
    if len(set(bare)) == 1:
        return True
    return bare in "0123456789012345" or bare in "9876543210987654"


def fits(bare: str, check: CheckDigit) -> bool:
    """Tell whether the check digit is right; True where no scheme is known.

    Example:
        >>> fits("18", CheckDigit.LUHN), fits("19", CheckDigit.LUHN)
        (True, False)
    """
    if check is CheckDigit.NONE:
        return True
    if not bare.isdigit():
        return False
    if check is CheckDigit.LUHN:
        return _luhn(bare)
    return _turkish(bare)


def _luhn(bare: str) -> bool:
    doubled = (int(digit) * (1 + at % 2) for at, digit in enumerate(reversed(bare)))
    return sum(each - 9 if each > 9 else each for each in doubled) % 10 == 0


def _turkish(bare: str) -> bool:
    if len(bare) != 11 or bare[0] == "0":
        return False
    digits = list(map(int, bare))
    tenth = (7 * sum(digits[0:9:2]) - sum(digits[1:8:2])) % 10
    return digits[9] == tenth and digits[10] == sum(digits[:10]) % 10
