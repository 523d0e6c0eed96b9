"""Names of people, in Arabic and Latin script: parts, spellings, what two share."""

from tasjil.link.names.letters import Script
from tasjil.link.names.name import Name, Part
from tasjil.link.names.parse import parse

__all__ = ["Name", "Part", "Script", "parse"]
