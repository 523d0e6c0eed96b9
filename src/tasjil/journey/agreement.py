"""Measures how far people agree who judged the same claims, or the same element."""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass

from tasjil.assess.agreement import Agreement, Measure, agreement
from tasjil.assess.standing import Holders
from tasjil.journey.case import Case
from tasjil.journey.count import count_register
from tasjil.journey.opening import Key, open_register
from tasjil.model.ids import ClaimId
from tasjil.model.judgement import ClaimState


@dataclass(frozen=True, slots=True)
class Asked:
    """One question that several people answered, and how far they agreed."""

    question: str
    measure: Measure
    found: Agreement


def measure_agreement(case: Case, key: Key) -> tuple[Asked, ...]:
    """Measure agreement on claims, on standings, and on numbers.

    Each person's last word on a unit is theirs. Whether they judged apart from each
    other, or after talking, is not known here.

    Raises:
        NotAllowed: Whoever opened the register may not look at judgements.
    """
    claims: dict[Hashable, dict[str, Hashable]] = defaultdict(dict)
    standings: dict[Hashable, dict[str, Hashable]] = defaultdict(dict)
    numbers: dict[Hashable, dict[str, Hashable]] = defaultdict(dict)
    with open_register(case, key) as register:
        counted = count_register(case, register)
        for judged in register.judgements():
            claims[judged.claim][judged.by] = str(judged.state)
        states = counted.evidence.states
        rejected = [c for c in states if states[c] is ClaimState.REJECTED]
        holders = Holders.of(
            counted.incidents, counted.evidence.victims, list[ClaimId](rejected)
        )
        for _, told in register.assessments():
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
    )
