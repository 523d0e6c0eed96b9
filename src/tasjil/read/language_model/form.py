"""The form of an answer: what a language model may say of a report, and no more."""

from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from tasjil.model.acts import Act, Level, PerpetratorStance, Stance
from tasjil.model.causes import Cause
from tasjil.model.persons import Sex, Status
from tasjil.model.quantity import Unit
from tasjil.model.sources import SourceKind

Words = Annotated[str, Meta(min_length=1, max_length=300)]
Quote = Annotated[str, Meta(min_length=1, max_length=4_000)]
Count = Annotated[int, Meta(ge=0, le=100_000_000)]
Years = Annotated[int, Meta(ge=0, le=130)]
Label = Annotated[str, Meta(min_length=1, max_length=40)]
Few = Annotated[list[Words], Meta(max_length=300)]


class ToldNumber(Struct, frozen=True):
    """How many, as the model read it."""

    text: Words | None = None
    low: Count | None = None
    high: Count | None = None
    unit: Unit = Unit.PERSON


class ToldVictims(Struct, frozen=True):
    """Who was harmed, as the model read it."""

    text: Words | None = None
    names: Few = []
    age: Years | None = None
    sex: Sex = Sex.UNKNOWN
    status: Status = Status.UNKNOWN
    communities: Few = []
    relation: Words | None = None


class ToldTime(Struct, frozen=True):
    """When, as the model read it."""

    text: Words | None = None
    edtf: Words | None = None


class ToldPerpetrator(Struct, frozen=True):
    """Who is said to have done it, as the model read it."""

    text: Words | None = None
    stance: PerpetratorStance = PerpetratorStance.UNKNOWN


class ToldTeller(Struct, frozen=True):
    """One who tells, as the model read it."""

    text: Words
    kind: SourceKind = SourceKind.UNKNOWN


class ToldClaim(Struct, frozen=True):
    """One claim as the model read it; nothing in it is believed yet."""

    quote: Quote
    act: Act
    level: Level
    number: ToldNumber = ToldNumber()
    victims: ToldVictims = ToldVictims()
    when: ToldTime = ToldTime()
    where: Few = []
    cause: Cause = Cause.UNKNOWN
    perpetrator: ToldPerpetrator = ToldPerpetrator()
    tellers: list[ToldTeller] = []
    stance: Stance = Stance.STATED
    background: bool = False
    group: Label | None = None
    part_of: Label | None = None


class Told(Struct, frozen=True):
    """All that is said of one piece of a report."""

    claims: list[ToldClaim]


_NOT_FOR_ENDPOINTS = frozenset(
    ("default", "title", "description", "maxLength", "minLength", "maxItems")
) | frozenset(("minimum", "maximum"))


def schema() -> dict[str, Any]:
    """The form as JSON Schema, as endpoints take it: closed, every field required.

    Example:
        >>> form = schema()
        >>> sorted(form["$defs"]["ToldTime"]["properties"])
        ['edtf', 'text']
        >>> form["$defs"]["ToldTime"]["additionalProperties"]
        False
    """
    (whole,), parts = msgspec.json.schema_components(
        [Told], ref_template="#/$defs/{name}"
    )
    told = parts.pop("Told")
    assert whole == {"$ref": "#/$defs/Told"}
    closed: dict[str, Any] = _closed({**told, "$defs": parts})
    return closed


def _closed(node: Any) -> Any:
    """A schema without what endpoints refuse; its objects closed."""
    if isinstance(node, list):
        return [_closed(each) for each in node]
    if not isinstance(node, dict):
        return node
    kept = {k: _closed(v) for k, v in node.items() if k not in _NOT_FOR_ENDPOINTS}
    if "enum" in kept:
        kept["type"] = "string"
    fields = node.get("properties")
    if isinstance(fields, dict) and node.get("type") == "object":
        # Fields may be called as what is left out above: take them by their names.
        kept["properties"] = {name: _closed(each) for name, each in fields.items()}
        kept["required"] = list(fields)
        kept["additionalProperties"] = False
    return kept
