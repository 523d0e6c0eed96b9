"""Records put together as persons, under what cannot be."""

from tasjil.link.persons.carry import Carried, carry
from tasjil.link.persons.clean import Cleanness, infer_clean
from tasjil.link.persons.clustering import Clusters, cluster
from tasjil.link.persons.doubts import Doubt, Doubtful
from tasjil.link.persons.marks import Marks, marks_of
from tasjil.link.persons.tangles import Limits
from tasjil.link.persons.told import Told, told_of

__all__ = [
    "Carried",
    "Cleanness",
    "Clusters",
    "Doubt",
    "Doubtful",
    "Limits",
    "Marks",
    "Told",
    "carry",
    "cluster",
    "infer_clean",
    "marks_of",
    "told_of",
]
