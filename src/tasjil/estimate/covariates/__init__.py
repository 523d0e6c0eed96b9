"""Two lists that are independent among people alike: the doubly robust estimate."""

from tasjil.estimate.covariates.fit import (
    DoublyRobustFit,
    PairFit,
    fit_doubly_robust,
)
from tasjil.estimate.covariates.onestep import OneStep, one_step
from tasjil.estimate.covariates.settings import DoublyRobustSettings

__all__ = [
    "DoublyRobustFit",
    "DoublyRobustSettings",
    "OneStep",
    "PairFit",
    "fit_doubly_robust",
    "one_step",
]
