"""Who: names of persons in an English text, and lists of them."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from tasjil.read.english.people.name_chains import Chain, PersonName, chains
from tasjil.read.english.people.name_evidence import Evidence, listed_beside, weigh
from tasjil.read.english.people.name_lists import name_lists
from tasjil.read.english.text.normalise import lowered as in_newspaper_case
from tasjil.read.found import Found
from tasjil.read.lowered import is_all_caps
from tasjil.read.name_words import SURNAMES

__all__ = ["PersonName", "find_names", "name_lists"]

_SURNAME = re.compile(rf"(\b[A-Z]\w+\s+)({'|'.join(sorted(SURNAMES))})\b")


def find_names(
    text: str,
    *,
    is_place: Callable[[str], bool] | None = None,
    hints: Sequence[tuple[int, int]] = (),
) -> list[Found[PersonName]]:
    """Names of persons in the text, in order, without overlaps.

    Titles are kept apart from the name, and so is the same name in Arabic script in
    brackets after it. A family name is never invented for children told by their
    given names.

    Args:
        text: The text, in any case.
        is_place: Says whether words are a place; the gazetteer's `knows`.
        hints: Spans another reader takes for persons (spaCy's PERSON).

    Example:
        >>> found = find_names("Dr. Anton Dravich and his wife Mira, 34, died.")
        >>> [(f.text, f.value.title) for f in found]
        [('Anton Dravich', 'Dr.'), ('Mira', None)]
    """
    cased = _with_surnames(in_newspaper_case(text)) if is_all_caps(text) else text
    listed = [found for each in name_lists(text) for found in each]
    evidence = Evidence(cased, is_place or _nowhere, hints)
    running = _outside(listed, chains(cased))
    weighed = [(chain, weigh(chain, evidence)) for chain in running]
    kept = [chain.found(text) for chain in listed_beside(weighed, evidence)]
    return sorted([*listed, *kept], key=lambda found: found.start)


def _with_surnames(cased: str) -> str:
    """Give a capital to a family name that is a word too: "Gerardo barrios"."""
    return _SURNAME.sub(lambda found: found[1] + found[2].title(), cased)


def _nowhere(words: str) -> bool:
    """What to ask where no gazetteer was given: nothing is known to be a place."""
    return False


def _outside(
    listed: Sequence[Found[PersonName]], found: Sequence[Chain]
) -> list[Chain]:
    """The chains that no name of a list overlaps."""
    starts = [each.start for each in listed]
    kept = []
    for chain in found:
        before = bisect_right(starts, chain.end) - 1
        if before < 0 or listed[before].end <= chain.start:
            kept.append(chain)
    return kept
