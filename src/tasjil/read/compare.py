"""Two readers' claims of one report side by side: same, differing, in one only."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tasjil.model.claim import Claim
from tasjil.model.report import Passage

_WORD = re.compile(r"\w+")
CROWD = 100
"""Of more claims on the same words than this, only those on the same people pair."""


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
        crowded = len(waiting) > CROWD
        for right in waiting:
            one, other = a[left], b[right]
            may_pair = one.act is other.act and _overlap(here, other.passage)
            if may_pair and (not crowded or _same_people(one, other)):
                yield _alike(one, other), -left, -right


def _overlap(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end


def _alike(a: Claim, b: Claim) -> Alike:
    """How much two claims have in common: people's words and number count most."""
    people = _same_people(a, b)
    number = _number(a) == _number(b)
    shared = min(a.passage.end, b.passage.end) - max(a.passage.start, b.passage.start)
    return (people and number, people or number, -len(differing(a, b)), shared)


def _same_people(a: Claim, b: Claim) -> bool:
    """True where the words for the people overlap."""
    one, other = _people(a), _people(b)
    return one[0] < other[1] and other[0] < one[1]


def _people(claim: Claim) -> tuple[int, int]:
    """Where the words for the people stand; the whole passage where nothing tells."""
    whole = (claim.passage.start, claim.passage.end)
    return claim.spans.get("victims", claim.spans.get("quantity", whole))


def differing(a: Claim, b: Claim) -> tuple[str, ...]:
    """The fields that two claims on the same words read differently.

    Words agree where one holds the other ("the police", "police"). Groups are names
    that each reader gives: only whether a claim is a part of others is compared.
    """
    return tuple(
        name
        for name, field in FIELDS.items()
        if not _same(field, field.read(a), field.read(b))
    )


@dataclass(frozen=True, slots=True)
class Field:
    """One field that two claims are compared in.

    Attributes:
        read: What a claim has there, in words; "" where it has nothing.
        in_words: True where it is enough that one holds the other's words.
    """

    read: Callable[[Claim], str]
    in_words: bool = False


FIELDS: Mapping[str, Field] = {
    "quantity": Field(lambda c: _number(c)),
    "level": Field(lambda c: c.level.value),
    "part_of": Field(lambda c: "" if c.part_of is None else "a part of others"),
    "names": Field(lambda c: _listed(c.victims.names)),
    "age": Field(lambda c: "" if c.victims.age is None else str(c.victims.age)),
    "sex": Field(lambda c: c.victims.sex.value),
    "status": Field(lambda c: c.victims.status.value),
    "when": Field(lambda c: c.when.edtf or ""),
    "where": Field(lambda c: _listed(each.name or each.text for each in c.where)),
    "cause": Field(lambda c: c.cause.value),
    "perpetrator": Field(lambda c: c.perpetrator.text or "", in_words=True),
    "perpetrator.stance": Field(lambda c: c.perpetrator.stance.value),
    "attribution": Field(lambda c: _first_teller(c), in_words=True),
    "stance": Field(lambda c: c.stance.value),
    "background": Field(lambda c: "history" if c.background else ""),
}
"""What is compared, in the order in which differences are told."""


def _same(field: Field, one: str, other: str) -> bool:
    if not field.in_words:
        return one.casefold() == other.casefold()
    words, others = (frozenset(_WORD.findall(x.casefold())) for x in (one, other))
    return words == others or bool(
        words and others and (words <= others or others <= words)
    )


def _number(claim: Claim) -> str:
    low, high, unit = claim.quantity.low, claim.quantity.high, claim.quantity.unit
    ends = f"{'?' if low is None else low} to {'?' if high is None else high}"
    return f"{low if low is not None and low == high else ends} ({unit.value})"


def _listed(values: Iterable[str]) -> str:
    """Values in one order, whichever they were told in."""
    return ", ".join(sorted(" ".join(each.split()) for each in values))


def _first_teller(claim: Claim) -> str:
    return claim.first_teller.text if claim.first_teller else ""
