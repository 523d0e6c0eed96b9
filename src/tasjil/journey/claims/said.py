"""What people said of claims and did not take back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tasjil.model.ids import ClaimId
from tasjil.model.judgement import ClaimJudgement


def still_said(judgements: Iterable[ClaimJudgement]) -> Iterator[ClaimJudgement]:
    """Give the judgements that nobody took back, claim by claim, oldest first.

    Taking something back is no word of its own on what the words say.
    """
    said: dict[ClaimId, list[ClaimJudgement]] = defaultdict(list)
    for each in judgements:
        if not each.takes_back:
            said[each.claim].append(each)
        elif said[each.claim]:
            said[each.claim].pop()
    for words in said.values():
        yield from words
