"""What records are called: the list's own number where it has one, else a count."""

from collections.abc import Container, Sequence

from tasjil.link.lists.plain import plain

_LONGEST = 24
_OF_THE_STATE = 8
"""Digits from which a number may be one of the state, which no id may hold."""


def own_numbers(
    cells: Sequence[str], not_persons: Container[int] = ()
) -> tuple[str, ...] | None:
    """Give the numbers that a list gives its own records; None where they will not do.

    They will do where each record has one, no two have the same, and they are not long
    enough to be numbers of the state, unless they count up.

    Args:
        cells: What stands under the header of record numbers, row by row.
        not_persons: Places of rows that tell of nobody; they are called by their row.

    Example:
        >>> own_numbers(["7", "٨", "9.0"])
        ('7', '8', '9')
        >>> own_numbers(["7", "7", "9"]) is None
        True
    """
    found: list[str] = []
    for at, cell in enumerate(cells):
        number = plain(cell).removesuffix(".0").upper()
        if not number and at in not_persons:
            number = f"-{at + 1}"
        if not _will_do(number):
            return None
        found.append(number)
    if len(set(found)) < len(found) or _of_the_state(found):
        return None
    return tuple(found)


def _will_do(number: str) -> bool:
    return (
        0 < len(number) <= _LONGEST
        and any(map(str.isdigit, number))
        and not any(c.isspace() or c == ":" for c in number)
    )


def _of_the_state(found: Sequence[str]) -> bool:
    long = [each for each in found if sum(map(str.isdigit, each)) >= _OF_THE_STATE]
    if len(long) < 0.5 * len(found):
        return False
    digits = sorted(int(each) for each in long if each.isascii() and each.isdigit())
    return not digits or digits[-1] - digits[0] > 20 * len(found) + 50
