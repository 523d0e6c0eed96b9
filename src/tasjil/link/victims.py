"""People named in reports, each once, where the names make it certain.

Lists are linked elsewhere; here are the names that stand in claims.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import islice

from tasjil.link.incidents.cluster import A_HANDFUL
from tasjil.link.incidents.relayed import days_fit
from tasjil.link.names.sure import parts, sure_key
from tasjil.link.words import Words
from tasjil.model.acts import Act
from tasjil.model.claim import Claim
from tasjil.model.edtf import Edtf
from tasjil.model.folding import fold
from tasjil.model.ids import ClaimId, ReportId, VictimId
from tasjil.model.incident import Incident
from tasjil.model.judgement import Judgement, PairKind
from tasjil.model.persons import Sex
from tasjil.model.same_figure import places_meet
from tasjil.model.victim import Victim

NAMED_ONCE = "one claim names them"
SAME_NAME = "the reports give the same name for one incident"
FULL_NAME = "the same full name, of three parts or more, in several incidents"
NAME_AND_AGE = "the same name and age in several incidents, and the places fit"
PEOPLE_SAY_ONE = "a person holds that they are one person"

A_BIRTHDAY = 1
"""Years by which two reports may differ on one person's age."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """One name in one claim of one incident."""

    id: VictimId
    order: tuple[str, str, int]
    name: str
    nth: int
    claim: Claim
    incident: Incident

    @property
    def age(self) -> int | None:
        """Only of a claim that is about nobody else."""
        alone = len(self.claim.victims.names) == 1
        return self.claim.victims.age if alone else None

    @property
    def sex(self) -> Sex:
        return self.claim.victims.sex

    @property
    def time(self) -> Edtf | None:
        edtf = self.claim.when.edtf or self.incident.edtf
        return None if edtf is None else Edtf.parse(edtf)


@dataclass(slots=True, eq=False)
class _Person:
    """Mentions held to be of one person, and why."""

    mentions: list[_Mention]
    reasons: dict[str, None] = field(default_factory=dict)
    settled: bool = False

    def take(self, other: "_Person", because: str) -> None:
        self.mentions += other.mentions
        self.reasons |= other.reasons | {because: None}
        self.settled = self.settled or other.settled

    @property
    def ids(self) -> set[str]:
        return {each.id for each in self.mentions}

    @property
    def claims(self) -> set[ClaimId]:
        return {each.claim.id for each in self.mentions}


def mention_id(claim: ClaimId, nth: int) -> VictimId:
    """Name a person by the words that name them: the nth name of a claim.

    What people say about two victims is said about two such names, and holds whoever
    is found to be whom later.
    """
    return VictimId("v-" + sha256(f"{claim}|{nth}".encode()).hexdigest()[:12])


def find_victims(
    claims: Mapping[ClaimId, Claim],
    incidents: Iterable[Incident],
    judgements: Iterable[Judgement] = (),
    published: Mapping[ReportId, str | None] | None = None,
) -> tuple[Victim, ...]:
    """Give everybody who is named, once, with the incidents they stand in.

    In one incident the same name is one person, also in two scripts where three parts
    agree. Across incidents it is one person where three parts agree, or two and the
    age; nobody is killed in two places, or on two days, by the same name. All others
    stay apart. What people said goes before.

    Args:
        claims: By id, at least those of the incidents.
        incidents: As they stand; totals name nobody here.
        judgements: What people said about pairs of victims, oldest first.
        published: When each report was published; a victim is named after the first.

    Returns:
        By id; none of them says a name.
    """
    words = Words.of(judgements, PairKind.VICTIMS)
    found = sorted(
        (
            mention
            for incident in incidents
            for mention in _mentions(incident, claims, published or {})
        ),
        key=lambda each: each.order,
    )
    people = _as_people_say([_Person([each]) for each in found], words)
    people = _joined(people, words, _in_one_incident, SAME_NAME, _no_conflict)
    people = _joined(people, words, _by_full_name, FULL_NAME, _not_killed_twice)
    people = _joined(people, words, _by_name_and_age, NAME_AND_AGE, _at_one_place)
    return tuple(sorted(map(_victim, people), key=lambda each: each.id))


