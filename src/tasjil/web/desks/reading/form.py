"""The form of a claim: its fields as they stand, and what a person wrote in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from tasjil.errors import BadValue
from tasjil.journey.case import Case
from tasjil.journey.claims.places import where_told
from tasjil.model.acts import Act, Level, PerpetratorStance, Stance
from tasjil.model.causes import Cause
from tasjil.model.claim import Claim, Perpetrator, Teller, When
from tasjil.model.defined import Defined
from tasjil.model.persons import AgeGroup, AgeRange, Sex, Status, VictimGroup
from tasjil.model.places import Where
from tasjil.model.quantity import Quantity, Unit
from tasjil.model.sources import SourceKind

Value = TypeVar("Value", bound=Defined)

CHOICES: Mapping[str, type[Defined]] = {
    "act": Act,
    "level": Level,
    "unit": Unit,
    "sex": Sex,
    "age_group": AgeGroup,
    "status": Status,
    "cause": Cause,
    "perpetrator_stance": PerpetratorStance,
    "stance": Stance,
    "kind": SourceKind,
}
"""The fields that are a choice, each from one list of the model."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The form as it is shown: one string for each of its fields.

    Attributes:
        tellers: The chain, nearest first: words and kind.
    """

    values: Mapping[str, str] = field(hash=False)
    tellers: tuple[tuple[str, str], ...]

    def __getitem__(self, name: str) -> str:
        """Give a field; empty where it says nothing."""
        return self.values.get(name, "")


def filled(claim: Claim) -> Filled:
    """Fill the form with a claim as it stands."""
    victims, quantity = claim.victims, claim.quantity
    ages = victims.age_range
    values = {
        "act": claim.act,
        "level": claim.level,
        "low": _number(quantity.low),
        "high": _number(quantity.high),
        "quantity": quantity.text or "",
        "unit": quantity.unit,
        "victims": victims.text or "",
        "names": "\n".join(victims.names),
        "age": _number(victims.age),
        "age_low": "" if ages is None else _number(ages.low),
        "age_high": "" if ages is None else _number(ages.high),
        "age_words": "" if ages is None else ages.text,
        "age_group": victims.age_group,
        "sex": victims.sex,
        "status": victims.status,
        "communities": "\n".join(victims.communities),
        "relation": victims.relation or "",
        "edtf": claim.when.edtf or "",
        "when": claim.when.text or "",
        "where": "\n".join(each.text for each in claim.where),
        "cause": claim.cause,
        "perpetrator": claim.perpetrator.text or "",
        "perpetrator_stance": claim.perpetrator.stance,
        "stance": claim.stance,
        "background": "yes" if claim.background else "",
        "group": claim.group,
        "part_of": claim.part_of or "",
        "words": claim.passage.quote,
    }
    chain = tuple((each.text, str(each.kind)) for each in claim.attribution)
    return Filled({key: str(value) for key, value in values.items()}, _room(chain))


def sent(form: Mapping[str, str]) -> Filled:
    """Give a form as it was sent, to show it again with what is wrong."""
    values = {key: told for key, told in form.items() if isinstance(told, str)}
    return Filled(values, _room(tuple(_chain(form))))


def told(
    case: Case, form: Mapping[str, str], before: tuple[Where, ...] = ()
) -> dict[str, Any]:
    """Read what a person wrote, as the fields of a claim; without its passage.

    Args:
        case: For its places.
        form: As it was sent.
        before: The places of the claim as it stood.

    Raises:
        BadValue: A field cannot be read; the message says which.
    """
    perpetrator = _words(form, "perpetrator")
    stance = _choice(form, "perpetrator_stance", PerpetratorStance)
    return {
        "act": _choice(form, "act", Act),
        "level": _choice(form, "level", Level),
        "quantity": Quantity(
            whole_number(form, "low"),
            whole_number(form, "high"),
            _words(form, "quantity"),
            _choice(form, "unit", Unit),
        ),
        "victims": _victims(form),
        "when": When(_words(form, "edtf"), _words(form, "when")),
        "where": where_told(case, form.get("where", "").splitlines(), before),
        "cause": _choice(form, "cause", Cause),
        "perpetrator": Perpetrator(perpetrator, stance),
        "attribution": tuple(
            Teller(words, SourceKind(kind)) for words, kind in _chain(form)
        ),
        "stance": _choice(form, "stance", Stance),
        "background": form.get("background") == "yes",
        "group": _words(form, "group"),
        "part_of": _words(form, "part_of"),
    }


def _victims(form: Mapping[str, str]) -> VictimGroup:
    low, high = whole_number(form, "age_low"), whole_number(form, "age_high")
    words = _words(form, "age_words")
    ages = None if low is None else AgeRange(low, high, words or "")
    if low is None and high is not None:
        ages = AgeRange(0, high, words or "")
    return VictimGroup(
        names=_lines(form, "names"),
        text=_words(form, "victims"),
        age=whole_number(form, "age"),
        age_range=ages,
        age_group=_choice(form, "age_group", AgeGroup),
        sex=_choice(form, "sex", Sex),
        status=_choice(form, "status", Status),
        communities=_lines(form, "communities"),
        relation=_words(form, "relation"),
    )


def _chain(form: Mapping[str, str]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for n in range(30):
        words = form.get(f"teller-{n}", "").strip()
        kind = form.get(f"kind-{n}", SourceKind.UNKNOWN.value)
        if words:
            found.append((words, kind if kind in set(SourceKind) else "unknown"))
    return found


def _room(chain: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Leave two empty links behind the chain."""
    return (*chain, *(("", SourceKind.UNKNOWN.value),) * 2)


def _choice(form: Mapping[str, str], name: str, kind: type[Value]) -> Value:
    value = form.get(name, "")
    if value not in set(kind):
        raise BadValue(
            f"expected for {name} one of {', '.join(kind)}, found something else; "
            "choose one from its list"
        )
    return kind(value)


def whole_number(form: Mapping[str, str], name: str) -> int | None:
    """Read a number of a form; None where nothing is known.

    Raises:
        BadValue: It is no whole number.

    Example:
        >>> whole_number({"low": "1,400"}, "low"), whole_number({}, "low")
        (1400, None)
    """
    value = form.get(name, "").strip().replace(",", "")
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and len(value) < 10):
        raise BadValue(
            f"expected a whole number in the field {name}, or nothing where nothing is "
            "known; found something else: write digits alone"
        )
    return int(value)


def _words(form: Mapping[str, str], name: str) -> str | None:
    return form.get(name, "").strip() or None


def _lines(form: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(
        each.strip() for each in form.get(name, "").splitlines() if each.strip()
    )


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
