"""Tellers the parse does not tie to what they tell: "as counted by the monitor"."""

import re
from collections.abc import Iterator

from tasjil.model.sources import SourceKind
from tasjil.read.english.tellers.attribution import Told, kind_of

_CAPITAL = r"[A-Z][\w'’-]*"
_NAME = (
    rf"(?:[Tt]he\s+)?{_CAPITAL}(?:\s+(?:(?:of|for|the|and)\s+){{0,2}}{_CAPITAL}){{0,5}}"
)
_NOUN = (
    r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|his|her|one)\s+[a-z'’]+(?:\s+[a-z]+){0,2}?"
    r"(?:\s+(?:of|at|in)\s+the\s+[a-z]+)?"
)
_SEVERAL = (
    r"(?:[A-Z]?[a-z]+\s+){0,2}(?:elders|leaders|officials|residents|activists|doctors|medics|"
    r"groups|villagers|survivors|authorities|relatives|monitors|rebels|organi[sz]ations)"
)
_WHO = rf"(?P<who>{_NAME}|{_NOUN}|{_SEVERAL})"
_SAYS = (
    r"(?:said|says|added|adds|reported|reports|wrote|writes|announced|told\s+\w+|"
    r"recalled|recalls|explained|stated|insisted|confirmed|estimated)"
)
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[,”\"’]\s+{_SAYS}\s+{_WHO}(?=[,.;:]|\s+(?:on|in|at|by)\s|\s*$)",
        rf"[,”\"’]\s+(?P<who>he|she|they|it)\s+{_SAYS}(?=[,.;:]|\s|$)",
        rf"[,”\"’]\s+{_WHO}\s+(?:has\s+|had\s+)?{_SAYS}(?=[,.;:]|\s+(?:on|in|at|by)\s|\s*$)",
        r"\b(?:counted|recorded|documented|registered|listed|gathered|compiled|published|"
        rf"released)\s+by\s+{_WHO}",
        rf"\b{_WHO}[’']s\s+(?:own\s+)?(?:[a-z]+\s+)?(?:count|tally|toll|figures?|register|"
        r"records?|list|database|bulletin)\b",
        rf"(?:^|[.;,]\s+)(?P<who>{_NAME}|{_NOUN}|{_SEVERAL})\s+(?:speaks?|spoke|counts|counted|puts?|"
        r"lists|listed|acknowledges|(?:has\s+)?acknowledged|admits|admitted)\b",
        rf"^(?:[Aa]s|[Aa]ccording\s+to)\s+{_WHO}",
    )
)
_GIVES = re.compile(
    rf"(?:^|[.;,]\s+|\b(?:while|and|but|whereas)\s+){_WHO}\s+(?:has\s+|had\s+)?"
    rf"{_SAYS}\s+(?:that\s+)?(?:it\s+was\s+|there\s+were\s+)?$"
)
_LABEL = re.compile(rf"^(?P<who>{_NAME}):\s+\S")
_WINDOW = 400


def told_aside(text: str, at: int) -> Iterator[Told]:
    """Those whom a clause of its own names as tellers, the nearest to `at` first.

    Example:
        >>> text = "In the raid, said the ministry, four men were killed."
        >>> [told.text for told in told_aside(text, text.find("killed"))]
        ['the ministry']
    """
    found: dict[tuple[int, int], Told] = {}
    for pattern in _PATTERNS:
        for match in pattern.finditer(text, max(0, at - _WINDOW), at + _WINDOW):
            who = match["who"]
            start, end = match.span("who")
            pronoun = who in ("he", "she", "they", "it")
            if start <= at < end or not (pronoun or _tells(who)):
                continue
            found.setdefault((start, end), Told(who, start, end, pronoun))
    label = _LABEL.match(text)
    if label is not None and _heads(label["who"]):
        start, end = label.span("who")
        found.setdefault((start, end), Told(label["who"], start, end))
    yield from sorted(found.values(), key=lambda t: abs(t.start - at))[:1]


def told_right_before(text: str, at: int) -> Told | None:
    """Who gives the figure at `at`, in the words before it: "; the army said three".

    Example:
        >>> text = "Police said two died; the army said three."
        >>> told_right_before(text, text.find("three")).text
        'the army'
    """
    match = _GIVES.search(text[max(0, at - _WINDOW) : at])
    if match is None or not _tells(match["who"]):
        return None
    end = at - (len(match[0]) - match.end("who") + match.start())
    return Told(match["who"], end - len(match["who"]), end)


_BODIES = frozenset(
    [
        "force",
        "forces",
        "side",
        "group",
        "organisation",
        "organization",
        "centre",
        "bulletin",
    ]
)
_HEADING = frozenset(
    [SourceKind.MONITOR, SourceKind.UN, SourceKind.GOVERNMENT, SourceKind.MEDIA]
) | {SourceKind.NGO, SourceKind.PARTY, SourceKind.WITNESS}


def _heads(label: str) -> bool:
    """True for "Observatory: 11 dead"; a hospital's name may head its own number."""
    forces = any(word in label.lower() for word in ("police", "army", "military"))
    return forces or kind_of(label, {}) in _HEADING


def _tells(who: str) -> bool:
    """True for a named teller, or a noun for one that tells by its kind."""
    words = who.split()
    named = any(w[0].isupper() for w in words if w not in ("The",))
    return named or words[-1] in _BODIES or kind_of(who, {}) is not SourceKind.UNKNOWN
