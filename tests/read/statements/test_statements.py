"""Statements of totals, in both languages, are read with the scope they tell."""

import pytest

from read.statements.statement import Statement, faults, statements

TOLD = [each for language in ("english", "arabic") for each in statements(language)]


@pytest.mark.parametrize("statement", TOLD, ids=[each.name for each in TOLD])
def test_every_total_is_read_with_its_scope(statement: Statement):
    assert faults(statement) == []
