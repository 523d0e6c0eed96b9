"""Places in the wild: "village, district" in one cell, "near X", "district of Y"."""

import re
from collections.abc import Iterable

from tasjil.link.lists.cells.unread import Unread
from tasjil.link.lists.plain import seen, tells_nothing, words_of

_BETWEEN = re.compile(
    r"\s*[,،;؛|\n]\s*|\s+[-–—]+\s+|(?<=[^\W\d])\s*[/\\]\s*(?=[^\W\d])|\s*[()\[\]]\s*"
    r"|\s+(?:في|قرب|بالقرب من|near|in|at|outside|près de)\s+",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^(?:(?:في|قرب|بالقرب من|near|in|at|outside|the|près de)\s+)+", re.IGNORECASE
)
_KIND = re.compile(
    r"^(?:(?:منطقة|محافظة|قضاء|ناحية|مدينة|بلدة|قرية|ولاية"
    r"|(?:governorate|province|district|subdistrict|city|town|village)\s+of"
    r"|(?:ville|village|province|gouvernorat)\s+(?:de\s+|d['’]))\s*(?<=\s)"
    r")(?=\S)|(?<=\S)\s+(?:governorate|province|district|subdistrict)$",
    re.IGNORECASE,
)
_ENOUGH = 20
"""Cells of two places that have to be there before their order is believed."""


def read_places(cell: str, *, wide_first: bool = False) -> tuple[str, ...] | Unread:
    """Read the places a cell names, the finest first, without words for their kind.

    Args:
        cell: As it came.
        wide_first: The list writes the wider place before the finer.

    Example:
        >>> read_places("Kesarun, Hodunt"), read_places("منطقة دورار")
        (('Kesarun', 'Hodunt'), ('دورار',))
        >>> read_places("Hodunt - Kesarun", wide_first=True)
        ('Kesarun', 'Hodunt')
        >>> read_places("a mill near Ain-Talmin"), read_places("Ain Doroni")
        (('a mill', 'Ain-Talmin'), ('Ain Doroni',))
    """
    found = _pieces(cell)
    if not found:
        return Unread.EMPTY
    return tuple(reversed(found)) if wide_first else tuple(found)


def _pieces(cell: str) -> list[str]:
    pieces = (
        _KIND.sub("", _BEFORE.sub("", each.strip(" .:"))).strip()
        for each in _BETWEEN.split(seen(cell))
        if each
    )
    return list(dict.fromkeys(each for each in pieces if not tells_nothing(each)))


def written_wide_first(cells: Iterable[str]) -> bool:
    """Tell whether a column writes the wider place first: there are fewer of those.

    Example:
        >>> written_wide_first(f"Hodunt - Village {n}" for n in range(30))
        True
        >>> written_wide_first(f"Village {n}, Hodunt" for n in range(30))
        False
    """
    both = [each for each in map(_pieces, cells) if len(each) > 1]
    if len(both) < _ENOUGH:
        return False
    first, last = ({words_of(each[at]) for each in both} for at in (0, -1))
    return 2 * len(first) < len(last)
