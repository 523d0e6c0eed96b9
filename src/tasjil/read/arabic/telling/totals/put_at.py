"""Another figure for people told before: "elders put the number at more than 1,300"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasjil.model.acts import Stance
from tasjil.model.report import Report
from tasjil.read.arabic.numbers.quantities import find_quantities
from tasjil.read.drafts.draft import Draft, Part
from tasjil.read.sentence import Sentence

_PUT = re.compile(
    r"(?<!\w)(?:و|ف)?(?P<verb>قدّ?ر(?:ت|وا)?|يقدّ?ر(?:ون)?|تقدّ?ر|حدّ?د(?:ت)?|وضع(?:ت)?)\s+"
    r"(?P<who>[^،.؛:0-9]{3,50}?)\s+"
    r"(?:العدد|الحصيلة|الرقم|عددهم|عدد\s+(?:القتلى|الضحايا|الشهداء))\s+(?=ب|عند)"
)
_FIGURE = re.compile(r"(?:ب|عند\s+)(?P<n>(?:[^\W\d_]+\s+){0,4}[0-9٠-٩][0-9٠-٩,٬]*)")
_PERSONS = "شخص"
_NEAR = 3


def put_at(
    report: Report,
    sentence: Sentence,
    told: Sequence[Draft],
) -> Iterator[Draft]:
    """A draft of the people told last with the figure that others put them at.

    Args:
        report: The report.
        sentence: The sentence.
        told: What was read so far.
    """
    match = _PUT.search(sentence.text)
    before = [d for d in told if 0 < sentence.index - d.sentence <= _NEAR and _is(d)]
    said = _FIGURE.match(sentence.text, match.end()) if match else None
    if match is None or said is None or not before:
        return
    read = find_quantities(f"{said['n']} {_PERSONS}")
    if not read:
        return
    whole, number = before[-1], read[0]
    span = sentence.span(*said.span("n"))
    text = " ".join(report.text[slice(*span)].split())
    kept = {k: v for k, v in whole.spans.items() if k.split(".")[0] in _KEPT}
    yield replace(
        whole,
        passage=(sentence.start, sentence.end),
        sentence=sentence.index,
        mention=(sentence.index, -9000 - said.start("n")),
        quantity=replace(number.value.quantity, text=text),
        victims=replace(whole.victims, text=text, names=()),
        stance=Stance.ESTIMATED if "قد" in match["verb"] else Stance.STATED,
        same_as=whole,
        within=None,
        part=Part.MAIN,
        definite=False,
        pronoun=False,
        plural=True,
        spans={**kept, "quantity": span, "victims": span},
    )


def _is(draft: Draft) -> bool:
    """True for a number of people that can be told anew."""
    many = (draft.quantity.highest_stated or 0) > 1
    return many and draft.part is Part.MAIN and draft.within is None


_KEPT = frozenset(["when", "where", "cause"])
