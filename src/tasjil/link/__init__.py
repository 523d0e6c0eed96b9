"""Claims and list records about the same person or the same incident, put together."""

from tasjil.link.incidents.part_totals import part_totals
from tasjil.link.incidents.proposing import propose_incidents
from tasjil.link.victims import find_victims

__all__ = ["find_victims", "part_totals", "propose_incidents"]
