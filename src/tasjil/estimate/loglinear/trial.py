"""Models tried on one table, and what each of them says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.loglinear.fitting import Cells, Fits, Standing, fit
from tasjil.estimate.loglinear.gamma import exceeded, log_gamma
from tasjil.estimate.loglinear.model import Model
from tasjil.estimate.tables import CaptureTable


@dataclass(frozen=True, slots=True)
class Trial:
    """What one model says of one table.

    Attributes:
        standing: GOOD, or why it gives no number.
        hidden: n0, those on no list.
        se: Standard error of N, with the chance of n itself (Rivest & Baillargeon
            2007), as the usual software tells it.
        variance: Of the logarithm of n0.
        deviance: From the model that fits every overlap.
        free: Degrees of freedom left; terms that are minus infinity count as fitted.
        aic: Of the Poisson likelihood with its constant.
        bic: With the logarithm of n persons.
        empty: Terms that nobody shares: minus infinity.
    """

    model: Model
    standing: Standing
    hidden: float
    se: float
    variance: float
    deviance: float
    free: int
    aic: float
    bic: float
    empty: tuple[int, ...]

    @property
    def good(self) -> bool:
        """Whether it gives a number."""
        return self.standing is Standing.GOOD

    def plain(self, n: int, names: Sequence[str]) -> dict[str, Any]:
        """Give it as JSON values."""
        told: dict[str, Any] = {
            "model": self.model.formula,
            "named": self.model.named(names),
            "terms": len(self.model.terms),
            "free": self.free,
        }
        if not self.good:
            return told | {"refused": self.standing.name.lower().replace("_", " ")}
        return told | {
            "N": n + self.hidden,
            "se": self.se,
            "deviance": self.deviance,
            "p": exceeded(self.deviance, self.free),
            "aic": self.aic,
            "bic": self.bic,
        }


def try_models(table: CaptureTable, models: Sequence[Model]) -> list[Trial]:
    """Fit models to a table, all at once.

    Args:
        table: Who is on which lists.
        models: For as many lists.
    """
    cells, chosen = cells_for(len(table.lists), models)
    counts = table.cells()[1:]
    fits = fit(cells, counts[None], chosen)
    deviance = _deviance(counts, fits)
    kernel = float(2 * (log_gamma(counts.astype(float) + 1) - _self(counts)).sum())
    told = []
    for nth, model in enumerate(models):
        size = len(model.terms)
        hidden, variance = float(fits.hidden[nth]), float(fits.variance[nth])
        lost = float(deviance[nth])
        told.append(
            Trial(
                model=model,
                standing=Standing(int(fits.standing[nth])),
                hidden=hidden,
                se=_se(hidden, variance),
                variance=variance,
                deviance=lost,
                free=len(counts) - size,
                aic=lost + kernel + 2 * size,
                bic=lost + kernel + float(np.log(table.n)) * size,
                empty=_empty(cells, chosen[nth] & ~fits.finite[nth]),
            )
        )
    return told


def cells_for(lists: int, models: Iterable[Model]) -> tuple[Cells, NDArray[np.bool_]]:
    """Give the cells with every term that the models have, and who has which."""
    made = list(models)
    terms = sorted({term for model in made for term in model.terms})
    cells = Cells.of(lists, terms)
    return cells, np.array([cells.chosen(model.terms) for model in made])


def _se(hidden: float, variance: float) -> float:
    # Of a model that is not good these are no numbers to be squared.
    if not (0 <= variance < 1e12 and hidden < 1e100):
        return float("inf")
    return float(np.sqrt(hidden + hidden**2 * variance))


def _self(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """Give y log y - y."""
    many = counts.astype(float)
    return np.asarray(many * np.log(np.maximum(many, 1)) - many)


def _deviance(counts: NDArray[np.int64], fits: Fits) -> NDArray[np.float64]:
    mean = np.where(fits.expected > 0, fits.expected, 1.0)
    likely = np.where(fits.used, counts * np.log(mean) - fits.expected, 0.0)
    found = 2 * (np.where(fits.used, _self(counts), 0.0) - likely).sum(1)
    return np.asarray(np.maximum(found, 0.0))


def _empty(cells: Cells, void: NDArray[np.bool_]) -> tuple[int, ...]:
    return tuple(term for term, gone in zip(cells.terms, void, strict=True) if gone)
