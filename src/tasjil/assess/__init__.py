"""How well is it established: independent sources, standards of proof."""

from tasjil.assess.independence import independent_tellers, origins

__all__ = ["independent_tellers", "origins"]
