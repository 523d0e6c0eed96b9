"""What people said of records: answers to learn from, and pairs not to ask again."""

from collections.abc import Iterable, Sequence

from tasjil.link.pairs import Pairs
from tasjil.link.review.learning import Answer, learn
from tasjil.link.review.standing import Standing, chance_same
from tasjil.link.words import Pair, standing
from tasjil.model.ids import RecordId
from tasjil.model.judgement import Judgement, PairKind, Verdict

TAKEN_BACK = "taken back"
"""How the reason begins of a word that takes the one before it back."""


def answers_of(
    judgements: Iterable[Judgement], records: Sequence[RecordId] | Sequence[str]
) -> tuple[Answer, ...]:
    """Give what can be learned from: the last word on each pair, same or different.

    Args:
        judgements: Oldest first. Words on records that are not here are passed over.
        records: Ids, in the order of positions.
    """
    last = standing(judgements, PairKind.RECORDS)
    if not last:
        return ()
    wanted = {each for pair in last for each in pair}
    place = {id: at for at, id in enumerate(records) if id in wanted}
    return tuple(
        Answer(place[one], place[other], verdict is Verdict.SAME)
        for (one, other), verdict in sorted(last.items())
        if one in place and other in place and verdict is not Verdict.CANNOT_TELL
    )


def asked_of(judgements: Iterable[Judgement]) -> frozenset[Pair]:
    """Give the pairs that need not be asked again.

    "Cannot tell" is an answer as well; what was taken back is not.
    """
    last = {each.pair: each for each in judgements if each.kind is PairKind.RECORDS}
    return frozenset(
        pair
        for pair, word in last.items()
        if word.verdict is not Verdict.CANNOT_TELL
        or not word.because.startswith(TAKEN_BACK)
    )


def taught(now: Standing, answers: Sequence[Answer]) -> Pairs:
    """Correct the probabilities of all pairs by people's answers, given who stands.

    Args:
        now: Pairs as the model gave them, and persons put together from them under
            what people said.
        answers: What they said.
    """
    if not answers:
        return now.pairs
    return learn(now.pairs, answers, chance_same(now))


def standing_words(told: Iterable[Judgement]) -> list[Judgement]:
    """Give all words, oldest first, without those taken back and their taking back."""
    kept: list[Judgement] = []
    for each in told:
        if not each.because.startswith(TAKEN_BACK):
            kept.append(each)
            continue
        last = max(
            (n for n, one in enumerate(kept) if one.pair == each.pair), default=None
        )
        if last is not None:
            del kept[last]
    return kept
