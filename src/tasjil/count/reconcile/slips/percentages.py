"""Percentages that do not fit the numbers beside them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tasjil.count.evidence import Evidence
from tasjil.count.reconcile.slips.sentences import Says
from tasjil.count.reconcile.slips.statement import Whole, figure, usable
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, ReportId
from tasjil.model.reconciliation import Slip, SlipKind

DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩٫٪", "0123456789.%", "٬")
PERCENT = r"(?:%|per ?cent\b|(?:في |ب)ال(?:مئة|مائة)\b)"
_NUMBER = r"(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d+)(?![\d,]*\d)"
_SHARE = rf"(\d{{1,3}}(?:\.\d+)?) ?{PERCENT}"
_TOTAL = r"(?:the (?:total|dead|deaths|victims|killed|whole|toll)|all|those)\b"
_WORD = r"(?: [^\W\d]+)"
_SAME = (
    rf"(?:\(|\b(?:or|that is|which is|representing|accounting for|making up|equal to)"
    rf"{_WORD}?|(?<!\w)(?:أي|أو|وهو|وهي|ما){_WORD}{{0,2}}|بنسبة|و?[تي]مثل\w*|و?[تي]شكل\w*"
    rf"|[,–—-](?= ?[\d.]+ ?{PERCENT} of {_TOTAL})) ?"
)
_GAP = r"[^\d.;:%()]{0,60}?"

_NUMBER_FIRST = re.compile(rf"{_NUMBER}{_GAP}[ ,]?{_SAME}{_SHARE}", re.IGNORECASE)
"""310 civilians (62 per cent); 310, or 62 % of the dead."""

_SHARE_FIRST = re.compile(
    rf"{_SHARE}{_GAP}(?:{_NUMBER}{_GAP})?[ ,]{_SAME}{_NUMBER}", re.IGNORECASE
)
"""62 per cent of the 500, or 310."""

HEDGES = re.compile(
    r"\b(?:about|nearly|almost|some|around|roughly|over|more than|less than|at least)\b"
    r"|نحو|حوالي|قرابة|زهاء|أكثر من|أقل من",
    re.IGNORECASE,
)
_GREW = re.compile(
    r"\b(?:rise|rose|risen|increas\w+|drop\w*|fell|fall|grew|growth|higher|lower|up|down)"
    r"\b|ارتفاع|ارتفع|زيادة|انخفاض|انخفض|تراجع",
    re.IGNORECASE,
)
_SOMEBODY_ELSE = re.compile(
    r"[^.,;)]{0,30}\b(?:wom[ae]n|child\w*|minors|girls|boys|men)\b"
    r"|[^.,;)]{0,30}(?:نساء|أطفال|طفل|سيدات)",
    re.IGNORECASE,
)
ROUNDED = 1.0
"""Percentage points a whole percentage may be off: people round, or cut off."""

HEDGED = 5.0
"""The same for "about 60 per cent"."""


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage with the number it belongs to, as the words give them.

    Attributes:
        whole: The number it is a share of, where the same words give it.
    """

    percent: float
    places: int
    number: int
    whole: int | None
    hedged: bool


def percentages(statements: Iterable[Whole], evidence: Evidence) -> Iterator[Slip]:
    """Hold every percentage that stands beside a number against the whole.

    Where any other number of the same report makes it right, it is left alone.
    """
    whole_of = _whole_of(statements)
    by_report: dict[ReportId, list[Claim]] = defaultdict(list)
    for claim in usable(evidence.claims.values(), evidence):
        by_report[claim.report].append(claim)
    for report in sorted(by_report):
        claims = sorted(by_report[report], key=lambda claim: claim.id)
        for quote in _sentences(report, claims, evidence):
            for share in shares(quote):
                slip = _wrong(share, quote, claims, whole_of)
                if slip is not None:
                    yield slip


