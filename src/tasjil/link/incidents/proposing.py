"""Incidents: the claims of all reports about harm at one time and place."""

from collections.abc import Iterable, Mapping
from hashlib import sha256

from tasjil.link.incidents.across import gather
from tasjil.link.incidents.cluster import Cluster
from tasjil.link.incidents.hints import with_hints
from tasjil.link.incidents.judged import obey
from tasjil.link.incidents.reasons import ONE_BREATH, ONE_CLAIM
from tasjil.link.incidents.telling import Origins, finest_place, shared_time
from tasjil.link.incidents.within import tellings
from tasjil.link.words import Words
from tasjil.model.acts import Act
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, IncidentId, ReportId
from tasjil.model.incident import Incident
from tasjil.model.judgement import LEFT_OUT, ClaimState, Judgement, PairKind

Published = Mapping[ReportId, str | None]
"""When each report was published, as ISO 8601; None where it is not known."""

Called = Mapping[ClaimId, ClaimId]
"""What a claim that a person corrected was called before, as the first of its line."""


def propose_incidents(
    claims: Iterable[Claim],
    states: Mapping[ClaimId, ClaimState] | None = None,
    origins: Origins | None = None,
    judgements: Iterable[Judgement] = (),
    published: Published | None = None,
    called: Called | None = None,
) -> list[Incident]:
    """Put the claims about one incident together, each time with the reasons in words.

    Totals make no incident; nor do claims that were rejected, or that deny, fear or
    tell as history. The order of the claims changes nothing. What people said about
    two claims goes before everything a machine finds; where they contradict each other,
    the claims stay apart.

    An incident is named after the first of its claims to be published (then the one
    with the smallest id). So it keeps its name when a later report joins it, when a
    claim is accepted, and when it was joined to another and taken apart again; it gets
    another where an earlier report is found, or its first claim is rejected.

    Args:
        claims: All claims of the reports, so that parts find their whole.
        states: What people decided; a claim without a state is as good as proposed.
        origins: The first teller of each claim, where that is known.
        judgements: What people said about pairs of claims, oldest first.
        published: When each report was published.
        called: What a claim was called before a person corrected it: the incident that
            is named after it keeps its name.

    Returns:
        Incidents by time, then place, then id; settled where a person's word that two
        claims are of one incident holds in it.
    """
    rejected = {claim for claim, state in (states or {}).items() if state in LEFT_OUT}
    kept = [claim for claim in claims if claim.id not in rejected]
    told = origins or {}
    words = Words.of(judgements, PairKind.CLAIMS)
    clusters = obey(gather(tellings(kept, told)), words, told)
    found = [_incident(cluster, published or {}, called or {}) for cluster in clusters]
    return sorted(
        with_hints(found),
        key=lambda each: (each.edtf or "~", each.place or "~", each.id),
    )


def incident_name(act: Act, first: ClaimId) -> IncidentId:
    """Name the incident whose first claim this is."""
    digest = sha256(f"{act}|{first}".encode()).hexdigest()
    return IncidentId(f"i-{digest[:12]}")


def _incident(cluster: Cluster, published: Published, called: Called) -> Incident:
    claims = [claim for telling in cluster.tellings for claim in telling.claims]
    wholes = [claim for telling in cluster.tellings for claim in telling.wholes]
    names = {each.id: called.get(each.id, each.id) for each in claims}
    first = min(
        claims, key=lambda each: (published.get(each.report) or "~", names[each.id])
    )
    when = shared_time(sorted(wholes, key=lambda claim: claim.id))
    where = finest_place(sorted(wholes, key=lambda claim: claim.id))
    place = None if where is None else where.place
    return Incident(
        id=incident_name(cluster.lead.act, names[first.id]),
        act=cluster.lead.act,
        claims=tuple(sorted(claim.id for claim in claims)),
        edtf=None if when is None else when.text,
        place=place,
        within=() if where is None else where.within,
        place_text=None if where is None or place else where.text,
        reasons=_reasons(cluster, claims),
        settled=cluster.settled,
    )


def _reasons(cluster: Cluster, claims: list[Claim]) -> tuple[str, ...]:
    """Say why, with what holds inside each report first."""
    reasons = []
    if len(claims) == 1:
        reasons.append(ONE_CLAIM)
    elif len(claims) > len(cluster.tellings):
        reasons.append(ONE_BREATH)
    return (*reasons, *sorted(cluster.reasons))
