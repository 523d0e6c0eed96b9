"""Claims as a person reads them in a terminal."""

from collections.abc import Mapping, Sequence

from tasjil.cli.show_tally import span
from tasjil.cli.terminal import line
from tasjil.model.claim import Claim
from tasjil.model.report import Report
from tasjil.read.digest import Digest
from tasjil.read.dropping import Dropped


def show_claims(report: Report, claims: Sequence[Claim]) -> None:
    """Print a report's claims, each on its words."""
    line(" · ".join(filter(None, (report.name, report.publisher, report.published))))
    if not claims:
        line("  no claim of harm was read in it")
    for claim in claims:
        show_claim(claim)
    line("")


def show_claim(claim: Claim) -> None:
    """Print one claim: how many, the words, and the fields read from them."""
    who = ", ".join(claim.victims.names) or claim.victims.text or "nobody named"
    part = f", part of {claim.part_of}" if claim.part_of else ""
    how_many = span(claim.quantity.low, claim.quantity.high)
    where = ", ".join(each.name or each.text for each in claim.where)
    tellers = " <- ".join(each.text for each in claim.attribution) or "nobody named"
    line(f"  {claim.act.value} {how_many}: {who}")
    line(f"      [{claim.level.value} {claim.group}{part}]")
    line(f'      "{" ".join(claim.passage.quote.split())}"')
    line(f"      {claim.when.edtf or 'day not told'}, {where or 'place not told'}")
    if claim.perpetrator.text:
        line(f"      by {claim.perpetrator.text} ({claim.perpetrator.stance.value})")
    line(f"      told by {tellers} ({claim.stance.value})")


def show_digest(told: Digest) -> None:
    """Print what one report says happened, in sum."""
    killed = span(told.killed.low, told.killed.high)
    injured = span(told.injured.low, told.injured.high)
    line(f"{told.report}: killed {killed}, injured {injured}")
    for each in told.victims:
        names = ", ".join(each.names)
        text = " ".join(filter(None, (each.text, f"({names})" if names else "")))
        line(f"  {each.act.value} {span(each.low, each.high)}: {text}")
    for total in told.aggregates:
        teller = total.first_teller or "nobody named"
        figure = span(total.low, total.high)
        line(f"  total told by {teller}: {total.act.value} {figure}")


def thrown_away(dropped: Mapping[Dropped, int]) -> str:
    """Say how many claims of a reader were thrown away, for which reason.

    Example:
        >>> thrown_away({Dropped.WORDS: 2, Dropped.NUMBER: 1})
        'thrown away: 2 (words), 1 (number)'
    """
    told = (f"{count} ({reason.value})" for reason, count in dropped.items())
    return f"thrown away: {', '.join(told)}"
