"""A tally as a person reads it in a terminal."""

from rich.table import Table

from tasjil.cli.terminal import out
from tasjil.model.tally import AggregateStatement, Tally


def show_tally(tally: Tally) -> None:
    """Print the figures, then the totals that others stated, beside them."""
    figures = Table(title="The tally", title_justify="left")
    for heading in ("act", "verified", "floor", "ceiling", "reported", "accepted"):
        figures.add_column(heading, justify="left" if heading == "act" else "right")
    for each in tally.figures:
        figures.add_row(
            each.act.value,
            span(each.verified.low, each.verified.high),
            str(each.floor),
            "not told" if each.ceiling is None else str(each.ceiling),
            span(each.reported.low, each.reported.high),
            span(each.accepted.low, each.accepted.high),
        )
    out.print(figures)
    for each in tally.figures:
        for note in each.notes:
            out.print(f"  {each.act.value}: {note}", markup=False)
    if tally.aggregates:
        show_aggregates(tally.aggregates)


def show_aggregates(statements: tuple[AggregateStatement, ...]) -> None:
    """Print the totals others stated; none of them is added to anything."""
    table = Table(title="Totals that others stated (never added)", title_justify="left")
    for heading in (
        "stated",
        "first teller",
        "act",
        "figure",
        "who",
        "basis",
        "passed on by",
    ):
        table.add_column(heading, overflow="fold")
    for each in sorted(statements, key=lambda one: (one.published or "", one.id)):
        table.add_row(
            each.published or "unknown",
            each.first_teller,
            each.act.value,
            span(each.low, each.high),
            each.status,
            each.basis.value,
            str(len(each.relayed_by)),
        )
    out.print(table)


def span(low: int | None, high: int | None) -> str:
    """Write a range: 13, 13-61, 13 or more, unknown."""
    if low is None and high is None:
        return "unknown"
    if low is None:
        return f"up to {high:,}"
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,}-{high:,}"
