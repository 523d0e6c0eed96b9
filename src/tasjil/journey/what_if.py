"""Counts as it would be without a source, or by another rule; keeps nothing of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from tasjil.errors import BadValue
from tasjil.journey.case import Case
from tasjil.journey.count import Counted, Held, count_held, held_by
from tasjil.journey.moved import Moved, figures_moved, rows_moved
from tasjil.journey.named_sources import SourcesOfCase
from tasjil.journey.opening import Key, open_register
from tasjil.journey.protect import shown_to_all
from tasjil.journey.reconcile import reconcile_counted
from tasjil.model.ids import ClaimId
from tasjil.model.json import to_json
from tasjil.model.judgement import ClaimState
from tasjil.model.proof import StandardOfProof
from tasjil.model.reconciliation import BoundRange
from tasjil.model.scope import Disagreement, Treated
from tasjil.model.tally import Origin
from tasjil.register.deeds import Deed


@dataclass(frozen=True, slots=True)
class Asked:
    """What would be otherwise.

    Attributes:
        without: Sources to leave out, each by id, name or variant.
        standard: Another standard of proof for what is verified.
        rules: Another treatment where tellers disagree, by element.
        prefer: Sources to follow where the rule is to prefer one, the first first.
        accepted_only: Leave out every claim that no person accepted.
    """

    without: tuple[str, ...] = ()
    standard: StandardOfProof | None = None
    rules: Mapping[Treated, Disagreement] = field(default_factory=dict, hash=False)
    prefer: tuple[str, ...] = ()
    accepted_only: bool = False

    def __post_init__(self) -> None:
        """Refuse a question that changes nothing."""
        rules = (self.standard, self.rules, self.prefer)
        if not (self.without or self.accepted_only or any(rules)):
            raise BadValue(
                "expected something to change (--without, --standard, --rule, --prefer "
                "or --accepted-only), found nothing"
            )


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The count as it is and as it would be.

    Attributes:
        asked: What was asked, with every source by the name it is listed by.
        claims: How many claims there are, and how many would be left.
        incidents: The same for incidents in the count.
        totals: The same for the totals that others stated.
        range: The tightest range that all totals allow together, before and after.
        figures: Every figure, moved or not.
        rows: The rows that move.
        adrift: How many assessments would no longer stand in one incident.
        own_records: Only what whoever asked captured is counted.
    """

    asked: Asked
    claims: tuple[int, int]
    incidents: tuple[int, int]
    totals: tuple[int, int]
    range: tuple[BoundRange, BoundRange]
    figures: tuple[Moved, ...]
    rows: tuple[Moved, ...]
    adrift: int = 0
    own_records: bool = False


def what_if(case: Case, key: Key, asked: Asked) -> WhatIf:
    """Count twice: as it is, and as it would be. Nothing is written.

    Raises:
        NoSuchSource: Nobody of the name tells anything; the message has the nearest.
        NoRegister: The case has not been built yet.
        NotAllowed: Whoever opened it may see figures, and no claims.
    """
    with open_register(case, key) as register:
        held = held_by(register, Deed.LOOK_AT_REPORTS)
    before = count_held(case, held)
    sources = SourcesOfCase.of(case.sources)
    other_case = _by_other_rules(case, asked, sources)
    kept = _kept(held, before, asked, sources)
    after = count_held(other_case, kept)
    drifting = len(after.evidence.standings.adrift)
    one = shown_to_all(case, before).counted
    other = shown_to_all(other_case, after).counted
    return WhatIf(
        asked=_named(asked, sources),
        claims=(len(held.claims), len(kept.claims)),
        incidents=(_counted_in(one), _counted_in(other)),
        totals=(len(one.tally.aggregates), len(other.tally.aggregates)),
        range=(
            reconcile_counted(case, one, []).range,
            reconcile_counted(other_case, other, []).range,
        ),
        figures=figures_moved(one.tally, other.tally),
        rows=rows_moved(one.tally, other.tally),
        adrift=drifting - len(before.evidence.standings.adrift),
        own_records=before.own_records,
    )


def _counted_in(counted: Counted) -> int:
    return sum(len(figure.incidents) for figure in counted.tally.figures)


def _by_other_rules(case: Case, asked: Asked, sources: SourcesOfCase) -> Case:
    scope, codebook = case.scope, case.codebook
    if asked.standard is not None:
        scope = replace(scope, standard=asked.standard)
    if asked.rules:
        codebook = replace(codebook, treatment={**codebook.treatment, **asked.rules})
    if asked.prefer:
        first = tuple(sources.listed(name).id for name in asked.prefer)
        later = tuple(each for each in codebook.prefer if each not in first)
        codebook = replace(codebook, prefer=(*first, *later))
    return replace(case, scope=scope, codebook=codebook)


def _kept(held: Held, before: Counted, asked: Asked, sources: SourcesOfCase) -> Held:
    """Leave out what a source told first or passed on, and what nobody accepted.

    What it passed on and another passed on as well is still there, in the other's
    report.
    """
    told = before.evidence.origins
    leave = [sources.tells(name, told.values()) for name in asked.without]
    claims = {
        id: claim
        for id, claim in held.claims.items()
        if not _through(told.get(id), leave)
        and (not asked.accepted_only or _accepted(held, id))
    }
    return replace(held, claims=claims)


def _through(origin: Origin | None, leave: list[Callable[[Origin], bool]]) -> bool:
    return origin is not None and any(tells(origin) for tells in leave)


def _accepted(held: Held, claim: ClaimId) -> bool:
    return held.states.get(claim) is ClaimState.ACCEPTED


def _named(asked: Asked, sources: SourcesOfCase) -> Asked:
    """Give the question with every listed source by its id."""
    return replace(
        asked,
        without=tuple(sources.named(name) for name in asked.without),
        prefer=tuple(sources.named(name) for name in asked.prefer),
    )


def what_if_json(case: Case, found: WhatIf) -> dict[str, Any]:
    """Put the two counts into a form for programs."""
    plain: dict[str, Any] = to_json(found)
    for name in ("claims", "incidents", "totals", "range"):
        before, after = plain[name]
        plain[name] = {"before": before, "after": after}
    own = {"own_records": plain.pop("own_records")} if found.own_records else {}
    return {"case": case.id, **plain, **own}


def sentences(found: WhatIf) -> Iterator[str]:
    """Say what would be gone beside the figures."""
    before, after = found.claims
    if after < before:
        yield f"{before - after:,} of {before:,} claims would be left out"
    counted = (
        ("incidents in the count", found.incidents),
        ("totals that others stated", found.totals),
    )
    for what, (was, would) in counted:
        if was != would:
            yield f"{what}: {was:,}, then {would:,}"
    for figure in found.figures if after < before else ():
        if figure.before and figure.after and figure.after.floor > figure.before.floor:
            yield f"{figure.act}: a lower figure that held the floor down is left out"
    if found.adrift > 0:
        yield (
            f"assessments whose claims would be left out: {found.adrift:,}; "
            "they would verify nothing"
        )
