"""`tasjil what-if`: the count as it would be, and what moves."""

from enum import StrEnum
from typing import Annotated, TypeVar

import typer
from rich.box import SIMPLE
from rich.table import Table

from tasjil.cli.arguments import As, CaseFolder, Json
from tasjil.cli.counted import many
from tasjil.cli.show_tally import OWN_RECORDS, print_whole, span
from tasjil.cli.terminal import harmless, line, put, say
from tasjil.cli.unlock import key_for
from tasjil.errors import BadValue
from tasjil.journey.case import open_case
from tasjil.journey.moved import Ends, Moved
from tasjil.journey.what_if import Asked, WhatIf, sentences, what_if_json
from tasjil.journey.what_if import what_if as count_otherwise
from tasjil.model.proof import StandardOfProof
from tasjil.model.scope import Disagreement, Treated

Without = Annotated[
    list[str] | None,
    typer.Option(
        "--without",
        metavar="SOURCE",
        help="Leave out what this source told first or passed on. Repeat for more.",
    ),
]
Standard = Annotated[
    StandardOfProof | None,
    typer.Option("--standard", help="Another standard of proof."),
]
Rules = Annotated[
    list[str] | None,
    typer.Option(
        "--rule",
        metavar="ELEMENT=RULE",
        help="Another rule where tellers disagree: number=majority, status=unknown.",
    ),
]
Prefer = Annotated[
    list[str] | None,
    typer.Option(
        "--prefer",
        metavar="SOURCE",
        help='Whom "prefer a source" follows; the first before the others.',
    ),
]
Accepted = Annotated[
    bool,
    typer.Option("--accepted-only", help="Leave out claims that no person accepted."),
]


def what_if(  # noqa: PLR0913
    case: CaseFolder,
    without: Without = None,
    standard: Standard = None,
    rule: Rules = None,
    prefer: Prefer = None,
    accepted_only: Accepted = False,
    user: As = None,
    as_json: Json = False,
) -> int:
    """Count as it would be without a source, or by another rule; nothing is kept.

    Figures stand before and after, with every row that moves. A source is named by its
    id, its name or a variant, as sources.csv has them; what it passed on is left out
    with what it told, but not what others passed on as well. With --prefer alone, the
    number follows that source.
    """
    opened = open_case(case)
    rules = dict(_rule(each) for each in rule or ())
    if prefer and Disagreement.PREFER not in rules.values():
        rules[Treated.NUMBER] = Disagreement.PREFER
    asked = Asked(
        tuple(without or ()), standard, rules, tuple(prefer or ()), accepted_only
    )
    found = count_otherwise(opened, key_for(opened, user), asked)
    if as_json:
        put(what_if_json(opened, found))
    else:
        show_what_if(found)
    return 0


def _rule(typed: str) -> tuple[Treated, Disagreement]:
    """Read "number=majority"; the beginning of a rule is enough."""
    element, _, rule = typed.partition("=")
    return _begun(element, Treated), _begun(rule, Disagreement)


Choice = TypeVar("Choice", bound=StrEnum)


def _begun(typed: str, choices: type[Choice]) -> Choice:
    words = typed.strip().casefold()
    fits = [each for each in choices if words and each.value.startswith(words)]
    if len(fits) != 1:
        known = ", ".join(repr(each.value) for each in choices)
        raise BadValue(
            f"expected ELEMENT=RULE, this part one of {known}; got {typed!r}"
        )
    return fits[0]


def show_what_if(found: WhatIf) -> None:
    """Print the figures before and after, then the rows that move."""
    table = Table(
        title="As it is, and as it would be", title_justify="left", box=SIMPLE
    )
    table.add_column("act")
    for heading in ("", "verified", "floor", "ceiling", "reported"):
        table.add_column(heading, justify="right", no_wrap=True)
    for each in found.figures:
        table.add_row(each.act.value, "is", *_cells(each.before))
        table.add_row("", "would be", *_cells(each.after))
    print_whole(table)
    for sentence in sentences(found):
        line(f"  {sentence}")
    was, would = (span(each.low, each.high) for each in found.range)
    line(f"  the range that all totals allow together: {was}, then {would}")
    if not found.rows:
        line("No row moves.")
    for row in found.rows:
        line(f"  {row.act}, {row.by}, {harmless(row.label)}: {_moved(row)}")
    if found.rows:
        line(f"{many(len(found.rows), 'row')} would move.")
    if found.own_records:
        say(OWN_RECORDS)


def _cells(ends: Ends | None) -> list[str]:
    if ends is None:
        return ["not there"] * 4
    reported = ends.reported
    return [
        span(ends.verified.low, ends.verified.high),
        f"{ends.floor:,}",
        "not told" if ends.ceiling is None else f"{ends.ceiling:,}",
        "" if reported is None else span(reported.low, reported.high),
    ]


def _moved(row: Moved) -> str:
    return f"{_span(row.before)}, then {_span(row.after)}"


def _span(ends: Ends | None) -> str:
    if ends is None:
        return "no such row"
    told = span(ends.floor, ends.ceiling)
    verified = ends.verified
    if not verified.high:
        return told
    return f"{told} ({span(verified.low, verified.high)} verified)"
