"""Lists that the field has agreed on: every value carries its definition.

The methods page, the help of the commands and the desks show these definitions, so
that nobody has to guess what "documented" or "geo-precision 3" means here.
"""

from enum import IntEnum, StrEnum
from typing import Self

from tasjil.errors import BadValue


class Defined(StrEnum):
    """A choice among words, each with its definition in a sentence or two.

    Example:
        >>> class Door(Defined):
        ...     OPEN = "open", "Anybody can walk in."
        >>> Door("open").definition
        'Anybody can walk in.'
        >>> Door.OPEN.value
        'open'
    """

    _value_: str
    definition: str

    def __new__(cls, value: str, definition: str = "") -> Self:
        """Make a member of its word, and keep the definition beside it."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.definition = _needed(value, definition)
        return member


class DefinedCode(IntEnum):
    """A choice among the numbered codes of a codebook, each with its definition.

    Example:
        >>> class Floor(DefinedCode):
        ...     GROUND = 0, "Level with the street."
        >>> Floor(0).definition
        'Level with the street.'
    """

    _value_: int
    definition: str

    def __new__(cls, value: int, definition: str = "") -> Self:
        """Make a member of its number, and keep the definition beside it."""
        member = int.__new__(cls, value)
        member._value_ = value
        member.definition = _needed(value, definition)
        return member


def definitions(kind: type[Defined] | type[DefinedCode]) -> dict[str, str]:
    """List the values of one list with their definitions, in the list's order.

    Example:
        >>> from tasjil.model.persons import AgeGroup
        >>> definitions(AgeGroup)["child"]
        'Under 18 years.'
    """
    return {str(member.value): member.definition for member in kind}


def _needed(value: str | int, definition: str) -> str:
    """Refuse a member without a definition while the list is being made."""
    if not definition.strip():
        raise BadValue(f"expected a definition for {value!r}, got none")
    return definition
