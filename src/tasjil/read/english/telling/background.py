"""What a report tells as history or in general, apart from its own events."""

import re

from spacy.tokens import Token

from tasjil.model.quantity import Quantity
from tasjil.model.report import Report
from tasjil.read.english.harm.mentions import Mention
from tasjil.read.english.people.victims import Victims

_HEAD = 240
_SEVERAL = 3
_BOUNDS = ("least", "more", "over", "than")
_YEARS_APART = 1
_MONTHS = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
]
_WIRE = re.compile(
    r"\b(\d{1,2})\s+(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\.?\s+(\d{2}|\d{4})\b"
)


def told_on(report: Report, text: str) -> str | None:
    """The day of the telling: from the headers, or from a wire's dateline."""
    if report.published:
        return report.published
    head = text[:_HEAD]
    if wire := _WIRE.search(head.upper()):
        day, month, year = (
            int(wire[1]),
            _MONTHS.index(wire[2].lower()) + 1,
            int(wire[3]),
        )
        if year < 100:
            year += 1900 if year > 50 else 2000
        if 1 <= day <= 31:
            return f"{year:04}-{month:02}-{day:02}"
    return None


def is_background(edtf: str | None, published: str | None) -> bool:
    """True for harm dated more than a year before the report.

    Example:
        >>> is_background("1980", "1990-02"), is_background("1989-11-16", "1990-02")
        (True, False)
    """
    if edtf is None or published is None:
        return False
    ends = re.findall(r"\d{4}(?:-\d\d)?", edtf)
    told = re.match(r"(\d{4})(?:-(\d\d))?", published)
    if not ends or told is None or ".." in edtf:
        return False
    last = ends[-1]
    months = int(told[1]) * 12 + int(told[2] or 12)
    month = int(last[5:7]) if len(last) > 4 else 12
    return months - (int(last[:4]) * 12 + month) > 12 * _YEARS_APART


def is_general(mention: Mention, victims: Victims) -> bool:
    """True for a remark on what goes on, not on one event: "they murder judges".

    It names nobody, gives no number, and is not in the tense of a single event.

    Args:
        mention: The words that tell of the harm.
        victims: The people of one phrase. That the sentence gives neither a day nor a
            place is for the caller to say.
    """
    told = victims.group.names or _is_counted(victims.quantity)
    if told or not victims.plural or victims.pronoun:
        return False
    if _goes_on(mention.trigger):
        return not victims.quantity.text
    particular = victims.definite or victims.owned or victims.more
    return not particular and not _is_one_event(mention)


def _is_counted(quantity: Quantity) -> bool:
    """True for a number; "many" and "several" count nobody."""
    vague = quantity.high is None and (quantity.low or 0) <= _SEVERAL
    bound = any(w in (quantity.text or "").lower().split() for w in _BOUNDS)
    return quantity.known and (not vague or bound)


def _goes_on(trigger: Token) -> bool:
    """True for the present: "who kill the people", "people are being murdered"."""
    if trigger.pos_ not in ("VERB", "AUX"):
        return False
    if trigger.tag_ in ("VBZ", "VBP"):
        return True
    helpers = [c for c in trigger.children if c.dep_ in ("aux", "auxpass")]
    present = any(h.tag_ in ("VBZ", "VBP") and h.lemma_ == "be" for h in helpers)
    return present and (trigger.tag_ == "VBG" or any(h.tag_ == "VBG" for h in helpers))


def _is_one_event(mention: Mention) -> bool:
    """True for the simple past: "civilians were killed", "fired, killing women"."""
    trigger = mention.trigger
    verb = trigger if trigger.pos_ in ("VERB", "AUX") else mention.verb
    if trigger.pos_ == "NOUN" and trigger.tag_ != "VBN" and not mention.of_the_dead:
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if verb.tag_ == "VBN":
        return not helpers & {"have", "has", "had"}
    if verb.tag_ == "VBG":
        return verb.dep_ == "advcl" and verb.head.tag_ in ("VBD", "VBN")
    return bool(verb.tag_ == "VBD")
