"""Every total of a case with its scope in a form that can be compared."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from tasjil.count.evidence import Evidence
from tasjil.count.placebook import PlaceBook, finest
from tasjil.count.reconcile.areas import Area, area_of
from tasjil.count.reconcile.ground import Ground
from tasjil.count.reconcile.kinds import Relays, bound_of
from tasjil.count.reconcile.parties import party_key
from tasjil.count.reconcile.periods import Period, period_of
from tasjil.count.reconcile.superseding import Seen, superseded
from tasjil.count.reconcile.who import counts_all_of_them, statuses_of, who_in_words
from tasjil.model.acts import Act
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, FigureId
from tasjil.model.persons import AgeGroup, Sex, Status
from tasjil.model.reconciliation import BoundKind, StatedScope
from tasjil.model.tally import AggregateStatement, Origin, Tally

NOBODY = Origin("unnamed:unknown", "unknown")


@dataclass(frozen=True, slots=True)
class Total:
    """One total with its scope in a form that can be compared.

    Attributes:
        stated: The same as people read it.
        starts: The first day of harm that it may count; None for any.
        ends: The last day it counts: told, or the day it was published.
        period: The same with the days it certainly covers.
        statuses: Every status its people may have; all four where it counts everybody.
        words: The words for its people.
        party: The alleged perpetrator's name, spellings put together; None for any.
        parts: Totals that are parts of it.
    """

    stated: StatedScope
    statement: AggregateStatement
    act: Act
    area: Area
    period: Period
    status: Status
    statuses: frozenset[Status]
    sex: Sex
    age_group: AgeGroup
    communities: tuple[str, ...]
    words: str | None
    party: str | None
    parts: tuple[FigureId, ...] = ()

    @property
    def starts(self) -> date | None:
        """The first day of harm that it may count; None for any."""
        return self.period.starts

    @property
    def ends(self) -> date | None:
        """The last day of harm that it may count; None where nothing tells."""
        return self.period.ends


def totals(
    tally: Tally,
    evidence: Evidence,
    book: PlaceBook,
    relays: Relays | None = None,
    derived: frozenset[ClaimId] = frozenset(),
) -> tuple[Total, ...]:
    """Give every total that has a number, with its scope.

    A part that names no place or no time has those of its whole.

    Args:
        tally: The tally beside which they stand.
        evidence: The claims behind them.
        book: What is known of places.
        relays: Whom each source is known to pass on.
        derived: Claims whose figure was taken from others; a total that every telling
            takes from others bounds nothing.

    Returns:
        In the order of the tally: by first publication, then id.
    """
    ground = Ground(book)
    parts: dict[FigureId, list[FigureId]] = defaultdict(list)
    for statement in tally.aggregates:
        if statement.part_of is not None:
            parts[statement.part_of].append(statement.id)
    found = {
        each.id: _total(each, evidence, ground, relays or {}, tuple(parts[each.id]))
        for each in tally.aggregates
    }
    whole = [
        _with_its_whole(_of_others(each, derived), found) for each in found.values()
    ]
    # Two tellers without a name may be two: neither speaks for the other.
    later = superseded([_seen(each) for each in whole if is_somebody(each.statement)])
    return tuple(_marked(each, later.get(each.statement.id)) for each in whole)


def _total(
    statement: AggregateStatement,
    evidence: Evidence,
    ground: Ground,
    relays: Relays,
    parts: tuple[FigureId, ...],
) -> Total:
    claims = [evidence.claims[claim] for claim in statement.claims]
    period = period_of(claims, statement.published)
    described = next((each for each in claims if each.victims.text), claims[0])
    return Total(
        stated=_stated(statement, claims, evidence, relays, period),
        statement=statement,
        act=statement.act,
        area=area_of(claims, ground),
        period=period,
        status=Status(statement.status),
        statuses=statuses_of(claims),
        sex=_sex(claims),
        age_group=_age(claims),
        communities=_communities(claims),
        words=described.victims.text,
        party=party_key(statement.perpetrator),
        parts=parts,
    )


def _stated(
    statement: AggregateStatement,
    claims: list[Claim],
    evidence: Evidence,
    relays: Relays,
    period: Period,
) -> StatedScope:
    origin = evidence.origins.get(statement.claims[0], NOBODY)
    all_of_them = counts_all_of_them(claims)
    return StatedScope(
        statement=statement.id,
        claim=statement.claims[0],
        first_teller=statement.first_teller,
        teller_key=statement.teller_key,
        low=statement.low,
        high=statement.high,
        bound=bound_of(statement, claims, origin, relays, all_of_them=all_of_them),
        basis=statement.basis,
        edtf=statement.edtf,
        where=_places_named(claims) or statement.where,
        who=who_in_words(statuses_of(claims), claims, statement.status),
        status=statement.status,
        perpetrator=statement.perpetrator,
        counted_until=_day(period.ends) or statement.published,
        published=statement.published,
        part_of=statement.part_of,
    )


def _places_named(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Give the finest places that every telling names, or those of the first."""
    told = [
        tuple(dict.fromkeys(each.name or each.text for each in finest(claim.where)))
        for claim in claims
        if claim.where
    ]
    if not told:
        return ()
    shared = set(told[0]).intersection(*told)
    return tuple(name for name in told[0] if name in shared) or told[0]


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _sex(claims: Iterable[Claim]) -> Sex:
    told = (each.victims.sex for each in claims)
    return next((sex for sex in told if sex is not Sex.UNKNOWN), Sex.UNKNOWN)


def _age(claims: Iterable[Claim]) -> AgeGroup:
    told = (each.victims.age_group for each in claims)
    return next((age for age in told if age is not AgeGroup.UNKNOWN), AgeGroup.UNKNOWN)


def _communities(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c for each in claims for c in each.victims.communities))


def _of_others(total: Total, derived: frozenset[ClaimId]) -> Total:
    if not derived.issuperset(total.statement.claims):
        return total
    return replace(total, stated=replace(total.stated, bound=BoundKind.NEITHER))


def _with_its_whole(total: Total, found: Mapping[FigureId, Total]) -> Total:
    """Give a part the place and time of its whole where it has none of its own."""
    whole = found.get(total.statement.part_of or FigureId(""))
    if whole is None:
        return total
    if total.area.untold and not whole.area.untold:
        total = replace(total, area=replace(whole.area, inner=frozenset()))
    if total.statement.edtf is None and whole.statement.edtf is not None:
        total = replace(total, period=replace(whole.period, certain=None))
    return total


def is_somebody(statement: AggregateStatement) -> bool:
    """Tell whether its teller can be told from every other."""
    nobody = "unnamed", "withheld", NOBODY.key
    return not statement.teller_key.startswith(nobody)


def _seen(total: Total) -> Seen:
    return Seen(
        statement=total.statement.id,
        scope=(
            total.statement.teller_key,
            total.act,
            frozenset(total.area.told),
            total.statuses,
            total.sex,
            total.age_group,
            total.communities,
            total.party,
        ),
        published=total.statement.published,
        starts=total.starts,
        ends=total.ends,
        bound=total.stated.bound,
    )


def _marked(total: Total, later: FigureId | None) -> Total:
    return replace(total, stated=replace(total.stated, superseded_by=later))
