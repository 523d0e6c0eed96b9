"""Why two totals differ: each reason with its words and, where told, its size."""

from tasjil.count.reconcile.differences.door import differences

__all__ = ["differences"]
