"""Estimates of many tables made one: over imputations, and over linkage draws."""

from tasjil.estimate.combine.combine import Combined, combine, weighted
from tasjil.estimate.combine.inferred import Inferred, check_parts, together
from tasjil.estimate.combine.rubin import Variance, variance
from tasjil.estimate.combine.settings import CombineSettings

__all__ = [
    "CombineSettings",
    "Combined",
    "Inferred",
    "Variance",
    "check_parts",
    "combine",
    "together",
    "variance",
    "weighted",
]
