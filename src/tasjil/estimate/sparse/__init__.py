"""Log-linear models of pairs for tables in which overlaps are empty."""

from tasjil.estimate.sparse.bootstrap import Redrawn
from tasjil.estimate.sparse.result import Entered, SparseFit
from tasjil.estimate.sparse.run import fit_sparse
from tasjil.estimate.sparse.settings import Ends, SparseSettings

__all__ = ["Ends", "Entered", "Redrawn", "SparseFit", "SparseSettings", "fit_sparse"]
