"""Testimony: a report in which one person tells what they lived through."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tasjil.model.acts import Act, Stance
from tasjil.model.claim import Teller
from tasjil.model.sources import SourceKind
from tasjil.read.drafts.draft import Draft
from tasjil.read.english.text.lexicon import words
from tasjil.read.sentence import Sentence

_HEAD = 8
_SHARE = 0.2
_LEAST = 3
_A_POST = 20
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|me|myself)\b")
_QUOTED = re.compile(r"[“\"][^”\"]{0,600}[”\"]")
_NAME = (
    r"(?:(?:Ms|Mr|Mrs|Dr)\.?[^\S\n]+)?"
    r"[A-Z][\w'’-]*\.?(?:[^\S\n]+[A-Z][\w'’-]*\.?){0,3}"
)
_WHO = rf"(?P<who>{_NAME}|an?\s+[a-z]+(?:\s+[a-z]+)?(?:\s+(?:from|in|of)\s+{_NAME})?)"
_HEADINGS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"\b(?i:statement|testimony|account|declaration|deposition|story|evidence|words)"
        rf"\s+(?:of|by|from|given\s+by)\s+{_WHO}",
        rf"\b(?i:interview|witness|respondent|testimony)\s*(?:no\.?\s*)?\d*"
        rf"\s*(?:with|[.:–-])?\s+(?P<who>(?:{_NAME}|[A-Z][a-z]+)(?:,\s+\d+(?:,\s+{_NAME})?)?)",
        rf"^(?P<who>{_NAME}),\s+\d{{1,2}},[^.]{{0,60}}\b(?:tells|told|speaks|describes)\b",
        rf"\b(?:as\s+)?told\s+(?:to\s+\S+(?:\s+\S+)?\s+)?by\s+{_WHO}",
        rf"^(?:Name|Witness)\s*:\s*{_WHO}",
        rf"\b(?:I,\s+|[Mm]y\s+name\s+is\s+)(?P<who>{_NAME})",
    )
)
_SIGNED = re.compile(rf"^\s*[–—-]?\s*(?P<who>{_NAME})\s*$")
_HEARD = re.compile(
    r"\b(?:told\s+me|I\s+(?:was\s+told|heard\s+(?:that|later)|did\s+not\s+see)|they\s+say|"
    r"people\s+say|it\s+is\s+said|I\s+(?:have\s+been|am)\s+told)\b"
)


@dataclass(frozen=True, slots=True)
class Testimony:
    """Who tells it, and whether a heading says that it is testimony."""

    teller: Teller
    headed: bool


def testimony_of(sentences: Sequence[Sentence]) -> Testimony | None:
    """Who tells a report in the first person; None where nobody does or is named.

    Args:
        sentences: The whole report.
    """
    own = sum(bool(_FIRST_PERSON.search(_QUOTED.sub("", s.text))) for s in sentences)
    if not own:
        return None
    head = "\n".join(s.text for s in sentences[:_HEAD])
    if own >= min(_LEAST, len(sentences) / 3) and own >= _SHARE * len(sentences):
        for heading in _HEADINGS:
            if match := heading.search(head):
                who = " ".join(match["who"].split())
                return Testimony(Teller(who, SourceKind.WITNESS), headed=True)
    signed = _SIGNED.match(sentences[-1].text) if len(sentences) > 1 else None
    if signed is None or len(sentences) > _A_POST:
        return None
    kind = SourceKind.RELATIVE if _mourns_kin(sentences) else SourceKind.WITNESS
    return Testimony(Teller(signed["who"], kind), headed=False)


def _mourns_kin(sentences: Sequence[Sentence]) -> bool:
    """True for "my uncle": the teller speaks of family."""
    text = " ".join(s.text for s in sentences).lower()
    kin = re.findall(r"\b(?:my|our)\s+(?:\w+\s+)?([a-z-]+)", text)
    return any(word in words("people", "kin") for word in kin)


def give_to_witness(
    drafts: Sequence[Draft],
    sentences: Sequence[Sentence],
    found: Testimony | None,
    publisher: Teller | None,
) -> None:
    """Make the witness the nearest teller of what nobody else is said to tell."""
    if found is None:
        return
    known = {s.index: s.text for s in sentences}
    last = [] if publisher is None else [publisher]
    for draft in drafts:
        heard = _HEARD.search(known.get(draft.sentence, "")) is not None
        others = [t for t in draft.attribution if t not in last and not _is_self(t)]
        if others and heard:
            continue
        draft.attribution = (found.teller, *last)
        lived = found.headed and not heard and draft.act is not Act.MISSING
        if lived and draft.stance is Stance.STATED:
            draft.stance = Stance.WITNESSED


def _is_self(teller: Teller) -> bool:
    """True for "I" and "we"."""
    return teller.text.lower() in ("i", "we", "me")
