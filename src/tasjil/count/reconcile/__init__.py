"""Why totals differ: bounds, ranges, clashes, differences, series and slips."""

from tasjil.count.reconcile.door import reconcile
from tasjil.count.reconcile.scopes import Total, totals

__all__ = ["Total", "reconcile", "totals"]
