"""Incidents: the claims of all reports about harm at one time and place."""

from collections.abc import Iterable, Mapping
from hashlib import sha256

from tasjil.link.across import gather
from tasjil.link.cluster import Cluster
from tasjil.link.telling import finest_place, shared_time
from tasjil.link.within import tellings
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, IncidentId
from tasjil.model.incident import Incident
from tasjil.model.judgement import ClaimState


def propose_incidents(
    claims: Iterable[Claim], states: Mapping[ClaimId, ClaimState] | None = None
) -> list[Incident]:
    """Put the claims about one incident together, each time with the reasons in words.

    Totals make no incident; nor do claims that were rejected, or that deny, fear or
    tell as history. The order of the claims changes nothing.

    Args:
        claims: All claims of the reports, so that parts find their whole.
        states: What people decided; a claim without a state is as good as proposed.

    Returns:
        Incidents by time, then place, then id; none of them settled by a person.
    """
    rejected = {
        claim for claim, state in (states or {}).items() if state is ClaimState.REJECTED
    }
    kept = [claim for claim in claims if claim.id not in rejected]
    found = [_incident(cluster) for cluster in gather(tellings(kept))]
    return sorted(
        found, key=lambda each: (each.edtf or "~", each.place or "~", each.id)
    )


def _incident(cluster: Cluster) -> Incident:
    claims = [claim for telling in cluster.tellings for claim in telling.claims]
    wholes = [claim for telling in cluster.tellings for claim in telling.wholes]
    ids = tuple(sorted(claim.id for claim in claims))
    when = shared_time(sorted(wholes, key=lambda claim: claim.id))
    where = finest_place(sorted(wholes, key=lambda claim: claim.id))
    edtf = None if when is None else when.text
    place = None if where is None else where.place
    told = f"{cluster.lead.act}|{'|'.join(ids)}|{place}|{edtf}"
    return Incident(
        id=IncidentId("i-" + sha256(told.encode()).hexdigest()[:12]),
        act=cluster.lead.act,
        claims=ids,
        edtf=edtf,
        place=place,
        within=() if where is None else where.within,
        place_text=None if where is None or place else where.text,
        reasons=_reasons(cluster, claims),
    )


def _reasons(cluster: Cluster, claims: list[Claim]) -> tuple[str, ...]:
    """Say why, with what holds inside each report first."""
    reasons = []
    if len(claims) == 1:
        reasons.append("one claim tells of it")
    elif len(claims) > len(cluster.tellings):
        reasons.append("the report speaks of the same victims, or of all in one breath")
    return (*reasons, *sorted(cluster.reasons))
