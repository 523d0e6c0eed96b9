"""How many people an English text tells of, with the bound it puts on the number."""

import re
from collections.abc import Mapping

from tasjil.model.quantity import Quantity
from tasjil.model.scope import Codebook
from tasjil.read.english.number_words import CARDINAL, number
from tasjil.read.found import Found

_FIRST = re.compile(
    rf"\b(?P<bound>at least |more than |over |up to )?(?P<number>{CARDINAL})",
    re.IGNORECASE,
)


def find_quantities(
    text: str, vague: Mapping[str, int] | None = None
) -> list[Found[Quantity]]:
    """Every number of people in the text, in order, without overlaps."""
    found = []
    for match in _FIRST.finditer(text):
        value = number(match["number"].lower())
        if value is None:
            continue
        bound = (match["bound"] or "").strip().lower()
        low: int | None = value + 1 if bound in ("more than", "over") else value
        high = None if bound in ("at least", "more than", "over") else value
        low = None if bound == "up to" else low
        quantity = Quantity(low, high, match[0])
        found.append(Found.at(text, match.start(), match.end(), quantity))
    return found


def quantity_of_noun_phrase(
    text: str, vague: Mapping[str, int] | None = None
) -> Quantity | None:
    """How many people a noun phrase stands for; None where it tells of no people."""
    found = find_quantities(text, vague or Codebook().vague)
    return found[0].value if found else None
