"""Second thoughts on a figure: "but the number is believed to be higher"."""

import re
from dataclasses import replace

from tasjil.model.acts import Stance
from tasjil.model.quantity import Quantity
from tasjil.read.drafts.draft import Draft, Part

_HIGHER = re.compile(
    r"\b(?:number|toll|figure|total|count|scale)s?\b[^.;]{0,60}?"
    r"\b(?P<doubt>believed|feared|likely|expected|thought|estimated|could|may|might)\b"
    r"[^.;]{0,40}?\b(?P<more>(?:(?:significantly|much|far|considerably|even)\s+)?"
    r"(?:higher|greater))\b",
    re.IGNORECASE,
)
_BELIEVES = re.compile(
    r"\b(?P<doubt>believes?|estimates?|fears?|thinks?)\s+(?:that\s+)?(?:the\s+)?"
    r"(?:real|true|actual)\s+(?:number|toll|figure|total|count)s?\b[^.;]{0,30}?"
    r"\b(?P<more>(?:(?:significantly|much|far|considerably|even)\s+)?"
    r"(?:higher|greater))\b",
    re.IGNORECASE,
)


def higher_than_told(sentence: str, told: Draft | None) -> tuple[Draft, slice] | None:
    """A claim that more were harmed than the figure told before; it has no number.

    The number verified stays the number told: "significantly higher" is no count, and
    what is read of it bounds nothing.

    Args:
        sentence: The words of the sentence.
        told: The last figure told, which this one goes beyond.

    Returns:
        The draft and where its words stand in the sentence; None for other words.
    """
    match = _HIGHER.search(sentence) or _BELIEVES.search(sentence)
    if match is None or told is None or told.quantity.highest_stated is None:
        return None
    beyond = Quantity(None, None, match["more"])
    feared = match["doubt"].lower() in ("feared", "expected", "fear", "fears")
    draft = replace(
        told,
        quantity=beyond,
        stance=Stance.FEARED if feared else Stance.ESTIMATED,
        part=Part.MAIN,
        goes_beyond=True,
        spans={k: v for k, v in told.spans.items() if k in ("act", "when")},
    )
    return draft, slice(*match.span("more"))
