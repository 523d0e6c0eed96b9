"""What is not known yet, of each incident and of the case, and what to check first."""

from tasjil.count.missing.queue import what_is_missing

__all__ = ["what_is_missing"]
