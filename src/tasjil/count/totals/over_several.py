"""What a total told over several incidents says of the sum of their ceilings."""

from collections.abc import Iterable, Iterator, Mapping

from tasjil.count.evidence import Evidence
from tasjil.model.acts import Act
from tasjil.model.ids import IncidentId
from tasjil.model.tally import IncidentCount


def told_in_all(
    act: Act, counts: Iterable[IncidentCount], evidence: Evidence
) -> tuple[str, ...]:
    """Note where a total over several incidents is lower than their ceilings together.

    No ceiling is lowered by it: who gave the total may not have known of all of them.

    Args:
        act: The figure's act.
        counts: What each incident of the figure adds.
        evidence: Holds the totals that are told over particular incidents.
    """
    covered = {one for each in evidence.part_totals.values() for one in each.covers}
    if not covered:
        return ()
    ceilings = {
        each.incident: each.ceiling for each in counts if each.incident in covered
    }
    return tuple(dict.fromkeys(_notes(act, ceilings, evidence)))


def _notes(
    act: Act, ceilings: Mapping[IncidentId, int | None], evidence: Evidence
) -> Iterator[str]:
    for id, each in sorted(evidence.part_totals.items()):
        most = evidence.claims[id].quantity.high
        tops = [ceilings.get(one) for one in each.covers]
        known = [top for top in tops if top is not None]
        if each.act is not act or most is None or len(known) < len(tops):
            continue
        if sum(known) > most:
            others = "" if each.whole else " and over others"
            yield (
                f"a total of {most} is told over {len(tops)} of these incidents"
                f"{others}: their ceilings add up to {sum(known)}"
            )
