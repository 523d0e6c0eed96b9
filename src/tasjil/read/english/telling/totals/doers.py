"""Whose doing a number was, in the words beside it: "445 by armed groups"."""

import re

from tasjil.read.english.text.lexicon import words

_STOP = (
    r"(?=\s*(?:[,;:.()–—\"”]|$)|\s+(?:and|while|with|in|on|at|between|since|during|over|"
    r"from|across|including|who|which|that|according|as|of\s+whom)\b(?!\s+(?:allied|"
    r"affiliated|aligned|linked|associated|other\s+armed|their\s+allies|its\s+allies|"
    r"allied|[a-z]+\s+ministr(?:y|ies))\b)|\s+[0-9])"
)
_LEAD = (
    r"(?:\s+(?:of\s+(?:them|these|those|whom|the\s+[a-z]+)|[a-z][\w'’-]*)){0,7}?"
    r"\s+(?:by|at\s+the\s+hands\s+of|(?:are\s+|were\s+|was\s+)?attributed\s+to|"
    r"blamed\s+on)\s+"
)
_BEHIND = re.compile(rf"{_LEAD}(?P<who>(?:[\w'’-]+\s+){{0,9}}?[\w'’-]+?){_STOP}")
_IN_FRONT = re.compile(
    r"(?:^|[.;,:]\s+(?:and\s+|while\s+)?|\b(?:and|while|that)\s+)"
    r"(?P<who>(?:[\w'’-]+\s+){0,9}?[\w'’-]+)\s+(?:(?:was|were|is|are)\s+(?:held\s+)?"
    r"responsible\s+for|(?:have\s+|had\s+|has\s+)?(?:killed|executed|shot|murdered|"
    r"arrested|detained|abducted)|carried\s+out|accounted\s+for)\s+"
    r"(?:at\s+least\s+|the\s+(?:other|remaining)\s+|about\s+|some\s+|another\s+)*$"
)
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_STAFF = frozenset(["members", "personnel", "elements", "officers"])
_ARMED = frozenset(
    ["ministry", "ministries", "security", "army", "police", "defence", "interior"]
)
_BODIES = words("grammar", "perpetrators_bodies")


def doer_behind(text: str, end: int) -> tuple[int, int] | None:
    """Where the doer stands behind a number that ends there; None for no doer.

    Example:
        >>> text = "445 people by armed groups linked to it, and 889 by forces."
        >>> start, end = doer_behind(text, 3)
        >>> text[start:end]
        'armed groups linked to it'
    """
    match = _BEHIND.match(text, end)
    return None if match is None else _doer(match)


def doer_in_front(text: str, start: int) -> tuple[int, int] | None:
    """Where the doer stands in front of a number: "forces killed 390"."""
    match = _IN_FRONT.search(text[:start])
    return None if match is None else _doer(match)


def _doer(match: re.Match[str]) -> tuple[int, int] | None:
    """The doer's words, where one of them can do harm."""
    said = {word.lower() for word in _WORD.findall(match["who"])}
    known = said & (words("grammar", "totals_doers") | _BODIES)
    known = known or (said & _STAFF and said & _ARMED)
    return match.span("who") if known else None
