"""What does not fit: inside a statement, and between the tellings of one figure."""

from tasjil.count.reconcile.slips.door import slips

__all__ = ["slips"]
