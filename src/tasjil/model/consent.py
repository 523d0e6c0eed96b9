"""What a person agreed to, and whether what they told may be shown to the world."""

from collections.abc import Iterable
from dataclasses import dataclass

from tasjil.errors import BadValue
from tasjil.model.edtf import Edtf
from tasjil.model.ids import Reference
from tasjil.model.standards.consent import ConsentMeans, ConsentUse

SHOWS_WORDS = frozenset({ConsentUse.ANONYMISED, ConsentUse.NAME, ConsentUse.MEDIA})
"""Uses under which the words of a report may stand on a public page."""


@dataclass(frozen=True, slots=True)
class Consent:
    """What one person allowed; consent to one use is not consent to another.

    Nothing here may name anybody: it stands in the log for good. Conditions in the
    person's own words, the interpreter's name and the safe channel stand in the box.

    Attributes:
        who: The person's reference in the sealed box.
        uses: What was allowed; empty where the person was asked and allowed nothing.
        when: The day it was given, EDTF.
        language: Two-letter code (ISO 639-1) of the language it was asked in.
        interpreter: True where somebody interpreted.
        conditions: True where conditions stand in the box: open it before any use.
        recontact: True where the person may be contacted again, as the box says.
        withdrawn: True from the day the person took it back.
    """

    who: Reference
    uses: tuple[ConsentUse, ...]
    how: ConsentMeans
    when: str
    language: str
    interpreter: bool = False
    conditions: bool = False
    recontact: bool = False
    withdrawn: bool = False

    def __post_init__(self) -> None:
        """Refuse a day that is none, a language that is none, and a use said twice."""
        Edtf.parse(self.when)
        if not (len(self.language) in (2, 3) and self.language.isalpha()):
            raise BadValue(
                "expected the code of a language such as ar or en, got something else"
            )
        if len(set(self.uses)) < len(self.uses):
            raise BadValue("expected each use once, got one twice")

    def allows(self, use: ConsentUse) -> bool:
        """Tell whether this use is allowed now."""
        return use in self.uses and not self.withdrawn


def shows_words(consents: Iterable[Consent]) -> bool:
    """Tell whether a person's words may be published under what they agreed to last.

    Args:
        consents: All of one person's, oldest first.

    Example:
        >>> shows_words([])
        False
    """
    last = next(iter(reversed(list(consents))), None)
    return last is not None and any(last.allows(use) for use in SHOWS_WORDS)
