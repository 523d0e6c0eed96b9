"""How well is it established: independent sources, standards of proof."""
