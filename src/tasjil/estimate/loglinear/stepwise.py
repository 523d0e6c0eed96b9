"""The way from independent lists to a model, one term at a time."""

from collections.abc import Callable
from dataclasses import dataclass

from tasjil.estimate.loglinear.model import Model
from tasjil.estimate.loglinear.trial import Trial, try_models
from tasjil.estimate.tables import CaptureTable

ENOUGH = 1e-7
"""How much better a model must be to be worth a step: more than rounding."""


@dataclass(frozen=True, slots=True)
class Walk:
    """Models on the way, and all that were tried beside them.

    Attributes:
        path: From independence to the last.
        tried: Every model that was fitted, in the order of the search.
        ended: No step made it better any more; False where the steps ran out.
    """

    path: tuple[Trial, ...]
    tried: tuple[Trial, ...]
    ended: bool


def walk(table: CaptureTable, worth: Callable[[Trial], float], most: int) -> Walk:
    """Add or drop the term that makes the model best, until none does.

    The same table gives the same way: where two steps are worth the same, the first
    in the order of the lists is taken.

    Args:
        table: Who is on which lists.
        worth: What is to be small: AIC or BIC.
        most: Steps at most.
    """
    start = try_models(table, [Model.of(len(table.lists), ())])[0]
    known = {start.model: start}
    path = [start]
    for _ in range(most):
        here = path[-1]
        near = [*here.model.larger(), *here.model.smaller()]
        fresh = [model for model in near if model not in known]
        if fresh:
            known.update(zip(fresh, try_models(table, fresh), strict=True))
        good = [known[model] for model in near if known[model].good]
        best = min(good, key=worth, default=None)
        if best is None or (here.good and worth(best) > worth(here) - ENOUGH):
            return Walk(tuple(path), tuple(known.values()), True)
        path.append(best)
    return Walk(tuple(path), tuple(known.values()), False)
