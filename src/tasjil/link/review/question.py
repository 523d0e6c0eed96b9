"""One pair put before a person, and why this one."""

from dataclasses import dataclass

from tasjil.model.defined import Defined


class WhyAsked(Defined):
    """Why a pair is asked about before others."""

    DOUBTFUL = (
        "doubtful",
        "It may well turn out otherwise than it stands, and persons change with it.",
    )
    RARE = (
        "rare",
        "It may turn out otherwise, and few persons are on just these lists: one more "
        "or one less changes the table of overlaps most.",
    )
    LIKE_MANY = (
        "like many",
        "Many doubtful pairs look like this one, and nobody has answered one yet.",
    )
    CHECK = (
        "check",
        "Drawn by chance among pairs that seem sure, to see whether they are.",
    )


@dataclass(frozen=True, slots=True)
class Question:
    """A pair to ask about.

    Attributes:
        pair: Its position among the pairs.
        left: Position of one record.
        right: Position of the other.
        together: Whether the two are held to be one person now.
        chance: That they are one person, given who stands together now.
        value: What an answer is expected to change; the greatest is asked first.
        why: Why this one.
    """

    pair: int
    left: int
    right: int
    together: bool
    chance: float
    value: float
    why: WhyAsked
