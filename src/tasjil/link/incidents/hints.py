"""People killed and bodies found at one place and time: said, never put together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tasjil.link.incidents.cluster import A_HANDFUL
from tasjil.link.incidents.reasons import BODIES, KILLED
from tasjil.link.incidents.relayed import days_fit
from tasjil.model.acts import Act
from tasjil.model.edtf import Edtf
from tasjil.model.folding import fold
from tasjil.model.ids import IncidentId
from tasjil.model.incident import Incident


def with_hints(incidents: Iterable[Incident]) -> list[Incident]:
    """Add to killings and to finds of bodies that the other may be of the same people.

    They are different acts, so they are counted apart and nobody is added up.
    """
    told = list(incidents)
    hinted: dict[IncidentId, str] = dict(_hints(told))
    return [
        replace(each, reasons=(*each.reasons, hinted[each.id]))
        if each.id in hinted
        else each
        for each in told
    ]


def _hints(incidents: Iterable[Incident]) -> Iterator[tuple[IncidentId, str]]:
    killed: dict[str, list[Incident]] = defaultdict(list)
    found: dict[str, list[Incident]] = defaultdict(list)
    for each in incidents:
        place = each.place or (each.place_text and fold(each.place_text))
        if place and each.act is Act.KILLED:
            killed[place].append(each)
        elif place and each.act is Act.BODIES_FOUND:
            found[place].append(each)
    for place in killed.keys() & found.keys():
        if max(len(killed[place]), len(found[place])) > A_HANDFUL * A_HANDFUL:
            # With so many, everything is near something and the hint says nothing.
            continue
        for one in killed[place]:
            for other in found[place]:
                if days_fit(_time(one), _time(other), untold=False):
                    yield one.id, BODIES
                    yield other.id, KILLED


def _time(incident: Incident) -> Edtf | None:
    return None if incident.edtf is None else Edtf.parse(incident.edtf)
