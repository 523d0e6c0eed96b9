"""Records put together as persons, under what cannot be."""

from tasjil.link.persons.carry import Carried, carry
from tasjil.link.persons.clean import Cleanness, infer_clean
from tasjil.link.persons.clustering import Clusters, cluster
from tasjil.link.persons.doubts import Doubt, Doubtful
from tasjil.link.persons.draws import DrawSettings, draw
from tasjil.link.persons.marks import Marks, marks_of
from tasjil.link.persons.overlaps import (
    Overlap,
    OverlapRange,
    overlap_ranges,
    overlaps,
    write_overlaps,
)
from tasjil.link.persons.tangles import Limits
from tasjil.link.persons.told import Told, told_of
from tasjil.link.persons.unseen import Unseen
from tasjil.link.persons.wobble import Wobble

__all__ = [
    "Carried",
    "Cleanness",
    "Clusters",
    "Doubt",
    "Doubtful",
    "DrawSettings",
    "Limits",
    "Marks",
    "Overlap",
    "OverlapRange",
    "Told",
    "Unseen",
    "Wobble",
    "carry",
    "cluster",
    "draw",
    "infer_clean",
    "marks_of",
    "overlap_ranges",
    "overlaps",
    "told_of",
    "write_overlaps",
]
