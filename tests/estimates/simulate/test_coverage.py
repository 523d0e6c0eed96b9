"""In a world that a method's model is right in, 95 of 100 intervals hold the truth."""

import numpy as np
import pytest

from tasjil.estimate.graphs import DgaSettings, chordal_graphs, fit_dga
from tasjil.estimate.simulate import Design, simulate
from tasjil.estimate.simulate.cells import patterns
from tasjil.estimate.tables import CaptureTable
from tasjil.model.estimate import Estimate

FEWEST, MOST = 500, 4_000
LISTS = 4
DELTA = 0.5


def between(total):
    """Give the log of p(N): 1/N between the fewest and the most."""
    inside = (total >= FEWEST) & (total <= MOST)
    return np.where(inside, -np.log(total), -600.0)


def drawn_of_the_prior(chance):
    """Draw N, a graph, a hyper-Dirichlet table of it, and the lists of a population.

    A list given its parents is Beta of as much prior as the table holds there.
    """
    numbers = np.arange(FEWEST, MOST + 1)
    truth = int(chance.choice(numbers, p=(1 / numbers) / (1 / numbers).sum()))
    graphs = chordal_graphs(LISTS)
    parents = graphs.parents[chance.integers(len(graphs) - 1)].tolist()
    on = patterns(LISTS)
    cells = np.ones(len(on))
    for v, around in enumerate(parents):
        prior = DELTA * 2 ** (LISTS - 1 - around.bit_count())
        yes = chance.beta(prior, prior, size=1 << LISTS)[np.arange(len(on)) & around]
        cells *= np.where(on[:, v], yes, 1 - yes)
    counts = chance.multinomial(truth, cells / cells.sum())
    return truth, CaptureTable.of("ABCD", on[1:], counts[1:])


def ranked(runs, seed):
    """Give where the truth lies in the posterior, and whether the interval holds it."""
    chance = np.random.default_rng(seed)
    ranks, held = [], []
    while len(held) < runs:
        truth, table = drawn_of_the_prior(chance)
        if table.n < 20:
            continue
        settings = DgaSettings(
            DELTA, integers=True, cap=MOST / table.n, sensitivity=False
        )
        fit = fit_dga(table, settings, log_prior=between)
        outcome = fit.outcome(table)
        # The population may be known whole: then R's grid, from n0 = 1, has no truth.
        if fit.posterior is None or truth == table.n:
            continue
        assert isinstance(outcome, Estimate) or outcome.why == "at the cap"
        found = fit.interval
        held.append(found.low <= truth <= found.high)
        below = fit.posterior.values < truth
        ranks.append(fit.posterior.probabilities[below].sum())
    return np.array(ranks), np.array(held)


@pytest.mark.slow
def test_graphs_hold_the_truth_and_rank_it_evenly_where_their_prior_drew_it():
    ranks, held = ranked(500, 11)
    assert 0.93 <= held.mean() <= 0.97
    counts = np.histogram(ranks, bins=10, range=(0, 1))[0]
    assert ((counts - 50) ** 2 / 50).sum() < 21.7  # chi-squared on 9 df, p = 0.01


@pytest.mark.slow
@pytest.mark.parametrize("depends", [(), ("A+B=4",)])
def test_log_linear_intervals_hold_the_truth_of_lists_that_are_like_a_model(depends):
    design = Design.of(2_000, [0.35, 0.30, 0.25, 0.20], depends=depends)
    # The populations of docs/decisions/simulated-populations.md: 94.6 % and 94.4 %.
    (study,) = simulate(design, ["loglinear"], 500).methods
    assert study.share_refused == 0
    assert 0.93 <= study.coverage.value <= 0.97
    assert abs(study.bias.value) < 0.01
