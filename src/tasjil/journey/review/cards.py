"""Two records side by side, as they are laid out for a page."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tasjil.journey.linking.card import Card, Side
from tasjil.link.compare.name_words import Way, alignment_of, way
from tasjil.link.compare.sentences import Twin
from tasjil.link.names.name import Place
from tasjil.link.review.question import WhyAsked
from tasjil.model.ids import ClaimId
from tasjil.model.particulars import Particulars

MOST_OTHERS = 12
"""Other records of a person that a card lists."""


@dataclass(frozen=True, slots=True)
class SideTold:
    """One of the two records.

    Attributes:
        told: As it is compared.
        list: The list it stands on.
        cells: As it came, cell by cell under its headers; empty for a name in a report.
        passage: The words of the report that names the person.
        claim: The claim that gives the name; None for a row of a list.
        others: Other records held to tell of the same person.
        more: How many of those are not listed.
    """

    told: Particulars
    list: str
    cells: Mapping[str, str] = field(default_factory=dict)
    passage: str | None = None
    claim: ClaimId | None = None
    others: tuple[Particulars, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class NamePart:
    """Two parts of names that stand beside each other; None where one is missing."""

    place: Place
    way: Way
    one: str | None = None
    other: str | None = None


@dataclass(frozen=True, slots=True)
class ReasonTold:
    """One thing that speaks for one person, or for two, in both languages.

    Attributes:
        compared: What it is about: the columns that were compared.
        bits: How strongly, in bits; None where nobody weighed it.
    """

    said: Twin
    compared: tuple[str, ...]
    bits: float | None


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Two records that may tell of one person.

    Attributes:
        names: Their names part by part.
        whole: The sum of the reasons in a sentence.
        chance: How likely they are one person, given who stands together now.
        together: Whether they are held to be one now.
        why: Why this pair is asked about; None where a person chose it.
    """

    one: SideTold
    other: SideTold
    names: tuple[NamePart, ...]
    reasons: tuple[ReasonTold, ...]
    whole: Twin | None = None
    chance: float | None = None
    together: bool = False
    why: WhyAsked | None = None


def person_card(card: Card, claims: Mapping[str, ClaimId]) -> PersonCard:
    """Lay a question of the desk out for a page.

    Args:
        card: The question with all that is told of the two.
        claims: The claims in which names of reports stand, by record.
    """
    return PersonCard(
        _side(card.one, claims),
        _side(card.other, claims),
        name_parts(card.one.told, card.other.told),
        tuple(
            ReasonTold(each.said, each.compared, each.bits)
            for each in card.reasons.reasons
        ),
        card.reasons.whole,
        card.question.chance,
        card.question.together,
        card.question.why,
    )


def name_parts(one: Particulars, other: Particulars) -> tuple[NamePart, ...]:
    """Lay two names beside each other, part by part.

    Example:
        >>> one = Particulars("a:1", "a", name="Daren Iven Vell")
        >>> other = Particulars("b:1", "b", name="Daren Vell")
        >>> [(each.one, each.way.value) for each in name_parts(one, other)]
        [('Daren', 'spelled'), ('Iven', 'untold'), ('Vell', 'spelled')]
    """
    return tuple(
        NamePart(
            pair.place,
            way(pair),
            None if pair.left is None else pair.left.text,
            None if pair.right is None else pair.right.text,
        )
        for pair in alignment_of(one, other).pairs
    )


def _side(side: Side, claims: Mapping[str, ClaimId]) -> SideTold:
    return SideTold(
        side.told,
        side.told.list,
        dict(side.cells),
        side.passage,
        claims.get(side.told.record),
        side.others[:MOST_OTHERS],
        max(0, len(side.others) - MOST_OTHERS),
    )
