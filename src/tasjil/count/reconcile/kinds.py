"""What a total can bound, by its words: a floor, a list of everybody, no more, nothing.

A claim is a floor unless its words say otherwise: people who count as they go know of
some and not of all. A ceiling takes words that leave nobody out.
"""

import re
from collections.abc import Iterable, Mapping

from tasjil.model.acts import Stance
from tasjil.model.claim import Claim
from tasjil.model.ids import SourceId
from tasjil.model.quantity import Quantity, Unit
from tasjil.model.reconciliation import BoundKind
from tasjil.model.sources import SourceKind
from tasjil.model.tally import AggregateStatement, Basis, Origin

Relays = Mapping[SourceId, tuple[SourceId, ...]]

_ROUNDED = re.compile(
    r"\b(about|around|some|nearly|almost|roughly|approximately|circa|close to|"
    r"an estimated|estimated|believed|probably|perhaps|or so)\b"
    r"|نحو|حوالي|حوالى|قرابة|زهاء|تقريب|ما يقارب|يقارب|يقدر|يُقدر|ما يقرب",
    re.IGNORECASE,
)
"""A number rounded by guess may be too high, so it holds up nothing."""

_OF_OTHERS = re.compile(
    r"\b(according to|based on|citing) (the )?"
    r"((media|press|news|local|unconfirmed|initial|several|various|some|other) )?"
    r"reports\b|\breports (which )?(it|they) (had |has |have )?received\b"
    r"|\bfrom reports received\b|\breportedly\b|\b(count|estimate)s? of others\b"
    r"|\b(was|were|been|are) reported (to have been )?"
    r"(killed|dead|injured|wounded|missing|abducted|detained|displaced)\b(?! by)"
    r"|بحسب (ال)?تقارير|وفق(ا|اً)? (ل)?(ال)?تقارير|حسب (ال)?تقارير|تقارير تلقت",
    re.IGNORECASE,
)
"""A figure taken from others: whose, and how they counted, is not said."""

_EVERYBODY = re.compile(
    r"\b(complete|full|exhaustive|definitive|final) (and \w+ )?"
    r"(list|toll|count|census|tally|register|record|death toll|number)\b"
    r"|\b(list|names?|register|record|census|count)s? of (all|everyone|everybody)\b"
    r"|\b(nobody|no one|no-one|none) else\b"
    r"|\b(no|not) more than\b|\band no more\b"
    r"|(ال)?(قائمة|لائحة) (ال)?كاملة|(ال)?(حصيلة|إحصاء) (ال)?(نهائية|نهائي)"
    r"|(قائمة|لائحة|أسماء|إحصاء) (ب)?(جميع|كل|كافة)"
    r"|ولا أحد غيرهم|لا أكثر|لا يزيد عن|لا يتجاوز|وليس أكثر",
    re.IGNORECASE,
)
"""Words that leave nobody out."""

_NOT_EVERYBODY = re.compile(
    r"\b(not|no|never|isn't|neither)( \w+){0,4} "
    r"(complete|full|exhaustive|definitive|final)\b"
    r"|\b(incomplete|partial|preliminary|provisional|interim)\b"
    r"|\b(so far|to date|until now|without a (complete|full|final))\b"
    r"|غير (ال)?(كاملة|مكتملة|نهائية|نهائي)|(ليس|ليست|لم تكن|لا توجد)( \S+){0,3} "
    r"(كاملة|نهائية|نهائي)|(ال)?(أولية|جزئية)|حتى الآن",
    re.IGNORECASE,
)

_OWN_COUNT = re.compile(
    r"\b(investigat|own count|own tally|documented|verified|recorded|counted|compiled|"
    r"collected|geolocat|cross-check)|تحقيق|وثق|وثّق|أحص|سجل",
    re.IGNORECASE,
)
"""Words by which one who mostly passes others on says that it counted itself."""

_UPWARDS = (
    "more",
    "least",
    "over",
    "above",
    "exceed",
    "أكثر من",
    "على الأقل",
    "لا يقل",
)


def bound_of(
    statement: AggregateStatement,
    claims: Iterable[Claim],
    origin: Origin,
    relays: Relays,
    *,
    all_of_them: bool,
) -> BoundKind:
    """Say what a total can bound.

    Args:
        statement: The total.
        claims: Every telling of it.
        origin: Its first teller.
        relays: Whom each source is known to pass on.
        all_of_them: It counts everybody of a status, and not a group among them.
    """
    told = list(claims)
    if _bounds_nothing(statement, told) or _is_of_others(told, origin, relays):
        return BoundKind.NEITHER
    leaves_out = statement.part_of is not None or not all_of_them
    if not statement.low and statement.high:
        return BoundKind.NEITHER if leaves_out else BoundKind.CEILING
    if leaves_out or statement.high is None:
        return BoundKind.FLOOR
    # One telling that says everybody is enough; one that says "so far" is enough too.
    if any(_not_everybody(each) for each in told):
        return BoundKind.FLOOR
    if not any(_everybody(each) for each in told):
        return BoundKind.CEILING if statement.high == 0 else BoundKind.FLOOR
    return BoundKind.EXACT if statement.low == statement.high else BoundKind.CEILING


def _bounds_nothing(statement: AggregateStatement, claims: list[Claim]) -> bool:
    return statement.basis is Basis.ESTIMATED or all(_guessed(each) for each in claims)


def _guessed(claim: Claim) -> bool:
    if claim.stance is Stance.ESTIMATED or claim.quantity.unit is Unit.FAMILY:
        return True
    return is_rounded(claim.quantity)


def is_rounded(quantity: Quantity) -> bool:
    """Tell whether the number is rounded by guess: "about 900", "some 1,700".

    Example:
        >>> is_rounded(Quantity(810, 990, "about 900"))
        True
        >>> is_rounded(Quantity(40, 50, "between 40 and 50"))
        False
    """
    text = (quantity.text or "").casefold()
    if any(word in text for word in _UPWARDS):
        return False
    return bool(_ROUNDED.search(text))


def _is_of_others(claims: list[Claim], origin: Origin, relays: Relays) -> bool:
    words = [each.passage.quote for each in claims]
    if all(_OF_OTHERS.search(each) for each in words):
        return True
    nameless = origin.source == "unnamed" or origin.key.startswith("unnamed:")
    if nameless and any(each.stance is Stance.ALLEGED for each in claims):
        return True
    passes_on = origin.source is not None and bool(relays.get(origin.source))
    own = any(_OWN_COUNT.search(each) for each in words)
    return passes_on and origin.kind is SourceKind.MEDIA and not own


def _everybody(claim: Claim) -> bool:
    return bool(_EVERYBODY.search(claim.passage.quote))


def _not_everybody(claim: Claim) -> bool:
    return bool(_NOT_EVERYBODY.search(claim.passage.quote))
