"""Who is held responsible in a sentence of its own, behind the people it is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tasjil.model.acts import PerpetratorStance
from tasjil.model.claim import Perpetrator
from tasjil.model.report import Report
from tasjil.read.drafts.draft import Draft, Part
from tasjil.read.english.text.lexicon import words
from tasjil.read.sentence import Sentence

_WHO = r"(?P<who>[^,.;:]+?)(?=\s+(?:for|who|which)\b|[,.;:]|\s+and\s+(?:not|it)\b|$)"
_HARM = (
    r"(?:them|it|these|the\s+(?:killings?|deaths?|massacres?)(?:\s+of\s+[^,.;]+?)?"
    r"|their\s+(?:deaths?|killings?))"
)
_ACCUSED = PerpetratorStance.ACCUSED
_PATTERNS = (
    (rf"\b(?:holds?|held|holding)\s+{_WHO.replace('for|', 'responsible|')}", _ACCUSED),
    (rf"\bblam(?:es|ed|ing)\s+{_WHO}", _ACCUSED),
    (rf"\baccus(?:es|ed|ing)\s+{_WHO.replace('for|', 'of(?! the)|')}", _ACCUSED),
    (rf"\battribut(?:es|ed|ing)\s+{_HARM}\s+to\s+{_WHO}", _ACCUSED),
    (rf"\bthe\s+work\s+of\s+{_WHO}", _ACCUSED),
    (rf"\bthe\s+(?:attackers|perpetrators|killers)\s+were\s+{_WHO}", _ACCUSED),
    (rf"\b(?:attackers|perpetrators|killers)\s+as\s+{_WHO}", _ACCUSED),
    (
        rf"\b(?:all\s+of\s+them|they)\s+were\s+killed\b[^.;]{{0,60}},\s+by\s+{_WHO}",
        PerpetratorStance.NAMED,
    ),
)
_BLAME = tuple((re.compile(p, re.IGNORECASE), stance) for p, stance in _PATTERNS)
_ALLEGING = re.compile(r"\b(?:reportedly|allegedly|apparently|suspected)\b", re.I)
_LONGEST = 110
_FAR = 6


@dataclass(frozen=True, slots=True)
class Blamed:
    """Who is blamed in a sentence, and where the words stand in it."""

    start: int
    end: int
    stance: PerpetratorStance


def blamed(sentence: str) -> Blamed | None:
    """Who a sentence holds responsible; None where it blames nobody.

    Example:
        >>> told = "The monitor blames armed groups for it."
        >>> found = blamed(told)
        >>> told[found.start : found.end], found.stance.value
        ('armed groups', 'accused')
    """
    for pattern, stance in _BLAME:
        match = pattern.search(sentence)
        if match is None or len(match["who"]) > _LONGEST:
            continue
        if not _can_do_harm(match["who"]):
            continue
        alleged = _ALLEGING.search(sentence[: match.start("who")])
        told = PerpetratorStance.ALLEGED if alleged else stance
        return Blamed(*match.span("who"), told)
    return None


def _can_do_harm(who: str) -> bool:
    """True where one of the words is for armed people, a body or a side."""
    low = {w.lower() for w in re.findall(r"[\w-]+", who)}
    singular = {w.removesuffix("s") for w in low} | low
    known = words("grammar", "perpetrators_bodies") | words("people", "fighter")
    return bool(singular & (known | words("people", "security") | _SIDES))


_SIDES = frozenset(["parties", "party", "sides", "loyalists", "supporters", "men"])


def lay_blame(
    report: Report, drafts: Sequence[Draft], sentences: Sequence[Sentence]
) -> None:
    """Give those blamed in a sentence of its own to the people told of before it."""
    for sentence in sentences:
        found = blamed(sentence.text)
        if found is None:
            continue
        main = _about(drafts, sentence.index)
        span = sentence.span(found.start, found.end)
        text = " ".join(report.text[slice(*span)].split())
        for draft in drafts:
            same = main is not None and draft.group == main.group
            if same and draft.perpetrator.text is None:
                draft.perpetrator = Perpetrator(text, found.stance)
                draft.spans["perpetrator"] = span


def _about(drafts: Sequence[Draft], sentence: int) -> Draft | None:
    """The people whom "it", "the killings" or nothing at all can mean."""
    before = [
        d
        for d in drafts
        if d.fatal
        and d.part is Part.MAIN
        and not d.background
        and 0 <= sentence - d.sentence <= _FAR
        and not d.of_a_place
        and d.quantity.highest_stated
    ]
    own = any(d.perpetrator.text for d in drafts if d.sentence == sentence)
    return None if own or not before else before[-1]
