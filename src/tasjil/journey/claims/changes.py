"""What a person changes of a claim, and what they say in one of their own."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import Enum
from typing import Any, Final

from tasjil.errors import BadPassage, BadValue
from tasjil.model.acts import Act, Level, Stance
from tasjil.model.causes import Cause
from tasjil.model.claim import Claim, Perpetrator, Teller, When
from tasjil.model.persons import VictimGroup
from tasjil.model.places import Where
from tasjil.model.quantity import Quantity
from tasjil.model.report import Passage

Spans = Mapping[str, tuple[int, int]]


class Unchanged(Enum):
    """Stands for a field that stays; None is a value of some of them."""

    UNCHANGED = "unchanged"


UNCHANGED: Final = Unchanged.UNCHANGED


@dataclass(frozen=True, slots=True)
class Changes:
    """The fields of a claim that a person changes; all others stay as they are.

    Attributes:
        group: A group of the same report; None for one of its own.
        spans: Where the changed fields were read; those of unchanged fields stay.
    """

    act: Act | Unchanged = UNCHANGED
    level: Level | Unchanged = UNCHANGED
    passage: Passage | Unchanged = UNCHANGED
    group: str | None | Unchanged = UNCHANGED
    part_of: str | None | Unchanged = UNCHANGED
    quantity: Quantity | Unchanged = UNCHANGED
    victims: VictimGroup | Unchanged = UNCHANGED
    when: When | Unchanged = UNCHANGED
    where: tuple[Where, ...] | Unchanged = UNCHANGED
    cause: Cause | Unchanged = UNCHANGED
    perpetrator: Perpetrator | Unchanged = UNCHANGED
    attribution: tuple[Teller, ...] | Unchanged = UNCHANGED
    stance: Stance | Unchanged = UNCHANGED
    background: bool | Unchanged = UNCHANGED
    spans: Spans = field(default_factory=dict, hash=False)

    @property
    def given(self) -> dict[str, Any]:
        """The fields that are to change, without the spans.

        Example:
            >>> Changes(act=Act.INJURED).given
            {'act': <Act.INJURED: 'injured'>}
        """
        return {
            each.name: value
            for each in fields(self)
            if each.name != "spans"
            and (value := getattr(self, each.name)) is not UNCHANGED
        }


@dataclass(frozen=True, slots=True)
class NewClaim:
    """What a person reads in words of which no reader made a claim.

    Attributes:
        passage: The words, as they were selected.
        group: A group of the same report that tells of the same victims; None for one
            of its own.
        part_of: The group these victims are a part of.
    """

    act: Act
    level: Level
    passage: Passage
    group: str | None = None
    part_of: str | None = None
    quantity: Quantity = Quantity(None, None, None)
    victims: VictimGroup = VictimGroup()
    when: When = When()
    where: tuple[Where, ...] = ()
    cause: Cause = Cause.UNKNOWN
    perpetrator: Perpetrator = Perpetrator()
    attribution: tuple[Teller, ...] = ()
    stance: Stance = Stance.STATED
    background: bool = False
    spans: Spans = field(default_factory=dict, hash=False)


FIELDS = tuple(each.name for each in fields(Changes) if each.name != "spans")
"""What can be changed of a claim, in the order in which it is shown."""


def changed(claim: Claim, changes: Changes, own_group: str) -> Claim:
    """Give the claim with the changes.

    Args:
        claim: As it stands.
        changes: What is to change.
        own_group: What a group of its own is called.

    Raises:
        BadValue: Nothing changes, or what there would be cannot be.
        BadPassage: It would rest on other words altogether.
    """
    given = changes.given
    if given.get("group", "") is None:
        given["group"] = own_group
    new = {name: value for name, value in given.items() if value != _of(claim, name)}
    if not new:
        raise BadValue(
            "expected at least one field that changes, got the claim as it stands; to "
            "say that it is right, accept it"
        )
    passage = new.get("passage")
    if passage is not None and not _overlap(passage, claim.passage):
        raise BadPassage(
            "expected words that share some with those of the claim, got others; "
            "reject this claim, and add one on those words"
        )
    return replace(claim, **new, spans=_spans(claim, new, changes.spans))


def differing(one: Claim, other: Claim) -> tuple[str, ...]:
    """Name the fields in which two claims differ, in the order of `FIELDS`."""
    return tuple(name for name in FIELDS if _of(one, name) != _of(other, name))


def _of(claim: Claim, name: str) -> Any:
    return getattr(claim, name)


def _overlap(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end


def _spans(
    claim: Claim, new: Mapping[str, Any], given: Spans
) -> dict[str, tuple[int, int]]:
    """Keep where the unchanged fields were read, and say where the others were."""
    kept = {
        name: span
        for name, span in claim.spans.items()
        if not any(name.startswith(each) for each in new)
    }
    return {**kept, **given}