def _sentences(
    report: ReportId, claims: Iterable[Claim], evidence: Evidence
) -> list[str]:
    """Give the passages of the claims, and other sentences with a percentage."""
    found = {claim.passage.quote for claim in claims}
    told = evidence.reports.get(report)
    text = "" if told is None else told.text
    if re.search(PERCENT, text.translate(DIGITS), re.IGNORECASE):
        others = re.split(r"(?<=[.!?؟])\s+|\n", text)
        found |= {each for each in others if not any(each in quote for quote in found)}
    return sorted(found)


def shares(quote: str) -> list[Share]:
    """Read the percentages that stand beside a number, in English or Arabic.

    Example:
        >>> [(each.number, each.percent) for each in shares("310 men (60 per cent)")]
        [(310, 60.0)]
        >>> shares("310 were killed, 60 per cent more than in May")
        []
    """
    text = quote.translate(DIGITS)
    found = []
    for match in _NUMBER_FIRST.finditer(text):
        if not _is_other(text, match):
            number, percent = match.groups()
            found.append(_share(percent, number, None, match[0]))
    for match in _SHARE_FIRST.finditer(text):
        if not _is_other(text, match):
            percent, whole, number = match.groups()
            found.append(_share(percent, number, whole, match[0]))
    return found


def _is_other(text: str, match: re.Match[str]) -> bool:
    """Tell whether it tells of growth, or of some among the people of the number."""
    near = text[max(0, match.start() - 40) : match.end() + 25]
    return bool(_GREW.search(near) or _SOMEBODY_ELSE.match(text, match.end()))


def _share(percent: str, number: str, whole: str | None, words: str) -> Share:
    return Share(
        percent=float(percent),
        places=len(percent.partition(".")[2]),
        number=_plain(number),
        whole=None if whole is None else _plain(whole),
        hedged=bool(HEDGES.search(words)),
    )


def _plain(digits: str) -> int:
    return int(digits.replace(",", ""))


def _whole_of(statements: Iterable[Whole]) -> dict[ClaimId, Claim]:
    return {
        claim.id: statement.whole.head
        for statement in statements
        for part in statement.parts
        for claim in part.claims
    }


def _wrong(
    share: Share, quote: str, claims: list[Claim], whole_of: Mapping[ClaimId, Claim]
) -> Slip | None:
    """Give the slip, where a claim has the number and no whole makes it right."""
    own = [claim for claim in claims if claim.passage.quote == quote]
    known = [claim for claim in claims if claim.id in whole_of]
    same = (claim for claim in (*own, *known) if _said(claim) == share.number)
    part = next(same, None)
    numbers = {_said(claim) for claim in claims} | {share.whole or 0}
    larger = {number for number in numbers if number > share.number}
    if part is None or not larger or any(_fits(share, each) for each in larger):
        return None
    told = whole_of.get(part.id)
    whole = share.whole or (max(larger) if told is None else _said(told))
    if whole <= share.number:
        return None
    return _slip(part, told, (share.number, whole), (share.percent, share.places))


def wrong_share(part: Claim, whole: Claim, percent: float, places: int) -> Slip:
    """Say that a percentage is not what a part is of its whole."""
    return _slip(part, whole, (figure(part), figure(whole)), (percent, places))


def _slip(
    part: Claim,
    whole: Claim | None,
    numbers: tuple[int, int],
    told: tuple[float, int],
) -> Slip:
    percent, places = told
    right = f"{100 * numbers[0] / numbers[1]:.{max(1, places)}f}"
    return Slip(
        claim=part.id,
        kind=SlipKind.PERCENTAGE,
        text=Says.PERCENT.say(*numbers, right, f"{percent:.{places}f}"),
        claims=() if whole is None else (whole.id,),
    )


def _fits(share: Share, whole: int) -> bool:
    allowed = HEDGED if share.hedged else ROUNDED / 10**share.places
    return abs(100 * share.number / whole - share.percent) <= allowed


def _said(claim: Claim) -> int:
    return figure(claim)
