"""Decomposable graphs: how many, averaged over how the lists may depend."""

from tasjil.estimate.graphs.averaged import Averaged
from tasjil.estimate.graphs.chordal import Graphs, chordal_graphs
from tasjil.estimate.graphs.fit import Delta, DgaFit, fit_dga
from tasjil.estimate.graphs.posterior import Posterior
from tasjil.estimate.graphs.settings import DgaSettings

__all__ = [
    "Averaged",
    "Delta",
    "DgaFit",
    "DgaSettings",
    "Graphs",
    "Posterior",
    "chordal_graphs",
    "fit_dga",
]
