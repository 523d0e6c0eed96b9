"""People named in reports, each once, where the names or linking make it certain."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from tasjil.link.incidents.cluster import A_HANDFUL
from tasjil.link.incidents.relayed import days_fit
from tasjil.link.named import as_records, mention_id, mention_of, record_of
from tasjil.link.names.sure import parts, sure_key, told_apart
from tasjil.link.words import Groups, Words
from tasjil.model.acts import Act
from tasjil.model.claim import Claim
from tasjil.model.edtf import Edtf
from tasjil.model.folding import fold
from tasjil.model.ids import ClaimId, RecordId, ReportId, VictimId
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
LINKED = "linking holds that they are one person"
ON_A_LIST = "linking holds that a row of a list tells of this person too"
MAY_BE_ONE = "linking holds that they may be somebody told of elsewhere too"

CERTAIN = 0.95
"""How likely a person has to be exactly their records before victims go by it."""

A_BIRTHDAY = 1
"""Years by which two reports may differ on one person's age."""


@dataclass(frozen=True, slots=True)
class Linkage:
    """Which records linking holds to be one person, as far as victims go by it.

    Attributes:
        persons: The person of every record, rows of lists and names in reports alike.
        doubtful: Persons who are not certain enough to be one: they stay apart here.
    """

    persons: Mapping[RecordId, VictimId] = field(default_factory=dict)
    doubtful: frozenset[VictimId] = frozenset()

    def certain(self, mention: VictimId) -> VictimId | None:
        """Give the person whom a name in a report certainly tells of."""
        person = self.persons.get(record_of(mention))
        return None if person in self.doubtful else person

    def rows(self) -> dict[VictimId, tuple[RecordId, ...]]:
        """Give the rows of lists of every person."""
        found: dict[VictimId, list[RecordId]] = defaultdict(list)
        for record, person in self.persons.items():
            if mention_of(record) is None:
                found[person].append(record)
        return {person: tuple(sorted(rows)) for person, rows in found.items()}


NOT_LINKED = Linkage()


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
    rows: set[RecordId] = field(default_factory=set)

    def take(self, other: "_Person", because: str) -> None:
        self.mentions += other.mentions
        self.reasons |= other.reasons | {because: None}
        self.settled = self.settled or other.settled
        self.rows |= other.rows

    @property
    def ids(self) -> set[str]:
        """The records of this person, those that people say are theirs too."""
        return {record_of(each.id) for each in self.mentions} | self.rows

    @property
    def claims(self) -> set[ClaimId]:
        return {each.claim.id for each in self.mentions}


def find_victims(
    claims: Mapping[ClaimId, Claim],
    incidents: Iterable[Incident],
    judgements: Iterable[Judgement] = (),
    published: Mapping[ReportId, str | None] | None = None,
    linked: Linkage = NOT_LINKED,
) -> tuple[Victim, ...]:
    """Give everybody who is named, once, with the incidents they stand in.

    In one incident the same name is one person, also in two scripts where three parts
    agree. Across incidents it is one person where three parts agree, or two and the
    age; nobody is killed in two places, or on two days, by the same name. So are those
    whom linking certainly holds to be one, through the rows of lists or directly; what
    is doubtful stays apart, and the reasons say so. All others stay apart. What people
    said goes before.

    Args:
        claims: By id, at least those of the incidents.
        incidents: As they stand; totals name nobody here.
        judgements: What people said about pairs of victims or of rows, oldest first.
        published: When each report was published; a victim is named after the first.
        linked: What linking found; without it the names alone decide.

    Returns:
        By id; none of them says a name.
    """
    words = Words.of(as_records(judgements), PairKind.RECORDS)
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
    if linked.persons:
        by_person = _by_person(linked)
        people = _joined(people, words, by_person, LINKED, _not_killed_twice)
        _say_what_lists_tell(people, linked)
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
    """Put together whom people call one, also where a row of a list is in between."""
    said: Groups[str] = Groups()
    for one, other in words.same:
        said.unite(one, other)
    members: dict[str, set[RecordId]] = defaultdict(set)
    for each in said.above:
        members[said.root(each)].add(RecordId(each))
    kept: dict[str, _Person] = {}
    for person in people:
        record = record_of(person.mentions[0].id)
        if record not in said.above:
            kept[record] = person
            continue
        root = said.root(record)
        if root in kept:
            kept[root].take(person, PEOPLE_SAY_ONE)
            kept[root].settled = True
            continue
        kept[root] = person
        person.rows |= {each for each in members[root] if mention_of(each) is None}
        person.settled = bool(person.rows)
        person.reasons |= {PEOPLE_SAY_ONE: None} if person.rows else {}
    return list(kept.values())


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
    # Where people said who is one, names that differ are theirs to answer for.
    people_said = one.settled or other.settled
    # Those beyond a handful were held against these when they were taken in.
    return all(
        _no_conflict(a, b)
        and fits(a, b)
        and (people_said or not told_apart(a.name, b.name))
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


def _by_person(linked: Linkage) -> Keys:
    def keys(each: _Mention) -> Iterator[object]:
        person = linked.certain(each.id)
        if person is not None:
            yield person

    return keys


def _say_what_lists_tell(people: Iterable[_Person], linked: Linkage) -> None:
    """Give each person the rows of their own; of two who could own one, neither."""
    rows, owners = linked.rows(), defaultdict[VictimId, list[_Person]](list)
    for person in people:
        told = {linked.persons.get(record_of(each.id)) for each in person.mentions}
        for each in sorted(one for one in told if one is not None):
            owners[each].append(person)
    size = Counter(linked.persons.values())
    for id, several in owners.items():
        certain = id not in linked.doubtful and len(several) == 1
        for person in several:
            if certain and id in rows:
                person.rows |= set(rows[id])
                person.reasons |= {ON_A_LIST: None}
            elif not certain and size[id] > 1:
                person.reasons |= {MAY_BE_ONE: None}


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
        records=tuple(sorted(person.rows)),
        incidents=tuple(sorted(incidents)),
        reasons=tuple(sorted(person.reasons)) or (NAMED_ONCE,),
        settled=person.settled,
        mentions=tuple(each.id for each in mentions),
    )
