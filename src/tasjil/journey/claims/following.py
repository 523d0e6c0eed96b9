"""What rests on a claim that was corrected follows to the one in its place, or drifts.

People's words on two claims, or on two names, are about the words of the reports, and
follow. An assessment follows where the correction leaves alone what its element looks
at; where it does not, nobody has looked at what is told now, and it is adrift.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from tasjil.assess.standing import Numbered
from tasjil.journey.claims.changes import differing
from tasjil.link.named import mention_id, mention_of, record_of
from tasjil.model.assessment import Assessment
from tasjil.model.claim import Claim
from tasjil.model.folding import fold
from tasjil.model.ids import ClaimId, RecordId, ReportId, VictimId
from tasjil.model.judgement import REPLACED, ClaimState, Judgement, PairKind
from tasjil.model.proof import Element
from tasjil.register.deeds import Deed
from tasjil.register.made import Made
from tasjil.register.register import Register

HARM = frozenset({"act", "level", "quantity", "background", "group", "part_of"})
TIME_AND_PLACE = frozenset({"when", "where"})
WHO_TELLS = frozenset({"attribution", "stance", "passage"})

LOOKS_AT: Mapping[Element, frozenset[str]] = {
    Element.DEATH: HARM | TIME_AND_PLACE | WHO_TELLS | {"victims"},
    Element.IDENTITY: TIME_AND_PLACE | WHO_TELLS | {"act", "victims"},
    Element.STATUS: WHO_TELLS | {"act", "victims"},
    Element.CAUSE: WHO_TELLS | {"act", "cause"},
    Element.PERPETRATOR: WHO_TELLS | {"act", "perpetrator"},
}
"""The fields of a claim on which a finding about each element can rest."""


@dataclass(frozen=True, slots=True)
class Following:
    """Where everything that rests on a corrected claim goes.

    Attributes:
        claims: The claim that stands in the place of each one that was corrected.
        was: The corrected ones themselves, as they were, by id.
        mentions: The name that stands in the place of each name of a corrected claim.
        touched: The fields that changed on the way.
        called: The first claim of the line, for each that stands in its place.
    """

    claims: Mapping[ClaimId, ClaimId] = field(default_factory=dict)
    was: Mapping[ClaimId, Claim] = field(default_factory=dict)
    mentions: Mapping[VictimId, VictimId] = field(default_factory=dict)
    touched: Mapping[ClaimId, frozenset[str]] = field(default_factory=dict)
    called: Mapping[ClaimId, ClaimId] = field(default_factory=dict)

    def lines(self) -> dict[ClaimId, tuple[Claim, ...]]:
        """Give the claims that each one stands in the place of."""
        found: dict[ClaimId, list[Claim]] = defaultdict(list)
        for id, now in self.claims.items():
            found[now].append(self.was[id])
        return {now: tuple(line) for now, line in found.items()}

    def line(self, claim: ClaimId) -> tuple[Claim, ...]:
        """Give the claims that one stands in the place of, the first read first."""
        if claim not in self.called:
            return ()
        return tuple(self.was[id] for id, now in self.claims.items() if now == claim)

    def without(self, reports: Container[ReportId]) -> "Following":
        """Give the same without what stands in some reports."""
        was = {id: each for id, each in self.was.items() if each.report not in reports}
        claims = {id: now for id, now in self.claims.items() if id in was}
        return replace(self, claims=claims, was=was)

    def assessment(self, told: Assessment) -> Assessment:
        """Give an assessment as it rests on what stands now.

        Where a correction touched what it looks at, it still rests on the claim as it
        was, which stands no more: so it is adrift.
        """
        weighed = [
            each for each in (*told.claims, *told.against) if each in self.claims
        ]
        if not weighed:
            return told
        looks_at = LOOKS_AT[told.element]
        if any(self.touched[each] & looks_at for each in weighed):
            return told
        against = self._claims(told.against)
        return replace(told, claims=self._claims(told.claims), against=against)

    def _claims(self, ids: Iterable[ClaimId]) -> tuple[ClaimId, ...]:
        return tuple(dict.fromkeys(self.claims.get(each, each) for each in ids))

    def record(self, record: RecordId) -> RecordId:
        """Give the record that a name in a report is now; others stay."""
        mention = mention_of(record)
        now = None if mention is None else self.mentions.get(mention)
        return record if now is None else record_of(now)

    def persons(self, before: Mapping[RecordId, VictimId]) -> dict[RecordId, VictimId]:
        """Give whom records tell of: a corrected name tells of the same person.

        What was linked since the correction goes before what follows to it.
        """
        followed = {self.record(record): person for record, person in before.items()}
        stay = {r: person for r, person in before.items() if self.record(r) == r}
        return followed | stay

    def words(self, said: Iterable[Judgement]) -> Iterator[Judgement]:
        """Give people's words on pairs as they are about what stands now."""
        for each in said:
            one, other = (
                self._end(each.kind, each.one),
                self._end(each.kind, each.other),
            )
            if one != other:
                yield replace(each, one=one, other=other)

    def _end(self, kind: PairKind, id: str) -> str:
        if kind is PairKind.CLAIMS:
            return self.claims.get(ClaimId(id), id)
        if kind is PairKind.VICTIMS:
            return self.mentions.get(VictimId(id), id)
        return self.record(RecordId(id)) if kind is PairKind.RECORDS else id


