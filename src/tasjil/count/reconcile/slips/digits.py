"""Numbers that differ as a slip of the pen would: digits swapped, dropped or wrong."""

from collections.abc import Iterator

from tasjil.model.defined import Defined


class Pen(Defined):
    """What a slip of the pen does to a number."""

    SWAPPED = "swapped", "Two neighbouring digits change places: 1,383 and 1,338."
    DROPPED = "dropped", "A digit is left out, or one is too many: 1,383 and 183."
    MISTYPED = "mistyped", "One digit is another: 1,383 and 1,883."


FEWEST_DIGITS = 2
"""Numbers of one digit differ by any slip from any other."""


def slips_of_the_pen(number: int) -> Iterator[tuple[int, Pen]]:
    """Give every number that one slip of the pen makes of this one.

    Example:
        >>> sorted(n for n, pen in slips_of_the_pen(138) if pen is Pen.SWAPPED)
        [183, 318]
        >>> sorted(n for n, pen in slips_of_the_pen(138) if n < 100)
        [13, 18, 38]
    """
    digits = str(number)
    if len(digits) < FEWEST_DIGITS:
        return
    seen = {number}
    for made, pen in (*_swapped(digits), *_dropped(digits), *_mistyped(digits)):
        found = int(made)
        if len(str(found)) == len(made) and found not in seen:
            seen.add(found)
            yield found, pen


def _swapped(digits: str) -> Iterator[tuple[str, Pen]]:
    for at in range(len(digits) - 1):
        made = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        yield made, Pen.SWAPPED


def _dropped(digits: str) -> Iterator[tuple[str, Pen]]:
    """Leave one digit out, or write one twice."""
    for at, digit in enumerate(digits):
        if len(digits) > FEWEST_DIGITS:
            yield digits[:at] + digits[at + 1 :], Pen.DROPPED
        yield digits[:at] + digit + digits[at:], Pen.DROPPED


def _mistyped(digits: str) -> Iterator[tuple[str, Pen]]:
    for at in range(len(digits)):
        for other in "0123456789":
            yield digits[:at] + other + digits[at + 1 :], Pen.MISTYPED
