"""What two readers made of a report, as a person reads it in a terminal."""

from tasjil.cli.show_claims import thrown_away
from tasjil.cli.show_tally import span
from tasjil.cli.terminal import line
from tasjil.journey.compare_files import Compared
from tasjil.model.claim import Claim
from tasjil.read.compare import FIELDS, Difference


def show_comparison(told: Compared) -> None:
    """Print what both read alike, what they read differently, and what only one has."""
    found = told.found
    line(told.report.name)
    line(f"  A: {told.a.reader}, B: {told.b.reader}")
    line(f"  {_claims(len(found.same))} read alike")
    for each in found.differ:
        _show_difference(each)
    for side, alone in (("A", found.only_a), ("B", found.only_b)):
        for claim in alone:
            line(f"  only {side}: {_in_short(claim)}")
            line(f'      "{" ".join(claim.passage.quote.split())}"')
    for side, reading in (("A", told.a), ("B", told.b)):
        if reading.dropped:
            line(f"  {side}: {thrown_away(reading.reasons)}")
    line("")


def _show_difference(each: Difference) -> None:
    line(f"  differ in {', '.join(each.fields)}:")
    line(f'      "{" ".join(each.a.passage.quote.split())}"')
    for side, claim in (("A", each.a), ("B", each.b)):
        line(f"      {side}: {_in_short(claim)}")
        for field in each.fields:
            line(f"         {field}: {FIELDS[field].read(claim) or 'not told'}")


def _in_short(claim: Claim) -> str:
    who = ", ".join(claim.victims.names) or claim.victims.text or "nobody named"
    return f"{claim.act.value} {span(claim.quantity.low, claim.quantity.high)}: {who}"


def _claims(count: int) -> str:
    return f"{count} claim" if count == 1 else f"{count} claims"
