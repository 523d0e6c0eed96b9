"""Log-linear models: how many, from which overlaps of lists go together."""

from tasjil.estimate.loglinear.average import Average
from tasjil.estimate.loglinear.model import Model, every_model
from tasjil.estimate.loglinear.profile import Profile
from tasjil.estimate.loglinear.result import LoglinearFit
from tasjil.estimate.loglinear.run import fit_loglinear
from tasjil.estimate.loglinear.settings import Criterion, LoglinearSettings
from tasjil.estimate.loglinear.trial import Trial

__all__ = [
    "Average",
    "Criterion",
    "LoglinearFit",
    "LoglinearSettings",
    "Model",
    "Profile",
    "Trial",
    "every_model",
    "fit_loglinear",
]
