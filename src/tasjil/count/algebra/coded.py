"""Claims written as numbers, one column for each thing a count asks of them."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from tasjil.count.algebra.numbers import Numbers, told
from tasjil.count.algebra.runs import UNTOLD, Bools, Ints
from tasjil.count.evidence import Evidence
from tasjil.model.acts import Act, Level
from tasjil.model.claim import Claim
from tasjil.model.ids import ReportId
from tasjil.model.persons import Status

STATUS_BITS = {status: 1 << nth for nth, status in enumerate(Status)}

Group = tuple[ReportId, str]
Groups = dict[Group, int]


@dataclass(frozen=True, slots=True)
class Coded:
    """One row for each claim, in the order of the claims' ids.

    Attributes:
        report: A number for the report.
        group: A number for the report's group of victims.
        root: The number of the widest group that holds them; the same where none does.
        above: The groups that hold them, nearest first, a column for each step.
        is_event: Whether it numbers a whole event.
        status: A bit for the victims' status.
        teller: A number for the first teller.
        tellers: The keys of the first tellers, by their number.
        names: The claims that name somebody.
        reports: How many reports there are.
        groups: How many groups.
    """

    claims: tuple[Claim, ...]
    report: Ints
    group: Ints
    root: Ints
    above: tuple[Ints, ...]
    numbers: Numbers
    is_event: Bools
    status: Ints
    teller: Ints
    tellers: tuple[str, ...]
    names: Ints
    reports: int
    groups: int

    @classmethod
    def of(cls, claims: Sequence[Claim], evidence: Evidence) -> "Coded":
        """Write claims as numbers; a claim without a first teller has an own one."""
        groups: Groups = {}
        group = [
            groups.setdefault((each.report, each.group), len(groups)) for each in claims
        ]
        root, above = _nested(claims, evidence, groups, group)
        origins = evidence.origins
        keys = [
            origins[each.id].key if each.id in origins else f"claim:{each.id}"
            for each in claims
        ]
        teller, tellers = numbered(keys)
        named = [n for n, each in enumerate(claims) if each.victims.names]
        report, reports = numbered([each.report for each in claims])
        return cls(
            claims=tuple(claims),
            report=report,
            group=np.array(group, np.int64),
            root=root,
            above=above,
            numbers=Numbers.of(told(each.quantity) for each in claims),
            is_event=np.array([c.level is Level.INCIDENT for c in claims], np.bool_),
            status=_bits(claims),
            teller=teller,
            tellers=tuple(tellers),
            names=np.array(named, np.int64),
            reports=len(reports),
            groups=len(groups),
        )


def numbered(values: Sequence[Hashable]) -> tuple[Ints, list[str]]:
    """Number values in the order in which they first come, and list them.

    Example:
        >>> codes, values = numbered(["b", "a", "b"])
        >>> codes.tolist(), values
        ([0, 1, 0], ['b', 'a'])
    """
    found: dict[Hashable, int] = {}
    codes = [found.setdefault(value, len(found)) for value in values]
    return np.array(codes, np.int64), [str(value) for value in found]


def _bits(claims: Iterable[Claim]) -> Ints:
    return np.array([STATUS_BITS[each.victims.status] for each in claims], np.int64)


def _nested(
    claims: Sequence[Claim], evidence: Evidence, groups: Groups, group: list[int]
) -> tuple[Ints, tuple[Ints, ...]]:
    """Give each claim's widest group, and the groups above it, step by step.

    Claims of one group and act are of the same victims, so they have one widest group:
    that of the first of them.
    """
    nesting = evidence.nesting
    root = np.array(group, np.int64)
    steps: list[Ints] = []
    roots: dict[tuple[int, Act], int] = {}
    for n, claim in enumerate(claims):
        if claim.part_of is None and (claim.report, claim.group) not in nesting.parents:
            continue
        whole = (claim.report, nesting.whole_of(claim))
        own = groups.setdefault(whole, len(groups))
        root[n] = roots.setdefault((group[n], claim.act), own)
        for depth, name in enumerate(nesting.above(claim)):
            if depth == len(steps):
                steps.append(np.full(len(claims), UNTOLD))
            steps[depth][n] = groups.setdefault((claim.report, name), len(groups))
    return root, tuple(steps)
