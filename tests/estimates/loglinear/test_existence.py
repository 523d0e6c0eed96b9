"""Where empty overlaps leave no estimate, none is given: by an independent solver."""

import warnings
from itertools import product

import numpy as np
import pytest
from scipy.optimize import linprog, minimize

from tasjil.estimate.loglinear import LoglinearSettings, Model, every_model
from tasjil.estimate.loglinear import fit_loglinear as fitted
from tasjil.estimate.loglinear.existence import exists, identified
from tasjil.estimate.loglinear.fitting import Cells, Standing
from tasjil.estimate.loglinear.trial import try_models
from tasjil.estimate.tables import CaptureTable
from tasjil.model.estimate import Estimate, Refusal, WhyRefused


def table(cells: list[int]) -> CaptureTable:
    """Make a table of the counts of cells 1, 2, ...: list j is bit j."""
    many = len(cells).bit_length()
    patterns = [[k >> j & 1 for j in range(many)] for k in range(1, len(cells) + 1)]
    return CaptureTable.of([f"list {j + 1}" for j in range(many)], patterns, cells)


def way_out(design: np.ndarray, counts: np.ndarray) -> bool:
    """Look for a direction in which the likelihood rises without end.

    The other side of the linear programme: some combination of terms is 0 where
    somebody is, never above 0 elsewhere, and below 0 in one cell at least.
    """
    empty = counts == 0
    if not empty.any():
        return False
    some, none = design[~empty], design[empty]
    found = linprog(
        none.sum(0),
        A_ub=np.vstack([none, -none]),
        b_ub=np.concatenate([np.zeros(len(none)), np.ones(len(none))]),
        A_eq=some,
        b_eq=np.zeros(len(some)),
        bounds=(None, None),
    )
    return bool(found.fun < -1e-6)


def sparse_tables(seed: int, many: int) -> list[CaptureTable]:
    """Draw tables of 3 to 6 lists with most cells empty."""
    rng = np.random.default_rng(seed)
    made = []
    for _ in range(many):
        lists = int(rng.integers(3, 7))
        mean = rng.gamma(0.3, rng.choice([0.3, 3.0, 30.0]), (1 << lists) - 1)
        cells = rng.poisson(mean)
        if cells.sum():
            made.append(table(cells.tolist()))
    return made


@pytest.mark.parametrize("sparse", sparse_tables(4, 30), ids=lambda t: t.digest[7:15])
def test_no_number_where_the_likelihood_rises_without_end(sparse: CaptureTable) -> None:
    lists = len(sparse.lists)
    models = every_model(3) if lists == 3 else Model.of(lists, ()).larger()
    counts = sparse.cells()[1:]
    for trial in try_models(sparse, models):
        design = Cells.of(lists, trial.model.terms).design
        void = (design.T @ counts) == 0
        used = ~(design[:, void] > 0).any(1)
        part = design[used][:, ~void]
        wrong = way_out(part, counts[used]) or (
            np.linalg.matrix_rank(part) < part.shape[1]
        )
        assert trial.good is not wrong, trial.model.formula


def test_every_sparse_table_ends_in_a_number_or_a_reason() -> None:
    ends = set()
    for sparse in sparse_tables(9, 15):
        told = fitted(sparse).outcome(sparse)
        if isinstance(told, Estimate):
            assert sparse.n <= told.N.mean < 1e12
        else:
            assert told.why is not None
        ends.add(None if isinstance(told, Estimate) else told.why)
    assert {None, WhyRefused.TOO_FEW_LISTS} <= ends


@pytest.mark.parametrize(
    "cells", [[0, 3, 0, 0, 6, 0, 0], [2, 0, 5, 0, 0, 0, 0], [0, 1, 2, 0, 0, 3, 0]]
)
def test_a_model_that_cannot_be_solved_changes_nothing_for_others(
    cells: list[int],
) -> None:
    # Among these models some have a singular step; it must stay theirs alone.
    lists = table(cells)
    together = try_models(lists, every_model(3))
    alone = [try_models(lists, [each.model])[0] for each in together]
    assert [each.standing for each in together] == [each.standing for each in alone]


def test_the_programme_agrees_with_its_other_side_on_every_emptiness() -> None:
    # All 127 ways to leave cells of three lists empty.
    for model in (Model.read(each, 3) for each in ("[1,2,3]", "[12,3]", "[12,23]")):
        design = Cells.of(3, model.terms).design
        for filled in product((0, 1), repeat=7):
            counts = np.array(filled)
            if counts.any():
                assert exists(design, counts) is not way_out(design, counts)


def test_independent_lists_that_nobody_shares_have_no_estimate() -> None:
    design = Cells.of(2, (0, 1, 2)).design
    assert not exists(design, np.array([10, 10, 0]))


