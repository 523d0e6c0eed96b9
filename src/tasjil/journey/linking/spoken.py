"""A word on two records: as it is kept, and which one stands."""

from collections.abc import Iterable
from datetime import datetime

from tasjil.link.named import mention_of
from tasjil.link.review.answers import standing_words
from tasjil.link.words import Pair
from tasjil.model.ids import UserId
from tasjil.model.judgement import Judgement, PairKind, Verdict


def word_on(
    pair: Pair, verdict: Verdict, by: UserId, at: datetime, because: str
) -> Judgement:
    """Put a word into the form it is kept in: two names in reports are victims."""
    mentions = tuple(mention_of(each) for each in pair)
    kind, ids = PairKind.RECORDS, pair
    if mentions[0] is not None and mentions[1] is not None:
        kind, ids = PairKind.VICTIMS, (mentions[0], mentions[1])
    return Judgement(kind, *ids, verdict, by, at.isoformat(), because)


def last_word(
    told: Iterable[Judgement], *, by: str | None = None, pair: Pair | None = None
) -> Judgement | None:
    """Give the last word that was not taken back: of a person, or on a pair."""
    found = [
        each
        for each in standing_words(told)
        if (by is None or each.by == by) and (pair is None or each.pair == pair)
    ]
    return found[-1] if found else None


def verdict_before(told: Iterable[Judgement], word: Judgement) -> Verdict:
    """Give the verdict that stood on a pair before a word; none is "cannot tell"."""
    own = [each for each in standing_words(told) if each.pair == word.pair]
    earlier = own[: own.index(word)]
    return earlier[-1].verdict if earlier else Verdict.CANNOT_TELL
