"""What one telling of people leaves out, from another of them or of their whole."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from tasjil.model.acts import Act, PerpetratorStance, Stance
from tasjil.model.claim import Perpetrator
from tasjil.model.persons import Sex, Status
from tasjil.read.drafts.draft import Draft, Part
from tasjil.read.drafts.nouns import nouns

V = TypeVar("V")
_SHARED = frozenset({Status.CIVILIAN, Status.ARMED_FORCES, Status.DIRECT_PARTICIPANT})
_ANOTHER = (Act.MISSING, Act.DISPLACED)
"""Harm that follows from other harm, and that often nobody does."""


def spread(drafts: Sequence[Draft]) -> None:
    """Give people what other words of the report say of the same people.

    The parts of a number of civilians are civilians, the wounded of a list of men are
    men, and who shot one of two who fell together shot both.
    """
    _spread(drafts, _standing, _give_standing)
    _spread(drafts, _sex, _give_sex)
    _spread(drafts, _doer, _give_doer)


def _spread(
    drafts: Sequence[Draft],
    told: Callable[[Draft], V | None],
    give: Callable[[Draft, V, Draft], None],
) -> None:
    """Carry one field over each group, then from each whole to its parts."""
    known: dict[str, list[tuple[V, Draft]]] = {}
    for draft in drafts:
        value = told(draft)
        if value is not None:
            known.setdefault(draft.group, []).append((value, draft))
    wholes = {d.group: d.part_of for d in drafts}
    for draft in drafts:
        if told(draft) is not None:
            continue
        for group in _above(draft.group, wholes):
            fits = [k for k in known.get(group, ()) if _can_tell(k[1], draft)]
            if fits and all(value == fits[0][0] for value, _ in fits):
                give(draft, *fits[0])
                break


def _can_tell(teller: Draft, draft: Draft) -> bool:
    """True for tellings of one number, and for a whole and its part.

    Who puts the dead at nine and who puts them at twenty may not call them the same.
    """
    if teller.stance is not draft.stance and Stance.DENIED in (
        teller.stance,
        draft.stance,
    ):
        return False
    most, others = draft.quantity.highest_stated, teller.quantity.highest_stated
    if teller.group != draft.group:
        return others is not None and others > 1 and (most or 1) <= others
    return most == others or draft.pronoun or teller.singular and draft.singular


def _above(group: str, wholes: Mapping[str, str | None]) -> Iterable[str]:
    """A group, and each that holds it."""
    seen: list[str] = []
    here: str | None = group
    while here is not None and here not in seen:
        seen.append(here)
        here = wholes.get(here)
    return seen


def _standing(draft: Draft) -> Status | None:
    status = draft.victims.status
    return None if status is Status.UNKNOWN else status


def _give_standing(draft: Draft, status: Status, teller: Draft) -> None:
    """Standing is shared by all of a number, unless it is that of one among them."""
    same = draft.group == teller.group
    if same or status in _SHARED:
        draft.victims = replace(draft.victims, status=status)


def _sex(draft: Draft) -> Sex | None:
    return None if draft.victims.sex is Sex.UNKNOWN else draft.victims.sex


def _give_sex(draft: Draft, sex: Sex, teller: Draft) -> None:
    """A person told again; or some of a number of men: "two of the five"."""
    again = draft.group == teller.group and draft.singular
    counted = draft.group != teller.group and not draft.called - nouns("total")
    if again or counted and draft.part is Part.AMONG and not draft.of_a_place:
        draft.victims = replace(draft.victims, sex=sex)


def _doer(draft: Draft) -> Perpetrator | None:
    return None if draft.perpetrator.text is None else draft.perpetrator


def _give_doer(draft: Draft, doer: Perpetrator, teller: Draft) -> None:
    """Who did it to the same people did it to those of them that are told apart."""
    denied = doer.stance is PerpetratorStance.DENIED
    if denied or draft.act in _ANOTHER or draft.stance is Stance.DENIED:
        return
    same = draft.group == teller.group or not draft.of_a_place
    if same and (draft.act is teller.act or (draft.fatal and teller.fatal)):
        draft.perpetrator = doer
        if "perpetrator" in teller.spans:
            draft.spans["perpetrator"] = teller.spans["perpetrator"]
