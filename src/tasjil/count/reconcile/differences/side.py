"""One side of a comparison: a total, or a part of it that is held against the other."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tasjil.count.evidence import Evidence
from tasjil.count.reconcile.areas import Area, area_of
from tasjil.count.reconcile.ground import Ground
from tasjil.count.reconcile.parties import party_key
from tasjil.count.reconcile.scopes import Total
from tasjil.count.reconcile.slips.arithmetic import Off, off_by
from tasjil.count.reconcile.slips.statement import Node, Whole, in_words, number, wholes
from tasjil.count.reconcile.slips.taken_over import says_of_others
from tasjil.count.reconcile.who import EVERYBODY, statuses_of
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, FigureId, ReportId
from tasjil.model.persons import AgeGroup, Sex, Status
from tasjil.model.quantity import Quantity
from tasjil.model.tally import Basis

Group = tuple[ReportId, str]


@dataclass(frozen=True, slots=True)
class Side:
    """Some people, how many they are said to be, and whom, where and by whom.

    Attributes:
        total: The total they are, or are a part of; it tells when, and on what basis.
        spread: The area its parts show, where the words of the total leave it open.
        doer: Words for the alleged perpetrator.
        claims: The claims whose words show them.
        parts: What its teller told of it apart; none for a part.
        off: What its own parts miss of it.
        of_others: Its own words say that its teller took it from others.
        basis: What kind of number it is; recorded, in its own words, is documented.
        of_one_party: The sentence that has its number names the party.
        groups: The groups of victims, report by report, that it is told of.
    """

    total: Total
    number: int
    area: Area
    statuses: frozenset[Status]
    sex: Sex
    age_group: AgeGroup
    party: str | None
    doer: str | None
    claims: tuple[ClaimId, ...]
    parts: tuple["Side", ...] = ()
    spread: Area | None = None
    off: Off | None = None
    groups: frozenset[Group] = frozenset()
    of_others: bool = False
    of_one_party: bool = False
    basis: Basis = Basis.REPORTED

    @property
    def name(self) -> str:
        """Who told it first."""
        return self.total.stated.first_teller

    @property
    def teller(self) -> str:
        """The key of who told it first."""
        return self.total.stated.teller_key


Statements = Mapping[ClaimId, Sequence[Whole]]
"""What reports tell apart, by the claims of the whole."""

_RECORDED = re.compile(
    r"\b(?:documented|recorded|registered)\b"
    r"|(?<!\w)و?(?:سجّ?ل|وثّ?ق)ت?(?!\w)|(?<!\w)(?:ال)?موثّ?قة?(?!\w)",
    re.IGNORECASE,
)
"""Words for a count that was kept case by case."""

DEEPEST = 4
"""Parts of parts of parts that are read; a circle of parts would have no end."""


def sides(
    totals: Iterable[Total], evidence: Evidence, ground: Ground
) -> dict[FigureId, Side]:
    """Read every total with the parts that each report gives of it."""
    by_claim: dict[ClaimId, list[Whole]] = defaultdict(list)
    for whole in wholes(evidence):
        for claim in whole.whole.claims:
            by_claim[claim.id].append(whole)
    found = {}
    for total in totals:
        claims = [evidence.claims[each] for each in total.statement.claims]
        own = _side(total, claims)
        names = total.statement.claims
        found[total.statement.id] = _with_parts(own, names, by_claim, ground)
    return found


def _side(total: Total, claims: Sequence[Claim]) -> Side:
    return Side(
        total=total,
        number=total_number(total),
        area=total.area,
        statuses=total.statuses,
        sex=total.sex,
        age_group=total.age_group,
        party=total.party,
        doer=total.statement.perpetrator,
        claims=(total.stated.claim,),
        groups=frozenset((claim.report, claim.group) for claim in claims),
        of_others=any(says_of_others(claim) for claim in claims),
        of_one_party=any(_blames(claim) for claim in claims),
        basis=_basis(total, claims),
    )


def _with_parts(
    side: Side,
    claims: Iterable[ClaimId],
    by_claim: Statements,
    ground: Ground,
    depth: int = DEEPEST,
) -> Side:
    found = {
        whole.whole.head.id: whole
        for claim in claims
        for whole in by_claim.get(claim, ())
    }
    told = [found[head] for head in sorted(found)]
    parts = []
    for node in (node for each in told for node in each.parts):
        part = _part(side, node, ground)
        names = [claim.id for claim in node.claims]
        if depth > 1:
            part = _with_parts(part, names, by_claim, ground, depth - 1)
        parts.append(part)
    # Where one telling of it adds up, the total does; the others are slips of relays.
    sums = [off_by(each) for each in told]
    off = sums[0] if sums and all(sums) else None
    return replace(side, parts=_once(parts), spread=_spread(side, parts), off=off)


def _basis(total: Total, claims: Iterable[Claim]) -> Basis:
    told = total.stated.basis
    recorded = any(_RECORDED.search(claim.passage.quote) for claim in claims)
    return Basis.DOCUMENTED if told is Basis.REPORTED and recorded else told


def _blames(claim: Claim) -> bool:
    """Tell whether the words for the party stand in the sentence of the number."""
    text = claim.perpetrator.text
    return text is not None and text.casefold() in claim.passage.quote.casefold()


def total_number(total: Total) -> int:
    """Give the number of a total as its words have it.

    A total of which only the most is told ("up to 40") stands for that.
    """
    stated = total.stated
    return in_words(Quantity(stated.low, stated.high, total.statement.figure_text))


def _part(whole: Side, node: Node, ground: Ground) -> Side:
    """Read a part; what it leaves untold is as in its whole."""
    claim = node.head
    told = claim.victims
    own_status = told.status is not Status.UNKNOWN
    return Side(
        total=whole.total,
        number=number(node),
        area=area_of([claim], ground) if claim.where else whole.area,
        statuses=statuses_of([claim]) if own_status else whole.statuses,
        sex=told.sex if told.sex is not Sex.UNKNOWN else whole.sex,
        age_group=_age(claim, whole),
        party=party_key(claim.perpetrator.text) or whole.party,
        doer=claim.perpetrator.text or whole.doer,
        claims=(claim.id,),
        of_one_party=_blames(claim),
        basis=whole.basis,
    )


def _age(claim: Claim, whole: Side) -> AgeGroup:
    told = claim.victims.age_group
    return whole.age_group if told is AgeGroup.UNKNOWN else told


def _once(parts: Iterable[Side]) -> tuple[Side, ...]:
    """Keep one of the parts that several reports of one total tell alike."""
    kept: dict[tuple[object, ...], Side] = {}
    for each in sorted(parts, key=lambda part: part.claims):
        key = (each.number, each.area.told, each.statuses, each.sex, each.age_group)
        kept.setdefault(key, each)
    return tuple(kept.values())


def _spread(whole: Side, parts: Iterable[Side]) -> Area | None:
    """Join the areas of parts that are all of a total, each in places of its own."""
    plain = {
        each.area.told: each
        for each in parts
        if each.statuses == whole.statuses
        and each.sex is whole.sex
        and each.age_group is whole.age_group
        and each.area.told
        and each.area.told != whole.area.told
    }
    if len(plain) < 2 or sum(each.number for each in plain.values()) < whole.number:
        return None
    areas = [each.area for each in plain.values()]
    return joined(areas)


def joined(areas: Iterable[Area]) -> Area:
    """Put areas together into one."""
    kept = list(areas)
    return Area(
        told=tuple(sorted({name for each in kept for name in each.told})),
        inner=frozenset().union(*(each.inner for each in kept)),
        settled=frozenset().union(*(each.settled for each in kept)),
        regions=frozenset().union(*(each.regions for each in kept)),
        around=frozenset().union(*(each.around for each in kept)),
        anywhere=any(each.anywhere for each in kept),
    )


def counts_everybody(side: Side) -> bool:
    """Tell whether it counts people of any status, sex and age."""
    plain = side.sex is Sex.UNKNOWN and side.age_group is AgeGroup.UNKNOWN
    return plain and side.statuses == EVERYBODY
