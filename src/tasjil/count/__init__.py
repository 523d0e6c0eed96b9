"""Tallies with a floor and a ceiling; why two totals differ."""

from tasjil.count.counting import Count
from tasjil.count.evidence import Evidence
from tasjil.count.tally import tally
from tasjil.count.tracing.trace import trace
from tasjil.count.tracing.traced import Trace

__all__ = ["Count", "Evidence", "Trace", "tally", "trace"]
