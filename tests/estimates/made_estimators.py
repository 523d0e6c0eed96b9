"""Methods simple enough to be right by hand, to test what is done with methods."""

import multiprocessing
import os
import signal
import time
from dataclasses import replace
from math import exp, log, sqrt

import numpy as np

from tasjil.errors import BadValue
from tasjil.estimate.combine import Inferred
from tasjil.estimate.tables import CaptureTable
from tasjil.model.estimate import Estimate, Interval, Method, Refusal, WhyRefused


def chapman(table: CaptureTable, seed: int) -> Inferred:
    """Two lists, Chapman's point, an interval of log n0; refuses without overlap."""
    a, b = table.sizes[:2].tolist()
    both = int(table.overlaps[0, 1])
    if not both:
        said = f"Nobody of {table.n} is on both lists."
        why = WhyRefused.APART
        return Inferred(Refusal(Method.TWO_LISTS, table.n, said, table.digest, why=why))
    only_a, only_b = a - both, b - both
    n0 = max((only_a + 0.5) * (only_b + 0.5) / (both + 0.5), 0.5)
    sd = sqrt(1 / (only_a + 0.5) + 1 / (only_b + 0.5) + 1 / (both + 0.5) + 1 / n0)
    low, high = (table.n + exp(log(n0) + sign * 1.96 * sd) for sign in (-1, 1))
    point = table.n + n0
    ends = Interval(point, point, low, high, 0.95)
    return Inferred(Estimate(Method.TWO_LISTS, table.n, ends, table.digest))


def posterior(table: CaptureTable, seed: int) -> Inferred:
    """As `chapman`, but with draws of a lognormal n0."""
    found = chapman(table, seed)
    if isinstance(found.outcome, Refusal):
        return found
    middle, below, above = found.spread()
    z = np.random.default_rng(seed).standard_normal(500)
    return Inferred(found.outcome, table.n + np.exp(middle + z * (below + above) / 2))


def slowly(table: CaptureTable, seed: int) -> Inferred:
    """As `chapman`, after a twentieth of a second; tells which process it was."""
    until = time.process_time() + 0.05
    while time.process_time() < until:
        pass
    found = chapman(table, seed)
    return Inferred(replace(found.outcome, diagnostics={"process": os.getpid()}))


def broken(table: CaptureTable, seed: int) -> Inferred:
    """Break on one of the tables."""
    if seed == 9:
        raise BadValue("expected a sound table, got the tenth")
    return chapman(table, seed)


def dies_elsewhere(table: CaptureTable, seed: int) -> Inferred:
    """Kill the process, unless it is the one of the tests."""
    if multiprocessing.parent_process() is not None:
        os.kill(os.getpid(), signal.SIGKILL)
    return chapman(table, seed)
