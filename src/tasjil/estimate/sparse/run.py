"""From a table with empty overlaps to a model, an estimate and its interval."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.loglinear.fitting import Cells
from tasjil.estimate.loglinear.model import Model
from tasjil.estimate.refuse import Reason, before, no_maximum
from tasjil.estimate.saying import percent
from tasjil.estimate.sparse.bootstrap import (
    Counts,
    Numbers,
    Progress,
    Redrawn,
    acceleration,
    ends,
    in_blocks,
    resampled,
    without_one,
)
from tasjil.estimate.sparse.result import Entered, SparseFit
from tasjil.estimate.sparse.settings import Ends, SparseSettings
from tasjil.estimate.sparse.stepwise import Chosen, choose, pair_cells
from tasjil.estimate.tables import CaptureTable
from tasjil.model.estimate import WhyRefused


def fit_sparse(
    table: CaptureTable,
    settings: SparseSettings | None = None,
    progress: Progress | None = None,
) -> SparseFit:
    """Fit a log-linear model of pairs to a table, with a bootstrap interval.

    The choice of pairs is made again in every table that is drawn anew, so that the
    interval knows of it (Chan, Silverman & Vincent 2021, Journal of the American
    Statistical Association 116, 1297-1306).

    Args:
        table: Who is on which lists.
        settings: How pairs enter, how many tables are drawn, the seed.
        progress: Is told how many tables are done, and of how many.

    Returns:
        The model and the interval; its `outcome` is a refusal where there is none.

    Example:
        >>> patterns = [[k >> j & 1 for j in range(3)] for k in range(1, 8)]
        >>> table = CaptureTable.of("abc", patterns, [60, 49, 4, 247, 112, 142, 12])
        >>> fitted = fit_sparse(table, SparseSettings(resamples=100))
        >>> fitted.model.formula
        '[12,3]'
    """
    chosen = settings or SparseSettings()
    lack = before(table, chosen.limits, chosen.most_lists)
    if lack is not None:
        return SparseFit(chosen, lack=lack)
    ordered = _ordered(table)
    cells = pair_cells(len(table.lists))
    found = choose(cells, ordered.cells()[None, 1:], chosen.threshold)
    if np.isnan(found.hidden[0]):
        return SparseFit(chosen, lack=no_maximum())
    told = _told(table, ordered, cells, found, chosen)
    if chosen.ends is Ends.GIVEN:
        return told
    redrawn = _redrawn(ordered, cells, table.n + told.hidden, chosen, progress)
    told = replace(told, redrawn=redrawn)
    if redrawn.failed > chosen.failures:
        return replace(told, lack=_often(redrawn, chosen))
    return told


def _ordered(table: CaptureTable) -> CaptureTable:
    """Put the lists in the order of their names: draws do not depend on the file's."""
    return table.only(sorted(table.lists))


def _told(
    table: CaptureTable,
    ordered: CaptureTable,
    cells: Cells,
    found: Chosen,
    settings: SparseSettings,
) -> SparseFit:
    """Say the model in the order in which the table has the lists."""
    place = [table.place(name) for name in ordered.lists]
    pairs = cells.terms[1 + cells.lists :]
    entered = []
    for nth in sorted(np.flatnonzero(found.pairs[0]), key=lambda k: found.order[0, k]):
        a, b = (place[j] for j in range(cells.lists) if pairs[nth] >> j & 1)
        entered.append(
            Entered(
                (1 << a) | (1 << b),
                int(table.overlaps[a, b]),
                float(found.chances[0, nth]),
            )
        )
    model = Model.of(cells.lists, [each.pair for each in entered])
    return SparseFit(
        settings,
        model,
        tuple(entered),
        float(found.hidden[0]),
        float(found.variance[0]),
    )


def _redrawn(
    table: CaptureTable,
    cells: Cells,
    point: float,
    settings: SparseSettings,
    progress: Progress | None,
) -> Redrawn:
    where = table.patterns @ (1 << np.arange(len(table.lists))) - 1
    drawn = resampled(table.counts, settings.resamples, settings.seed)
    tables = np.concatenate([without_one(table.counts), drawn])
    # A pattern that one person has and nobody else leaves a table without it; the
    # tables with one person less are one person smaller.
    sizes = tables.sum(1)

    def estimate(some: Counts) -> Numbers:
        full: NDArray[np.int64] = np.zeros((len(some), cells.design.shape[0]), np.int64)
        full[:, where] = some
        return choose(cells, full, settings.threshold).hidden

    def told(done: int) -> None:
        if progress is not None:
            progress(done, len(tables))

    found = in_blocks(tables, estimate, told) + sizes
    bent = acceleration(found[: len(where)], table.counts)
    return ends(found[len(where) :], point, bent, settings.level)


def _often(redrawn: Redrawn, settings: SparseSettings) -> Reason:
    values = {"share": percent(redrawn.failed), "most": percent(settings.failures)}
    return Reason(WhyRefused.NO_MAXIMUM, "too_often_none", values)
