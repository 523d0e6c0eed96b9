"""A mention made from its trigger, with everybody who is listed beside the victims."""

from collections.abc import Sequence

from spacy.tokens import Token

from tasjil.model.acts import Act
from tasjil.read.english.harm import lists
from tasjil.read.english.harm.mentions import Mention
from tasjil.read.english.text import clauses
from tasjil.read.english.text.phrases import is_person


def made(
    act: Act,
    trigger: Token,
    harmed: Sequence[Token],
    doer: Token | None,
    verb: Token | None = None,
) -> Mention | None:
    """A mention with all victims listed, beside and among; None without people."""
    heads = [h for h in harmed if is_person(h) or h == trigger]
    if not heads:
        return None
    if doer is not None and doer in heads:
        doer = None
    found = lists.all_victims(heads, trigger)
    return Mention(act, trigger, verb or clauses.clause_verb(trigger), found, doer)
