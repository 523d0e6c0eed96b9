"""Bounds and simple estimates: Chao's lower bound, sample coverage, two lists."""

from tasjil.estimate.bounds.chao import ChaoFit, ChaoSettings, fit_chao
from tasjil.estimate.bounds.coverage import (
    CoverageFit,
    CoverageSettings,
    fit_coverage,
)
from tasjil.estimate.bounds.two_lists import (
    TwoListsFit,
    TwoListsSettings,
    fit_two_lists,
)

__all__ = [
    "ChaoFit",
    "ChaoSettings",
    "CoverageFit",
    "CoverageSettings",
    "TwoListsFit",
    "TwoListsSettings",
    "fit_chao",
    "fit_coverage",
    "fit_two_lists",
]
