"""Claims as a person reads them in a terminal."""

from collections.abc import Sequence

from rich.table import Table

from tasjil.cli.show_tally import span
from tasjil.cli.terminal import out
from tasjil.model.claim import Claim
from tasjil.model.report import Report
from tasjil.read.digest import Digest


def show_claims(report: Report, claims: Sequence[Claim]) -> None:
    """Print a report's claims, the words first."""
    out.print(f"\n{report.name}  {report.publisher or ''}  {report.published or ''}")
    if not claims:
        out.print("  no claim of harm was read in it", markup=False)
        return
    table = Table(show_lines=True)
    for heading in ("words", "act", "how many", "who", "when, where", "by", "told by"):
        table.add_column(heading, overflow="fold")
    for claim in claims:
        table.add_row(*(cell.replace("[", "\\[") for cell in cells(claim)))
    out.print(table)


def cells(claim: Claim) -> tuple[str, ...]:
    """Give the cells of one claim's row."""
    level = f"{claim.level.value} {claim.group}"
    part = f", part of {claim.part_of}" if claim.part_of else ""
    who = ", ".join(claim.victims.names) or claim.victims.text or "not told"
    where = ", ".join(each.name or each.text for each in claim.where)
    by = claim.perpetrator.text or "not told"
    return (
        " ".join(claim.passage.quote.split()),
        f"{claim.act.value}\n({level}{part})",
        span(claim.quantity.low, claim.quantity.high),
        who,
        "\n".join(filter(None, (claim.when.edtf, where))) or "not told",
        f"{by} ({claim.perpetrator.stance.value})",
        f"{' <- '.join(each.text for each in claim.attribution)} "
        f"({claim.stance.value})",
    )


def show_digest(told: Digest) -> None:
    """Print what one report says happened, in sum."""
    killed = span(told.killed.low, told.killed.high)
    injured = span(told.injured.low, told.injured.high)
    out.print(f"{told.report}: killed {killed}, injured {injured}", markup=False)
    for each in told.victims:
        names = ", ".join(each.names)
        text = " ".join(filter(None, (each.text, f"({names})" if names else "")))
        out.print(
            f"  {each.act.value} {span(each.low, each.high)}: {text}", markup=False
        )
    for total in told.aggregates:
        out.print(
            f"  total told by {total.first_teller or 'nobody named'}: "
            f"{total.act.value} {span(total.low, total.high)}",
            markup=False,
        )
