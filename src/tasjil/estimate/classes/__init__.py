"""Latent classes: kinds of people, each listed in its own way (Manrique-Vallier)."""

from tasjil.estimate.classes.fit import LcmcrFit
from tasjil.estimate.classes.progress import Progress
from tasjil.estimate.classes.run import fit_lcmcr
from tasjil.estimate.classes.settings import LcmcrSettings, Sampler

__all__ = ["LcmcrFit", "LcmcrSettings", "Progress", "Sampler", "fit_lcmcr"]
