"""Lays out people: a line and a sheet each, and the parts of their names to search by.

Whom reports name is a victim of the count. Whom lists alone tell of is a person of
the last linking, or a row that nothing was linked with.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256

from django.db import models

from tasjil.journey.board.found import Found, element_sheets, stands
from tasjil.journey.board.name_keys import kept_keys, words_in
from tasjil.journey.board.person_line import Told, line_of
from tasjil.journey.board.rowing import Row, in_short, sheet
from tasjil.journey.board.sheets import PersonBody
from tasjil.link.named import mention_of, record_of
from tasjil.model.ids import RecordId, VictimId
from tasjil.model.proof import Element
from tasjil.model.victim import Victim
from tasjil.register.board.lines import Stands
from tasjil.register.store import (
    BoardName,
    BoardPerson,
    BoardRecord,
    BoardSheet,
    BoardWord,
)

Rows = dict[type[models.Model], list[Row]]


def person_rows(found: Found) -> Rows:
    """Give the rows of everybody, and the keys that a search finds them under."""
    rows: Rows = {BoardPerson: [], BoardSheet: [], BoardRecord: [], BoardName: []}
    bearers: Counter[str] = Counter()
    people = list(_people(found))
    beside = _beside(people)
    for person in people:
        body = _body(found, person, beside)
        standings: dict[Element, Stands] = {}
        if person.id in found.stood:
            standings = stands(found.stood[person.id].elements)
        rows[BoardPerson].append(line_of(found, person, in_short(standings)))
        rows[BoardSheet].append(sheet(person.id, body))
        ids = dict.fromkeys((*person.mentions, *(r.told.record for r in person.told)))
        rows[BoardRecord] += [(id, person.id) for id in ids]
        words = sorted({w for name in person.names for w in words_in(name)})
        rows[BoardName] += [(word, person.id) for word in words]
        bearers.update(words)
    whose: dict[str, str] = {record: person for record, person in rows[BoardRecord]}
    rows[BoardRecord] += [
        (record_of(was), whose[record_of(now)])
        for was, now in found.goes.mentions.items()
        if record_of(now) in whose and record_of(was) not in whose
    ]
    rows[BoardWord] = [
        (key, word, many) for word, many in bearers.items() for key in kept_keys(word)
    ]
    return rows


def _people(found: Found) -> Iterator[Told]:
    """Give victims, then those whom lists alone tell of; each record once."""
    taken: set[RecordId] = set()
    for victim in found.counted.evidence.victims:
        mentions = tuple(record_of(each) for each in victim.mentions)
        ids = (*mentions, *(each for each in victim.records if each not in taken))
        taken.update(ids)
        told = tuple(found.records[each] for each in ids if each in found.records)
        yield Told(victim.id, told, victim, mentions)
    listed: dict[VictimId, list[RecordId]] = defaultdict(list)
    for id, each in found.records.items():
        if id not in taken and mention_of(id) is None:
            listed[each.person or row_name(id)].append(id)
    for person, records in sorted(listed.items()):
        yield Told(person, tuple(found.records[each] for each in sorted(records)))


def row_name(record: RecordId) -> VictimId:
    """Name somebody after the one row that tells of them.

    What a row is called can be a number of the state, which has no place in an address.
    """
    return VictimId("r-" + sha256(record.encode()).hexdigest()[:16])


def _beside(people: Sequence[Told]) -> dict[VictimId, list[VictimId]]:
    """Give for each person of the linking those who have a record of it here."""
    found: dict[VictimId, list[VictimId]] = defaultdict(list)
    for each in people:
        for linked in dict.fromkeys(one.person for one in each.told if one.person):
            found[linked].append(each.id)
    return found


def _body(
    found: Found, person: Told, beside: dict[VictimId, list[VictimId]]
) -> PersonBody:
    victim: Victim | None = person.victim
    stood = found.stood.get(person.id)
    maybe = {
        other
        for each in person.told
        if each.person is not None
        for other in beside.get(each.person, ())
        if other != person.id
    }
    return PersonBody(
        victim=victim,
        records=person.told,
        elements=() if stood is None else element_sheets(stood.elements),
        reasons=() if victim is None else victim.reasons,
        maybe=tuple(sorted(maybe)),
    )
