"""Spellings of one name that no rule finds: Mohd for Muhammad, Jaafar for Gaafar."""

from tasjil.link.names.arabic import arabic_choices, folded_arabic
from tasjil.link.names.sounds import Sound, joined, merged, readings
from tasjil.link.names.tables import table


def same_name(plain: str) -> tuple[Sound, ...] | None:
    """Give what a name sounds like that is known under this folded spelling.

    Example:
        >>> same_name("mohd") == same_name("محمد")
        True
    """
    return _KNOWN.get(plain)


def _known() -> dict[str, tuple[Sound, ...]]:
    """Read the table: a name in Arabic letters, then folded spellings of it."""
    known: dict[str, tuple[Sound, ...]] = {}
    for name, spellings in table("same_names.txt").items():
        words = name.split()
        own = joined([merged(readings(arabic_choices(word))) for word in words])
        for spelling in ["".join(map(folded_arabic, words)), *spellings]:
            known[spelling] = merged((*known.get(spelling, ()), *own))
    return known


_KNOWN = _known()
