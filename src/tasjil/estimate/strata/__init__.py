"""Tables cut by what is known of the people, missing values drawn, strata added."""

from tasjil.estimate.strata.groups import Key, Stratum, strata_of
from tasjil.estimate.strata.impute import ImputeSettings, impute
from tasjil.estimate.strata.many import Estimator, Ran, Task, run_many
from tasjil.estimate.strata.missing import AT_RANDOM, Missing, missing_by_pattern
from tasjil.estimate.strata.stratified import (
    StrataSettings,
    Stratified,
    StratumOutcome,
    stratified,
)
from tasjil.estimate.strata.total import Summed, sum_strata

__all__ = [
    "AT_RANDOM",
    "Estimator",
    "ImputeSettings",
    "Key",
    "Missing",
    "Ran",
    "StrataSettings",
    "Stratified",
    "Stratum",
    "StratumOutcome",
    "Summed",
    "Task",
    "impute",
    "missing_by_pattern",
    "run_many",
    "strata_of",
    "stratified",
    "sum_strata",
]
