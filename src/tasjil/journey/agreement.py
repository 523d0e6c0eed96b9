"""Measures how far people agree who judged the same claim, element or two records."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from tasjil.assess.agreement import Agreement, Measure, agreement
from tasjil.assess.standing import Holders
from tasjil.journey.case import Case
from tasjil.journey.claims.following import assessments_now, words_now
from tasjil.journey.claims.said import still_said
from tasjil.journey.count import count_register
from tasjil.journey.opening import Key, open_register
from tasjil.link.named import as_records
from tasjil.link.review.answers import standing_words
from tasjil.model.ids import ClaimId
from tasjil.model.judgement import LEFT_OUT, Judgement


@dataclass(frozen=True, slots=True)
class Asked:
    """One question that several people answered, and how far they agreed."""

    question: str
    measure: Measure
    found: Agreement


def measure_agreement(case: Case, key: Key) -> tuple[Asked, ...]:
    """Measure agreement on claims, standings, numbers, and who is one person.

    Each person's last word on a unit is theirs. Whether they judged apart from each
    other, or after talking, is not known here.

    Raises:
        NotAllowed: Whoever opened the register may not look at judgements.
    """
    claims: dict[Hashable, dict[str, Hashable]] = defaultdict(dict)
    standings: dict[Hashable, dict[str, Hashable]] = defaultdict(dict)
    numbers: dict[Hashable, dict[str, Hashable]] = defaultdict(dict)
    with open_register(case, key) as register:
        records = on_records(words_now(register))
        counted = count_register(case, register)
        for judged in still_said(register.judgements()):
            claims[judged.claim][judged.by] = str(judged.state)
        states = counted.evidence.states
        rejected = [c for c in states if states[c] in LEFT_OUT]
        holders = Holders.of(
            counted.incidents, counted.evidence.victims, list[ClaimId](rejected)
        )
        for _, told in assessments_now(register):
            about = holders.victim(told) if told.victim else holders.incident(told)
            if about is None:
                continue
            unit = (about, told.element)
            standings[unit][told.by] = str(told.standing)
            if told.number is not None:
                numbers[unit][told.by] = told.number.low
    return (
        Asked("claims", Measure.NOMINAL, agreement(claims)),
        Asked("standings", Measure.NOMINAL, agreement(standings)),
        Asked("numbers", Measure.INTERVAL, agreement(numbers, Measure.INTERVAL)),
        Asked("records", Measure.NOMINAL, agreement(records)),
    )


def on_records(words: Iterable[Judgement]) -> dict[Hashable, dict[str, Hashable]]:
    """Give each person's last word on every two records, without those taken back.

    Args:
        words: On pairs of any kind, oldest first.
    """
    told: dict[Hashable, dict[str, Hashable]] = defaultdict(dict)
    for word in standing_words(as_records(words)):
        told[word.pair][word.by] = str(word.verdict)
    return told
