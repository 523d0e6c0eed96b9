"""A person and kin told in one breath: "a mother and her three children" are four."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from tasjil.model.acts import Level
from tasjil.model.persons import AgeGroup, Sex, Status
from tasjil.model.quantity import Quantity
from tasjil.read.drafts.draft import Draft, Part, Span
from tasjil.read.english.text.lexicon import words

_GAP = 6


def as_households(
    drafts: Sequence[Draft], words_at: Callable[[Span], str]
) -> list[Draft]:
    """Put a person without a name together with the unnamed kin joined by "and".

    Args:
        drafts: The drafts of one mention, in the order of the words.
        words_at: The report's words at a place.
    """
    kept: list[Draft] = []
    for draft in drafts:
        if len(kept) == 1 and _belong(kept[-1], draft, words_at):
            kept[-1] = _together(kept[-1], draft, words_at)
        else:
            kept.append(draft)
    return kept


def _belong(first: Draft, kin: Draft, words_at: Callable[[Span], str]) -> bool:
    """True for "a mother" and "her three children"."""
    told = first.victims, kin.victims
    if any(v.names for v in told) or first.pronoun or kin.pronoun:
        return False
    if Part.AMONG in (first.part, kin.part) or not _is_kin(kin):
        return False
    if first.quantity.low != 1 or first.plural or kin.quantity.low is None:
        return False
    if first.noun in words("people", "civilian") | words("people", "security"):
        return False  # "a policeman and his son": each is told for himself
    start, end = first.spans["victims"][1], kin.spans["victims"][0]
    between = words_at((start, end)).strip() if 0 < end - start <= _GAP else ""
    return between == "and"


def _is_kin(draft: Draft) -> bool:
    """True for "her three children": kin told by their tie, and a number."""
    text = (draft.victims.text or "").lower().split()
    tied = bool(text) and text[0] in ("his", "her", "their", "my")
    return tied and draft.noun in words("people", "kin") - _NOT_OF_A_HOUSE


_NOT_OF_A_HOUSE = words("idioms", "not_of_a_house")


def _together(first: Draft, kin: Draft, words_at: Callable[[Span], str]) -> Draft:
    """One draft for both."""
    span = first.spans["victims"][0], kin.spans["victims"][1]
    a, b = first.quantity, kin.quantity
    high = None if a.high is None or b.high is None else a.high + b.high
    victims = replace(
        first.victims,
        text=words_at(span),
        age=None,
        age_range=None,
        age_group=AgeGroup.UNKNOWN,
        sex=first.victims.sex if first.victims.sex is kin.victims.sex else Sex.UNKNOWN,
        status=_status(first.victims.status, kin.victims.status),
        relation=kin.victims.relation,
    )
    return replace(
        first,
        victims=victims,
        quantity=Quantity((a.low or 0) + (b.low or 0), high, words_at(span)),
        called=first.called | kin.called,
        plural=True,
        level=Level.INCIDENT,
        spans={**first.spans, "victims": span, "quantity": span},
    )


def _status(one: Status, other: Status) -> Status:
    return other if one is Status.UNKNOWN else one
