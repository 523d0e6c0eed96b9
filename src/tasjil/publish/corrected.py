"""How a claim was read before a person corrected it, in words."""

from collections.abc import Iterator

from markupsafe import Markup

from tasjil.model.claim import Claim
from tasjil.publish.edition import Edition

NAMED = (
    *("act", "level", "passage", "group", "part_of", "quantity", "victims", "when"),
    *("where", "cause", "perpetrator", "attribution", "stance", "background"),
)
"""The fields that can be corrected, in the order in which they are named."""


def was_words(edition: Edition, claim: Claim) -> Markup | None:
    """Say how a claim was read at first and which fields changed; None where none did.

    Not what stood in each of them: that is in the log, and may name somebody whom the
    correction took out.
    """
    before = edition.index.view.corrected.get(claim.id)
    if not before:
        return None
    first = before[0]
    return edition.say(
        "claim.was",
        act=edition.word(first.act),
        figure=edition.range(first.quantity.low, first.quantity.high),
        fields=edition.listed(_changed(edition, first, claim)),
    )


def _changed(edition: Edition, before: Claim, after: Claim) -> Iterator[Markup]:
    for name in NAMED:
        if getattr(before, name) != getattr(after, name):
            yield edition.say(f"field.{name}")
