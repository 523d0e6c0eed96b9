"""What the last count found, laid out for the pages of the desks.

The worker calls `lay_out` after every change; pages ask. Every question is a few
queries, whatever the size of the case, and long lists come a page at a time. Sheets
hold the ids of claims: their words are read from the register (`register.claims_of`).
"""

from tasjil.journey.board.asking import (
    behind,
    incident,
    incident_of,
    incidents,
    missing,
    people,
    person,
    sources,
    standing_of_board,
)
from tasjil.journey.board.figures import (
    FigureSheet,
    aggregates,
    cells,
    dimensions,
    figure,
    tally,
)
from tasjil.journey.board.held_totals import (
    differences,
    differences_of,
    reconciliation,
)
from tasjil.journey.board.laying import lay_out
from tasjil.journey.board.sheets import (
    ClaimTold,
    ElementSheet,
    IncidentSheet,
    PersonSheet,
    RecordTold,
    Unnamed,
)
from tasjil.register.board.lines import (
    BoardState,
    Cell,
    IncidentFilter,
    IncidentLine,
    IncidentSort,
    PersonFilter,
    PersonLine,
    PersonSort,
    Stands,
)
from tasjil.register.board.pages import Page, Paged

__all__ = [
    "BoardState",
    "Cell",
    "ClaimTold",
    "ElementSheet",
    "FigureSheet",
    "IncidentFilter",
    "IncidentLine",
    "IncidentSheet",
    "IncidentSort",
    "Page",
    "Paged",
    "PersonFilter",
    "PersonLine",
    "PersonSheet",
    "PersonSort",
    "RecordTold",
    "Stands",
    "Unnamed",
    "aggregates",
    "behind",
    "cells",
    "differences",
    "differences_of",
    "dimensions",
    "figure",
    "incident",
    "incident_of",
    "incidents",
    "lay_out",
    "missing",
    "people",
    "person",
    "reconciliation",
    "sources",
    "standing_of_board",
    "tally",
]
