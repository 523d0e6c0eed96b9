"""Where, when and with what: the circumstances that stand around a mention."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from tasjil.model.causes import Cause
from tasjil.model.claim import When
from tasjil.model.places import Where
from tasjil.read.english.harm.mentions import Mention
from tasjil.read.english.text.lexicon import phrases, words
from tasjil.read.english.text.parser import text_of
from tasjil.read.english.times.dates import DateRead, DateRole
from tasjil.read.found import Found

_FAR = 160
_SAID_WITHIN = 8
_TELLS_IN = re.compile(
    r"\b(?:said|says|told|announced|briefed|speaking|reported|declared|stated)\s+"
    r"(?:(?:(?:the\s+)?(?:reporters|journalists|media|press|correspondents)|"
    r"(?:on|at|during|in|to)\s+(?:an?\s+|the\s+|its\s+)?(?:regular\s+|daily\s+|weekly\s+)?"
    r"[\w-]+(?:\s+(?:briefing|conference))?)\s+){0,2}(?:in|from)\s+(?:the\s+)?$"
    r"|\b(?:reporters|journalists|press\s+conference|news\s+conference|press\s+briefing|"
    r"news\s+briefing|headquarters|based|headquartered|offices?|statement\s+issued|"
    r"correspondents?)\s+(?:in|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""The words before the place of a telling."""

_OPENING = 4
_ANNOUNCES = re.compile(
    r",?\s+(?:(?:[A-Z][\w'’&-]*|the|of|for|and|on|in|an?|[a-z]+)\s+){1,9}?"
    r"(?:released|published|announced|issued|unveiled)\s"
)
"""Behind the day that opens a sentence: "On 24 March, the committee released"."""

_LED = re.compile(r"\b(?:in|at|near|outside)\s+(?:the\s+)?$", re.IGNORECASE)
_PLACING = words("grammar", "scene_placing")
_AREAS = words("grammar", "scene_areas")
_LEADS_UP = frozenset(
    ["compound", "nmod", "appos", "conj", "poss", "amod", "nummod", "dep"]
)


def nearest_date(
    dates: Sequence[Found[DateRead]], mention: Mention
) -> Found[DateRead] | None:
    """The date nearest to the word for the harm, among those of its own clause.

    A date inside an aside ("mayor of Varesh in 1984") tells of something else, and a
    date of the telling ("said on Friday") is not the date of the harm.
    """
    at = mention.trigger.idx
    telling = [d for d in dates if d.value.role is not DateRole.DURATION]
    own = [
        d
        for d in telling
        if not _in_an_aside(mention, d.start, d.end) and not _of_the_telling(mention, d)
    ]
    return min(own, key=lambda d: _distance(d, at), default=None)


def _in_an_aside(mention: Mention, start: int, end: int) -> bool:
    """True where the words hang on a clause or an apposition the trigger is not in."""
    span = mention.trigger.doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return False
    above = {mention.trigger, *mention.trigger.ancestors}
    word = span.root
    while word not in above and word.head != word:
        if word.dep_ in ("appos", "relcl"):
            return True
        word = word.head
    tells = word.lemma_.lower() in words("tellers", "say")
    return tells and word != mention.trigger and word != mention.verb


def _of_the_telling(mention: Mention, date: Found[DateRead]) -> bool:
    """True for "announced on Tuesday": a verb of telling right before the date."""
    doc = mention.trigger.doc
    opens = date.start <= _OPENING and _ANNOUNCES.match(text_of(doc), date.end)
    if opens and opens.end() <= mention.trigger.idx:
        return True
    span = doc.char_span(date.start, date.end, alignment_mode="expand")
    for back in range(1, _SAID_WITHIN):
        if span is None or span.start - back < 0:
            return False
        token = doc[span.start - back]
        if token.i == mention.trigger.i or token.text in ",;:":
            return False
        if token.pos_ == "VERB":
            return token.lemma_.lower() in words("tellers", "say")
    return False


def when(date: Found[DateRead] | None, text: str) -> When:
    """The time as a claim holds it; `text` is the report's own words for it."""
    if date is None:
        return When()
    return When(date.value.edtf, " ".join(text.split()))


def nearby_places(
    places: Sequence[Found[Where]], at: int, people: Sequence[tuple[int, int]]
) -> list[Found[Where]]:
    """Places of a sentence that are not parts of a person's name, nearest first."""
    free = [p for p in places if not any(s < p.end and p.start < e for s, e in people)]
    near = [p for p in free if _distance(p, at) <= _FAR]
    return sorted(near, key=lambda p: _distance(p, at))[:4]


def is_scene(doc: Doc, start: int, end: int) -> bool:
    """True where the words say where: "in Varesh", not "the Varesh agency said".

    Nor is it where somebody told of it: "told reporters in Geneva".
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or _TELLS_IN.search(text_of(doc)[:start]):
        return False
    if _LED.search(text_of(doc)[:start]):
        return True
    root = span.root
    for _ in range(5):
        if root.dep_ == "pobj" and _is_locative(root.head):
            return True
        if root.dep_ not in _LEADS_UP:
            break
        root = root.head
    return root.dep_ == "npadvmod"


def _is_locative(preposition: Token) -> bool:
    """True for "in", "near"; for "of" only in "the town of", "north of"."""
    low = preposition.lower_
    if low == "of":
        return preposition.head.lemma_.lower() in _AREAS
    if low == "from":
        left = words("grammar", "scene_pictures") | words("grammar", "scene_left")
        return preposition.head.lemma_.lower() in left
    return low in _PLACING


def _distance(found: Found[Where] | Found[DateRead], at: int) -> int:
    """Letters between a find and the word; what follows the word counts as nearer."""
    if found.start >= at:
        return found.start - at
    return (at - found.end) + 15


def cause_of(sentence: str, before: str = "") -> tuple[Cause, tuple[int, int] | None]:
    """What the harm was done with, and where the sentence says so.

    Example:
        >>> cause_of("Two men were shot dead.")
        (<Cause.SMALL_ARMS: 'small arms and light weapons'>, (13, 17))
    """
    for label, pattern in phrases("scene", "cause").items():
        if match := pattern.search(sentence):
            return Cause(label), match.span()
    for label, pattern in phrases("scene", "cause").items():
        if before and pattern.search(before):
            return Cause(label), None
    return Cause.UNKNOWN, None
