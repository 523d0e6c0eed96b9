"""Names of people, in Arabic and Latin script: parts, spellings, what two share."""

from tasjil.link.names.align import Alignment, align
from tasjil.link.names.commonness import Commonness
from tasjil.link.names.explain import words
from tasjil.link.names.letters import Script
from tasjil.link.names.name import Name, Part, Place
from tasjil.link.names.parse import parse

__all__ = [
    "Alignment",
    "Commonness",
    "Name",
    "Part",
    "Place",
    "Script",
    "align",
    "parse",
    "words",
]
