"""A tally as a person reads it in a terminal."""

from rich.box import SIMPLE
from rich.console import JustifyMethod
from rich.measure import Measurement
from rich.table import Table

from tasjil.cli.terminal import harmless, out
from tasjil.model.tally import AggregateStatement, Tally

OWN_RECORDS = (
    "These figures rest on your own records alone: they are no figures of the case."
)


def show_tally(tally: Tally) -> None:
    """Print the figures, then the totals that others stated, beside them."""
    figures = Table(title="The tally", title_justify="left", box=SIMPLE)
    for heading in ("act", "verified", "floor", "ceiling", "reported", "accepted"):
        side: JustifyMethod = "left" if heading == "act" else "right"
        figures.add_column(heading, justify=side, no_wrap=True)
    for each in tally.figures:
        figures.add_row(
            each.act.value,
            span(each.verified.low, each.verified.high),
            f"{each.floor:,}",
            "not told" if each.ceiling is None else f"{each.ceiling:,}",
            span(each.reported.low, each.reported.high),
            "none yet"
            if each.proposed_only
            else span(each.accepted.low, each.accepted.high),
        )
    print_whole(figures)
    for each in tally.figures:
        for note in each.notes:
            out.print(f"  {each.act.value}: {note}")
    out.print("")
    if tally.aggregates:
        show_aggregates(tally.aggregates)


def show_aggregates(statements: tuple[AggregateStatement, ...]) -> None:
    """Print the totals others stated; none of them is added to anything.

    Their parts ("745 of them civilians") are counted here and listed by `--json`.
    """
    wholes = [each for each in statements if each.part_of is None]
    table = Table(
        title="Totals that others stated (never added)",
        title_justify="left",
        box=SIMPLE,
        pad_edge=False,
    )
    table.add_column("stated", no_wrap=True)
    table.add_column("figure", no_wrap=True, justify="right")
    table.add_column("act and who", overflow="fold")
    table.add_column("basis", no_wrap=True)
    table.add_column("first teller", overflow="fold", min_width=16)
    table.add_column("via", justify="right", no_wrap=True)
    for each in sorted(wholes, key=lambda one: (one.published or "~", one.id)):
        table.add_row(
            each.published or "unknown",
            span(each.low, each.high),
            harmless(f"{each.act.value}, {each.status}"),
            each.basis.value,
            harmless(each.first_teller),
            str(len(each.relayed_by)),
        )
    print_whole(table)
    out.print("  via: how many passed the figure on; it stays one statement")
    if parts := len(statements) - len(wholes):
        out.print(
            f"  and {parts} parts of these totals; the pages show each", markup=False
        )


def print_whole(table: Table) -> None:
    """Print a table, or a line for each row where the terminal is too narrow for it.

    A table that is squeezed loses the last digits of its figures.
    """
    wide = out.options.update(width=10_000)
    if Measurement.get(out, wide, table).minimum <= out.width:
        out.print(table)
        return
    out.print(str(table.title))
    headings = [str(column.header) for column in table.columns]
    for row in zip(*(column.cells for column in table.columns), strict=True):
        told = (f"{name} {cell}" for name, cell in zip(headings, row, strict=True))
        out.print("  " + "; ".join(told))


def span(low: int | None, high: int | None) -> str:
    """Write a range: 13, 13-61, 13 or more, unknown."""
    if low is None and high is None:
        return "unknown"
    if low is None:
        return f"up to {high:,}"
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,}-{high:,}"
