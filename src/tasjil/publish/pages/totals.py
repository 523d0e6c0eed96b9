"""Totals that others stated: beside the tally, never added to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from tasjil.model.tally import AggregateStatement
from tasjil.publish.edition import Edition
from tasjil.publish.page import Page, Part, parts
from tasjil.publish.pages.reconcile import DifferenceRow, differences_of
from tasjil.publish.rows import ClaimRow, StatementRow, claim_row, statement_row


@dataclass(frozen=True, slots=True)
class TotalList:
    """A page of the list of totals."""

    part: Part


@dataclass(frozen=True, slots=True)
class TotalPage:
    """One total: its scope, its words, who passed it on, and how others differ."""

    row: StatementRow
    claims: tuple[ClaimRow, ...]
    relayed_by: tuple[Markup, ...]
    differences: tuple[DifferenceRow, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Make the list of totals and a page for each, in one language."""
    found = edition.index.view.tally.aggregates
    rows = [statement_row(edition, each) for each in found]
    for part in parts("totals.html", rows):
        title = edition.say("nav.totals")
        yield Page(part.path, "totals.html", title, "totals", TotalList(part))
    for statement, row in zip(found, rows, strict=True):
        yield _page(edition, statement, row)


def _page(edition: Edition, statement: AggregateStatement, row: StatementRow) -> Page:
    claims = edition.claims(statement.claims)
    context = TotalPage(
        row=row,
        claims=tuple(claim_row(edition, claim) for claim in claims),
        relayed_by=tuple(edition.source_named(each) for each in statement.relayed_by),
        differences=differences_of(edition, statement.claims),
    )
    title = edition.say("total.title", figure=row.figure, teller=row.teller)
    return Page(row.href, "total.html", title, "totals", context)