def _mentions(
    incident: Incident,
    claims: Mapping[ClaimId, Claim],
    published: Mapping[ReportId, str | None],
) -> Iterator[_Mention]:
    for id in incident.claims:
        claim = claims[id]
        for nth, name in enumerate(claim.victims.names):
            if fold(name):
                order = (published.get(claim.report) or "~", id, nth)
                yield _Mention(mention_id(id, nth), order, name, nth, claim, incident)


def _as_people_say(people: list[_Person], words: Words) -> list[_Person]:
    holder = {each.mentions[0].id: each for each in people}
    for one, other in words.same:
        first, second = holder.get(VictimId(one)), holder.get(VictimId(other))
        if first is None or second is None:
            continue
        if first is not second:
            first.take(second, PEOPLE_SAY_ONE)
            for mention in second.mentions:
                holder[mention.id] = first
        first.settled = True
    return list(dict.fromkeys(holder.values()))


Keys = Callable[[_Mention], Iterable[object]]
Fits = Callable[[_Mention, _Mention], bool]


def _joined(
    people: list[_Person], words: Words, keys: Keys, because: str, fits: Fits
) -> list[_Person]:
    """Join each person to the first before them that shares a key and may be them."""
    kept: list[_Person] = []
    shelf: dict[object, dict[_Person, None]] = defaultdict(dict)
    for person in people:
        own = sorted({key for each in person.mentions for key in keys(each)}, key=str)
        found = dict.fromkeys(
            each for key in own for each in islice(shelf[key], A_HANDFUL)
        )
        for other in found:
            if _may_be_one(other, person, words, fits):
                other.take(person, because)
                break
        else:
            other = person
            kept.append(person)
        for key in own:
            shelf[key][other] = None
    return kept


def _may_be_one(one: _Person, other: _Person, words: Words, fits: Fits) -> bool:
    if words.apart or words.rings:
        ids = one.ids
        if any(words.forbid(each, ids) for each in other.ids):
            return False
    if not one.claims.isdisjoint(other.claims):
        return False
    # Those beyond a handful were held against these when they were taken in.
    return all(
        _no_conflict(a, b) and fits(a, b)
        for a in one.mentions[:A_HANDFUL]
        for b in other.mentions[:A_HANDFUL]
    )


def _in_one_incident(each: _Mention) -> Iterator[object]:
    """A claim that gives one name twice names two people: they have two ranks."""
    names = each.claim.victims.names[: each.nth]
    rank = sum(fold(name) == fold(each.name) for name in names)
    yield each.incident.id, fold(each.name), rank
    if (sure := sure_key(each.name)) is not None:
        yield each.incident.id, "sounds", sure, rank


def _by_full_name(each: _Mention) -> Iterator[object]:
    if (sure := sure_key(each.name)) is not None:
        yield sure


def _by_name_and_age(each: _Mention) -> Iterator[object]:
    if each.age is not None and len(parts(each.name)) > 1:
        yield fold(each.name), each.age


def _no_conflict(one: _Mention, other: _Mention) -> bool:
    known = one.age is not None and other.age is not None
    if known and abs((one.age or 0) - (other.age or 0)) > A_BIRTHDAY:
        return False
    return one.sex is other.sex or Sex.UNKNOWN in (one.sex, other.sex)


def _not_killed_twice(one: _Mention, other: _Mention) -> bool:
    """Two killings at other places or on other days are of two people."""
    if one.incident.id == other.incident.id:
        return True
    if not (one.incident.act is other.incident.act is Act.KILLED):
        return True
    return _at_one_place(one, other) and days_fit(one.time, other.time, untold=True)


def _at_one_place(one: _Mention, other: _Mention) -> bool:
    if not places_meet(one.claim.where, other.claim.where):
        return False
    killed = one.incident.act is other.incident.act is Act.KILLED
    return not killed or days_fit(one.time, other.time, untold=True)


def _victim(person: _Person) -> Victim:
    mentions = sorted(person.mentions, key=lambda each: each.order)
    incidents = dict.fromkeys(each.incident.id for each in mentions)
    return Victim(
        id=mentions[0].id,
        claims=tuple(sorted({each.claim.id for each in mentions})),
        incidents=tuple(sorted(incidents)),
        reasons=tuple(sorted(person.reasons)) or (NAMED_ONCE,),
        settled=person.settled,
    )
