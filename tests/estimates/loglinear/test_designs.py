"""Sums over sets of lists are what a design written out gives."""

import numpy as np
import pytest

from tasjil.estimate.loglinear.designs import Subsets, Written
from tasjil.estimate.loglinear.model import Model, every_model
from tasjil.estimate.loglinear.newton import maximise
from tasjil.estimate.loglinear.trial import cells_for


@pytest.mark.parametrize("lists", [3, 4, 6])
def test_both_ways_to_hold_a_design_add_up_the_same(lists: int) -> None:
    rng = np.random.default_rng(lists)
    models = every_model(3) if lists == 3 else Model.of(lists, ()).larger()
    cells, chosen = cells_for(lists, models)
    order = np.argsort(~chosen, axis=1, kind="stable")[:, : chosen.sum(1).max()]
    real = np.take_along_axis(chosen, order, 1)
    sums = Subsets.of(lists, np.asarray(cells.terms)[order], real)
    numbers = cells.design[:, order].transpose(1, 0, 2) * real[:, None, :]
    written = Written.unseen(numbers)
    some = rng.gamma(1, 10, (len(models), 1 << lists))
    weights = np.where(real, rng.normal(size=real.shape), 0.0)
    assert sums.margins(some) == pytest.approx(written.margins(some))
    assert sums.bend(some) == pytest.approx(written.bend(some))
    assert sums.logs(weights) == pytest.approx(written.logs(weights))
    assert sums.size == written.size


def test_both_ways_lead_to_the_same_maximum() -> None:
    rng = np.random.default_rng(8)
    counts = rng.poisson(40, (1, 16)).astype(float)
    used = np.ones((1, 16), bool)
    used[0, 0] = False
    cells, chosen = cells_for(4, [Model.read("[123,34]", 4)])
    terms, real = np.asarray(cells.terms)[None], np.ones_like(chosen)
    one = maximise(Subsets.of(4, terms, real), counts, used)
    two = maximise(Written.unseen(cells.design[None]), counts, used)
    assert one.coefficients == pytest.approx(two.coefficients, rel=1e-8)
    assert one.variance == pytest.approx(two.variance, rel=1e-8)
    assert one.sure.all()
    assert two.sure.all()
