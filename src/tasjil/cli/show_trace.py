"""A trace as a person reads it in a terminal: a figure, then every word under it."""

from tasjil.cli.show_tally import span
from tasjil.cli.terminal import line
from tasjil.count.tracing.traced import Trace, TracedClaim


def show_trace(traced: Trace) -> None:
    """Print the figure, its incidents, and each claim with its words and teller."""
    line(f"{traced.label}: {span(traced.low, traced.high)}   ({traced.figure})")
    for note in traced.notes:
        line(f"  {note}")
    for each in traced.incidents:
        incident = each.incident
        where = incident.place or incident.place_text or "place not told"
        line("")
        line(f"incident/{incident.id}  {incident.edtf or 'day not told'}, {where}")
        if each.count is not None:
            line(f"  {span(each.count.floor, each.count.ceiling)}")
        for reason in incident.reasons:
            line(f"  together because: {reason}")
        for claim in each.claims:
            show_claim(claim)
    if traced.claims:
        line("")
    for claim in traced.claims:
        show_claim(claim)


def show_claim(claim: TracedClaim) -> None:
    """Print one claim: its words, and who says so."""
    line(f"  claim/{claim.id}  [{claim.state.value}]")
    if claim.withheld:
        line("    WITHHELD to protect a person: these words may not leave the house")
    line(f'    "{" ".join(claim.passage.quote.split())}"')
    line(
        f"    {claim.report}, characters {claim.passage.start} to {claim.passage.end}, "
        f"{claim.publisher or 'publisher unknown'}, {claim.published or 'date unknown'}"
    )
    for was in claim.was:
        read = span(was.quantity.low, was.quantity.high)
        changed = ", ".join(was.changed)
        line(f"    corrected: {was.id} read {read} {was.act} (changed: {changed})")
    chain = " <- ".join(claim.attribution) or "nobody named"
    line(f"    told by {chain}; first teller: {claim.first_teller or 'unknown'}")
