"""The board of the case: rows as a count lays them out, made up, written in slices."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import lru_cache
from hashlib import sha256
from typing import Any

from desk import documents
from desk.names import Names
from desk.paper import ACTS, AT, FIRST_DAY, VILLAGES, places_of
from tasjil.journey.board.name_keys import kept_keys, words_in
from tasjil.journey.board.rowing import Row, row_of, sheet
from tasjil.journey.board.sheets import (
    ClaimTold,
    ElementSheet,
    IncidentBody,
    PersonBody,
    RecordTold,
    Unnamed,
)
from tasjil.model.acts import Act
from tasjil.model.folding import fold
from tasjil.model.ids import ClaimId, IncidentId, RecordId, ReportId, VictimId
from tasjil.model.incident import Incident
from tasjil.model.missing import Gap, GapKind, OpenIncident, Part
from tasjil.model.particulars import Particulars
from tasjil.model.persons import AgeGroup, AgeRange, Sex
from tasjil.model.places import PlaceLevel, Where
from tasjil.model.proof import Element
from tasjil.model.quantity import CountRange
from tasjil.model.sources import SourceKind
from tasjil.model.tally import IncidentCount, Origin
from tasjil.register.board import filters
from tasjil.register.board.packed import CHUNK, packed
from tasjil.register.register import Register
from tasjil.register.rows import insert
from tasjil.register.store import (
    BoardClaim,
    BoardFigure,
    BoardIncident,
    BoardName,
    BoardPart,
    BoardPerson,
    BoardPlace,
    BoardRecord,
    BoardRow,
    BoardSheet,
    BoardWord,
)

EACH = 6
"""Claims of an incident."""

AT_ONCE = 5_000
ORIGIN = Origin(
    "lmg",
    "Lumenia Monitoring Group",
    SourceKind.MONITOR,
    chain=("Lumenia Monitoring Group", "Varesh Herald"),
    because="the report gives it to Lumenia Monitoring Group",
)
GAPS = tuple((part, kind) for part in Part for kind in GapKind)
NONE = CountRange(0, 0)


def incident_id(n: int) -> IncidentId:
    """Name the nth incident."""
    return IncidentId("i-" + sha256(f"i{n}".encode()).hexdigest()[:12])


def person_id(n: int) -> VictimId:
    """Name the nth person."""
    return VictimId("v-" + sha256(f"v{n}".encode()).hexdigest()[:12])


def claim_of(register: Register, n: int) -> ClaimId:
    """Give the nth of some claims of the case."""
    some = _some_claims(register._store.alias)
    return ClaimId(some[n % len(some)])


@lru_cache(maxsize=4)
def _some_claims(alias: str) -> list[str]:
    rows = BoardClaim.objects.using(alias).values_list("claim", flat=True)
    return list(rows[:20_000])


class Writer:
    """Writes rows when many wait."""

    def __init__(self, register: Register) -> None:
        """Write to this register's board."""
        self._store = register._store
        self._rows: dict[Any, list[Row]] = defaultdict(list)

    def add(self, kind: Any, rows: Iterable[Row]) -> None:
        """Take rows of a table."""
        self._rows[kind] += rows
        if len(self._rows[kind]) >= AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Write whatever waits."""
        with self._store.transaction():
            for kind, rows in self._rows.items():
                insert(self._store.alias, kind, rows)
        self._rows.clear()


def fill(register: Register, claims: list[ClaimId], people: int, seed: int) -> None:
    """Lay out a board over these claims and so many people."""
    chance, writer = random.Random(seed), Writer(register)
    incidents = max(1, len(claims) // EACH)
    by_cell: dict[tuple[Act, str, str], list[int]] = defaultdict(list)
    for n in range(incidents):
        own = claims[n * EACH : (n + 1) * EACH]
        names = [person_id(each) for each in range(n, people, incidents)]
        act, places, day = ACTS[n % 4], places_of(n % VILLAGES), n % 365
        _add_incident(writer, n, own, names, chance)
        for value in places:
            by_cell[act, "place", value].append(n)
        by_cell[act, "day", str(FIRST_DAY + timedelta(day))].append(n)
        by_cell[act, "", act].append(n)
    _add_people(writer, people, incidents, Names(seed), chance)
    _add_figures(writer, by_cell, claims)
    seq, at = register.head().size, AT.isoformat()
    for name, data in documents.every(claims):
        writer.add(BoardRow, [(name, seq, at, packed(data))])
    writer.add(BoardRow, [("state", seq, at, b"")])
    held = Counter(n % VILLAGES for n in range(incidents))
    bore = Counter(n % VILLAGES for n in range(people))
    writer.add(
        BoardPlace,
        [(filters.placed(places_of(n)), held[n], bore[n]) for n in sorted(held | bore)],
    )
    writer.flush()


def _add_incident(
    writer: Writer,
    n: int,
    claims: list[ClaimId],
    names: list[VictimId],
    chance: random.Random,
) -> None:
    id, act, places = incident_id(n), ACTS[n % 4], places_of(n % VILLAGES)
    low = chance.randrange(1, 30)
    count = IncidentCount(id, low, low + n % 9, CountRange(low, low + n % 9))
    gaps = chance.sample(GAPS, 4)
    open_ = OpenIncident(
        *(id, act, low, n % 9, 0, ("verified would rise",)),
        tuple(Gap(*each, "nobody tells it", tuple(claims[:2])) for each in gaps),
    )
    first = (FIRST_DAY + timedelta(n % 365)).toordinal()
    edtf = str(FIRST_DAY + timedelta(n % 365))
    body = IncidentBody(
        Incident(id, act, tuple(claims), edtf, places[0], places[1:]),
        count,
        tuple(ElementSheet(each, (ORIGIN,), tuple(claims)) for each in Element),
        None,
        open_,
        tuple(
            ClaimTold(each, ReportId("sha256:" + "0" * 64), ORIGIN) for each in claims
        ),
        (),
        tuple(names),
        Unnamed(0, n % 9),
    )
    row = row_of(
        BoardIncident,
        **{"id": id, "act": act, "edtf": edtf, "first": first, "last": first},
        **{"place": places[0], "place_text": None, "places": filters.placed(places)},
        **{"counted": n % 20 > 0, "settled": n % 30 == 0, "floor": low},
        **{"ceiling": low + n % 9, "verified_low": 0, "verified_high": 0},
        **{"claims": len(claims), "tellers": 2, "unjudged": n % 4, "standing": ""},
        named=len(names),
        gaps=sum({filters.gap_bit(*each) for each in gaps}),
        moves=open_.moves,
    )
    writer.add(BoardIncident, [row])
    writer.add(BoardSheet, [sheet(id, body)])
    writer.add(BoardClaim, [(claim, id) for claim in claims])


def _add_people(
    writer: Writer, people: int, incidents: int, names: Names, chance: random.Random
) -> None:
    bearers: Counter[str] = Counter()
    for n in range(people):
        id, incident = person_id(n), n % incidents
        told = [names.latin(n)] * (n % 3 != 1) + [names.arabic(n)] * (n % 3 > 0)
        age = chance.randrange(1, 90)
        records = tuple(_told(n, nth, name, age) for nth, name in enumerate(told))
        writer.add(BoardPerson, [_person_row(n, id, incident, told, age)])
        writer.add(BoardSheet, [sheet(id, PersonBody(None, records))])
        writer.add(BoardRecord, [(each.told.record, id) for each in records])
        words = sorted({word for name in told for word in words_in(name)})
        writer.add(BoardName, [(word, id) for word in words])
        bearers.update(words)
    for word, many in bearers.items():
        writer.add(BoardWord, [(key, word, many) for key in kept_keys(word)])


def _told(n: int, nth: int, name: str, age: int) -> RecordTold:
    village, *around = places_of(n % VILLAGES)
    level = PlaceLevel.VILLAGE
    where = Where(village, village, level, place=village, within=tuple(around))
    told = Particulars(
        RecordId(f"list-{nth}:{n}"),
        f"list-{nth}",
        name=name,
        age=AgeRange(age, age, str(age)),
        died=str(FIRST_DAY + timedelta(n % 365)),
        where=(where,),
    )
    return RecordTold(told, "sha256:" + "1" * 64)


def _person_row(n: int, id: VictimId, incident: int, told: list[str], age: int) -> Row:
    places, day = places_of(n % VILLAGES), FIRST_DAY + timedelta(n % 365)
    group = AgeGroup.CHILD if age < 18 else AgeGroup.ADULT
    return row_of(
        BoardPerson,
        **{"id": id, "order": fold(told[0]), "name": told[0], "act": ACTS[n % 4]},
        **{"latin": told[0] if n % 3 != 1 else "", "arabic": told[-1] if n % 3 else ""},
        **{"edtf": str(day), "first": day.toordinal(), "last": day.toordinal()},
        **{"place": places[0], "place_text": None, "places": filters.placed(places)},
        **{"sex": (Sex.MAN, Sex.WOMAN)[n % 2], "age_group": group, "age_low": age},
        **{"age_high": age, "records": len(told), "reports": 0, "standing": ""},
        **{"incident": incident_id(incident), "certainty": 1000 - n % 200},
        **{"doubtful": n % 50 == 0, "settled": False, "unnamed": False},
    )


def _add_figures(
    writer: Writer,
    by_cell: dict[tuple[Act, str, str], list[int]],
    claims: list[ClaimId],
) -> None:
    nth: Counter[tuple[Act, str]] = Counter()
    for (act, by, value), incidents in sorted(by_cell.items()):
        id = "/".join(filter(None, (act, by, value if by else "")))
        ids = [incident_id(n) for n in incidents]
        own = [claim for n in incidents for claim in claims[n * EACH : (n + 1) * EACH]]
        row = row_of(
            BoardFigure,
            **{"id": id, "kind": "cell", "act": act, "by": by, "nth": nth[act, by]},
            **{"value": value, "label": value, "floor": len(ids), "ceiling": None},
            **{"verified_low": 0, "verified_high": 0, "incidents": len(ids)},
            claims=len(own),
        )
        nth[act, by] += 1
        writer.add(BoardFigure, [row])
        for kind, behind in (("incidents", ids), ("claims", own)):
            writer.add(BoardPart, _parts(id, kind, behind))


def _parts(figure: str, kind: str, ids: list[Any]) -> Iterator[Row]:
    for nth, start in enumerate(range(0, len(ids), CHUNK)):
        data = packed(ids[start : start + CHUNK])
        yield row_of(BoardPart, figure=figure, kind=kind, nth=nth, data=data)
