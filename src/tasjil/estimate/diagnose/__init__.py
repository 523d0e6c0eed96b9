"""Whether draws can be trusted, and whether the model gives such overlaps at all."""

from tasjil.estimate.diagnose.agree import plain_rhat, rhat
from tasjil.estimate.diagnose.agreement import Agreement, agreement
from tasjil.estimate.diagnose.drawn import CellChances, Chances, ClassChances
from tasjil.estimate.diagnose.effective import (
    bulk_ess,
    effective,
    error_of_mean,
    error_of_quantile,
    quantile_ess,
    tail_ess,
)
from tasjil.estimate.diagnose.learned import Learned, learned
from tasjil.estimate.diagnose.modes import (
    centres_of,
    chance_of_same,
    chance_of_spread,
    modes,
)
from tasjil.estimate.diagnose.predictive import Compared, Predictive, predictive
from tasjil.estimate.diagnose.traces import Traces, traces

__all__ = [
    "Agreement",
    "CellChances",
    "Chances",
    "ClassChances",
    "Compared",
    "Learned",
    "Predictive",
    "Traces",
    "agreement",
    "bulk_ess",
    "centres_of",
    "chance_of_same",
    "chance_of_spread",
    "effective",
    "error_of_mean",
    "error_of_quantile",
    "learned",
    "modes",
    "plain_rhat",
    "predictive",
    "quantile_ess",
    "rhat",
    "tail_ess",
    "traces",
]
