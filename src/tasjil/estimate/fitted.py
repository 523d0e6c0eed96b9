"""What came of one method on one table: its outcome, its draws, and all it found."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import isfinite
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tasjil.estimate.combine import Inferred
from tasjil.estimate.refuse import Limits
from tasjil.model.estimate import Estimate, Refusal


@dataclass(frozen=True, eq=False)
class Fitted:
    """What came of a method.

    Attributes:
        outcome: The estimate or the refusal.
        fit: The method's own rich result: models, posterior, chains.
        draws: Of N, (draws,), where the method has a posterior.
    """

    outcome: Estimate | Refusal
    fit: Any = None
    draws: NDArray[np.float64] | None = None

    @property
    def inferred(self) -> Inferred:
        """The form that outcomes are added and combined in."""
        if isinstance(self.outcome, Refusal):
            return Inferred(self.outcome)
        return Inferred(self.outcome, self.draws)

    @property
    def stopped(self) -> bool:
        """Whether somebody, or the time, ended the method before it was done."""
        return bool(getattr(self.fit, "stopped", False))

    def logged(self, limits: Limits) -> "Fitted":
        """Keep with the outcome which limits somebody set otherwise."""
        settings = dict(finite(self.outcome.settings))
        if changed := limits.changed():
            settings["changed_limits"] = changed
        told = finite(self.outcome.diagnostics)
        outcome = replace(self.outcome, settings=settings, diagnostics=told)
        return replace(self, outcome=outcome)


def finite(value: Any) -> Any:
    """Give JSON values without what JSON has no word for: NaN and infinity are null.

    Example:
        >>> finite({"rhat": float("nan"), "n": np.int64(3), "draws": (1.5, 2.0)})
        {'rhat': None, 'n': 3, 'draws': [1.5, 2.0]}
    """
    if isinstance(value, Mapping):
        return {str(key): finite(each) for key, each in value.items()}
    if isinstance(value, np.ndarray):
        return finite(value.tolist())
    if isinstance(value, (list, tuple)):
        return [finite(each) for each in value]
    if isinstance(value, np.generic):
        return finite(value.item())
    if isinstance(value, float) and not isfinite(value):
        return None
    return str(value) if type(value) not in _PLAIN else value


_PLAIN = (str, int, float, bool, type(None))
