"""A total divided in a sentence of its own: "by province: 200 in Tolmin and 112 in"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from tasjil.model.acts import PerpetratorStance, Stance
from tasjil.model.claim import Perpetrator
from tasjil.model.persons import VictimGroup
from tasjil.model.places import Where
from tasjil.model.quantity import Quantity
from tasjil.model.report import Report
from tasjil.read.drafts.draft import Draft, Part
from tasjil.read.found import Found
from tasjil.read.sentence import Sentence

_OPENS = re.compile(
    r"^\W*(?:و)?(?:(?:توز|تتوز|يتوز|وز)[^\s:]*\s+[^:]{0,60}"
    r"|(?:ب|ي)?(?:حسب|وفق)\s+(?:ال)?(?:محافظ|مناطق|جه|مدن|بلد|أطراف|اطراف|قو|فاعل)[^:]{0,40}"
    r"|(?:الحصيلة|التوزيع)[^:]{0,40}(?:حسب|بحسب|وفق)[^:]{0,40}):\s*"
)
_NUMBER = r"(?P<n>[0-9٠-٩][0-9٠-٩,٬]*)"
_NOUN = r"(?:\s+(?:مدني|شخص|قتيل|ضحية|قتلى|أشخاص|مدنيين)[^\s،؛.]{0,3})?"
_ENDS = r"(?=\s*(?:[،,؛;.]|$)|\s+و)"
_IN = re.compile(
    rf"(?:(?<=:)|(?<=:\s)|[،,؛;]\s*|\s+)(?:و\s*)?{_NUMBER}{_NOUN}\s+في\s+(?P<what>[^،,؛;.0-9]{{2,40}}?){_ENDS}"
)
_BEFORE = re.compile(
    rf"(?:(?<=:)|(?<=:\s)|[،,؛;]\s*|\s+و)(?P<what>[^\W\d_][^،,؛;.:0-9]{{1,60}}?)\s*:?\s+{_NUMBER}{_NOUN}"
    r"(?=\s*(?:[،,؛;.]|$)|\s+و)"
)
_FORCES = re.compile(
    r"(?<!\w)(?:ال)?(?:قوات|جيش|حرس|جبهة|ميليشي\w*|مليشي\w*|فصائل|جماع\w*|حزب|تنظيم|"
    r"مسلح\w*|جهات|أطراف|كتيبة|كتائب|لواء|فرقة|نظام|هيئة|مجموعات)(?!\w)"
)
_FEWEST = 2
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789", ",٬")


@dataclass(frozen=True, slots=True)
class _Item:
    """One number of the division; offsets are the sentence's."""

    number: tuple[int, int]
    what: tuple[int, int]
    value: int


def is_division(text: str) -> bool:
    """True for a sentence that only divides a total told before.

    Example:
        >>> is_division("وبحسب المحافظات: 200 في تولمين و112 في فاريش.")
        True
    """
    return _OPENS.match(text) is not None and len(_items(text)) >= _FEWEST


def _items(text: str) -> list[_Item]:
    """The numbers behind the colon, each with its place or its doer."""
    opened = _OPENS.match(text)
    start = opened.end() if opened else len(text)
    for pattern in (_IN, _BEFORE):
        found = list(pattern.finditer(text, start))
        if len(found) >= _FEWEST:
            return [
                _Item(m.span("n"), m.span("what"), int(m["n"].translate(_DIGITS)))
                for m in found
            ]
    return []


def divided(
    report: Report,
    sentence: Sentence,
    whole: Draft,
    places: Callable[[str], Sequence[Found[Where]]],
) -> Iterator[Draft]:
    """A draft for each number of a division, a part of the total told before.

    Args:
        report: The report.
        sentence: A sentence for which `is_division` is true.
        whole: The total.
        places: Finds the places of a text.
    """
    found = places(sentence.text)
    for item in _items(sentence.text):
        if item.value > (whole.quantity.highest_stated or 0):
            continue
        draft = _part(report, sentence, whole, item)
        _say_what(report, sentence, draft, item, found)
        yield draft


def _part(report: Report, sentence: Sentence, whole: Draft, item: _Item) -> Draft:
    """The total's draft with one number."""
    span = sentence.span(*item.number)
    text = report.text[slice(*span)]
    kept = {k: v for k, v in whole.spans.items() if k in ("when", "act", "cause")}
    return replace(
        whole,
        passage=(sentence.start, sentence.end),
        sentence=sentence.index,
        mention=(sentence.index, -7000 - item.number[0]),
        quantity=Quantity(item.value, item.value, text),
        victims=VictimGroup(text=text, status=whole.victims.status),
        stance=Stance.STATED if whole.stance is Stance.VERIFIED else whole.stance,
        perpetrator=Perpetrator(),
        part=Part.AMONG,
        within=whole,
        same_as=None,
        definite=False,
        pronoun=False,
        more=False,
        plural=item.value > 1,
        spans={**kept, "quantity": span, "victims": span},
    )


def _say_what(
    report: Report,
    sentence: Sentence,
    draft: Draft,
    item: _Item,
    places: Sequence[Found[Where]],
) -> None:
    """Write the place of a number, or whose doing it was."""
    span = sentence.span(*item.what)
    text = " ".join(report.text[slice(*span)].split())
    if _FORCES.search(text):
        draft.perpetrator = Perpetrator(text, PerpetratorStance.NAMED)
        draft.spans["perpetrator"] = span
        return
    start, end = item.what
    inside = [p for p in places if start <= p.start and p.end <= end]
    where = replace(inside[0].value, text=text) if inside else Where(text)
    draft.where, draft.of_a_place = (where,), True
    draft.spans["where"] = span
