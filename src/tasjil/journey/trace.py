"""Walks from a figure back to the words it rests on."""

from tasjil.count.trace import trace
from tasjil.count.traced import Trace
from tasjil.journey.case import Case
from tasjil.journey.count import count_case
from tasjil.journey.opening import Key
from tasjil.model.ids import FigureId


def trace_figure(case: Case, key: Key, figure: FigureId) -> Trace:
    """Give the incidents, claims and passages behind a figure.

    Raises:
        NoSuchFigure: The tally has no such figure; the message has the nearest ids.
        NoRegister: The case has not been built yet.
    """
    counted = count_case(case, key)
    return trace(counted.tally, counted.incidents, counted.evidence, figure)
