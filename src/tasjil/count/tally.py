"""The tally of a case: a figure for every act, and what others stated beside it."""

from collections.abc import Iterable, Mapping

from tasjil.count.counting import Count
from tasjil.count.evidence import Evidence
from tasjil.model.ids import PlaceId
from tasjil.model.incident import Incident
from tasjil.model.places import Place
from tasjil.model.scope import Codebook, Scope
from tasjil.model.tally import Tally


def tally(
    scope: Scope,
    codebook: Codebook,
    incidents: Iterable[Incident],
    evidence: Evidence,
    places: Mapping[PlaceId, Place] | None = None,
) -> Tally:
    """Count every act of the scope, and list the totals that others stated.

    Args:
        scope: What the case counts.
        codebook: What to do where sources disagree.
        incidents: As `link` proposes them, or as people settled them.
        evidence: The claims behind them and behind the totals.
        places: The case's own places; what claims say of others is known anyway.

    Returns:
        One figure for each act of the scope, also where nothing was told of it.
    """
    return Count.of(scope, codebook, incidents, evidence, places).tally
