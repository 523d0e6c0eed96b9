"""All totals that others stated, held against each other, as pages ask for them."""

from tasjil.model.ids import FigureId
from tasjil.model.json import from_json
from tasjil.model.reconciliation import Difference, Reconciliation
from tasjil.register.register import Register

DIFFERENCES_OF = "differences "
"""How the document of one total is called that has its differences."""


def reconciliation(register: Register) -> Reconciliation | None:
    """Give all totals held against each other; None before the first count.

    Of the differences those are there that tell most, one for each two tellers;
    `differences_of` has those of one total.
    """
    plain = register.board.document("reconciliation")
    return None if plain is None else from_json(plain, Reconciliation)


def differences(register: Register) -> int:
    """Count the pairs of totals that differ."""
    return int(register.board.document("differences") or 0)


def differences_of(register: Register, total: FigureId) -> tuple[Difference, ...]:
    """Give the largest differences between one total and the others."""
    plain = register.board.document(f"{DIFFERENCES_OF}{total}")
    return () if plain is None else from_json(plain, tuple[Difference, ...])
