"""The line of one person: what their records tell, where they agree."""

from collections.abc import Iterable
from dataclasses import dataclass

from tasjil.journey.board.found import Found
from tasjil.journey.board.rowing import Row, row_of
from tasjil.journey.board.sheets import RecordTold
from tasjil.link.named import mention_of
from tasjil.link.names.letters import Script, script_of
from tasjil.link.names.parse import parse
from tasjil.model.acts import Act
from tasjil.model.folding import fold
from tasjil.model.ids import PlaceId, RecordId, VictimId
from tasjil.model.incident import Incident
from tasjil.model.persons import AgeGroup, AgeRange, Sex
from tasjil.model.places import Where
from tasjil.model.victim import Victim
from tasjil.register.board import filters
from tasjil.register.store import BoardPerson

CERTAIN = 1_000
LONGEST = 200
"""Letters by which people are sorted: an index of a server holds no whole page."""

LAST = "\U0010ffff"
"""Sorts after every name: nobody named them."""


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody, and all that records tell of them, those of reports first."""

    id: VictimId
    told: tuple[RecordTold, ...]
    victim: Victim | None = None
    mentions: tuple[RecordId, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name as it was told, each once."""
        told = ((each.told.name, *each.told.other_names) for each in self.told)
        every = (name.strip() for names in told for name in names)
        return tuple(dict.fromkeys(name for name in every if name))


def line_of(found: Found, person: Told, standing: str) -> Row:
    """Give the row of one person."""
    names = [name for name in person.names if not parse(name).unnamed]
    latin = _first(names, Script.LATIN)
    incident = _incident(found, person)
    edtf = _first_told(each.told.died for each in person.told)
    edtf = edtf or (None if incident is None else incident.edtf)
    first, last = filters.days(edtf)
    age = _age(person.told)
    linked = [
        found.linked[r] for e in person.told if (r := e.told.record) in found.linked
    ]
    reports = {each.paper for each in person.told if each.claim is not None}
    settled = person.victim is not None and person.victim.settled
    return row_of(
        BoardPerson,
        id=person.id,
        order=fold(latin or (names[0] if names else ""))[:LONGEST] or LAST,
        name=names[0] if names else "",
        arabic=_first(names, Script.ARABIC),
        latin=latin,
        act="" if incident is None else incident.act,
        edtf=edtf,
        first=first,
        last=last,
        **_place(found, person, incident),
        sex=_agreed((each.told.sex for each in person.told), Sex.UNKNOWN),
        age_group=_age_group(found, person, age),
        age_low=None if age is None else age.low,
        age_high=None if age is None else age.high,
        records=sum(1 for each in person.told if mention_of(each.told.record) is None),
        reports=len(reports),
        incident=None if incident is None else incident.id,
        standing=standing,
        certainty=min((each.certainty for each in linked), default=CERTAIN),
        doubtful=any(each.doubtful for each in linked),
        settled=settled,
        unnamed=not names,
    )


def _first(names: Iterable[str], script: Script) -> str:
    return next((name for name in names if script_of(name) is script), "")


def _first_told(told: Iterable[str | None]) -> str | None:
    return next((each for each in told if each), None)


def _incident(found: Found, person: Told) -> Incident | None:
    """Give where somebody was killed, or else where they are first told of."""
    if person.victim is None:
        return None
    own = [found.incidents[each] for each in person.victim.incidents]
    killed = (each for each in own if each.act is Act.KILLED)
    return next(killed, own[0] if own else None)


def _place(
    found: Found, person: Told, incident: Incident | None
) -> dict[str, str | None]:
    """Give the finest place that a record tells, or else that of the incident."""
    where = [place for each in person.told for place in each.told.where]
    own: Where | None = next((each for each in where if each.place), None)
    place: PlaceId | None = None if own is None else own.place
    within = () if own is None else own.within
    text = where[0].text if where and own is None else None
    if not where and incident is not None:
        place, within, text = incident.place, incident.within, incident.place_text
    places = filters.placed(found.places(place, within))
    return {"place": place, "place_text": text, "places": places}


def _agreed(told: Iterable[Sex], unknown: Sex) -> Sex:
    """Give what all who tell it agree on."""
    known = {each for each in told if each is not unknown}
    return known.pop() if len(known) == 1 else unknown


def _age(told: Iterable[RecordTold]) -> AgeRange | None:
    """Give the range that holds every age that is told."""
    ages = [each.told.age for each in told if each.told.age is not None]
    if not ages:
        return None
    highs = [each.high for each in ages if each.high is not None]
    high = max(highs) if len(highs) == len(ages) else None
    return AgeRange(min(each.low for each in ages), high, "")


def _age_group(found: Found, person: Told, age: AgeRange | None) -> AgeGroup:
    """Read it from the age; from the words of claims where no age is told."""
    if age is not None:
        return age.group
    claims = found.counted.evidence.claims
    groups = {
        claims[each.claim].victims.age_group
        for each in person.told
        if each.claim is not None
    }
    known = groups - {AgeGroup.UNKNOWN}
    return known.pop() if len(known) == 1 else AgeGroup.UNKNOWN
