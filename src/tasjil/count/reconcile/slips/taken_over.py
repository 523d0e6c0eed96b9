"""Totals that are the figures of others: told as such, or rounded from them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tasjil.count.evidence import Evidence
from tasjil.count.reconcile.slips.sentences import Says
from tasjil.count.reconcile.slips.statement import figure, usable
from tasjil.count.reconcile.slips.tellings import PEOPLE, teller_name
from tasjil.count.totals.aggregates import NOBODY, published
from tasjil.model.acts import Act
from tasjil.model.claim import Claim
from tasjil.model.edtf import Edtf
from tasjil.model.folding import fold
from tasjil.model.ids import SourceId
from tasjil.model.reconciliation import Slip, SlipKind
from tasjil.model.same_figure import may_be_one_thing
from tasjil.model.tally import Origin

Relays = Mapping[SourceId, tuple[SourceId, ...]]
"""Whose figures each source passes on."""

FEWEST = 100
"""Smaller totals are seldom rounded, and chance makes them equal."""

ROUND = 100
"""Numbers that people round to."""

_GROUPS = r"(?:groups|organi[sz]ations)"
_VOWELS = re.compile("[\u064b-\u0652]")
"""Signs that an Arabic text may have or leave out."""

_OF_OTHERS = re.compile(
    r"\b(?:were|was|been) reported(?:ly)? (?:to have been )?(?:killed|dead)\b"
    r"|\breports (?:that )?(?:it |they )?(?:has |have |had )?"
    r"(?:received|gathered|collected|reached|reaching)\b"
    r"|\b(?:according to|based on|(?:took|taken|drawn|compiled|collected) from)"
    r" (?:\w+ )?reports\b(?! (?:by|of|from) )"
    r"|\b(?:media|press|news|local|published|unconfirmed|various|several) reports\b"
    rf"|\b(?:human )?rights {_GROUPS}\b"
    rf"|\bestimates? (?:by|of|from) (?:\w+ )?(?:{_GROUPS}|activists|others)\b"
    r"|\bfigures? (?:of|by|from|compiled by|collected by) (?:others|other \w+)\b"
    r"|\b(?:not|rather than|without) (?:a|an|its|their) (?:own )?count\b"
    r"|\bpublished (?:figures|numbers|data)\b"
    r"|(?:أرقام|بيانات|إحصاءات) منشورة"
    r"|تقارير (?:تلقت\w*|تلقا\w*|وردت\w*|واردة|إعلامية|صحفية|محلية|منشورة)"
    r"|(?:وفق\w*|بحسب|حسب|إلى|عن|من) ل?(?:ال)?تقارير|أفادت تقارير|تقارير أفادت"
    r"|(?:منظمات|جماعات|مجموعات) حقوق\w+|تقديرات (?:منظمات|ناشطين)",
    re.IGNORECASE,
)
"""Words that tell a figure as one of others."""

Told = tuple[Claim, Origin]


def taken_over(evidence: Evidence, relays: Relays) -> Iterator[Slip]:
    """Find totals that their teller did not count.

    A figure is of others where the words say so. It may be where it is round, the
    teller is listed as passing on somebody else's figures, and that somebody told
    the figure it would be rounded from before.
    """
    totals = _totals(evidence)
    told: set[tuple[str, Act, int]] = set()
    earlier = _by_source(totals)
    for claim, origin in totals:
        number = figure(claim)
        key = (claim.report, claim.act, number)
        if key in told:
            continue
        slip = _of_others(claim, origin, number) or _rounded(
            (claim, origin), earlier, relays, evidence
        )
        if slip is not None:
            told.add(key)
            yield slip


def _totals(evidence: Evidence) -> list[Told]:
    kept = [
        (claim, evidence.origins.get(claim.id, NOBODY))
        for claim in usable(evidence.claims.values(), evidence)
        if evidence.nesting.is_total(claim) and not evidence.nesting.above(claim)
    ]
    return sorted(kept, key=lambda pair: pair[0].id)


def _by_source(totals: Iterable[Told]) -> dict[SourceId, list[Told]]:
    found: dict[SourceId, list[Told]] = defaultdict(list)
    for claim, origin in totals:
        if origin.source is not None:
            found[origin.source].append((claim, origin))
    return found


def says_of_others(claim: Claim) -> bool:
    """Tell whether the words of a claim give its figure as one of others."""
    return _words_of_others(claim) is not None


def _words_of_others(claim: Claim) -> str | None:
    found = _OF_OTHERS.search(_VOWELS.sub("", claim.passage.quote))
    return None if found is None else found[0]


def _of_others(claim: Claim, origin: Origin, number: int) -> Slip | None:
    words = _words_of_others(claim)
    if words is None:
        return None
    # Where the others are the first teller, who writes it down gives their figure.
    others = fold(origin.name) in fold(words) or origin.source is None
    chain = origin.chain
    name = chain[min(1, len(chain) - 1)] if others and chain else teller_name(origin)
    text = Says.OF_OTHERS.say(name, number, words)
    return Slip(claim.id, SlipKind.DERIVED, text)


def _rounded(
    told: Told,
    earlier: Mapping[SourceId, list[Told]],
    relays: Relays,
    evidence: Evidence,
) -> Slip | None:
    claim, origin = told
    number = figure(claim)
    rounded = number >= FEWEST and not number % ROUND
    if origin.source is None or not rounded or origin.kind in PEOPLE:
        return None
    for source in sorted(relays.get(origin.source, ())):
        before = [
            (other, first)
            for other, first in earlier.get(source, ())
            if _rounds_to(other, number)
            and _before(other, claim, evidence)
            and may_be_one_thing(other, claim)
        ]
        if before:
            other, first = before[-1]
            exact = figure(other)
            text = Says.ROUNDED.say(number, teller_name(origin), exact, first.name)
            return Slip(claim.id, SlipKind.DERIVED, text, (other.id,))
    return None


def _rounds_to(claim: Claim, number: int) -> bool:
    """Tell whether people would round this figure to that: down, or to the nearest."""
    exact = figure(claim)
    return number in (exact // ROUND * ROUND, round(exact / ROUND) * ROUND)


def _before(other: Claim, claim: Claim, evidence: Evidence) -> bool:
    days = [published(each, evidence) for each in (other, claim)]
    last = [Edtf.parse(day).latest if day else None for day in days]
    return last[0] is not None and last[1] is not None and last[0] <= last[1]