NOBODY_CORRECTED = Following()


def following(
    claims: Mapping[ClaimId, Claim],
    states: Mapping[ClaimId, ClaimState],
    made: Iterable[Made],
) -> Following:
    """Find where everything goes that rests on a claim which was corrected.

    Args:
        claims: All of them, those that were corrected too.
        states: Where each stands.
        made: Those that people made.
    """
    roots: dict[ClaimId, ClaimId] = {}
    stands: dict[ClaimId, ClaimId] = {}
    for each in made:
        if each.root is None:
            continue
        roots[each.claim] = each.root
        if states.get(each.claim, ClaimState.WITHDRAWN) not in REPLACED:
            stands[each.root] = each.claim
    now: dict[ClaimId, ClaimId] = {}
    for id, state in states.items():
        if state is ClaimState.CORRECTED:
            standing = stands.get(roots.get(id, id))
            if standing is not None:
                now[id] = standing
    return Following(
        now,
        {id: claims[id] for id in now},
        dict(_mentions(claims, now)),
        {id: frozenset(differing(claims[id], claims[new])) for id, new in now.items()},
        {standing: root for root, standing in stands.items()},
    )


def _mentions(
    claims: Mapping[ClaimId, Claim], now: Mapping[ClaimId, ClaimId]
) -> Iterator[tuple[VictimId, VictimId]]:
    for was, new in now.items():
        before, after = claims[was].victims.names, claims[new].victims.names
        for nth, other in _same_names(before, after):
            yield mention_id(was, nth), mention_id(new, other)


def _same_names(
    before: tuple[str, ...], after: tuple[str, ...]
) -> Iterator[tuple[int, int]]:
    """Pair the names of a claim with those it was corrected to.

    A name goes to the same name, wherever it stands now. Where just as many are left
    over on both sides they were spelled anew, and go in their order.

    Example:
        >>> list(_same_names(("Daren Vel", "Mira Osk"), ("Mira Osk", "Daren Vell")))
        [(1, 0), (0, 1)]
        >>> list(_same_names(("Daren Vell", "Mira Osk"), ("Mira Osk",)))
        [(1, 0)]
    """
    free = dict(enumerate(after))
    left: list[int] = []
    for nth, name in enumerate(before):
        same = next((at for at, told in free.items() if fold(told) == fold(name)), None)
        if same is None:
            left.append(nth)
        else:
            del free[same]
            yield nth, same
    if len(left) == len(free):
        yield from zip(left, free, strict=True)


def following_of(register: Register, to: Deed = Deed.LOOK_AT_REPORTS) -> Following:
    """Find the same in a register; only the claims of corrected lines are read."""
    made = [each for each in register.made_by_people(to) if each.root is not None]
    if not made:
        return NOBODY_CORRECTED
    ids = {each.claim for each in made} | {each.root for each in made if each.root}
    claims: dict[ClaimId, Claim] = {}
    states: dict[ClaimId, ClaimState] = {}
    for claim, state in register.claims_of(sorted(ids), to):
        claims[claim.id], states[claim.id] = claim, state
    return following(claims, states, made)


def words_now(register: Register, to: Deed = Deed.LOOK_AT_REPORTS) -> list[Judgement]:
    """Give people's words on pairs, oldest first, about what stands now."""
    found = following_of(register, to)
    return list(found.words(register.link_judgements(to=to)))


def assessments_now(register: Register) -> list[Numbered]:
    """Give every assessment with its number, as it rests on what stands now."""
    found = following_of(register)
    return [(seq, found.assessment(told)) for seq, told in register.assessments()]
