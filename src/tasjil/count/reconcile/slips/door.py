"""Everything that does not fit inside the statements and between their tellings."""

from tasjil.count.evidence import Evidence
from tasjil.count.placebook import PlaceBook
from tasjil.count.reconcile.slips.arithmetic import sums
from tasjil.count.reconcile.slips.group_shares import group_shares
from tasjil.count.reconcile.slips.inside_places import misplaced_parts
from tasjil.count.reconcile.slips.numbers_told import other_numbers
from tasjil.count.reconcile.slips.percentages import percentages
from tasjil.count.reconcile.slips.rings import rings
from tasjil.count.reconcile.slips.statement import wholes
from tasjil.count.reconcile.slips.taken_over import Relays, taken_over
from tasjil.count.reconcile.slips.tellings import tellings
from tasjil.count.reconcile.slips.when_told import other_days
from tasjil.count.reconcile.slips.where_told import other_places
from tasjil.count.reconcile.slips.who_told import other_people
from tasjil.model.reconciliation import Slip


def slips(evidence: Evidence, book: PlaceBook, relays: Relays) -> tuple[Slip, ...]:
    """Find what does not fit; a person judges what it is.

    Args:
        evidence: The claims; those that a person rejected are left out.
        book: What is known of the places.
        relays: Whose figures each listed source passes on.

    Returns:
        Slips in the order of their claims, each sentence about a claim once.
    """
    statements = wholes(evidence)
    told = tellings(evidence)
    found = [
        *sums(statements),
        *percentages(statements, evidence),
        *group_shares(statements, evidence),
        *misplaced_parts(statements),
        *other_people(told, evidence),
        *other_days(told, evidence),
        *other_places(told, evidence, book),
        *other_numbers(told, evidence),
        *taken_over(evidence, relays),
        *rings(evidence),
    ]
    once = {(slip.claim, slip.kind, slip.text): slip for slip in found}
    return tuple(once[key] for key in sorted(once))