def test_three_pairs_from_three_cells_cannot_be_told_apart() -> None:
    design = Cells.of(3, (0, 1, 2, 4, 3, 5, 6)).design
    assert identified(design)
    assert not identified(design[:6])


def test_an_empty_overlap_takes_its_cells_out_of_the_fit() -> None:
    # a and b share nobody, by themselves or with c: the term [12] is minus infinity.
    lists = table([40, 30, 0, 50, 12, 9, 0])
    trial = try_models(lists, [Model.read("[12,3]", 3)])[0]
    assert trial.standing is Standing.GOOD
    assert trial.empty == (0b011,)
    # Without those cells c is independent of a and of b: 40 a, 12 ac, 30 b, 9 bc, 50 c.
    rest = [(1, 0, 40), (1, 1, 12), (2, 0, 30), (2, 1, 9), (0, 1, 50)]

    def lost(at: np.ndarray) -> float:
        base, a, b, c = at
        eta = np.array([base + (0, a, b)[who] + c * on for who, on, _ in rest])
        return float((np.exp(eta) - [y for *_, y in rest] * eta).sum())

    found = minimize(lost, [5.0, 0, 0, -1], tol=1e-12, options={"gtol": 1e-9})
    assert trial.hidden == pytest.approx(np.exp(found.x[0]), rel=1e-5)


def test_one_pair_that_nobody_shares_and_no_term_for_it_is_an_ordinary_zero() -> None:
    lists = table([40, 30, 0, 50, 12, 9, 0])
    trial = try_models(lists, [Model.read("[1,2,3]", 3)])[0]
    assert trial.good
    assert trial.empty == ()


def test_a_model_without_an_estimate_is_left_out_and_counted() -> None:
    lists = table([40, 30, 3, 50, 12, 0, 4])
    told = fitted(lists).outcome(lists)
    assert isinstance(told, Estimate)
    refused = [each for each in told.diagnostics["models"] if "refused" in each]
    assert told.diagnostics["without_estimate"] == len(refused) > 0
    assert told.diagnostics["model"] not in [each["model"] for each in refused]


def test_a_table_none_of_whose_models_has_an_estimate_is_refused() -> None:
    lists = table([5, 0, 3, 0, 4, 0, 0])
    told = fitted(lists).outcome(lists)
    assert isinstance(told, Refusal)
    assert told.why in (WhyRefused.NO_MAXIMUM, WhyRefused.NOT_IDENTIFIED)
    assert told.N is None


def test_nobody_is_a_refusal() -> None:
    lists = CaptureTable.of(("a", "b", "c"), [], [])
    told = fitted(lists).outcome(lists)
    assert isinstance(told, Refusal)
    assert told.why is WhyRefused.NOBODY


def test_two_lists_are_too_few() -> None:
    lists = table([30, 20, 10])
    told = fitted(lists).outcome(lists)
    assert isinstance(told, Refusal)
    assert told.why is WhyRefused.TOO_FEW_LISTS


def test_a_list_that_shares_nobody_with_others_gives_a_refusal() -> None:
    lists = table([30, 20, 10, 40, 0, 0, 0])
    told = fitted(lists).outcome(lists)
    assert isinstance(told, Refusal)
    assert told.why is WhyRefused.APART
    assert "list 3" in told.refused


def test_more_lists_than_the_cells_can_be_written_for_are_refused() -> None:
    patterns = np.vstack([np.eye(13, dtype=int), np.ones((1, 13), int)])
    lists = CaptureTable.of([f"l{j}" for j in range(13)], patterns, [3] * 14)
    told = fitted(lists).outcome(lists)
    assert isinstance(told, Refusal)
    assert told.why is WhyRefused.NOT_FOR_THIS


def test_the_order_of_rows_changes_nothing() -> None:
    first = table([40, 30, 3, 50, 12, 7, 4])
    turned = CaptureTable.of(
        first.lists, first.patterns[::-1], first.counts[::-1].tolist()
    )
    one, two = fitted(first).outcome(first), fitted(turned).outcome(turned)
    assert one == two
    assert one.diagnostics == two.diagnostics


def test_tables_of_ten_lists_are_fitted_without_a_warning() -> None:
    rng = np.random.default_rng(3)
    on = rng.random((900, 10)) < rng.uniform(0.1, 0.4, 10)
    on = on[on.any(1)]
    lists = CaptureTable.of([f"l{j}" for j in range(10)], on, [1] * len(on))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        told = fitted(lists, LoglinearSettings(most_steps=1)).outcome(lists)
    assert isinstance(told, Estimate)
    assert told.N.low < 900 < told.N.high
