"""Two readers' claims of one report side by side: same, differing, in one only."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tasjil.model.claim import Claim
from tasjil.model.report import Passage


@dataclass(frozen=True, slots=True)
class Difference:
    """One claim that two readers read in different ways.

    Attributes:
        fields: What they read differently, in the order of a claim's fields.
    """

    fields: tuple[str, ...]
    a: Claim
    b: Claim


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two readers made of one report, in the order of its words."""

    same: tuple[tuple[Claim, Claim], ...]
    differ: tuple[Difference, ...]
    only_a: tuple[Claim, ...]
    only_b: tuple[Claim, ...]

    @property
    def agrees(self) -> bool:
        """True where both made the same of it."""
        return not (self.differ or self.only_a or self.only_b)


def compare(a: Sequence[Claim], b: Sequence[Claim]) -> Comparison:
    """Pair two readers' claims of one report, each claim at most once.

    Claims of one act whose words overlap are a pair: first those that agree on the
    number and the people's words, then what is left over, those with most in common.

    Args:
        a: The claims of one reader.
        b: The claims of another, of the same report.
    """
    pairs = sorted(_candidates(a, b), reverse=True)
    of_a: dict[int, int] = {}
    taken: set[int] = set()
    for _, left, right in pairs:
        if -left not in of_a and -right not in taken:
            of_a[-left] = -right
            taken.add(-right)
    paired = [(a[left], b[of_a[left]]) for left in sorted(of_a)]
    told = [(differing(one, other), one, other) for one, other in paired]
    return Comparison(
        same=tuple((one, other) for fields, one, other in told if not fields),
        differ=tuple(Difference(*each) for each in told if each[0]),
        only_a=tuple(each for n, each in enumerate(a) if n not in of_a),
        only_b=tuple(each for n, each in enumerate(b) if n not in taken),
    )


Alike = tuple[bool, bool, int, int]


def _candidates(
    a: Sequence[Claim], b: Sequence[Claim]
) -> Iterator[tuple[Alike, int, int]]:
    """Pairs of one act on overlapping words; numbers are negative to sort early first.

    Only claims whose words begin before the other's end are looked at.
    """
    order = sorted(range(len(b)), key=lambda n: b[n].passage.start)
    waiting: list[int] = []
    for left in sorted(range(len(a)), key=lambda n: a[n].passage.start):
        here = a[left].passage
        while order and b[order[0]].passage.start < here.end:
            waiting.append(order.pop(0))
        waiting = [n for n in waiting if b[n].passage.end > here.start]
        for right in waiting:
            if a[left].act is b[right].act and _overlap(here, b[right].passage):
                yield _alike(a[left], b[right]), -left, -right


def _overlap(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end


def _alike(a: Claim, b: Claim) -> Alike:
    """How much two claims have in common: people's words and number count most."""
    one, other = _people(a), _people(b)
    people = one[0] < other[1] and other[0] < one[1]
    number = _number(a) == _number(b)
    shared = min(a.passage.end, b.passage.end) - max(a.passage.start, b.passage.start)
    return (people and number, people or number, -len(differing(a, b)), shared)


def _people(claim: Claim) -> tuple[int, int]:
    """Where the words for the people stand; the whole passage where nothing tells."""
    whole = (claim.passage.start, claim.passage.end)
    return claim.spans.get("victims", claim.spans.get("quantity", whole))


def differing(a: Claim, b: Claim) -> tuple[str, ...]:
    """The fields that two claims on the same words read differently.

    Words agree where one holds the other ("the police", "police"). Groups are names
    that each reader gives: only whether a claim is a part of others is compared.
    """
    return tuple(name for name, same in _FIELDS.items() if not same(a, b))


def _number(claim: Claim) -> tuple[object, ...]:
    return claim.quantity.low, claim.quantity.high, claim.quantity.unit


def _equal(value: Callable[[Claim], object]) -> Callable[[Claim, Claim], bool]:
    return lambda a, b: value(a) == value(b)


def _in_words(value: Callable[[Claim], str | None]) -> Callable[[Claim, Claim], bool]:
    return lambda a, b: _hold_each_other(_words(value(a)), _words(value(b)))


def _words(text: str | None) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", (text or "").casefold()))


def _hold_each_other(one: frozenset[str], other: frozenset[str]) -> bool:
    """True where one holds the other, or both are empty."""
    return one == other or bool(one and other and (one <= other or other <= one))


def _names(claim: Claim) -> frozenset[frozenset[str]]:
    return frozenset(_words(name) for name in claim.victims.names)


def _places(claim: Claim) -> frozenset[str]:
    return frozenset((each.name or each.text).casefold() for each in claim.where)


def _first_teller(claim: Claim) -> str | None:
    return claim.first_teller.text if claim.first_teller else None


_FIELDS: Mapping[str, Callable[[Claim, Claim], bool]] = {
    "quantity": _equal(_number),
    "level": _equal(lambda c: c.level),
    "part_of": _equal(lambda c: c.part_of is not None),
    "names": _equal(_names),
    "age": _equal(lambda c: c.victims.age),
    "sex": _equal(lambda c: c.victims.sex),
    "status": _equal(lambda c: c.victims.status),
    "when": _equal(lambda c: c.when.edtf),
    "where": _equal(_places),
    "cause": _equal(lambda c: c.cause),
    "perpetrator": _in_words(lambda c: c.perpetrator.text),
    "perpetrator.stance": _equal(lambda c: c.perpetrator.stance),
    "attribution": _in_words(_first_teller),
    "stance": _equal(lambda c: c.stance),
    "background": _equal(lambda c: c.background),
}
