"""No page asks more questions of the register because the case is larger."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[3] / "benchmarks"))

import desk_case
from desk.names import Names

from tasjil.journey.case import open_case
from tasjil.register.register import Register

SIZE = (12, 600, 300)
"""Reports, claims, people: every list is longer than a page of 50 lines."""

A_FEW = 14
"""Statements for one question; most are who asks, and whether they may."""


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    """How many statements each question takes."""
    case = open_case(desk_case.make(tmp_path_factory.mktemp("size"), *SIZE))
    with Register.open(case.register_folder, desk_case.KEY) as register:
        return {
            name: statements(register, question)
            for name, question in desk_case.questions(Names(7)).items()
        }


def statements(register, question):
    """Count what is asked of the store, for the first and for the third of them."""
    counts = []

    def counted(execute, sql, params, many, context):
        counts[-1] += 1
        return execute(sql, params, many, context)

    with register._store.connection.execute_wrapper(counted):
        for n in (0, 2):
            counts.append(0)
            question(register, n)
    return max(counts)


def test_no_question_takes_a_statement_for_each_line_of_its_page(asked):
    assert min(asked.values()) > 0
    assert {name: many for name, many in asked.items() if many > A_FEW} == {}
