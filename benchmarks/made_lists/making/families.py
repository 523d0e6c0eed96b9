"""The families of Lumenia: built from roots, so that no real family is meant.

A family's rank decides how many bear its name: few names hold many, most hold few.
"""

from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent
PATTERNS = (
    "al-{0}a{1}{1}A{2}",
    "al-{0}A{1}i{2}",
    "{0}a{1}{1}U{2}",
    "al-{0}u{1}ay{2}I",
    "{0}a{1}{2}An",
    "al-{0}a{1}{2}AwI",
    "{0}A{1}U{2}",
    "al-{0}i{1}A{2}I",
    "abu_{0}a{1}{2}@",
    "al-{0}a{1}A{2}n@",
    "{0}u{1}ay{2}",
)


def families(land: tuple[str, ...] = ()) -> list[str]:
    """Give every family of Lumenia, the most borne first.

    Args:
        land: Names of towns, one letter a sound; each gives the family "of that town".

    Example:
        >>> len(families()) > 500
        True
    """
    built = [p.format(*root) for root in _words("roots") for p in PATTERNS]
    built += [f"al-{town}I" for town in land] + _words("foreign_families")
    return sorted(set(built), key=lambda name: sha256(name.encode()).digest())


def given(which: str) -> list[str]:
    """Give the given names of "men" or "women", the most borne first."""
    return _words(which)


def _words(table: str) -> list[str]:
    return (HERE / f"{table}.txt").read_text(encoding="ascii").split()
