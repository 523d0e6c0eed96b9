"""Totals told behind their parts: "put the total at 702", "690 dead in all"."""

import re

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


def is_whole(text: str, start: int, end: int) -> bool:
    """True where the words around a number say that it is the whole.

    Example:
        >>> told = "The Network put the total at 702."
        >>> is_whole(told, 29, 32)
        True
    """
    return bool(_LEADS.search(text[:start]) or _BEHIND.match(text, end))
