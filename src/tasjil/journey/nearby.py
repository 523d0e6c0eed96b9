"""Counts a few incidents alone, so that nobody waits for the whole case.

What somebody says of an incident is held against that incident as it stands at this
moment: its claims are read live from the register, with every word on them. Who told
first is taken from the last count of the whole case, and so is which incidents there
are; the worker counts everything anew afterwards.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from tasjil.journey.board.sheets import IncidentBody
from tasjil.journey.case import Case
from tasjil.journey.claims.following import Following, following
from tasjil.journey.count import Counted, Held, count_held, linkage_of
from tasjil.journey.pairs import Desk
from tasjil.link.incidents.proposing import incident_name
from tasjil.link.named import mention_id, record_of
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, IncidentId, ReportId, VictimId
from tasjil.model.json import from_json
from tasjil.model.judgement import REPLACED, ClaimState, PairKind, Verdict
from tasjil.model.tally import Origin
from tasjil.register.around import ReportHead, Word
from tasjil.register.made import Made
from tasjil.register.register import Register

REACH = 4
"""How often what people joined since the last count is followed to more incidents."""


@dataclass(frozen=True, slots=True)
class Near:
    """Some incidents, and all that hangs on them, as it stands now.

    Attributes:
        bodies: As the last count left them.
        held: What the register holds of them now.
        made: Claims that people made in one line with theirs, with their numbers.
        words: What people said of pairs of their claims.
        heads: What lists say of the reports that tell of them.
    """

    bodies: dict[IncidentId, IncidentBody]
    held: Held
    made: tuple[tuple[int, Made], ...]
    words: tuple[Word, ...]
    heads: dict[ReportId, ReportHead]

    @property
    def about(self) -> frozenset[str]:
        """How an assessment may say that it is about one of these, or somebody there.

        An incident is named after one of its claims, whichever that was at the time.
        """
        claims = [*self.held.claims.values(), *self.held.goes.was.values()]
        names = {incident_name(each.act, each.id) for each in claims}
        return frozenset(
            {
                *(f"incident:{each}" for each in (*names, *self.bodies)),
                *(f"victim:{each}" for each in _mentions(claims)),
                *(f"victim:{v}" for each in self.bodies.values() for v in each.victims),
            }
        )


def near(register: Register, incidents: Iterable[IncidentId]) -> Near:
    """Read some incidents, and those that were joined to them since the last count.

    A fixed number of queries, whatever the size of the case.

    Raises:
        NotAllowed: Who asks sees figures alone, or their own records alone.
    """
    bodies, made, words = _gathered(register, incidents)
    ids = _line({c for each in bodies.values() for c in each.incident.claims}, made)
    claims: dict[ClaimId, Claim] = {}
    states: dict[ClaimId, ClaimState] = {}
    for claim, state in register.claims_shown(sorted(ids)):
        claims[claim.id], states[claim.id] = claim, state
    goes = following(claims, states, [each for _, each in made])
    heads = register.report_heads({each.report for each in claims.values()})
    standing = {id: claims[id] for id in claims if states[id] not in REPLACED}
    held = Held(
        claims=standing,
        states=states,
        reports={},
        goes=goes,
        origins=_origins(standing, bodies, goes),
        dates={id: head.published for id, head in heads.items()},
    )
    return _with_people(register, Near(bodies, held, made, words, heads), goes)


def counted_near(
    case: Case, register: Register, incidents: Iterable[IncidentId]
) -> Counted:
    """Count some incidents as they stand now, and nothing else."""
    return count_held(case, near(register, incidents).held)


def desk_near(case: Case, register: Register, incidents: Iterable[IncidentId]) -> Desk:
    """Lay some incidents out before somebody who says what is one and what is two.

    Raises:
        NotAllowed: Whoever opened the register may not say what is one.
    """
    return Desk.around(case, register, near(register, incidents).held)


def _gathered(
    register: Register, incidents: Iterable[IncidentId]
) -> tuple[
    dict[IncidentId, IncidentBody], tuple[tuple[int, Made], ...], tuple[Word, ...]
]:
    """Follow people's words from some incidents to those they were joined to."""
    bodies: dict[IncidentId, IncidentBody] = {}
    made: tuple[tuple[int, Made], ...] = ()
    words: tuple[Word, ...] = ()
    wanted = set(incidents)
    for _ in range(REACH):
        new = register.board.sheets(wanted - bodies.keys())
        if not new:
            break
        for id, plain in new.items():
            bodies[IncidentId(id)] = from_json(plain, IncidentBody)
        claims = {c for each in bodies.values() for c in each.incident.claims}
        made = register.made_around(claims)
        line = _line(claims, made)
        words = register.words_on_pairs(line)
        joined = {c for each in words if each.said == Verdict.SAME for c in each.about}
        wanted = set(register.board.incidents_of(map(ClaimId, joined - line)).values())
    return bodies, made, words


def _line(
    claims: Collection[ClaimId], made: Iterable[tuple[int, Made]]
) -> set[ClaimId]:
    found = set(claims)
    for _, each in made:
        found |= {each.claim, *(id for id in (each.of, each.root) if id is not None)}
    return found


def _origins(
    standing: Iterable[ClaimId],
    bodies: dict[IncidentId, IncidentBody],
    goes: Following,
) -> dict[ClaimId, Origin]:
    """Give first tellers; a claim that was corrected since keeps that of its line."""
    told = {c.id: c.origin for each in bodies.values() for c in each.claims if c.origin}
    found = dict(told)
    for was, now in goes.claims.items():
        if was in told:
            found.setdefault(now, told[was])
    return {
        id: found.get(id) or Origin(key=f"unnamed:{id}", name="nobody named")
        for id in standing
    }


def _with_people(register: Register, found: Near, goes: Following) -> Near:
    """Add what was found about the incidents, and who is named in them."""
    mentions = list(_mentions([*found.held.claims.values(), *goes.was.values()]))
    records = [record_of(each) for each in mentions]
    said = (
        *found.words,
        *register.words_on_pairs(mentions, PairKind.VICTIMS),
        *register.words_on_pairs(records, PairKind.RECORDS),
    )
    held = replace(
        found.held,
        assessments=tuple(
            (number, goes.assessment(told))
            for number, told in register.assessments_about(found.about)
        ),
        judgements=tuple(goes.words(each.judgement for each in said)),
        linked=linkage_of(register.persons_of(records), goes),
    )
    return replace(found, held=held)


def _mentions(claims: Iterable[Claim]) -> Iterator[VictimId]:
    for claim in claims:
        for nth in range(len(claim.victims.names)):
            yield mention_id(claim.id, nth)
