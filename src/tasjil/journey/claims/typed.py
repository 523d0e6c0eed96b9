"""The fields of a claim as a person types them, in a form or on the command line."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from enum import StrEnum
from json import JSONDecodeError, loads
from typing import Any

from tasjil.errors import BadValue
from tasjil.journey.case import Case
from tasjil.journey.claims.changes import Changes
from tasjil.journey.claims.codes import changes_from
from tasjil.model.acts import Act, Level, PerpetratorStance, Stance
from tasjil.model.causes import Cause
from tasjil.model.claim import Claim, Perpetrator, Teller, When
from tasjil.model.folding import fold
from tasjil.model.ids import PlaceId
from tasjil.model.persons import AgeGroup, Sex, Status, VictimGroup
from tasjil.model.places import Place, Where
from tasjil.model.quantity import Quantity
from tasjil.model.sources import SourceKind

BETWEEN = ";"
"""Stands between two names, two places or two tellers."""


def changes_typed(case: Case, claim: Claim, typed: Mapping[str, str]) -> Changes:
    """Read what a person typed into the fields of a claim.

    A quantity is 13, 11-13, 13+ or nothing; a time is EDTF; a place is an id or a name
    of the case's list, or else the words alone. A value that begins with a bracket is
    JSON of the whole field, in the form of `tasjil read --json`.

    Args:
        case: The case, whose places are looked up.
        claim: As it stands; what is not typed of a field stays.
        typed: By the name of the field; `FIELDS_TYPED` has them.

    Raises:
        BadValue: There is no such field, or its value cannot be.
    """
    given: dict[str, Any] = {}
    for name, text in typed.items():
        said = text.strip()
        if said[:1] in ("{", "["):
            given |= changes_from({name: _json(name, said)}).given
        elif name in VICTIM:
            own = given.get("victims", claim.victims)
            given["victims"] = replace(own, **{name: _victim(name, said)})
        elif name in READ:
            given[name] = READ[name](case, claim, said)
        else:
            known = ", ".join(FIELDS_TYPED)
            raise BadValue(f"expected a field of a claim ({known}), got {name!r}")
    return Changes(**given)


def place_typed(case: Case, text: str) -> Where:
    """Give a place by its id or one of its names; by the words alone where unlisted."""
    asked = fold(text)
    for place in case.places:
        if text == place.id or asked in map(fold, place.names):
            return _listed(case, place, text)
    return Where(text)


def quantity_typed(text: str, words: str | None) -> Quantity:
    """Read a number of people; empty where nothing is known.

    Args:
        text: 13, 11-13 or 13+.
        words: The words of the report that say it.

    Example:
        >>> quantity_typed("11-13", None)
        Quantity(low=11, high=13, text=None, unit=<Unit.PERSON: 'person'>)
        >>> quantity_typed("13+", None).high is None
        True
    """
    low, dash, high = text.partition("-")
    try:
        if not text:
            return Quantity(None, None, words)
        if text.endswith("+"):
            return Quantity(int(text[:-1]), None, words)
        return Quantity(int(low), int(high if dash else low), words)
    except ValueError as wrong:
        if isinstance(wrong, BadValue):
            raise
        raise BadValue(
            "expected a number of people as 13, 11-13 or 13+, got something else"
        ) from None


def _json(name: str, text: str) -> Any:
    try:
        return loads(text)
    except JSONDecodeError as wrong:
        raise BadValue(f"expected JSON for {name}, found {wrong.msg}") from None


def _listed(case: Case, place: Place, text: str) -> Where:
    parents = {each.id: each.parent for each in case.places}
    within: list[PlaceId] = []
    above = place.parent
    while above is not None and above not in within:
        within.append(above)
        above = parents.get(above)
    return Where(
        text,
        name=place.name,
        level=place.level,
        geonames=place.geonames,
        lat=place.lat,
        lon=place.lon,
        place=place.id,
        within=tuple(within),
    )


def _choice(name: str, kind: type[StrEnum], text: str) -> Any:
    try:
        return kind(text)
    except ValueError:
        raise BadValue(
            f"expected one of {', '.join(kind)} for {name}, got something else"
        ) from None


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(BETWEEN) if part.strip())


def _teller(text: str) -> Teller:
    words, _, kind = text.partition(":")
    chosen = _choice("attribution", SourceKind, kind.strip() or SourceKind.UNKNOWN)
    return Teller(words.strip(), chosen)


def _perpetrator(claim: Claim, text: str) -> Perpetrator:
    words, _, stance = text.partition(":")
    if not words.strip():
        return Perpetrator()
    before = claim.perpetrator.stance
    if before is PerpetratorStance.UNKNOWN:
        before = PerpetratorStance.NAMED
    told = stance.strip()
    chosen = _choice("perpetrator", PerpetratorStance, told) if told else before
    return Perpetrator(words.strip(), chosen)


def _yes(text: str) -> bool:
    if text not in ("yes", "no"):
        raise BadValue("expected yes or no for background, got something else")
    return text == "yes"


Read = Callable[[Case, Claim, str], Any]

READ: Mapping[str, Read] = {
    "act": lambda case, claim, text: _choice("act", Act, text),
    "level": lambda case, claim, text: _choice("level", Level, text),
    "stance": lambda case, claim, text: _choice("stance", Stance, text),
    "cause": lambda case, claim, text: _choice("cause", Cause, text),
    "quantity": lambda case, claim, text: replace(
        quantity_typed(text, claim.quantity.text), unit=claim.quantity.unit
    ),
    "when": lambda case, claim, text: When(text or None, claim.when.text),
    "where": lambda case, claim, text: tuple(
        place_typed(case, each) for each in _several(text)
    ),
    "perpetrator": lambda case, claim, text: _perpetrator(claim, text),
    "attribution": lambda case, claim, text: tuple(map(_teller, _several(text))),
    "group": lambda case, claim, text: text or None,
    "part_of": lambda case, claim, text: text or None,
    "background": lambda case, claim, text: _yes(text),
}

VICTIM = tuple(each.name for each in fields(VictimGroup) if each.name != "age_range")
"""Fields of the victims, each typed by itself."""

FIELDS_TYPED = (*READ, *VICTIM)

CHOICES: Mapping[str, type[StrEnum]] = {
    "sex": Sex,
    "age_group": AgeGroup,
    "status": Status,
}


def _victim(name: str, text: str) -> Any:
    if name in CHOICES:
        return _choice(name, CHOICES[name], text)
    if name in ("names", "communities"):
        return _several(text)
    if name != "age":
        return text or None
    if text and not text.isdecimal():
        raise BadValue("expected an age in years, got something else")
    return int(text) if text else None
