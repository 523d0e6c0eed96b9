"""What a list's columns are taken for, as a person reads it in a terminal."""

from typing import Any

from rich.box import SIMPLE
from rich.table import Table

from tasjil.cli.counted import many
from tasjil.cli.terminal import harmless, out, say
from tasjil.journey.lists.confirming import Look
from tasjil.link.lists.cells.dates import DateOrder
from tasjil.link.lists.changes import ListChanges, versions

_LONGEST = 24


def show_columns(look: Look) -> None:
    """Print a table of headers and meanings; cells are shown on a terminal alone."""
    shown = out.is_terminal
    table = Table(box=SIMPLE)
    for heading in ("header", "meaning", "because", "sure", "read"):
        table.add_column(heading)
    if shown:
        table.add_column("for instance")
    for column in look.columns:
        account = look.account.get(column.header)
        row = [
            harmless(column.header or "(empty)"),
            column.meaning.value,
            column.because,
            f"{column.confidence:.0%}",
            f"{account.read:,} of {account.filled:,}" if account else "kept",
        ]
        if shown:
            row.append(harmless(" · ".join(map(_short, look.samples[column.header]))))
        table.add_row(*row)
    out.print(table)
    for line in unread(look):
        out.print(line)
    say(summary(look))


def _short(cell: str) -> str:
    one = " ".join(cell.split())
    return one if len(one) <= _LONGEST else one[:_LONGEST] + "…"


def unread(look: Look) -> list[str]:
    """Name the first rows whose cells could not be read; what stands there is not."""
    lines = []
    for header, account in look.account.items():
        for ids, why in (
            (account.unreadable, "could not be read"),
            (account.at_odds, "cannot be so (no such day, or a false check digit)"),
        ):
            if ids:
                rows = ", ".join(f"{look.at[id]:,}" for id in ids)
                lines.append(f"{harmless(header)}: {why}, first in row {rows}")
    return lines


def summary(look: Look) -> str:
    """Say how many rows there are, and what else holds for the list."""
    columns = look.columns
    lines = [f"{look.file.name}: {many(len(look.understood.rows), 'row')}"]
    if look.understood.nobody:
        lines[0] += f", {len(look.understood.nobody)} of them of no person (totals)"
    if columns.order is not DateOrder.UNKNOWN:
        lines[0] += f"; dates have the {columns.order.value}"
    lines[0] += "."
    lines += [f"{look.file.name}: {note}" for note in look.notes]
    if columns.by is None:
        lines.append("Nobody has confirmed this yet.")
    else:
        lines.append(f"Confirmed by {columns.by}, {columns.at}.")
    return "\n".join(lines)


def show_changes(change: ListChanges | None) -> None:
    """Say what is new, changed and gone; records by their ids, never by name."""
    if change is None:
        say("The case holds no earlier version of this list: every row is new.")
        return
    for line in versions(change):
        say(line)
    for each in change.changed:
        mark = " (look again: much of it changed)" if each.doubtful else ""
        out.print(f"changed {each.record}: {', '.join(each.headers)}{mark}")
    for word, ids in (("new", change.new), ("gone", change.gone)):
        for id in ids:
            out.print(f"{word} {id}")


def columns_json(look: Look) -> dict[str, Any]:
    """Put what the columns are taken for into plain JSON; no cell is in it."""
    columns = look.columns
    return {
        "list": look.file.list,
        "rows": len(look.understood.rows),
        "guessed": look.understood.guessed,
        "confirmed_by": columns.by,
        "confirmed_at": columns.at,
        "clean_list": columns.clean,
        "date_order": columns.order.value,
        "language": columns.language,
        "no_person": len(look.understood.nobody),
        "columns": [
            {
                "header": column.header,
                "meaning": column.meaning.value,
                "because": column.because,
                "confidence": column.confidence,
                **_read(look, column.header),
            }
            for column in columns
        ],
        "notes": list(look.notes),
    }


def _read(look: Look, header: str) -> dict[str, Any]:
    account = look.account.get(header)
    if account is None:
        return {"filled": None, "read": None, "unreadable": [], "at_odds": []}
    return {
        "filled": account.filled,
        "read": account.read,
        "unreadable": [look.at[id] for id in account.unreadable],
        "at_odds": [look.at[id] for id in account.at_odds],
    }


def changes_json(change: ListChanges | None) -> dict[str, Any] | None:
    """Put what changed into plain JSON; None where there is no earlier version."""
    if change is None:
        return None
    return {
        "unchanged": change.unchanged,
        "changed": [
            {
                "record": each.record,
                "headers": list(each.headers),
                "look_again": each.doubtful,
            }
            for each in change.changed
        ],
        "new": list(change.new),
        "gone": list(change.gone),
        "headers_new": list(change.added),
        "headers_gone": list(change.dropped),
    }
