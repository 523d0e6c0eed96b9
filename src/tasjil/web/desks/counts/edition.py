"""How counts say things: as the published pages do, and leading to the desks."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tasjil.journey.board.tellers import teller_id
from tasjil.model.claim import Claim
from tasjil.model.ids import ClaimId, FigureId, IncidentId, ReportId, SourceId
from tasjil.model.reconciliation import Reconciliation
from tasjil.model.tally import AggregateStatement, Origin, Tally
from tasjil.publish.edition import Edition
from tasjil.publish.index import Index
from tasjil.web.desks.counts.shown_ids import shown_id
from tasjil.web.page.addresses import href
from tasjil.web.page.request import DeskRequest
from tasjil.web.page.voice import voice

NOTHING = Tally(())


class DeskEdition(Edition):
    """An edition whose addresses are those of the desks."""

    def to_incident(self, incident: IncidentId) -> str:
        """Address an incident at its desk."""
        return href(self.language, "incidents:incident", incident)

    def to_report(self, report: ReportId) -> str:
        """Address a report at the reading desk."""
        return href(self.language, "reading:report", report)

    def to_claim(self, claim: Claim) -> str:
        """Address the very words of a claim."""
        return href(self.language, "reading:claim", claim.id)

    def to_figure(self, figure: FigureId) -> str:
        """Address the page that takes a figure apart."""
        return href(self.language, "counts:figure", shown_id(figure))

    def to_statement(self, statement: FigureId) -> str:
        """Address a total that somebody stated."""
        return self.to_figure(statement)

    def to_teller(self, origin: Origin | None) -> str | None:
        """Address a first teller at the desk of sources; the address says no name."""
        if origin is None:
            return None
        return href(self.language, "sources:one", teller_id(origin.key))


def edition_of(
    request: DeskRequest,
    totals: Tally = NOTHING,
    found: Reconciliation | None = None,
    claims: Iterable[ClaimId] = (),
) -> DeskEdition:
    """Make the edition of a page.

    Args:
        request: Whose page.
        totals: The totals that others stated.
        found: These totals held against each other.
        claims: Those that the page tells of; read in a few queries.
    """
    plain = voice(request)
    view = replace(
        plain.index.view,
        tally=totals,
        origins=dict(_origins(totals.aggregates, plain.index.view.sources)),
        reconciliation=found,
    )
    index = Index(view)
    register, wanted = request.seat.register, list(dict.fromkeys(claims))
    if wanted:
        index.claims |= {each.id: each for each, _ in register.claims_of(wanted)}
        index.incident_of |= register.board.incidents_of(wanted)
    return DeskEdition(plain.language, index, plain.say)


def _origins(
    totals: Iterable[AggregateStatement], sources: Mapping[SourceId, object]
) -> Iterable[tuple[ClaimId, Origin]]:
    for each in totals:
        listed = SourceId(each.teller_key)
        source = listed if listed in sources else None
        origin = Origin(each.teller_key, each.first_teller, source=source)
        yield from ((claim, origin) for claim in each.claims)
