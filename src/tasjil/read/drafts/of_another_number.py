"""A draft of one more number of a sentence, in all else like a draft beside it."""

from dataclasses import replace

from tasjil.model.quantity import Quantity
from tasjil.read.drafts.draft import Draft, Part
from tasjil.read.sentence import Sentence

OWN = frozenset(["quantity", "victims", "names", "age"])
"""What a number has of its own: never taken from another."""


def of_another_number(
    base: Draft,
    sentence: Sentence,
    start: int,
    quantity: Quantity,
    span: tuple[int, int],
) -> Draft:
    """Make a draft for a number that no verb of its own tells.

    Args:
        base: The draft it is like.
        sentence: The sentence of the number.
        start: Where the number begins in the sentence; keeps it a mention of its own.
        quantity: The number with its words.
        span: Where its words stand in the report.
    """
    words = quantity.text
    spans = {name: at for name, at in base.spans.items() if name not in OWN}
    return replace(
        base,
        passage=(sentence.start, sentence.end),
        sentence=sentence.index,
        mention=(sentence.index, -20000 - start),
        quantity=quantity,
        victims=replace(base.victims, text=words, names=(), age=None),
        spans=spans | {"quantity": span, "victims": span},
        part=Part.MAIN,
        within=None,
        same_as=None,
        pronoun=False,
        definite=False,
        of_a_place=False,
        plural=True,
        antecedent=None,
    )
