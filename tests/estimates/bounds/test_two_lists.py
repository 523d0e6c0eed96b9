"""Two lists give a number only under the label of independence."""

import numpy as np
import pytest

from estimates.published import published
from tasjil.errors import BadValue
from tasjil.estimate.bounds import TwoListsSettings, fit_two_lists
from tasjil.estimate.tables import CaptureTable
from tasjil.model.estimate import Estimate, Method, Refusal, WhyRefused

SMALL = CaptureTable.of("ab", [(1, 0), (0, 1), (1, 1)], [5, 10, 5])


def test_ten_and_fifteen_of_whom_five_are_the_same() -> None:
    # The worked example of mark and recapture in textbooks: Lincoln-Petersen 30,
    # Chapman 28.3, interval 22 to 65 (Sadinle 2009).
    fitted = fit_two_lists(SMALL)
    assert fitted.petersen == pytest.approx(30)
    assert fitted.chapman == pytest.approx(11 * 16 / 6 - 1)
    assert (round(fitted.low), round(fitted.high)) == (22, 65)
    # Seber 1970.
    assert fitted.se**2 == pytest.approx(11 * 16 * 5 * 10 / (36 * 7))


def test_independence_is_said_to_be_assumed() -> None:
    told = fit_two_lists(SMALL).outcome(SMALL)
    assert isinstance(told, Estimate)
    assert told.method is Method.TWO_LISTS
    assert told.diagnostics["independence"] == "assumed"
    assert "cannot show" in told.diagnostics["assumption"]


def test_two_lists_of_a_larger_table_must_be_named() -> None:
    kosovo = published("kosovo")
    told = fit_two_lists(kosovo).outcome(kosovo)
    assert isinstance(told, Refusal)
    assert told.why is WhyRefused.NOT_FOR_THIS
    named = fit_two_lists(kosovo, TwoListsSettings(lists=("EXH", "ABA")))
    pair = named.outcome(kosovo)
    assert isinstance(pair, Estimate)
    assert pair.n == kosovo.only(["EXH", "ABA"]).n
    assert pair.data == kosovo.only(["EXH", "ABA"]).digest
    assert pair.settings["lists"] == ["EXH", "ABA"]


def test_lists_that_share_nobody_are_refused() -> None:
    table = CaptureTable.of("ab", [(1, 0), (0, 1)], [5, 10])
    told = fit_two_lists(table).outcome(table)
    assert isinstance(told, Refusal)
    assert told.why is WhyRefused.APART


@pytest.mark.parametrize(("lists", "rows"), [("a", [[1]]), ("ab", [])])
def test_one_list_or_nobody_is_refused(lists: str, rows: list[list[int]]) -> None:
    table = CaptureTable.of(lists, rows, [4] * len(rows))
    told = fit_two_lists(table).outcome(table)
    assert isinstance(told, Refusal)
    assert told.why in (WhyRefused.NOT_FOR_THIS, WhyRefused.NOBODY)


def test_one_list_twice_is_no_choice() -> None:
    with pytest.raises(BadValue, match="differ"):
        TwoListsSettings(lists=("a", "a"))


def test_one_list_inside_the_other_leaves_nobody_hidden() -> None:
    table = CaptureTable.of("ab", [(1, 0), (1, 1)], [5, 10])
    told = fit_two_lists(table).outcome(table)
    assert told.N is not None
    assert told.N.mean == pytest.approx(15)
    assert told.N.low == 15


def test_intervals_of_independent_lists_hold_the_truth() -> None:
    rng = np.random.default_rng(5)
    held = 0
    for _ in range(1_000):
        on = rng.random((400, 2)) < (0.2, 0.3)
        on = on[on.any(1)]
        table = CaptureTable.of("ab", on, [1] * len(on))
        fitted = fit_two_lists(table)
        held += fitted.low <= 400 <= fitted.high
    assert 930 <= held <= 970
