"""Simulation: populations of a known size, to see what estimates are worth."""

from tasjil.estimate.simulate.cells import cell_chances, drawn
from tasjil.estimate.simulate.design import Dependence, Design, Group, Relay
from tasjil.estimate.simulate.like import design_like
from tasjil.estimate.simulate.run import USUAL, Watched, simulate
from tasjil.estimate.simulate.saying import header, row, sentences
from tasjil.estimate.simulate.study import MethodStudy, Share, Study

__all__ = [
    "USUAL",
    "Dependence",
    "Design",
    "Group",
    "MethodStudy",
    "Relay",
    "Share",
    "Study",
    "Watched",
    "cell_chances",
    "design_like",
    "drawn",
    "header",
    "row",
    "sentences",
    "simulate",
]
