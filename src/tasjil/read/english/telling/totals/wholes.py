"""Totals told behind their parts: "put the total at 702", "690 dead in all"."""

import re

from tasjil.model.acts import Act

_LEADS = re.compile(
    r"\b(?:put|puts|putting|bring|brings|bringing|brought|making|gives?|giving|for|of|"
    r"is|was|stands?|stood|to)\s+(?:the\s+|its\s+|an?\s+)?(?:overall\s+|combined\s+|grand\s+|"
    r"documented\s+)?(?:total|toll|death\s+toll)(?:\s+(?:number\s+)?(?:of\s+)?"
    r"(?:the\s+)?(?:dead|deaths|killed|victims))?\s*(?:at|to|of|is|was|:)\s+"
    r"(?:at\s+least\s+|about\s+|some\s+)?$"
    r"|(?:^|[.;]\s*)(?:the\s+)?(?:total|in\s+all|altogether)\b[^.;0-9]{0,30}$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s+(?:people\s+|dead\s+|deaths\s+|killed\s+|victims\s+){0,2}"
    r"(?:in\s+all|in\s+total|altogether|overall)\b",
    re.IGNORECASE,
)


_NAMED = re.compile(
    r"\bthe\s+(?P<who>wounded|injured|missing|arrested|detained|detainees|abducted|displaced)"
    r",?\s+(?:some|about|at\s+least)?\s*$",
    re.IGNORECASE,
)
_ACTS = {
    "wounded": Act.INJURED,
    "injured": Act.INJURED,
    "missing": Act.MISSING,
    "abducted": Act.ABDUCTED,
    "displaced": Act.DISPLACED,
}


def act_before(text: str, start: int) -> Act | None:
    """What was done to those counted: "the wounded, 15 in all"; None for the dead.

    Example:
        >>> act_before("The wounded, 15 in all, were taken away.", 13).value
        'injured'
    """
    match = _NAMED.search(text[:start])
    return None if match is None else _ACTS.get(match["who"].lower(), Act.DETAINED)


def is_whole(text: str, start: int, end: int) -> bool:
    """True where the words around a number say that it is the whole.

    Example:
        >>> told = "The Network put the total at 702."
        >>> is_whole(told, 29, 32)
        True
    """
    return bool(_LEADS.search(text[:start]) or _BEHIND.match(text, end))
