"""Somebody whom a name in the wrong hands would endanger: known by reference alone."""

import re
from dataclasses import dataclass

from tasjil.errors import BadValue
from tasjil.model.defined import Defined
from tasjil.model.folding import fold
from tasjil.model.ids import Reference

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: no i, l, o or u, so that it can be read out over a bad line."""

WRITTEN = re.compile(f"p-[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}")


class IdentityKind(Defined):
    """Who it is that the sealed box protects."""

    WITNESS = "witness", "Somebody who saw it, and told."
    SOURCE = "source", "Somebody who passed on what others saw, and is at risk for it."
    RELATIVE = "relative", "Family of a victim, who told or can be reached."
    VICTIM = "victim", "A victim whose name the family asked to keep back."
    OTHER = "other", "Anybody else whom a name could harm: a driver, a medic, a host."


@dataclass(frozen=True, slots=True)
class Identity:
    """What the sealed box holds of one person, and nothing else in the register does.

    Attributes:
        names: Every name, as written.
        contacts: How to reach the person safely: a number, an address, a go-between.
        notes: What else could tell who it is, or has to be known to keep them safe:
            conditions in the person's own words, the interpreter, a safe hour to call.
    """

    kind: IdentityKind
    names: str
    contacts: str = ""
    notes: str = ""

    def __post_init__(self) -> None:
        """Refuse somebody of whom nothing is known."""
        if not (self.names.strip() or self.contacts.strip() or self.notes.strip()):
            raise BadValue(
                "expected a name, a contact or a note to seal, got nothing; type at "
                "least one line"
            )

    def is_named_in(self, text: str) -> bool:
        """Tell whether a word of a name stands in a text, however it is spelled.

        Example:
            >>> somebody = Identity(IdentityKind.WITNESS, "Daren al-Vell")
            >>> somebody.is_named_in("Mrs VELL asked for it")
            True
            >>> somebody.is_named_in("the court asked for it")
            False
        """
        said = frozenset(fold(text).split())
        return any(len(word) > 2 and word in said for word in fold(self.names).split())


def reference_of(number: int) -> Reference:
    """Write a number of 40 bits as a reference that can be spoken and says nothing.

    Example:
        >>> reference_of(0x3A5F00C1D2)
        'p-79fg-1gej'
    """
    if not 0 <= number < 1 << 40:
        raise BadValue("expected a number of 40 bits, got another; draw it again")
    letters = "".join(ALPHABET[number >> shift & 31] for shift in range(35, -1, -5))
    return Reference(f"p-{letters[:4]}-{letters[4:]}")


def spoken(text: str) -> Reference:
    """Read a reference as somebody typed or heard it.

    Raises:
        BadValue: It is none; what was typed is not repeated, it may be a name.

    Example:
        >>> spoken("P-79FG-IGEJ")
        'p-79fg-1gej'
    """
    head, _, rest = text.strip().lower().partition("-")
    heard = rest.replace("i", "1").replace("l", "1").replace("o", "0")
    if not WRITTEN.fullmatch(f"{head}-{heard}"):
        raise BadValue(
            "expected a reference such as p-7k3q-m2xd, got something else; `tasjil "
            "box CASE` lists them"
        )
    return Reference(f"{head}-{heard}")
